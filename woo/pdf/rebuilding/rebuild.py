"""Builds the file that is released from what the pages draw, with pikepdf.

Nothing gets in because it was there: the catalog is made anew, pages keep the keys of
``allowlist``, content streams are written again operator by operator, and whatever no page draws
is no longer reachable and so not written. The same input gives the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from woo.errors import RefusedError
from woo.pdf.images.jpeg import without_metadata
from woo.pdf.images.pixels import overwrite
from woo.pdf.rebuilding.allowlist import AllowList
from woo.pdf.rebuilding.contents import is_language
from woo.pdf.rebuilding.links import Links
from woo.pdf.rebuilding.metadata import Claims, read_claims, write_metadata
from woo.pdf.rebuilding.reach import Reach
from woo.pdf.rebuilding.structure import Cleaning, clean_structure
from woo.pdf.removing.drawing import FONT_NAME, LabelFont, draw, label_font
from woo.pdf.removing.layers import is_hidden
from woo.pdf.removing.marks import LabelOf, PagePlan
from woo.pdf.trees import entries

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the new file must hold, and what no string in it may say.

    ``label_of`` gives the label when a string holds redacted text, else None. ``hidden`` are the
    layers that are not shown.
    """

    title: str = field(repr=False)
    plans: Sequence[PagePlan]
    label_of: LabelOf
    hidden: frozenset[tuple[int, int]] = frozenset()
    flattened: bool = False


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The kinds of content that were dropped, and the pages with overwritten images."""

    dropped: tuple[str, ...]
    image_pages: frozenset[int]


def rebuild(working: Path, out: Path, order: Order) -> Rebuilt:
    """Write the released file to ``out``.

    Raises RefusedError when the file is too damaged to build anew.
    """
    import pikepdf

    try:
        with pikepdf.open(working) as pdf:
            dropped = _dropped(pdf, order)
            image_pages = _rebuild(pdf, order)
            pdf.save(
                out,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                compress_streams=True,
            )
            return Rebuilt(dropped, image_pages)
    except (pikepdf.PdfError, RecursionError):
        raise RefusedError(
            "Dit pdf-bestand is beschadigd en kan niet veilig worden gelakt.",
            "Druk het af naar een nieuwe pdf en lak die.",
        ) from None


def _rebuild(pdf: Any, order: Order) -> frozenset[int]:
    claims = _claims(pdf, order)
    language = _language(pdf)
    pages = list(pdf.pages)
    for page in pages:
        _inherit(page.obj)
    image_pages = overwrite(pdf, order.plans)
    rewritten = _write_contents(pdf, pages, order)
    links = _clean_pages(pdf, pages, order, rewritten)
    _new_catalog(pdf, pages, links, order, language)
    write_metadata(pdf, order.title, claims, language)
    for key in list(pdf.trailer.keys()):
        if key not in {"/Root", "/Info", "/Size"}:
            del pdf.trailer[key]
    return image_pages


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


def _write_contents(pdf: Any, pages: Sequence[Any], order: Order) -> set[tuple[int, int]]:
    """Write every stream anew, prune the resources, draw the boxes; give what was written."""
    reach = Reach(pdf, lambda thing: is_hidden(thing, order.hidden))
    contents = [reach.page(page.obj) for page in pages]
    reach.follow()
    if any(order.label_of(name) for name in {*reach.names()}):
        raise RefusedError(
            "De opbouw van dit pdf-bestand bevat een gelakt gegeven als naam.",
            "Druk het bestand af naar een nieuwe pdf en lak die.",
        )
    reach.prune_fonts()
    reach.prune()
    font = _font(pdf, order)
    for page, content, plan in zip(pages, contents, order.plans, strict=True):
        drawn = _with_marks(page.obj, content, plan, font)
        page.obj["/Contents"] = pdf.make_stream(drawn)
    return reach.rewritten


def _font(pdf: Any, order: Order) -> LabelFont | None:
    labels = {mark.label for plan in order.plans for mark in plan.marks if mark.label}
    marked = any(plan.marks for plan in order.plans)
    return label_font(pdf, sorted(labels)) if marked else None


def _with_marks(page: Any, content: bytes, plan: PagePlan, font: LabelFont | None) -> bytes:
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
    return b"q\n" + content + b"\nQ\n" + draw(plan.marks, font, min(x0, x1), max(y0, y1))


def _clean_pages(
    pdf: Any, pages: Sequence[Any], order: Order, rewritten: set[tuple[int, int]]
) -> list[Any]:
    """Leave on each page what the allow-list names, and its harmless links."""
    import pikepdf

    links = Links(pdf, order.label_of)
    allow = AllowList()
    kept: list[Any] = []
    for page, plan in zip(pages, order.plans, strict=True):
        kept += links.clean(page.obj, [mark.box for mark in plan.marks])
        safe = {k: page.obj[k] for k in ("/Parent", "/Contents", "/Annots") if k in page.obj}
        allow.clean(page.obj, "page")
        for key, value in safe.items():
            page.obj[key] = value
        if "/StructTreeRoot" in pdf.Root:
            page.obj["/Tabs"] = pikepdf.Name.S  # PDF/UA-1 7.18.3
    _clean_streams(allow, rewritten)
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


def _new_catalog(
    pdf: Any, pages: Sequence[Any], links: Sequence[Any], order: Order, language: str
) -> None:
    import pikepdf

    old = pdf.Root
    new = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Catalog))
    new["/Pages"] = _page_tree(pdf, pages)
    new["/Lang"] = pikepdf.String(language)
    new["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
    intents = _output_intents(old)
    if intents:
        new["/OutputIntents"] = pikepdf.Array(intents)
    root = old.get("/StructTreeRoot")
    if isinstance(root, pikepdf.Dictionary):
        clean_structure(root, _cleaning(pages, links, order))
        new["/StructTreeRoot"] = root
        new["/MarkInfo"] = pikepdf.Dictionary(Marked=True)
    pdf.trailer["/Root"] = new


def _cleaning(pages: Sequence[Any], links: Sequence[Any], order: Order) -> Cleaning:
    marked = zip(pages, order.plans, strict=True)
    return Cleaning(
        pages={page.obj.objgen for page in pages},
        marked={page.obj.objgen for page, plan in marked if plan.marks},
        links={link.objgen for link in links},
        label_of=order.label_of,
    )


def _page_tree(pdf: Any, pages: Sequence[Any]) -> Any:
    import pikepdf

    tree = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=len(pages)))
    for page in pages:
        page.obj["/Parent"] = tree
    tree["/Kids"] = pikepdf.Array([page.obj for page in pages])
    return tree


def _output_intents(catalog: Any) -> list[Any]:
    import pikepdf

    allow = AllowList()
    given = catalog.get("/OutputIntents")
    kept = []
    for intent in list(given) if isinstance(given, pikepdf.Array) else []:
        if allow.clean(intent, "outputintent"):
            if "/OutputConditionIdentifier" not in intent:
                intent["/OutputConditionIdentifier"] = pikepdf.String("Custom")
            kept.append(intent)
    return kept


def _language(pdf: Any) -> str:
    given = pdf.Root.get("/Lang")
    return str(given) if is_language(given) else "nl"


def _claims(pdf: Any, order: Order) -> Claims:
    """The standards that are still true: an image of a page has no structure any more."""
    claims = read_claims(pdf)
    tagged = "/StructTreeRoot" in pdf.Root
    if not tagged or order.flattened or any(plan.raster for plan in order.plans):
        pdfa = claims.pdfa[:1] + "b" if claims.pdfa else ""
        return Claims(pdfa, "")
    return claims


_KINDS = {
    "metadata": ("/Metadata", "/PieceInfo"),
    "attachments": ("/AF", "/Collection"),
    "outlines": ("/Outlines",),
    "form": ("/AcroForm",),
    "layers": ("/OCProperties",),
    "javascript": ("/OpenAction", "/AA"),
    "page-labels": ("/PageLabels",),
    "threads": ("/Threads",),
}


def _dropped(pdf: Any, order: Order) -> tuple[str, ...]:
    import pikepdf

    found = {kind for kind, keys in _KINDS.items() if any(key in pdf.Root for key in keys)}
    if "/Info" in pdf.trailer:
        found.add("metadata")
    names = pdf.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        found |= {"attachments"} if "/EmbeddedFiles" in names else set()
        found |= {"javascript"} if "/JavaScript" in names else set()
    if order.hidden:
        found.add("layers")
    if order.flattened:
        found.add("annotations")
    return tuple(sorted(found))
