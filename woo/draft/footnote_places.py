"""Every footnote has one text and at least one place in the document."""

import re
from collections.abc import Iterator, Mapping

from woo.model.draft import Problem

_TEXT = re.compile(r"^ {0,3}(\[\^([^\]\s]+)\]):", re.MULTILINE)
_PLACE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](?!:)")


def check_footnotes(text: str, first_line: int, refs: Mapping[str, int]) -> Iterator[Problem]:
    """``refs`` says of each footnote that has a text whether something refers to it (not -1)."""
    seen: set[str] = set()
    for match in _TEXT.finditer(text):
        place = _place(text, first_line, match.start(1))
        if match[2] in seen:
            yield Problem(*place, "Deze voetnoot heeft al een tekst. Geef hem een ander nummer.")
        elif refs.get(f":{match[2]}") == -1:
            yield Problem(*place, "Naar deze voetnoot wordt in de tekst niet verwezen.")
        seen.add(match[2])
    for match in _PLACE.finditer(text):
        if f":{match[1]}" not in refs:
            message = "Deze voetnoot heeft geen tekst. Schrijf [^1]: tekst."
            yield Problem(*_place(text, first_line, match.start()), message)


def _place(text: str, first_line: int, at: int) -> tuple[int, int]:
    return first_line + text.count("\n", 0, at), at - text.rfind("\n", 0, at)
