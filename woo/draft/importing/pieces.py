"""A piece of a paragraph of Word: a node of the tree and how it looks."""

from dataclasses import dataclass, replace
from itertools import groupby

from woo.draft.importing.looks import Look
from woo.draft.tree import Code, FootnoteReference, Image, Inline, Text


@dataclass(frozen=True, slots=True)
class Piece:
    """A node with its look; ``link`` is the number and address of the link around it."""

    node: Inline
    look: Look
    link: tuple[int, str] | None = None
    bookmarks: tuple[str, ...] = ()


def joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbours that look the same as one: Word cuts a text, or a code, into runs as it likes."""
    result: list[Piece] = []
    for (kind, *_), group in groupby(
        pieces, key=lambda one: (type(one.node), one.look, one.link, one.bookmarks)
    ):
        first, *others = group
        if kind is Text and others:
            texts = [one.node.text for one in (first, *others) if isinstance(one.node, Text)]
            first, others = replace(first, node=Text("".join(texts))), []
        result += [first, *others]
    return result


def without_note_commas(pieces: list[Piece]) -> list[Piece]:
    """Without the raised commas between notes that touch: every writer puts them there itself."""
    around = zip([None, *pieces], pieces, [*pieces[1:], None], strict=False)
    return [one for before, one, after in around if not _is_note_comma(before, one, after)]


def _is_note_comma(before: Piece | None, piece: Piece, after: Piece | None) -> bool:
    return (
        isinstance(piece.node, Text)
        and piece.look.raised
        and piece.node.text.strip() == ","
        and all(one and isinstance(one.node, FootnoteReference) for one in (before, after))
    )


def with_node(piece: Piece, node: Inline) -> Piece:
    """The same look for another node."""
    return replace(piece, node=node)


def is_shown(piece: Piece) -> bool:
    """Whether a reader sees it: not white space alone."""
    node = piece.node
    return isinstance(node, Image | FootnoteReference) or (
        isinstance(node, Text | Code) and bool(node.text.strip())
    )
