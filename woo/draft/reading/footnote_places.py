"""Every footnote has one text and at least one place in the document."""

import re
from collections.abc import Iterator, Mapping, Sequence

from woo.model.draft import Problem

_TEXT = re.compile(r"^ {0,3}(\[\^([^\]\s]+)\]):")
# Markdown reads this as a mark on the text "^1".
_MARKED = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](?=\{\d)")
_NO_MARK = (
    "Dit merkteken staat tegen de voetnoot aan. Zet het ervoor, als [tekst]{5.1.2e}[^1], of met "
    "een spatie erachter voor de hele alinea."
)
_PLACE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](?!:)")


def check_footnotes(text: str, first_line: int, refs: Mapping[str, int]) -> Iterator[Problem]:
    """``refs`` says of each footnote that has a text whether something refers to it (not -1)."""
    seen: set[str] = set()
    marked = {match[1] for match in _MARKED.finditer(text)}
    for number, line in enumerate(text.split("\n"), first_line):
        if "[^" not in line:
            continue
        if (text_match := _TEXT.match(line)) and text_match[2] not in marked:
            yield from _check_text(text_match, number, refs, seen)
        for match in _PLACE.finditer(line):
            if _MARKED.match(line, match.start()):
                yield Problem(number, match.end() + 1, _NO_MARK)
            elif f":{match[1]}" not in refs:
                message = f"Deze voetnoot heeft geen tekst. Schrijf [^{match[1]}]: tekst."
                yield Problem(number, match.start() + 1, message)


def _check_text(
    match: re.Match[str], number: int, refs: Mapping[str, int], seen: set[str]
) -> Iterator[Problem]:
    if match[2] in seen:
        message = "Deze voetnoot heeft al een tekst. Geef hem een ander nummer."
        yield Problem(number, match.start(1) + 1, message)
    elif refs.get(f":{match[2]}") == -1:
        message = "Naar deze voetnoot wordt in de tekst niet verwezen."
        yield Problem(number, match.start(1) + 1, message)
    seen.add(match[2])


def footnote_place(lines: Sequence[str], label: str) -> tuple[int, int]:
    """Where the text of a footnote begins: the number of its line, from 0, and its column."""
    start = f"[^{label}]:"
    number = next((n for n, line in enumerate(lines) if line.lstrip().startswith(start)), 0)
    return number, max(0, lines[number].find(start)) + 1
