"""Point out a word that is longer than words are: its spaces were lost."""

import re
from collections.abc import Iterable, Iterator

from woo.draft.checks.runs import Run
from woo.model.draft import Problem, Severity

# The longest words of Dutch law have some sixty letters.
_LONG = re.compile(r"[^\W\d_]{81,}")


def check_long_words(runs: Iterable[Run]) -> Iterator[Problem]:
    """A hint at each run of more than eighty letters."""
    for run in runs:
        for match in _LONG.finditer(run.text):
            message = f"Dit woord heeft {len(match[0])} letters. Ontbreken er spaties?"
            yield Problem(*run.at(match.start()), message, Severity.HINT)
