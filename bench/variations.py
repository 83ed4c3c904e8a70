"""What is lost when the same text is written another way: ``python -m bench.variations [FILE…]``.

Passages that rules and networks read well may come from a scan, a web page or somebody in haste.
Each way of writing (``ways_of_writing``) is counted on the same passages as they were written.
Without files: the newest development sets.
"""

import argparse
import os
from collections.abc import Iterable, Sequence
from multiprocessing import Pool
from pathlib import Path

from bench.detection import Counts, measure, total
from bench.ways_of_writing import WAYS
from training.marked import Passage, read_file
from woo.model.finding import Category

_NEWEST = Path(__file__).parents[1] / "training" / "development"
_APART = (Category.PERSON.value, Category.SPECIAL.value)


def counted(way: str, passages: Sequence[Passage]) -> dict[str, Counts]:
    """Counts of the passages, written that way, by category."""
    return measure(map(WAYS[way], passages)).by_category


def row(way: str, by_category: Iterable[dict[str, Counts]]) -> str:
    """One line of the table: names, special data, and numbers and contacts."""
    parts = list(by_category)

    def of(*categories: str) -> Counts:
        return total(one[name] for one in parts for name in categories if name in one)

    names, special = of(_APART[0]), of(_APART[1])
    others = of(*{name for one in parts for name in one if name not in _APART})
    return (
        f"| {way} | {_share(names)} | {names.extra} | {names.harmed} of {names.kept}"
        f" | {_share(special)} | {_share(others)} | {others.extra} |"
    )


def _share(counts: Counts) -> str:
    return f"{counts.found / counts.wanted:.1%}" if counts.wanted else "-"


def _counted(task: tuple[str, Passage]) -> dict[str, Counts]:
    return counted(task[0], [task[1]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(_NEWEST.glob("i[c-f].txt")))
    passages = [one for file in parser.parse_args().files for one in read_file(file)]
    print(f"{len(passages):,} passages:\n")
    print("| | names | in vain | who stays, gone | special data | the rest | in vain |")
    print("|---|---|---|---|---|---|---|")
    with Pool(os.cpu_count()) as pool:
        for way in WAYS:
            tasks = [(way, one) for one in passages]
            print(row(way, pool.imap_unordered(_counted, tasks, chunksize=8)), flush=True)


if __name__ == "__main__":
    main()
