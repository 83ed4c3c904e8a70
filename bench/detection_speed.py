"""Words a second of detection on one core beside deduce: ``python -m bench.detection_speed``.

``python -m bench.detection_speed [FOLDER…]`` reads the passages of training and of the golden cases
when no folder is named.

The tools take turns on the same texts, each in a process of its own on the same core. Seconds are
of the processor, because the machine is shared; loading is the time to the first result. The
medians of the rounds count, and ratios are taken within a round.
"""

import argparse
import os
import statistics
import sys
from collections.abc import Callable, Iterable
from itertools import cycle
from pathlib import Path

from bench.peers.running import PEERS, ROOT, Answers, NotInstalledError, ask, python_of
from tests.golden.annotated import GOLDEN
from training.marked import read_passages

_FOLDERS = (ROOT / "training" / "passages", GOLDEN)


def texts(words: int, folders: Iterable[Path] = _FOLDERS) -> list[str]:
    """The passages of folders, repeated up to a number of words."""
    once = [one.text for folder in folders for one in read_passages(folder)]
    result, count = [], 0
    for text in cycle(once):
        result.append(text)
        count += len(text.split())
        if count >= words:
            return result
    raise ValueError("no passages")


def one_round(material: list[str], deduce: Path | None) -> dict[str, Answers]:
    """Every tool once, in turn."""
    own = Path(sys.executable)
    answers = {}
    if deduce:
        answers["deduce"] = ask(deduce, PEERS["deduce"].module, material)
    answers["woo, rules and lists"] = ask(own, "own_spans", material, "rules")
    answers["woo, everything"] = ask(own, "own_spans", material, "everything")
    return answers


def table(rounds: list[dict[str, Answers]], words: int) -> str:
    """Markdown; a ratio above 1 is in favour of the tool of its row."""

    def median(name: str, value: Callable[[Answers], float]) -> float:
        return statistics.median(value(one[name]) for one in rounds)

    first = next(iter(rounds[0]))
    lines = [
        f"| | words/s | ratio to {first} | loading, s | ratio | MB | ratio |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in rounds[0]:
        ratios = [
            statistics.median(value(one[first]) / value(one[name]) for one in rounds)
            for value in (_working, _loading, _memory)
        ]
        lines.append(
            f"| {name} | {words / median(name, _working):,.0f} | {ratios[0]:.2f}"
            f" | {median(name, _loading):.1f} | {ratios[1]:.2f}"
            f" | {median(name, _memory):.0f} | {ratios[2]:.2f} |"
        )
    return "\n".join(lines)


def _working(one: Answers) -> float:
    return one.working


def _loading(one: Answers) -> float:
    return one.loading


def _memory(one: Answers) -> float:
    return one.memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=_FOLDERS)
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):  # inherited by the tools' processes
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    material = texts(options.words, options.folders)
    words = sum(len(text.split()) for text in material)
    different = len(set(material))
    try:
        deduce: Path | None = python_of("deduce")
    except NotInstalledError as error:
        print(f"deduce is left out: {error}", file=sys.stderr)
        deduce = None
    rounds = [one_round(material, deduce) for _ in range(options.rounds)]
    print(
        f"{words:,} words in {len(material):,} passages ({different:,} different), one core,"
        f" processor seconds, median of {options.rounds}:\n"
    )
    print(table(rounds, words))


if __name__ == "__main__":
    main()
