"""Pieces of running text with their places in the source, for the checks that read words."""

from collections.abc import Iterable, Iterator
from dataclasses import field

from woo.draft.reading.places import Anchor, Place, Places
from woo.draft.tree import Code, Image, Inline, Inlines, LineBreak, Link, Marked, Text
from woo.draft.walk import walk_inlines
from woo.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A text without markup. A line that goes on holds a line end."""

    text: str = field(repr=False)
    places: Places = field(repr=False)

    def at(self, offset: int) -> Place:
        """Line and column of the character with this offset."""
        return self.places.at(offset)


def bare_runs(inlines: Inlines) -> Iterator[Run]:
    """Neighbouring texts together, in which something that failed as markup would show."""
    waiting: list[Inline] = []
    for inline in walk_inlines(inlines):
        if isinstance(inline, Text) and not inline.literal:
            waiting.append(inline)
        elif waiting:
            yield join(waiting)
            waiting = []
    if waiting:
        yield join(waiting)


def whole_run(inlines: Inlines) -> Run:
    """Everything that is read in a paragraph, cell or heading, in one run."""
    return join(walk_inlines(inlines))


def shown_run(inlines: Inlines) -> Run:
    """The same of the public version: a mark at the top hides what is in it."""
    return whole_run(tuple(one for one in inlines if not isinstance(one, Marked)))


def unseen_runs(inlines: Inlines) -> Iterator[Run]:
    """What a file holds and a page does not show: descriptions of pictures, addresses of links."""
    for inline in walk_inlines(inlines):
        if isinstance(inline, Image) and inline.alt:
            yield _all_at(inline.alt, inline.line, inline.column)
        elif isinstance(inline, Link) and not inline.url.startswith("#"):
            yield _all_at(inline.url, inline.line, inline.column)


def _all_at(text: str, line: int, column: int) -> Run:
    """A text of which every character stands at the same place: where its element begins."""
    return Run(text, Places([(offset, line, column) for offset in range(len(text))]))


def join(inlines: Iterable[Inline]) -> Run:
    """The texts of these inlines after one another."""
    pieces: list[str] = []
    anchors: list[Anchor] = []
    offset = 0
    for inline in inlines:
        if isinstance(inline, LineBreak):
            piece = "\n"
        elif isinstance(inline, Text | Code):
            piece = inline.text
            if inline.line:
                anchors.append((offset, inline.line, inline.column))
        else:
            continue
        pieces.append(piece)
        offset += len(piece)
    return Run("".join(pieces), Places(anchors or ((0, 1, 1),)))
