"""The headings of a text with questions and answers: what each is, or what it should be."""

import re
from collections.abc import Sequence
from dataclasses import field

from woo.draft.checks.runs import Run, whole_run
from woo.draft.kinds import KindPairs
from woo.draft.pairs import Part, answer_title, part_of, question_title
from woo.draft.tree import Blocks, Heading
from woo.draft.walk import section_headings
from woo.model.draft import Problem
from woo.model.values import dataclass
from woo.text.enumeration import NumberAt, join_dutch
from woo.text.nearest import nearest

# The words of a heading before its number.
_WORDS = re.compile(r"\s*([^\d\s]+(?:\s+[^\d\s]+)*)\s+(?=\d)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question. Those that follow each other, and the answers below them, are one ``group``."""

    number: int
    heading: Heading
    group: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, and what it says that it answers."""

    part: Part
    run: Run = field(repr=False)
    heading: Heading
    group: int

    @property
    def numbers(self) -> list[int]:
        """The questions that it names, as they are written."""
        return [one.number for one in self.part.numbers]


def read_headings(
    blocks: Blocks, pairs: KindPairs
) -> tuple[list[Question], list[Answer], list[Problem]]:
    """The questions, the answers, and what is wrong with how a heading is written.

    A heading that is nearly one counts, so that one typing error is told once.
    """
    questions: list[Question] = []
    answers: list[Answer] = []
    problems: list[Problem] = []
    group = 0
    for heading in section_headings(blocks):
        run = whole_run(heading.children)
        part = part_of(run.text, pairs)
        if part is None:
            part = _meant(run.text, pairs)
            problems.append(at_heading(heading, _how_to_write(part, pairs)))
        if part is None:
            continue
        if not part.is_question:
            answers.append(Answer(part, run, heading, group))
            continue
        if answers and answers[-1].group == group:
            group += 1
        numbers = [one.number for one in part.numbers]
        if len(numbers) > 1:
            problems.append(at_heading(heading, _one_by_one(numbers, pairs)))
            numbers = sorted({*numbers} - {one.number for one in questions})
        questions += (Question(one, heading, group) for one in numbers)
    return questions, answers, problems


def at_heading(heading: Heading, message: str) -> Problem:
    """A problem where a heading begins."""
    return Problem(heading.line, heading.column, message)


def _meant(title: str, pairs: KindPairs) -> Part | None:
    """What a heading with a typing error probably is: ``Vraagje 3`` a question."""
    written = _WORDS.match(title)
    if written is None:
        return None
    words = (pairs.question, pairs.answer, f"{pairs.answer} op {pairs.question}")
    near = nearest(written[1], words)
    part = part_of(f"{near} {title[written.end() :]}", pairs) if near else None
    if near is None or part is None:
        return None
    shift = written.end() - len(f"{near} ")
    numbers = tuple(NumberAt(one.number, one.offset + shift) for one in part.numbers)
    return Part(part.is_question, numbers)


def _how_to_write(meant: Part | None, pairs: KindPairs) -> str:
    if meant is None:
        return (
            f"Hier hoort een vraag of een antwoord: ## {question_title(1, pairs)} of "
            f"## {answer_title([1], pairs)}. Een antwoord op meer vragen heet "
            f"## {answer_title([1, 2], pairs)}."
        )
    numbers = [one.number for one in meant.numbers]
    is_question = meant.is_question
    title = question_title(numbers[0], pairs) if is_question else answer_title(numbers, pairs)
    return f"Bedoelt u ## {title}?"


def _one_by_one(numbers: Sequence[int], pairs: KindPairs) -> str:
    titles = [f"## {question_title(one, pairs)}" for one in dict.fromkeys(numbers)]
    return f"Geef elke vraag een eigen kop: {join_dutch(titles[:3])}."
