"""What markdown-it read, as a tree: a node for each token, or for a pair that opens and closes.

Markdown-it has a tree of its own, which takes a third of the time to parse: it makes the list of
tokens below each node anew.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it.token import Token


class Node:
    """A block or inline of Markdown. ``token`` is the one that opens it.

    A node does not know the one that it stands in, only its type: a tree without circles is gone as
    soon as nobody holds it.
    """

    __slots__ = ("children", "inside", "token", "type")

    def __init__(self, token: "Token", inside: str) -> None:
        """``inside`` is the type of the node that it stands in, empty when there is none."""
        self.token, self.inside = token, inside
        self.type = token.type.removesuffix("_open") if token.nesting else token.type
        self.children: list[Node] = []

    @property
    def tag(self) -> str:
        """The tag of HTML: that of a heading tells its level."""
        return self.token.tag

    @property
    def attrs(self) -> dict[str, Any]:
        """Its attributes in HTML, such as the address of a link."""
        return self.token.attrs

    @property
    def map(self) -> list[int] | None:
        """The first line and the one after the last, from 0; of an inline, where it begins."""
        return self.token.map

    @property
    def level(self) -> int:
        """How many nodes it stands in."""
        return self.token.level

    @property
    def content(self) -> str:
        """The text, of what holds text alone."""
        return self.token.content

    @property
    def markup(self) -> str:
        """The signs that it is written with."""
        return self.token.markup

    @property
    def info(self) -> str:
        """The number of an item, the word behind the signs of a block of code."""
        return self.token.info

    @property
    def meta(self) -> dict[Any, Any]:
        """What a rule says of it."""
        return self.token.meta


def nodes_of(tokens: "Iterable[Token]", inside: str = "") -> list[Node]:
    """The nodes that ``tokens`` make, each with those inside it."""
    found: list[Node] = []
    beside = found
    above: list[tuple[list[Node], str]] = []
    for token in tokens:
        if token.nesting < 0:
            beside, inside = above.pop()
            continue
        node = Node(token, inside)
        beside.append(node)
        if token.nesting:
            above.append((beside, inside))
            beside, inside = node.children, node.type
        elif token.children:
            node.children = nodes_of(token.children, node.type)
    return found
