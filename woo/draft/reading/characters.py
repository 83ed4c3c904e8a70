"""Find characters in a source that nobody sees and that no page can show."""

import re
from collections.abc import Iterator, Sequence

from woo.model.draft import Problem, Severity

# Control characters but the tab; and what turns the direction of the text around it.
_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ufffe\\uffff]")
_DIRECTION = re.compile("[\\u202a-\\u202e\\u2066-\\u2069]")
_MOST = 20


def invisible(sign: str) -> str:
    """What to do about a character that nobody sees."""
    return f"Hier staat een onzichtbaar teken (U+{ord(sign):04X}). Haal het weg."


def check_characters(lines: Sequence[str]) -> Iterator[Problem]:
    """An error at each control character, a hint where the direction of the text is turned.

    No more than one of either in a line, and no more than a screen of them.
    """
    found = 0
    for number, line in enumerate(lines, 1):
        if match := _CONTROL.search(line):
            yield Problem(number, match.start() + 1, invisible(match[0]))
            found += 1
        if match := _DIRECTION.search(line):
            message = "Hier staat een onzichtbaar teken dat de leesrichting omkeert. Haal het weg."
            yield Problem(number, match.start() + 1, message, Severity.HINT)
            found += 1
        if found >= _MOST:
            return
