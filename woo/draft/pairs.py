"""Questions and answers in pairs: which heading is which, and the heading above them all."""

import re
from dataclasses import dataclass

from woo.draft.draft import Content, Draft
from woo.draft.kinds import KindPairs
from woo.draft.tree import Heading, Inlines, Text, plain

_FIELD = re.compile(r"\{([a-z_]+)\}")
# Under a question or an answer the heading has a number: "Vraag 2", "Antwoord op vraag 2".
_NUMBERED = r"(?:{word}|{word}\s+op\s+{question})\s+(\d{{1,4}})\s*[.:]?"


@dataclass(frozen=True, slots=True)
class Part:
    """One half of a pair: the word that begins its heading, and its number."""

    word: str
    number: int

    def __str__(self) -> str:
        return f"{self.word} {self.number}"


def part_of(title: str, pairs: KindPairs) -> Part | None:
    """What a heading is; None when it is neither a question nor an answer."""
    for word in (pairs.question, pairs.answer):
        form = _NUMBERED.format(word=re.escape(word), question=re.escape(pairs.question))
        if match := re.fullmatch(form, title.strip(), re.IGNORECASE):
            return Part(word, int(match[1]))
    return None


def set_heading(draft: Draft, pairs: KindPairs, level: int) -> Heading:
    """The heading above the pairs, with the fields that it names; marks in those stay marks."""
    many = len(draft.fields[pairs.counted].rows) > 1
    written = pairs.heading_plural if many else pairs.heading
    inlines: Inlines = ()
    for index, piece in enumerate(_FIELD.split(written)):
        is_field = index % 2 == 1
        inlines += _value(draft.fields[piece]) if is_field else (Text(piece),)
    return Heading(level, inlines)


def _value(content: Content) -> Inlines:
    """The lines of a field after one another; of a row the second cell in brackets.

    When the second cells are all the same: ``A en B (beiden X)``, ``A, B en C (allen X)``.
    """
    seconds = [row[1] if len(row) > 1 else () for row in content.rows]
    if len(seconds) > 1 and seconds[0] and len({plain(one) for one in seconds}) == 1:
        word = "beiden" if len(seconds) == 2 else "allen"
        return (*_joined([row[0] for row in content.rows]), *_bracketed(word, seconds[0]))
    rows = [
        (*row[0], *_bracketed("", second))
        for row, second in zip(content.rows, seconds, strict=True)
    ]
    return _joined([*content.lines, *rows])


def _bracketed(word: str, inlines: Inlines) -> Inlines:
    if not inlines:
        return ()
    return (Text(f" ({word} " if word else " ("), *inlines, Text(")"))


def _joined(parts: list[Inlines]) -> Inlines:
    joined: Inlines = ()
    for index, part in enumerate(parts):
        separator = "" if index == 0 else " en " if index == len(parts) - 1 else ", "
        joined += ((Text(separator),) if separator else ()) + part
    return joined
