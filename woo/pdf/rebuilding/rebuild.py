"""Builds the file that is released from what the pages draw, with pikepdf.

Nothing gets in because it was there: the catalog is made anew, pages keep the keys of
``allowlist``, content streams are written again operator by operator, and whatever no page draws
is no longer reachable and so not written. The same input gives the same bytes.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from woo.errors import RefusedError
from woo.pdf.images.jpeg import without_metadata
from woo.pdf.images.pixels import Overwritten, overwrite
from woo.pdf.rebuilding.allowlist import AllowList
from woo.pdf.rebuilding.announcing import Announcer
from woo.pdf.rebuilding.bookmarks import Saying, new_outlines, new_page_labels
from woo.pdf.rebuilding.catalog import kept_kinds, kinds_of, language_of, new_catalog
from woo.pdf.rebuilding.conformance import Conformity, judge
from woo.pdf.rebuilding.destinations import Destinations
from woo.pdf.rebuilding.links import Links
from woo.pdf.rebuilding.metadata import read_claims, write_metadata
from woo.pdf.rebuilding.naming import clean_names
from woo.pdf.rebuilding.order import Order
from woo.pdf.rebuilding.relining import move_links
from woo.pdf.rebuilding.structure import Cleaning, clean_structure
from woo.pdf.rebuilding.writing import write_contents
from woo.pdf.removing.marks import PagePlan

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The kinds of content that were dropped, and the images that were overwritten.

    ``plans`` are those of the order with the respacings that were carried out, and their boxes.
    ``standards`` are those that the file claims (``PDF/A-2b``), ``not_claimed`` says in Dutch why
    not the others.
    """

    dropped: tuple[str, ...]
    images: Overwritten
    plans: tuple[PagePlan, ...] = ()
    standards: tuple[str, ...] = ()
    not_claimed: tuple[str, ...] = ()


def rebuild(working: Path, out: Path, order: Order) -> Rebuilt:
    """Write the released file to ``out``.

    Raises RefusedError when the file is too damaged to build anew.
    """
    import pikepdf

    try:
        with pikepdf.open(working) as pdf, _opened(order.source) as before:
            found = kinds_of(pdf, layers=bool(order.hidden), annotations=order.flattened)
            images, plans, conformity = _rebuild(pdf, before, order)
            dropped = tuple(sorted(found - kept_kinds(pdf.Root)))
            pdf.save(
                out,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                compress_streams=True,
                force_version="1.7" if conformity.claims.pdfa else "",
            )
            return Rebuilt(dropped, images, plans, conformity.standards, conformity.reasons)
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
                for page in before.pages:
                    _inherit(page.obj)
        yield before


def _rebuild(
    pdf: Any, before: Any, order: Order
) -> tuple[Overwritten, tuple[PagePlan, ...], Conformity]:
    import pikepdf

    claims = read_claims(pdf)
    language = language_of(pdf)
    inside = Destinations(pdf)
    pages = list(pdf.pages)
    for page in pages:
        _inherit(page.obj)
    if len(pages) != len(order.plans):
        raise pikepdf.PdfError("two engines count other pages")
    images = overwrite(pdf, order.plans)
    root = pdf.Root.get("/StructTreeRoot")
    announcer = Announcer(pdf, before, root) if isinstance(root, pikepdf.Dictionary) else None
    reach, plans = write_contents(pdf, before, pages, order, announcer)
    order = replace(order, plans=plans)
    links = _clean_pages(pdf, pages, order, reach.rewritten, Links(pdf, inside, order.label_of))
    catalog = new_catalog(pdf, pages, language)
    _keep_bookmarks(pdf, catalog, inside, order)
    if announcer:
        _clean_tree(pages, links, order, root)
        announcer.finish(language)
        catalog["/StructTreeRoot"] = root
        catalog["/MarkInfo"] = pikepdf.Dictionary(Marked=True)
    pdf.trailer["/Root"] = catalog
    conformity = judge(pdf, catalog, reach, claims, _obstacles(order))
    write_metadata(pdf, order.title, conformity.claims, language)
    for key in list(pdf.trailer.keys()):
        if key not in {"/Root", "/Info", "/Size"}:
            del pdf.trailer[key]
    return images, plans, conformity


def _obstacles(order: Order) -> list[str]:
    """What redaction did to the structure, in Dutch."""
    found = []
    if order.flattened:
        found.append("Aantekeningen of formuliervelden zijn een deel van de pagina geworden.")
    if any(plan.raster for plan in order.plans):
        found.append("Een of meer pagina's zijn een afbeelding geworden.")
    return found


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
