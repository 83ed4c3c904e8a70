"""Check that the questions count up from 1, and that each is answered right below it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from woo.draft.checks.pair_answers import check_answers
from woo.draft.checks.pair_headings import Question, at_heading, read_headings
from woo.draft.kinds import KindPairs
from woo.draft.pairs import question_title
from woo.draft.reading.source import Source
from woo.model.draft import Problem
from woo.text.enumeration import write_numbers


def check_pairs(source: Source, pairs: KindPairs) -> Iterator[Problem]:
    """Headings that are no question or answer, and those that are missing or out of order."""
    questions, answers, problems = read_headings(source.blocks, pairs)
    yield from problems
    if not questions:
        first = question_title(1, pairs)
        yield Problem(source.body_line, 1, f"Er is nog geen vraag. Begin met ## {first}.")
        return
    asked, problems = _numbered(questions, pairs)
    yield from problems
    yield from check_answers(asked, answers, pairs)


def _numbered(
    questions: Sequence[Question], pairs: KindPairs
) -> tuple[dict[int, Question], list[Problem]]:
    """The questions by the number that each should have, and those that have another."""
    asked: dict[int, Question] = {}
    problems: list[Problem] = []
    counts = Counter(one.number for one in questions)
    last = 0
    for question in questions:
        number, wanted = question.number, last + 1
        if counts[number] > 1 and number != wanted and wanted not in counts:
            # Of two with the same number this is the one that stands in the place of another.
            counts[number] -= 1
            message = f"{_twice(number, pairs)} Hier hoort ## {question_title(wanted, pairs)}."
            number = wanted
        elif number in asked:
            message = f"{_twice(number, pairs)} Geef elke vraag een eigen nummer."
        else:
            message = _out_of_order(number, last, counts, pairs)
        if message:
            problems.append(at_heading(question.heading, message))
        asked.setdefault(number, question)
        last = max(last, number)
    return asked, problems


def _twice(number: int, pairs: KindPairs) -> str:
    return f"{question_title(number, pairs)} staat er twee keer."


def _out_of_order(number: int, last: int, known: Mapping[int, int], pairs: KindPairs) -> str:
    """What is wrong with a number after ``last``, when all the ``known`` ones are there."""
    if number < last:
        before = question_title(last, pairs)
        return f"{question_title(number, pairs)} hoort boven ## {before}. Houd de volgorde aan."
    if number == 0:
        return f"De eerste vraag is ## {question_title(1, pairs)}."
    missing = [one for one in range(last + 1, number) if one not in known]
    if not missing:
        return ""
    first = question_title(missing[0], pairs)
    if len(missing) == 1:
        return f"{first} ontbreekt. Zet haar hierboven, of schrijf hier ## {first}."
    return (
        f"De {pairs.question_plural.lower()} {write_numbers(missing)} ontbreken. "
        f"Zet ze hierboven, of schrijf hier ## {first}."
    )
