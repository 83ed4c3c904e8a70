"""Where things come to stand on the pages that Typst makes."""

import json
from pathlib import Path

from woo.model.values import dataclass
from woo.pdf.making.compiling import ask
from woo.pdf.making.typesetting import Typst, typst_string

_ALL = """
#context [#metadata(query(<place>).map(one => (
  one.value.at(0), one.value.at(1), one.location().page(), one.location().position().y.pt(),
)))<places>]
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Something on a page, counted from 1; ``y`` in points from the top.

    ``line`` is the line of the source it came from; ``role`` is what ``place_mark`` was given.
    """

    role: str
    line: int
    page: int
    y: float


def place_mark(role: str, line: int) -> Typst:
    """Typst code that shows nothing and is found by ``measure``."""
    return Typst(f"#metadata(({typst_string(role)}, {line}))<place>")


def measure(source: str, *, root: Path | None) -> list[Place]:
    """The places in a source, in the order of the text. Raises WooError when Typst refuses it."""
    return [Place(*one) for one in json.loads(ask(source + _ALL, "<places>", root=root))]
