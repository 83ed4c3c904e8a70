"""Redact a word in every PDF of a folder, and count what leaks, breaks or is refused.

``python -m bench.corpus FOLDER [--limit N] [--seconds S] [--workers N] [--details FILE.jsonl]``.
Each file has a process of its own with a time and a memory limit. The details hold file names and
rules, no text of the documents.
"""

import argparse
import json
import multiprocessing
import resource
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.corpus_file import Result, try_file

_MEMORY = 6 * 1024**3  # bytes of address space
_PRELOADED = [
    "bench.corpus_file",
    "ahocorasick",
    "lxml.etree",
    "numpy",
    "pikepdf",
    "pymupdf",
    "pypdf",
    "pypdfium2",
]
_LOST = 0.01
_REFUSED_LISTED = 40


def run_one(source: Path, seconds: float, keep: Path | None) -> dict[str, Any]:
    """What became of one file, also when its process dies or does not end."""
    context = multiprocessing.get_context("forkserver")
    ours, theirs = context.Pipe(duplex=False)
    with tempfile.TemporaryDirectory(prefix="woo-corpus-") as folder:
        # Not the name of the source: it becomes the title, and may hold the word.
        out = (keep or Path(folder)) / f"{sha256(source.name.encode()).hexdigest()[:16]}.pdf"
        process = context.Process(target=_in_process, args=(source, out, folder, theirs))
        process.start()
        theirs.close()
        answer: dict[str, Any] | None = None
        if ours.poll(seconds):
            with suppress(EOFError):
                answer = ours.recv()
        else:
            answer = asdict(Result(name=source.name, outcome="timeout", seconds=seconds))
            process.kill()
        process.join()
    return answer or asdict(
        Result(name=source.name, outcome="crash", reason=f"exit {process.exitcode}")
    )


def _in_process(source: Path, out: Path, folder: str, pipe: Any) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    tempfile.tempdir = folder  # what a killed process leaves goes with its folder
    pipe.send(try_file(source, out))


def in_mixed_order(folder: Path) -> list[Path]:
    """Every PDF below a folder; the order mixes the sources and is the same each time."""
    return sorted(folder.rglob("*.pdf"), key=lambda path: sha256(path.name.encode()).digest())


def results(paths: list[Path], options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """As they come: a slow file holds nothing up."""
    run = partial(run_one, seconds=options.seconds, keep=options.keep)
    with ThreadPoolExecutor(options.workers) as threads:
        for done in as_completed([threads.submit(run, path) for path in paths]):
            yield done.result()


def show(seen: list[dict[str, Any]]) -> None:
    """The table: outcomes, then reasons, then lost text and the largest growth."""
    opened = [one for one in seen if one["outcome"] != "bad input"]
    print(f"{len(seen)} files, {len(opened)} open")
    for outcome, count in Counter(one["outcome"] for one in seen).most_common():
        share = f"{count / max(1, len(opened)):7.2%}" if outcome != "bad input" else ""
        print(f"  {outcome:<10}{count:>6} {share}")
    for outcome in ("leak", "crash", "timeout", "failed", "refused", "bad input"):
        reasons = Counter(one["reason"] for one in seen if one["outcome"] == outcome)
        for reason, count in reasons.most_common(_REFUSED_LISTED):
            print(f"{outcome}: {count} x {reason}")
    clean = [one for one in seen if one["outcome"] == "clean"]
    print(f"text lost outside the boxes (> {_LOST:.0%}): {sum(c['lost'] > _LOST for c in clean)}")
    print(f"pages made pictures: {sum(c['raster_pages'] for c in clean)}, of {_pages(clean)}")
    ratios = sorted(one["size_ratio"] for one in clean)
    if ratios:
        print(f"size: median {ratios[len(ratios) // 2]:.2f}, largest {ratios[-1]:.1f} times")


def _pages(clean: list[dict[str, Any]]) -> int:
    return sum(int(one["pages"]) for one in clean)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--details", type=Path, help="JSON lines, a line per file")
    parser.add_argument("--keep", type=Path, help="a folder for the redacted files")
    parser.add_argument("--names", type=Path, help="only the files named here, a line each")
    options = parser.parse_args()
    multiprocessing.set_forkserver_preload(_PRELOADED)
    paths = in_mixed_order(options.folder)
    if options.names:
        wanted = set(options.names.read_text().split("\n"))
        paths = [path for path in paths if path.name in wanted]
    paths = paths[options.skip :][: options.limit]
    seen = []
    for one in results(paths, options):
        seen.append(one)
        if options.details:
            with options.details.open("a") as details:
                details.write(json.dumps(one) + "\n")
    show(seen)


if __name__ == "__main__":
    main()
