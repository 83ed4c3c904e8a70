"""Check that a PDF can show every character of a text."""

from collections.abc import Iterator

from woo.draft.checks.runs import Run
from woo.draft.layout.printable import UNCOMMON, has_glyph, no_glyph
from woo.model.draft import Problem

_MOST = 50  # different characters tried


def check_printable(runs: list[Run]) -> Iterator[Problem]:
    """An error at the first place of each character that no font has: no PDF can be made."""
    tried: set[str] = set()
    for run in runs:
        for match in UNCOMMON.finditer(run.text):
            character = match.group()
            if character in tried or len(tried) >= _MOST:
                continue
            tried.add(character)
            if not has_glyph(character):
                yield Problem(*run.at(match.start()), no_glyph(character))
