"""The lines of a text."""

from collections.abc import Iterator


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Every line with the offset where it begins; a page break ends a line too."""
    start = 0
    for line in text.replace("\f", "\n").split("\n"):
        yield start, line
        start += len(line) + 1
