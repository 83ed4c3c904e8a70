"""Questions and their answers: which heading is which, and the heading above them all.

An answer says in its heading what it answers: ``Antwoord 2``, ``Antwoord op vragen 3, 4 en 5``.
"""

import re
from collections.abc import Sequence

from woo.draft.draft import Content, Draft
from woo.draft.kinds import KindPairs
from woo.draft.tree import Heading, Inlines, Text, plain
from woo.model.values import dataclass
from woo.text.enumeration import NUMBERS, NumberAt, read_numbers, write_numbers

_FIELD = re.compile(r"\{([a-z_]+)\}")
_NUMBERED = rf"\s+({NUMBERS})\s*[.:]?\s*"
_QUESTION = r"\s*(?:{question}|{question_plural})" + _NUMBERED
_ANSWER = (
    r"\s*(?:{answer}|{answer_plural})(?:(?:\s+op)?(?:\s+de)?\s+(?:{question}|{question_plural}))?"
    + _NUMBERED
)


@dataclass(frozen=True, slots=True)
class Part:
    """What a heading says of itself: a question, or an answer to the questions of ``numbers``."""

    is_question: bool
    numbers: tuple[NumberAt, ...]


def part_of(title: str, pairs: KindPairs) -> Part | None:
    """What a heading is; None when it is neither a question nor an answer."""
    for form in (_QUESTION, _ANSWER):
        if match := re.fullmatch(with_words(form, pairs), title, re.IGNORECASE):
            found = read_numbers(match[1])
            at = match.start(1)
            numbers = tuple(NumberAt(one.number, at + one.offset) for one in found)
            return Part(form is _QUESTION, numbers)
    return None


def with_words(form: str, pairs: KindPairs) -> str:
    """A pattern in which ``{question}``, ``{answer_plural}`` stand for the words of the kind."""
    for name in ("question", "question_plural", "answer", "answer_plural"):
        form = form.replace(f"{{{name}}}", re.escape(getattr(pairs, name)))
    return form


def question_title(number: int, pairs: KindPairs) -> str:
    """The heading above a question."""
    return f"{pairs.question} {number}"


def answer_title(numbers: Sequence[int], pairs: KindPairs) -> str:
    """The heading above the answer to these questions."""
    if len(numbers) == 1:
        return f"{pairs.answer} {numbers[0]}"
    return f"{pairs.answer} op {pairs.question_plural.lower()} {write_numbers(numbers)}"


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
