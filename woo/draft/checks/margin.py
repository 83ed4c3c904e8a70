"""Refuse more in the margin column than a page can hold: what runs off it would be lost."""

from collections.abc import Iterator

from woo.draft.kinds import Kind
from woo.draft.reading.source import Source
from woo.model.draft import Problem

# Lines on a page in the smallest letter but one, and the characters of a line.
_MOST_LINES, _LINE = 90, 32


def check_margin(source: Source, kind: Kind) -> Iterator[Problem]:
    """At the field that takes the most lines."""
    names = [one.name for one in kind.fields if one.place == "margin"]
    lines = {name: _lines(source, name) for name in names if name in source.entries}
    if sum(lines.values()) > _MOST_LINES:
        entry = source.entries[max(lines, key=lambda name: lines[name])]
        message = (
            f"De kolom naast de tekst is te vol: er passen zo'n {_MOST_LINES} regels in. "
            "Kort dit veld in."
        )
        yield Problem(entry.line, entry.column, message)


def _lines(source: Source, name: str) -> int:
    """The label and the lines of every value; cells count as values."""
    texts = [text for one in source.entries[name].written() for text in one.text.split("\n")]
    return 1 + sum(-(-len(text) // _LINE) for text in texts)
