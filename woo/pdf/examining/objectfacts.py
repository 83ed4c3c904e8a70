"""The skeleton of a PDF as plain values: catalog, pages and annotations, read by qpdf."""

from dataclasses import dataclass, field
from typing import Any

from woo.model.geometry import Box
from woo.pdf.examining.objectwalk import UnreadablePdfError
from woo.pdf.examining.pageboxes import Corner, corners, inherited


@dataclass(frozen=True, slots=True)
class AnnotationFacts:
    """One annotation. ``shade`` is its fill or line colour, 0 black to 1 white, when it has one."""

    page: int
    subtype: str
    keys: frozenset[str]
    action: str
    action_keys: frozenset[str]
    target: str = field(repr=False)
    box: Box
    shade: float | None
    has_text: bool


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page: the keys of its dictionary, and its crop box where that hides a part.

    ``size`` is that of the media box in points, unturned; ``turn`` how far the page is displayed
    turned to the right, in degrees; ``unit`` its UserUnit. ``has_hidden_layers`` holds for the
    document: which page shows a layer is not looked up.
    """

    number: int
    keys: frozenset[str]
    crop: Box | None
    has_hidden_layers: bool
    annotations: tuple[AnnotationFacts, ...]
    size: tuple[float, float]
    turn: int = 0
    unit: float = 1.0


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The document: keys of trailer and catalog, the entries of the Info dictionary, its pages."""

    is_encrypted: bool
    trailer_keys: frozenset[str]
    catalog_keys: frozenset[str]
    info: dict[str, str] = field(repr=False)
    pages: tuple[PageFacts, ...]


def read_facts(pdf: Any) -> FileFacts:
    """Read the skeleton. Raises UnreadablePdfError when it is broken."""
    try:
        layered = _has_hidden_layers(pdf.Root)
        pages = tuple(
            _page(number, page.obj, layered=layered) for number, page in enumerate(pdf.pages, 1)
        )
        info = pdf.trailer.get("/Info", {})
        entries = {str(key): str(value) for key, value in info.items()}
        keys = frozenset(pdf.trailer.keys()), frozenset(pdf.Root.keys())
        return FileFacts(pdf.is_encrypted, *keys, entries, pages)
    except Exception:  # noqa: BLE001 - fails closed
        raise UnreadablePdfError from None


def _has_hidden_layers(catalog: Any) -> bool:
    settings = catalog.get("/OCProperties", {}).get("/D", {})
    return bool(len(settings.get("/OFF", ()))) or str(settings.get("/BaseState", "")) == "/OFF"


def _page(number: int, page: Any, *, layered: bool) -> PageFacts:
    media = corners(inherited(page, "/MediaBox"))
    given = inherited(page, "/CropBox")
    crop = None if given is None else corners(given)
    if crop is not None and all(abs(a - b) <= 1 for a, b in zip(crop, media, strict=True)):
        crop = None
    notes = [item for item in page.get("/Annots", ()) if hasattr(item, "keys")]
    return PageFacts(
        number=number,
        keys=frozenset(page.keys()),
        crop=None if crop is None else _box(crop, media),
        has_hidden_layers=layered,
        annotations=tuple(_annotation(number, item, media) for item in notes),
        size=(media[2] - media[0], media[3] - media[1]),
        turn=int(inherited(page, "/Rotate") or 0) // 90 * 90 % 360,
        unit=float(page.get("/UserUnit", 1)) or 1.0,
    )


def _box(edges: Corner, media: Corner) -> Box:
    x0, y0, x1, y1 = edges
    return Box(x0 - media[0], media[3] - y1, x1 - media[0], media[3] - y0)


def _annotation(number: int, item: Any, media: Corner) -> AnnotationFacts:
    action = item.get("/A")
    has_action = action is not None and hasattr(action, "keys")
    return AnnotationFacts(
        page=number,
        subtype=str(item.get("/Subtype", "")),
        keys=frozenset(item.keys()),
        action=str(action.get("/S", "")) if has_action else "",
        action_keys=frozenset(action.keys()) if has_action else frozenset(),
        target=str(action.get("/URI", "")) if has_action else "",
        box=_box(corners(item.get("/Rect")), media),
        shade=_shade(item),
        has_text=any(str(item.get(key, "")).strip() for key in ("/Contents", "/RC", "/T")),
    )


def _shade(item: Any) -> float | None:
    """The lightness of the interior colour, or else of the colour, as 0 to 1."""
    colour = item.get("/IC", item.get("/C"))
    values = [float(value) for value in colour] if colour is not None else []
    if len(values) == 4:
        return 1 - min(1.0, max(values[:3]) + values[3])
    return sum(values) / len(values) if values else None
