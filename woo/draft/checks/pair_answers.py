"""Check the answers: one for each of the questions right above them, or one for several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from woo.draft.checks.pair_headings import Answer, Question, at_heading
from woo.draft.kinds import KindPairs
from woo.draft.pairs import answer_title, question_title
from woo.model.draft import Problem
from woo.model.values import dataclass
from woo.text.enumeration import write_numbers

Asked = Mapping[int, Question]


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with the number at ``offset`` in a heading, and what else to do about it."""

    offset: int
    message: str
    remedy: str


def check_answers(asked: Asked, answers: Sequence[Answer], pairs: KindPairs) -> Iterator[Problem]:
    """Answers to what is not asked right above them, out of order or twice; then what has none."""
    unnamed = set(asked) - {number for answer in answers for number in answer.numbers}
    answered: dict[int, Answer] = {}
    before: Answer | None = None
    for answer in answers:
        right = _right_above(answer, answer.numbers, asked)
        faults = list(_faults(answer, asked, answered, pairs))
        if faults:
            meant = sorted((right - answered.keys()) | _right_above(answer, unnamed, asked))
            # What is told here is not told again as a question without an answer.
            unnamed.difference_update(meant)
            for fault in faults:
                yield Problem(*answer.run.at(fault.offset), _with_advice(fault, meant, pairs))
        else:
            yield from _check_order(answer, before, pairs)
        answered |= dict.fromkeys(right - answered.keys(), answer)
        before = answer
    for number in sorted(unnamed):
        yield at_heading(asked[number].heading, _unanswered(number, asked, pairs))


def _right_above(answer: Answer, numbers: Iterable[int], asked: Asked) -> set[int]:
    """Those of the questions that stand above an answer, with no other questions between."""
    return {
        one
        for one in numbers
        if one in asked
        and asked[one].group == answer.group
        and asked[one].heading.line < answer.heading.line
    }


def _faults(
    answer: Answer, asked: Asked, answered: Mapping[int, Answer], pairs: KindPairs
) -> Iterator[_Fault]:
    """What is wrong with the numbers of an answer."""
    if unknown := [one for one in answer.part.numbers if one.number not in asked]:
        message = not_there([one.number for one in unknown], pairs)
        yield _Fault(unknown[0].offset, message, "zet de vraag erboven")
    for one in answer.part.numbers:
        name, question = question_title(one.number, pairs), asked.get(one.number)
        if question is None:
            continue
        if one.number in answered:
            message = f"{name} is al beantwoord, op regel {answered[one.number].heading.line}."
            yield _Fault(one.offset, message, "voeg de antwoorden samen")
        elif question.heading.line > answer.heading.line:
            message = f"{name} staat pas onder dit antwoord."
            yield _Fault(one.offset, message, "zet de vraag erboven")
        elif question.group < answer.group:
            message = f"{name} staat niet vlak boven dit antwoord."
            yield _Fault(one.offset, message, "zet de vragen van een antwoord bij elkaar")


def not_there(numbers: Sequence[int], pairs: KindPairs) -> str:
    """Say that nobody asked these."""
    rising = sorted(set(numbers))
    if len(rising) == 1:
        return f"{question_title(rising[0], pairs)} is er niet."
    return f"De {pairs.question_plural.lower()} {write_numbers(rising)} zijn er niet."


def _with_advice(fault: _Fault, meant: Sequence[int], pairs: KindPairs) -> str:
    if not meant:
        return f"{fault.message} {fault.remedy.capitalize()}."
    return f"{fault.message} Schrijf hier ## {answer_title(meant, pairs)}, of {fault.remedy}."


def _check_order(answer: Answer, before: Answer | None, pairs: KindPairs) -> Iterator[Problem]:
    """Within an answer, and between the answers to the same group of questions."""
    rising = sorted(set(answer.numbers))
    if answer.numbers != rising:
        message = f"Zet de nummers op volgorde: ## {answer_title(rising, pairs)}."
        yield at_heading(answer.heading, message)
    elif before and before.group == answer.group and before.numbers[0] > rising[0]:
        message = f"Dit antwoord hoort boven dat van regel {before.heading.line}."
        yield at_heading(answer.heading, message)


def _unanswered(number: int, asked: Asked, pairs: KindPairs) -> str:
    title = answer_title([number], pairs)
    message = f"{question_title(number, pairs)} heeft geen antwoord. Schrijf ## {title}"
    group = asked[number].group
    for beside in (number + 1, number - 1):
        if beside in asked and asked[beside].group == group:
            together = answer_title(sorted((number, beside)), pairs)
            return f"{message}, of geef één antwoord op meer vragen: ## {together}."
    return f"{message}."
