"""Recall and precision of detection: ``python -m bench.detection [--detail] [FOLDER]``.

A mark is found when every letter that matters lies inside something that the default policy
redacts. A finding that is redacted and touches no such mark is too much. What the policy keeps
(office holders, general mailboxes) counts only when it is redacted by mistake.
"""

import sys
from collections import Counter
from pathlib import Path

from tests.golden.annotated import BLIND, GOLDEN, Passage, find_all, goes, read_passages, uncovered


def measure(passages: list[Passage], *, detail: bool) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {
        "wanted": Counter(),
        "found": Counter(),
        "too much": Counter(),
    }
    for passage in passages:
        text, findings = passage.text, find_all(passage.text)
        wanted = [mark for mark in passage.marks if passage.goes(mark)]
        for mark in wanted:
            missed = uncovered(text, mark, findings, going=True)
            counts["wanted"][mark.category] += 1
            counts["found"][mark.category] += not missed
            if missed and detail:
                print(
                    f"{passage.name}: missed {mark.category.value} {text[mark.start : mark.end]!r}"
                )
        for one in findings:
            if goes(one.category, one.role) and not any(
                mark.start < one.end and one.start < mark.end for mark in wanted
            ):
                counts["too much"][one.category] += 1
                if detail:
                    print(
                        f"{passage.name}: too much {one.category.value} {one.detector} {one.text!r}"
                    )
    return counts


def table(title: str, counts: dict[str, Counter[str]]) -> None:
    heads = ("wanted", "found", "too much", "recall", "precision")
    print(f"{title}\n{'category':10}", *(f"{head:>10}" for head in heads))
    for category in [*sorted(set(counts["wanted"]) | set(counts["too much"])), "all"]:
        wanted, found, extra = (
            counts[k].total() if category == "all" else counts[k][category]
            for k in ("wanted", "found", "too much")
        )
        recall = f"{found / wanted:.1%}" if wanted else "-"
        precision = f"{found / (found + extra):.1%}" if found + extra else "-"
        row = (wanted, found, extra, recall, precision)
        print(f"{category:10}", *(f"{value:>10}" for value in row))
    print()


def main(arguments: list[str]) -> None:
    detail = "--detail" in arguments
    folders = [Path(a) for a in arguments if not a.startswith("-")] or [GOLDEN, BLIND]
    for folder in folders:
        passages = list(read_passages(folder))
        table(f"{folder.name}: {len(passages)} passages", measure(passages, detail=detail))


if __name__ == "__main__":
    main(sys.argv[1:])
