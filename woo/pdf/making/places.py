"""Where things come to stand on the pages that Typst makes."""

import json
from dataclasses import dataclass
from pathlib import Path

from woo.errors import WooError
from woo.pdf.making.typesetting import Typst, font_folder, typst_string

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


def measure(source: str, *, root: Path) -> list[Place]:
    """The places in a source, in the order of the text. Raises WooError when Typst refuses it."""
    import typst

    try:
        found: str = typst.query(  # type: ignore[misc]
            (source + _ALL).encode("utf-8"), "<places>", field="value", one=True, root=root,
            font_paths=[font_folder()], ignore_system_fonts=True,
        )  # fmt: skip
    except typst.TypstError:
        raise WooError(
            "Het opmaken van de pdf is mislukt.", "Meld dit als fout in het programma."
        ) from None
    return [Place(*one) for one in json.loads(found)]
