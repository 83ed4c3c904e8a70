"""Recall and precision of detection: ``python -m bench.detection [--detail] [FOLDER…]``.

A mark is found when every letter that matters lies inside something that the default policy
redacts. A finding that is redacted and touches no such mark is too much. A mark that the policy
keeps (an office holder, a general mailbox) is harmed when a redaction touches it. Intervals are
Wilson's, at 95 %.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path

from tests.golden.annotated import BLIND, GOLDEN, find_all, goes, uncovered
from training.marked import Mark, Passage, read_passages
from woo.model.finding import Category, Finding

BLIND_TEST = Path(__file__).parent / "blind"
"""Written apart from the rules and from the training text; read by programs only."""
Find = Callable[[str], Sequence[Finding]]


@dataclass
class Counts:
    """What should go, what of it was found, what went too much, what should stay, what did not."""

    wanted: int = 0
    found: int = 0
    extra: int = 0
    kept: int = 0
    harmed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision; 0 when nothing should go."""
        return 2 * self.found / (self.wanted + self.found + self.extra) if self.wanted else 0.0


@dataclass
class Score:
    """Counts by category, and by kind of document."""

    by_category: dict[str, Counts] = field(default_factory=dict)
    by_kind: dict[str, Counts] = field(default_factory=dict)

    def of(self, category: Category, kind: str) -> tuple[Counts, Counts]:
        """Where a mark or finding of this category in this kind of document is counted."""
        return (
            self.by_category.setdefault(category.value, Counts()),
            self.by_kind.setdefault(kind or "passage", Counts()),
        )


def measure(passages: Iterable[Passage], find: Find = find_all, *, detail: bool = False) -> Score:
    """Count over passages; ``find`` gives the findings in a text."""
    score = Score()
    for passage in passages:
        _count(score, passage, find(passage.text), detail=detail)
    return score


def _count(score: Score, passage: Passage, findings: Sequence[Finding], *, detail: bool) -> None:
    text = passage.text
    going = [one for one in findings if goes(one.category, one.role)]
    wanted = [mark for mark in passage.marks if goes(mark.category, mark.role)]
    for mark in passage.marks:
        is_wanted = mark in wanted
        missed = is_wanted and uncovered(text, mark, findings, going=True)
        harmed = not is_wanted and any(mark.touches(one) for one in going)
        for counts in score.of(mark.category, passage.kind):
            counts.wanted += is_wanted
            counts.found += is_wanted and not missed
            counts.kept += not is_wanted
            counts.harmed += harmed
        if detail and (missed or harmed):
            what = "missed" if missed else "harmed"
            print(f"{passage.name}: {what} {mark.category} {mark.role} {_around(text, mark)}")
    for one in going:
        if not any(mark.touches(one) for mark in wanted):
            for counts in score.of(one.category, passage.kind):
                counts.extra += 1
            if detail:
                print(
                    f"{passage.name}: too much {one.category} {one.detector} {_around(text, one)}"
                )


def _around(text: str, place: Mark | Finding) -> str:
    before, after = text[max(0, place.start - 30) : place.start], text[place.end : place.end + 20]
    return repr(f"{before}<{text[place.start : place.end]}>{after}")


def interval(hits: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a proportion."""
    if not total:
        return 0.0, 1.0
    z = 1.96
    share, scale = hits / total, 1 + z * z / total
    middle = share + z * z / (2 * total)
    spread = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def _share(hits: int, total: int) -> str:
    if not total:
        return f"{'-':>22}"
    low, high = interval(hits, total)
    return f"{hits / total:>8.1%} ({low:.1%}-{high:.1%})".rjust(22)


def total(counts: Iterable[Counts]) -> Counts:
    """All counts together."""
    sums = Counter[str]()
    for one in counts:
        sums.update(vars(one))
    return Counts(**sums)


def table(title: str, rows: dict[str, Counts]) -> None:
    """Print a row for each, and one for all."""
    print(f"\n{title}")
    heads = f"{'wanted':>8}{'recall':>22}{'precision':>22}{'F1':>8}{'kept':>7}{'harmed':>22}"
    print(f"{'':22}{heads}")
    for name, one in [*sorted(rows.items()), ("all", total(rows.values()))]:
        recall, precision = _share(one.found, one.wanted), _share(one.found, one.found + one.extra)
        harmed = _share(one.harmed, one.kept)
        print(f"{name:22}{one.wanted:>8}{recall}{precision}{one.f1:>8.3f}{one.kept:>7}{harmed}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[GOLDEN, BLIND, BLIND_TEST])
    parser.add_argument("--detail", action="store_true", help="every miss, with its text")
    options = parser.parse_args()
    for folder in options.folders:
        passages = list(read_passages(folder))
        score = measure(passages, detail=options.detail)
        table(f"{folder.name}: {len(passages)} passages, by category", score.by_category)
        if len(score.by_kind) > 1:
            table(f"{folder.name}, by kind of document", score.by_kind)


if __name__ == "__main__":
    main()
