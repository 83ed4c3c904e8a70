"""Frog, by the program and the data that Debian has.

``python-frog`` from the registry does not work with them: it asks for data of a newer kind, which
only another server has. Frog gives words, not places, so each word is looked up in the text.
"""

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.peers.answering import Marker, Span, answer

# Neither words' stems and parts, nor groups of words, nor sentence trees: only names are asked for.
_SKIP = "--skip=mpcla"
_LABEL_COLUMN = 7  # number, word, stem, parts, compound, word class, certainty, name


def load() -> Marker:
    return mark


def mark(texts: Iterable[str]) -> Iterator[list[Span]]:
    """All texts in one run, because starting Frog takes longer than reading a page."""
    with tempfile.TemporaryDirectory() as name:
        source, out = Path(name, "in"), Path(name, "out")
        source.mkdir()
        out.mkdir()
        written = list(texts)
        for number, text in enumerate(written):
            (source / f"{number:05}.txt").write_text(text + "\n", "utf-8")
        if written:
            command = ["frog", _SKIP, "--threads=1"]
            folders = [f"--testdir={source}", f"--outputdir={out}"]
            subprocess.run(
                [*command, *folders], check=True, cwd=name, stdout=subprocess.DEVNULL, stderr=2
            )
        for number, text in enumerate(written):
            (made,) = out.glob(f"{number:05}.txt*")
            yield spans(text, made.read_text("utf-8"))


def spans(text: str, columns: str) -> list[Span]:
    """The places of the names in Frog's columns (``B-PER`` begins one, ``I-PER`` goes on)."""
    found: list[Span] = []
    position = 0
    for line in columns.splitlines():
        cells = line.split("\t")
        if len(cells) <= _LABEL_COLUMN:
            continue
        start, position = place(text, cells[1], position)
        begins, _, label = cells[_LABEL_COLUMN].partition("-")
        if begins == "I" and found:
            found[-1] = (found[-1][0], position, label)
        elif label:
            found.append((start, position, label))
    return found


def place(text: str, word: str, position: int) -> tuple[int, int]:
    """Where a word stands, from a position on; Frog writes some signs otherwise than the text."""
    while position < len(text) and text[position].isspace():
        position += 1
    start = text.find(word, position, position + len(word) + 20)
    start = position if start < 0 else start
    return start, min(start + len(word), len(text))


def versions() -> str:
    """The versions of Debian's packages of the program and of its data."""
    asked = ["dpkg-query", "--show", "--showformat", "${Package} ${Version}, "]
    done = subprocess.run([*asked, "frog", "frogdata"], check=True, capture_output=True, text=True)
    return done.stdout.strip(", ")


if __name__ == "__main__":
    answer(versions(), load)
