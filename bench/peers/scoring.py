"""Every tool over the same passages, counted by ``bench.detection``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.detection import Counts, Score, measure, total
from bench.peers.labels import findings
from bench.peers.running import PEERS, NotInstalledError, ask, python_of
from tests.golden.annotated import find_all, goes
from training.marked import Passage
from woo.model.finding import Category, Finding

_Marked = Sequence[tuple[Passage, Sequence[Finding]]]


@dataclass(frozen=True)
class Judged:
    """A tool's score, and the same where blackening what stays is not too much for names.

    Only ``woo`` is made to tell who stays; ``aside`` shows the precision of finding names alone.
    """

    name: str
    version: str
    score: Score
    aside: Score


def judged(name: str, version: str, marked: _Marked) -> Judged:
    """Score what a tool found in each passage."""
    left = [(passage, _without_kept(passage, found)) for passage, found in marked]
    return Judged(name, version, _score(marked), _score(left))


def _score(marked: _Marked) -> Score:
    """``measure`` asks by text; the same text may occur twice, so the answers come in order."""
    answers = iter([found for _, found in marked])
    find: Callable[[str], Sequence[Finding]] = lambda _: next(answers)  # noqa: E731
    return measure([passage for passage, _ in marked], find)


def _without_kept(passage: Passage, found: Sequence[Finding]) -> list[Finding]:
    """Without the findings that touch a mark that stays, and none that goes."""
    result = []
    for one in found:
        touched = [mark for mark in passage.marks if mark.touches(one)]
        if not touched or any(goes(mark.category, mark.role) for mark in touched):
            result.append(one)
    return result


def judge_all(passages: Sequence[Passage]) -> tuple[list[Judged], dict[str, str]]:
    """``woo`` and every peer that can be had; for the others, why not."""
    result = [judged("woo", "this commit", [(one, find_all(one.text)) for one in passages])]
    absent = {}
    for name, peer in PEERS.items():
        try:
            answers = ask(python_of(name), peer.module, [one.text for one in passages])
        except NotInstalledError as error:
            absent[name] = str(error)
            continue
        pairs = zip(passages, answers.spans, strict=True)
        marked = [(passage, findings(name, passage, spans)) for passage, spans in pairs]
        result.append(judged(name, answers.version, marked))
    return result, absent


def person(score: Score) -> Counts:
    """The counts of names."""
    return score.by_category.get(Category.PERSON.value, Counts())


def others(score: Score) -> Counts:
    """The counts of all other categories."""
    rest = (c for name, c in score.by_category.items() if name != Category.PERSON.value)
    return total(rest)
