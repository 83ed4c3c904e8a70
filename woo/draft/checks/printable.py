"""Check that a PDF can show every character of a text."""

from collections.abc import Iterator

from woo.draft.checks.runs import Run
from woo.draft.layout.printable import LAST_COMMON
from woo.model.draft import Problem, Severity

_MOST = 50  # different characters tried: each takes some milliseconds


def check_printable(runs: list[Run]) -> Iterator[Problem]:
    """A hint at the first place of each character that no font has: a Word file may hold it."""
    from woo.pdf.making.glyphs import typesets

    tried: set[str] = set()
    for run in runs:
        for offset, character in enumerate(run.text):
            if ord(character) <= LAST_COMMON or character in tried or len(tried) >= _MOST:
                continue
            tried.add(character)
            if not typesets(character):
                message = (
                    f"Het teken U+{ord(character):04X} kan niet in een pdf. "
                    "Haal het weg of schrijf het anders."
                )
                yield Problem(*run.at(offset), message, Severity.HINT)
