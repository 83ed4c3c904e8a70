"""Check what a footnote says of other footnotes."""

import re
from collections.abc import Iterator

from woo.draft.checks.runs import whole_run
from woo.draft.reading.source import Source
from woo.draft.walk import leaves
from woo.model.draft import Problem, Severity

_IDEM = re.compile(r"^\s*(?:Idem|Ibid(?:em)?|Ib\.|T\.a\.p\.)(?![a-z])", re.IGNORECASE)
_NOTE = re.compile(r"\b(?:zie\s+)?(?:voet)?noot\s+(\d{1,3})\b", re.IGNORECASE)


def check_idem(source: Source) -> Iterator[Problem]:
    """Idem repeats the footnote before it, so the first footnote cannot say it."""
    for number, blocks in sorted(source.footnotes.items()):
        for leaf in leaves(blocks):
            run = whole_run(leaf)
            if number == 1 and (match := _IDEM.match(run.text)):
                message = "Voor deze voetnoot staat er geen. Schrijf de verwijzing voluit."
                yield Problem(*run.at(match.end() - len(match[0].lstrip())), message)
            for match in _NOTE.finditer(run.text):
                if int(match[1]) > len(source.footnotes):
                    message = f"Er zijn {len(source.footnotes)} voetnoten. Verbeter het nummer."
                    yield Problem(*run.at(match.start(1)), message, Severity.HINT)
