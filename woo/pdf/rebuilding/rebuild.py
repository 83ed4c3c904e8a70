"""Builds the file that is released from what the pages draw, with pikepdf.

Nothing gets in because it was there: the catalog is made anew, pages keep the keys of
``allowlist``, content streams are written again operator by operator, and whatever no page draws
is no longer reachable and so not written. The same input gives the same bytes.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from woo.errors import RefusedError
from woo.model.boxstyle import BoxStyle
from woo.pdf.images.jpeg import without_metadata
from woo.pdf.images.pixels import overwrite
from woo.pdf.rebuilding.allowlist import AllowList
from woo.pdf.rebuilding.announcing import Announcer
from woo.pdf.rebuilding.bookmarks import Saying, new_outlines, new_page_labels
from woo.pdf.rebuilding.catalog import kept_kinds, kinds_of, language_of, new_catalog
from woo.pdf.rebuilding.destinations import Destinations
from woo.pdf.rebuilding.links import Links
from woo.pdf.rebuilding.metadata import Claims, read_claims, write_metadata
from woo.pdf.rebuilding.naming import clean_names
from woo.pdf.rebuilding.reach import Reach
from woo.pdf.rebuilding.relining import Relining, move_links
from woo.pdf.rebuilding.structure import Cleaning, clean_structure
from woo.pdf.removing.drawing import FONT_NAME, LabelFont, draw, label_font
from woo.pdf.removing.layers import is_hidden
from woo.pdf.removing.marks import LabelOf, PagePlan
from woo.pdf.trees import entries

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


def _nothing(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the new file must hold, and what no string in it may say.

    ``label_of`` gives the label when a string holds redacted text, else None. ``hidden`` are the
    layers that are not shown. ``source`` is the file as it was before removal: it tells where the
    removed text stood. ``is_shown`` tells whether all words of a string stand on the pages as
    they will be released.
    """

    title: str = field(repr=False)
    plans: Sequence[PagePlan]
    label_of: LabelOf
    hidden: frozenset[tuple[int, int]] = frozenset()
    flattened: bool = False
    source: Path | None = None
    is_shown: Callable[[str], bool] = field(default=_nothing, repr=False)
    style: BoxStyle = field(default_factory=BoxStyle)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The kinds of content that were dropped, and the pages with overwritten images.

    ``plans`` are those of the order with the respacings that were carried out, and their boxes.
    """

    dropped: tuple[str, ...]
    image_pages: frozenset[int]
    plans: tuple[PagePlan, ...] = ()


def rebuild(working: Path, out: Path, order: Order) -> Rebuilt:
    """Write the released file to ``out``.

    Raises RefusedError when the file is too damaged to build anew.
    """
    import pikepdf

    try:
        with pikepdf.open(working) as pdf, _opened(order.source) as before:
            found = kinds_of(pdf, layers=bool(order.hidden), annotations=order.flattened)
            image_pages, plans = _rebuild(pdf, before, order)
            dropped = tuple(sorted(found - kept_kinds(pdf.Root)))
            pdf.save(
                out,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                compress_streams=True,
            )
            return Rebuilt(dropped, image_pages, plans)
    except (pikepdf.PdfError, RecursionError):
        raise RefusedError(
            "Dit pdf-bestand is beschadigd en kan niet veilig worden gelakt.",
            "Druk het af naar een nieuwe pdf en lak die.",
        ) from None


@contextmanager
def _opened(source: Path | None) -> Iterator[Any]:
    """The file before removal; None when it is not given or cannot be opened."""
    import pikepdf

    with ExitStack() as stack:
        before = None
        if source is not None:
            with suppress(pikepdf.PdfError):
                before = stack.enter_context(pikepdf.open(source))
        yield before


def _rebuild(pdf: Any, before: Any, order: Order) -> tuple[frozenset[int], tuple[PagePlan, ...]]:
    import pikepdf

    claims = _claims(pdf, order)
    language = language_of(pdf)
    inside = Destinations(pdf)
    pages = list(pdf.pages)
    for page in pages:
        _inherit(page.obj)
    image_pages = overwrite(pdf, order.plans)
    root = pdf.Root.get("/StructTreeRoot")
    announcer = Announcer(pdf, before, root) if isinstance(root, pikepdf.Dictionary) else None
    rewritten, plans = _write_contents(pdf, pages, order, announcer)
    order = replace(order, plans=plans)
    links = _clean_pages(pdf, pages, order, rewritten, Links(pdf, inside, order.label_of))
    catalog = new_catalog(pdf, pages, language)
    _keep_bookmarks(pdf, catalog, inside, order)
    if announcer:
        _clean_tree(pages, links, order, root)
        announcer.finish(language)
        catalog["/StructTreeRoot"] = root
        catalog["/MarkInfo"] = pikepdf.Dictionary(Marked=True)
    pdf.trailer["/Root"] = catalog
    write_metadata(pdf, order.title, claims, language)
    for key in list(pdf.trailer.keys()):
        if key not in {"/Root", "/Info", "/Size"}:
            del pdf.trailer[key]
    return image_pages, plans


def _inherit(page: Any) -> None:
    """Write what a page inherits into the page, so that the page tree can be made anew."""
    import pikepdf

    for key in _INHERITED:
        node, steps = page, 0
        while key not in node and isinstance(node.get("/Parent"), pikepdf.Dictionary):
            node, steps = node["/Parent"], steps + 1
            if steps > 100:
                raise pikepdf.PdfError("page tree too deep")
        if key in node and node is not page:
            page[key] = node[key]
    if "/MediaBox" not in page:
        page["/MediaBox"] = pikepdf.Array([0, 0, 612, 792])


def _write_contents(
    pdf: Any, pages: Sequence[Any], order: Order, announcer: Announcer | None
) -> tuple[set[tuple[int, int]], tuple[PagePlan, ...]]:
    """Write every stream anew, prune the resources, draw the boxes.

    Gives the streams that were written, and the plans as they were carried out.
    """
    reach = Reach(pdf, lambda thing: is_hidden(thing, order.hidden))
    relines = [Relining(page.obj, plan) for page, plan in zip(pages, order.plans, strict=True)]
    contents = [
        reach.page(page.obj, lines.change if lines.has_marks else None)
        for page, lines in zip(pages, relines, strict=True)
    ]
    plans = tuple(lines.plan for lines in relines)
    reach.follow()
    if any(order.label_of(name) for name in {*reach.names()}):
        raise RefusedError(
            "De opbouw van dit pdf-bestand bevat een gelakt gegeven als naam.",
            "Druk het bestand af naar een nieuwe pdf en lak die.",
        )
    reach.prune_fonts()
    reach.prune()
    font = _font(pdf, order)
    for page, content, plan in zip(pages, contents, plans, strict=True):
        cut, numbers = content, dict[int, int]()
        if announcer:
            cut, numbers = announcer.page(page.obj, content, plan)
        drawn = _with_marks(page.obj, cut, plan, font, numbers)
        page.obj["/Contents"] = pdf.make_stream(drawn)
    return reach.rewritten, plans


def _font(pdf: Any, order: Order) -> LabelFont | None:
    labels = {mark.label for plan in order.plans for mark in plan.marks if mark.label}
    marked = any(plan.marks for plan in order.plans)
    return label_font(pdf, sorted(labels)) if marked else None


def _with_marks(
    page: Any, content: bytes, plan: PagePlan, font: LabelFont | None, numbers: dict[int, int]
) -> bytes:
    """The page's content in brackets of its own, then the boxes."""
    import pikepdf

    if not plan.marks or font is None:
        return content
    x0, y0, x1, y1 = (float(value) for value in page["/MediaBox"])
    resources = pikepdf.Dictionary(page["/Resources"])
    fonts = pikepdf.Dictionary(dict(entries(resources, "Font")))
    fonts[FONT_NAME] = font.resource
    resources["/Font"] = fonts
    page["/Resources"] = resources
    return b"q\n" + content + b"\nQ\n" + draw(plan.marks, font, min(x0, x1), max(y0, y1), numbers)


def _clean_pages(
    pdf: Any, pages: Sequence[Any], order: Order, rewritten: set[tuple[int, int]], links: Links
) -> list[Any]:
    """Leave on each page what the allow-list names, and its harmless links."""
    import pikepdf

    allow = AllowList()
    kept: list[Any] = []
    for page, plan in zip(pages, order.plans, strict=True):
        staying = links.clean(page.obj, [mark.box for mark in plan.marks])
        move_links(page.obj, staying, plan)
        kept += staying
        safe = {k: page.obj[k] for k in ("/Parent", "/Contents", "/Annots") if k in page.obj}
        allow.clean(page.obj, "page")
        for key, value in safe.items():
            page.obj[key] = value
        if "/StructTreeRoot" in pdf.Root:
            page.obj["/Tabs"] = pikepdf.Name.S  # PDF/UA-1 7.18.3
    _clean_streams(allow, rewritten)
    clean_names(allow.named, order.label_of)
    return kept


def _clean_streams(allow: AllowList, rewritten: set[tuple[int, int]]) -> None:
    """Empty what no page draws but something still points at; strip pictures of their data."""
    import pikepdf

    for _, stream in allow.contents:
        if stream.objgen not in rewritten:
            stream.write(b"")
    for image in allow.images:
        if image.get("/Filter") == pikepdf.Name.DCTDecode:
            data = image.read_raw_bytes()
            stripped = without_metadata(data)
            if len(stripped) != len(data):
                parameters = image.get("/DecodeParms")
                image.write(stripped, filter=pikepdf.Name.DCTDecode, decode_parms=parameters)


def _keep_bookmarks(pdf: Any, catalog: Any, inside: Destinations, order: Order) -> None:
    saying = Saying(order.label_of, order.is_shown)
    outlines = new_outlines(pdf, pdf.Root.get("/Outlines"), inside, saying)
    if outlines is not None:
        catalog["/Outlines"] = outlines
    labels = new_page_labels(pdf.Root.get("/PageLabels"), len(pdf.pages), saying)
    if labels is not None:
        catalog["/PageLabels"] = labels


def _clean_tree(pages: Sequence[Any], links: Sequence[Any], order: Order, root: Any) -> None:
    """Clean the structure tree of a tagged document."""
    marked = zip(pages, order.plans, strict=True)
    cleaning = Cleaning(
        pages={page.obj.objgen for page in pages},
        marked={page.obj.objgen for page, plan in marked if plan.marks},
        links={link.objgen for link in links},
        label_of=order.label_of,
    )
    clean_structure(root, cleaning)


def _claims(pdf: Any, order: Order) -> Claims:
    """The standards that are still true: an image of a page has no structure any more."""
    claims = read_claims(pdf)
    tagged = "/StructTreeRoot" in pdf.Root
    if not tagged or order.flattened or any(plan.raster for plan in order.plans):
        pdfa = claims.pdfa[:1] + "b" if claims.pdfa else ""
        return Claims(pdfa, "")
    return claims
