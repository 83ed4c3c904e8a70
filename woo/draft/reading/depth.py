"""How deep a text may be nested: lists in lists, quotes in quotes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

# In levels of markdown-it, of which a list takes two.
DEEPEST = 20
# What a list of its own can hold at most: an item, a table, a row, a cell and its text.
_HELD = 8


def first_too_deep(tokens: "Iterable[Token]") -> int | None:
    """The line, from 0, of the first thing that lies too deep; None when nothing does."""
    for token in tokens:
        if token.level > DEEPEST:
            return token.map[0] if token.map else 0
    return None


def without_deep(tokens: "Sequence[Token]") -> "Iterator[Token]":
    """The text without the lists and quotes that could hold something too deep."""
    left: int | None = None
    for token in tokens:
        is_container = token.type.startswith(("bullet_list", "ordered_list", "blockquote"))
        if left is None and is_container and token.level > DEEPEST - _HELD:
            left = token.level
        if left is None:
            yield token
        elif token.level == left and token.nesting < 0:
            left = None
