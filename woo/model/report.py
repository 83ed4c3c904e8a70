"""What redaction did to one document, without personal data."""

from dataclasses import dataclass, field
from enum import StrEnum

from woo.model.geometry import Area


class Route(StrEnum):
    """How content was taken out of a page."""

    TEXT = "text"
    IMAGE = "image"
    PATH = "path"
    RASTER = "raster"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReport:
    """The boxes on one page and the routes by which content was removed."""

    page: int
    boxes: int
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WidthReport:
    """What the widths of the gaps still say about surnames, in bits of those of a whole list.

    ``neutral`` is the number of marks whose gap no longer has the width of what stood there;
    ``kept`` counts the others by the reason why.
    """

    list_bits: float
    median_bits: float | None = None
    worst_bits: float | None = None
    neutral: int = 0
    kept: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionReport:
    """Counts per ground and per page; what was dropped from the file; engine versions.

    ``areas`` are the boxes, ``respaced`` the lines of which the words were moved. ``standards``
    are those that the file claims, ``not_claimed`` says in Dutch why not the others. ``checked``
    are the rules of the verifier that the file was held against.
    """

    pages: int
    marks: int
    marks_by_ground: dict[str, int]
    page_reports: tuple[PageReport, ...]
    areas: tuple[Area, ...] = ()
    respaced: tuple[Area, ...] = ()
    width_leak: WidthReport | None = None
    dropped: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    not_claimed: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    engines: dict[str, str] = field(default_factory=dict)
