"""The marks on a page: where content goes, and what is drawn over the gap."""

from collections.abc import Callable
from dataclasses import dataclass

from woo.model.geometry import Box

# The label to put in the place of a string that holds redacted text; None when it holds none.
LabelOf = Callable[[str], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One black box. ``strips`` are thin bands through the glyphs that must go.

    ``turned`` says that the text in it runs up or down the page; ``whole`` that everything in the
    box goes, drawings too. Places as in ``textlayer``.
    """

    box: Box
    label: str
    strips: tuple[Box, ...]
    turned: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """What happens to one page (from 1). ``raster`` turns the whole page into an image."""

    page: int
    marks: tuple[Mark, ...] = ()
    outside: bool = False
    raster: bool = False
