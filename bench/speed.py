"""Pages a second and peak memory, as ratios to a plain PyMuPDF script in the same run.

``python -m bench.speed [--pages N] [--rounds N]``. The steps take turns, so that a machine that
slows down slows all of them; the median of the rounds counts.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.material import write_material

PYTHON = [sys.executable, "-m"]


@dataclass(frozen=True)
class Measured:
    """Wall-clock seconds, and the peak memory of the largest process in MB."""

    seconds: float
    memory: float


def measure(command: list[str]) -> Measured:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"mislukt: {' '.join(command)}")
    return Measured(time.perf_counter() - started, usage.ru_maxrss / 1024)


def whole_run(source: Path, folder: Path) -> Measured:
    """Everything from a new dossier to a bundle, with as many processes as there are cores."""
    dossier = folder / "dossier"
    shutil.rmtree(dossier, ignore_errors=True)
    woo = [*PYTHON, "woo", "-C", str(dossier)]
    start = ["--title", "Meting", "--case-number", "M-1", "--organisation", "BZK"]
    dates = ["--received", "2024-10-07", "--decided", "2024-11-04"]
    parts = [
        measure([*PYTHON, "woo", "new", str(dossier), *start, *dates]),
        measure([*woo, "add", str(source)]),
        measure([*woo, "run", "--accept-suggestions"]),
    ]
    return Measured(sum(part.seconds for part in parts), max(part.memory for part in parts))


def one_round(source: Path, folder: Path) -> dict[str, Measured]:
    out = str(folder / "out.pdf")
    steps = {
        name: measure([*PYTHON, "bench.steps", name, str(source), out])
        for name in ("detect", "redact", "redact-verify")
    }
    return {
        "naive PyMuPDF": measure([*PYTHON, "bench.naive", str(source), out]),
        "detect": steps["detect"],
        "redact": steps["redact"],
        "redact + verify": steps["redact-verify"],
        "whole run": whole_run(source, folder),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "in.pdf"
        write_material(source, options.pages)
        rounds = [one_round(source, folder) for _ in range(options.rounds)]
    print(f"{options.pages} pages of 400 words, 6 names a page, median of {options.rounds}")
    print(f"{'':<18}{'pages/s':>9}{'ratio':>8}{'MB':>8}{'ratio':>8}")
    for step in rounds[0]:
        seconds = statistics.median(one[step].seconds for one in rounds)
        memory = statistics.median(one[step].memory for one in rounds)
        speed = [one["naive PyMuPDF"].seconds / one[step].seconds for one in rounds]
        larger = [one[step].memory / one["naive PyMuPDF"].memory for one in rounds]
        print(
            f"{step:<18}{options.pages / seconds:>9.0f}{statistics.median(speed):>8.2f}"
            f"{memory:>8.0f}{statistics.median(larger):>8.2f}"
        )


if __name__ == "__main__":
    main()
