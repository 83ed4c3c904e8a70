"""Bad sources, each with everything that must be said of it: line, column, and what to write.

After a change on purpose: ``python -m tests.draft.test_bad_sources`` writes what is said now.
"""

from datetime import date
from pathlib import Path

import pytest

from woo.draft.check import check
from woo.model.draft import Problem, Severity

FOLDER = Path(__file__).parent / "bad"
SOURCES = sorted(FOLDER.glob("*.md"))
TODAY = date(2026, 9, 1)


def said_of(source: Path) -> str:
    return "".join(map(shown, check(source.read_text("utf-8"), folder=FOLDER, today=TODAY)))


def shown(problem: Problem) -> str:
    word = "fout" if problem.severity is Severity.ERROR else "tip"
    return f"{problem.line}:{problem.column}: {word}: {problem.message}\n"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_everything_is_said_of_a_bad_source(source: Path) -> None:
    assert said_of(source) == source.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_place_is_in_the_source(source: Path) -> None:
    lines = source.read_text("utf-8").split("\n")
    for one in check(source.read_text("utf-8"), folder=FOLDER, today=TODAY):
        assert 1 <= one.line <= len(lines)
        assert 1 <= one.column <= len(lines[one.line - 1]) + 1


if __name__ == "__main__":
    for path in SOURCES:
        path.with_suffix(".txt").write_text(said_of(path), "utf-8")
