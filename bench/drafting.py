"""Drafting, as ratios in one run: warm beside WeasyPrint, cold beside a bare Typst script.

``python -m bench.drafting [--rounds N] [--rows N] [--long-rounds N]``. The tools take turns, so
that a machine that slows down slows all of them; the median of the rounds counts. WeasyPrint gets
the HTML that ``woo draft render --to html`` makes of the same source, and makes a plain PDF of it
and a tagged one (PDF/UA-1). It lives in an environment of its own below ``.tools/peers``; where
that cannot be made, only the cold start is measured.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from unittest.mock import patch

from bench.drafting_material import besluit, nota
from bench.peers.running import ROOT, NotInstalledError, environment

WOO = "woo"
# Compiled modules are kept, as for every user; only the first of all starts makes them.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


Run = Callable[[], float]


def take_turns(runs: dict[str, Run], rounds: int) -> dict[str, list[float]]:
    """Seconds by name, one per round."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(run())
    return taken


def ratio(others: list[float], ours: list[float]) -> float:
    """The median of the ratios of the rounds."""
    return statistics.median(other / own for other, own in zip(others, ours, strict=True))


def worker(stack: ExitStack, python: Path, tool: str, path: Path) -> Run:
    """A warm tool: each call makes one PDF and gives the seconds."""
    process = stack.enter_context(
        subprocess.Popen(
            [python, "-m", "bench.drafting_worker", tool, path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=_ENVIRONMENT,
        )
    )
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None
    assert stdout is not None
    stack.callback(stdin.close)

    def make() -> float:
        stdin.write("\n")
        stdin.flush()
        return float(stdout.readline())

    make()
    return make


def beside_weasyprint(text: str, folder: Path, rounds: int) -> dict[str, list[float]]:
    from woo.draft.render import render

    source, page = folder / "bron.md", folder / "bron.html"
    source.write_text(text, "utf-8")
    page.write_bytes(render(text, public=False, to="html", folder=folder).content)
    peer = environment("weasyprint", "weasyprint.lock")
    with ExitStack() as stack:
        runs = {
            WOO: worker(stack, Path(sys.executable), "woo", source),
            "WeasyPrint": worker(stack, peer, "weasyprint", page),
            "WeasyPrint, PDF/UA-1": worker(stack, peer, "weasyprint-ua", page),
        }
        return take_turns(runs, rounds)


def typst_source(text: str, folder: Path) -> str:
    """What Typst gets to see when a source is rendered."""
    from woo.draft.render import render
    from woo.pdf.making import typesetting

    with patch.object(typesetting, "typeset", wraps=typesetting.typeset) as spied:
        render(text, public=False, to="pdf", folder=folder)
    made: str = spied.call_args.args[0]
    return made


def cold(text: str, folder: Path, rounds: int) -> dict[str, list[float]]:
    """A whole process each: ``woo draft render``, and a script that compiles what it compiles."""
    from woo.pdf.making.compiling import font_folder

    source, typst = folder / "nota.md", folder / "nota.typ"
    source.write_text(text, "utf-8")
    typst.write_text(typst_source(text, folder), "utf-8")
    out = str(folder / "uit.pdf")
    woo = [sys.executable, "-m", "woo", "draft", "render", str(source), "-o", out]
    bare = [sys.executable, str(ROOT / "bench" / "bare_typst.py"), str(typst), out]
    bare.append(str(font_folder()))
    runs: dict[str, Run] = {WOO: partial(started, woo), "bare script": partial(started, bare)}
    take_turns(runs, 1)
    return take_turns(runs, rounds)


def started(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=_ENVIRONMENT)
    return time.perf_counter() - begun


def show(title: str, taken: dict[str, list[float]], *, ours_above: bool = False) -> None:
    """A line per tool: the median in seconds, and the ratio of it and ``woo``."""
    print(title)
    for name, seconds in taken.items():
        pair = (taken[WOO], seconds) if ours_above else (seconds, taken[WOO])
        print(f"  {name:<24}{statistics.median(seconds):>9.3f} s{ratio(*pair):>8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--rows", type=int, default=5_000)
    parser.add_argument("--long-rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = cold(nota(), folder, options.rounds)
        show("A cold start, two pages (ratio: woo to the other)", made, ours_above=True)
        try:
            made = beside_weasyprint(nota(), folder, options.rounds)
            show("Warm, two pages (ratio: the other to woo)", made)
            made = beside_weasyprint(besluit(options.rows), folder, options.long_rounds)
            show(f"Warm, a besluit with {options.rows} rows (ratio: the other to woo)", made)
        except NotInstalledError as error:
            print(f"WeasyPrint: {error}")


if __name__ == "__main__":
    main()
