"""What YAML says, with the place of everything: scalars, sequences and mappings."""

from dataclasses import field
from typing import Any, Literal

from woo.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text, all from 0."""

    line: int
    column: int
    index: int


@dataclass(frozen=True, slots=True)
class YamlNode:
    """``value`` is a text, a list of nodes, or a list of pairs of a key and what it holds.

    ``style`` is how a scalar is written: a quote, ``|``, ``>``, or empty for bare text, and ``end``
    is where it ends; of what holds others it is where that starts. ``is_null`` tells that a scalar
    is the word of YAML for nothing, or nothing at all.
    """

    kind: Literal["scalar", "sequence", "mapping"]
    value: Any = field(repr=False)
    start: Mark
    end: Mark
    style: str = ""
    is_null: bool = False


Pair = tuple[YamlNode, YamlNode]
