"""Point out a list with capitals, or with letters in brackets: its lines run on as text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from woo.draft.checks.runs import Run
from woo.model.draft import Problem, Severity

_ITEM = re.compile(r"^\(?([A-Za-z])[.)]\s", re.MULTILINE)
_MESSAGE = (
    "Regels die zo met een letter beginnen, komen achter elkaar in één alinea. "
    "Schrijf a. met een kleine letter, 1. of een streepje voor elk punt."
)


def check_lettered(runs: list[Run]) -> Iterator[Problem]:
    """A hint at the first line of each such list: two lines with letters that follow each other."""
    for run in runs:
        items = list(_ITEM.finditer(run.text))
        for one, other in pairwise(items):
            if ord(other[1].lower()) == ord(one[1].lower()) + 1:
                yield Problem(*run.at(one.start()), _MESSAGE, Severity.HINT)
                break
