"""Redact one PDF and verify it; a page that does not come out clean is tried again as a picture.

The first attempt takes out text, pixels and paths and keeps everything else. When the verifier, or
the redactor itself, finds something wrong on a page, that page becomes a picture, is read by text
recognition, and is redacted as a scan. What is still not clean then is refused.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from woo.errors import MissingError, RefusedError
from woo.model.boxstyle import BoxStyle
from woo.model.decision import Decision, Region, label_of
from woo.model.document import Document, DocumentKind
from woo.model.geometry import Area, Box
from woo.model.ground import Ground
from woo.model.leak import Leak
from woo.model.report import RedactionReport, Route
from woo.pdf.reading.ocr import add_text_layer
from woo.pdf.reading.places import areas_of
from woo.pdf.reading.textlayer import TextPage, read_pages
from woo.pdf.removing.raster import rasterise_pages
from woo.redact.redact import redact
from woo.redact.second_reader import seen_by_pdfium
from woo.review.secrets import secrets
from woo.text.matcher import is_searchable
from woo.verify.explain import explain
from woo.verify.verify import CHECKED, verify

# More pages than this are not made into pictures: then the file as a whole is not to be trusted.
_MOST_PICTURES = 100
_HOPELESS = frozenset({"unreadable", "too-large", "not-verifiable", "pages-differ"})
Pages = Sequence[TextPage]
Decide = Callable[[Document, Pages], Sequence[Decision]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to take out of ``source``: what ``decide`` says of its pages, and ``regions``.

    ``terms`` must be gone wherever they stand, and go on pages of which the text cannot be trusted
    with ``ground``.
    """

    source: Path
    decide: Decide = field(repr=False)
    terms: Sequence[str] = field(repr=False)
    ground: Ground
    regions: Sequence[Region]
    title: str = field(repr=False)
    style: BoxStyle = field(default_factory=BoxStyle)


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Why an attempt failed, and the pages to blame; None when it is the whole file."""

    error: RefusedError
    pages: frozenset[int] | None


def redact_until_clean(order: Order, folder: Path) -> tuple[Path, RedactionReport]:
    """The redacted, verified file in ``folder`` and its report. Raises RefusedError."""
    pictured: frozenset[int] = frozenset()
    source, extra = order.source, tuple[Region, ...]()
    while True:
        pages = tuple(read_pages(source))
        decisions = order.decide(_document(source, pages), pages)
        made = folder / f"gelakt-{len(pictured)}.pdf"
        found = _attempt(order, (source, pages), decisions, made, extra)
        if isinstance(found, RedactionReport):
            return made, replace(_with_pictures(found, pictured), checked=CHECKED)
        everything = frozenset(range(1, len(pages) + 1))
        more = (everything if found.pages is None else found.pages) - pictured
        if not more or len(pictured | more) > _MOST_PICTURES:
            raise found.error
        extra += tuple(_known_places(order, source, decisions, more))
        pictured |= more
        source = _pictures(source, folder / f"beeld-{len(pictured)}.pdf", more, found.error)


def _document(source: Path, pages: Pages) -> Document:
    return Document(
        kind=DocumentKind.PDF,
        untrusted_title="",
        pages=tuple(page.text for page in pages),
        pdf=source,
    )


def _attempt(
    order: Order,
    read: tuple[Path, Pages],
    decisions: Sequence[Decision],
    made: Path,
    extra: Sequence[Region],
) -> RedactionReport | _Trouble:
    source, pages = read
    try:
        done = redact(
            source,
            [*decisions, *order.regions, *extra],
            made,
            title=order.title,
            style=order.style,
            also=dict.fromkeys(order.terms, label_of((order.ground,))),
            pages=pages,
        )
    except RefusedError as error:
        return _Trouble(error, None if error.page is None else frozenset({error.page}))
    wanted = {**dict.fromkeys(order.terms, 0), **secrets(_document(source, pages), decisions)}
    leaks = verify(made, wanted, areas=done.areas, original=source, respaced=done.respaced)
    return _trouble(leaks) if leaks else done


def _trouble(leaks: Sequence[Leak]) -> _Trouble:
    error = RefusedError(
        f"Het resultaat is niet schoon: {explain(leaks[0])}",
        "Er is niets geschreven. Lak dit document met de hand.",
    )
    if any(leak.rule in _HOPELESS for leak in leaks):
        return _Trouble(error, frozenset())
    pages = {leak.page for leak in leaks}
    return _Trouble(error, None if None in pages else frozenset(page for page in pages if page))


def _known_places(
    order: Order, source: Path, decisions: Sequence[Decision], pages: Iterable[int]
) -> Iterable[Region]:
    """What is known to stand on pages before they lose their text, as regions."""
    wanted = set(pages)
    going = [decision for decision in decisions if decision.redact]
    spans = [(decision.start, decision.end) for decision in going]
    for decision, areas in zip(going, areas_of(source, spans), strict=True):
        for area in areas:
            if area.page in wanted:
                yield Region(area=area, grounds=decision.grounds)
    # Part of a name that is drawn in pieces may be no more than a point.
    terms = dict.fromkeys(filter(is_searchable, [*order.terms, *(one.text for one in going)]))
    for area in seen_by_pdfium(source, wanted, terms):
        yield Region(area=Area(area.page, _padded(area.box)), grounds=(order.ground,))


def _padded(box: Box) -> Box:
    """A little wider than the ink of the letters, which is what pdfium gives."""
    pad = 0.15 * box.height
    return Box(box.x0 - pad, box.y0 - pad, box.x1 + pad, box.y1 + pad)


def _pictures(source: Path, target: Path, pages: Iterable[int], error: RefusedError) -> Path:
    """The file with ``pages`` as pictures that are read again; ``error`` when that cannot be."""
    plain = target.with_suffix(".plat.pdf")
    rasterise_pages(source, plain, pages)
    try:
        add_text_layer(plain, target, sorted(pages))
    except MissingError:
        raise error from None
    return target


def _with_pictures(report: RedactionReport, pictured: frozenset[int]) -> RedactionReport:
    """The report, which tells of the pages that were made into pictures."""
    if not pictured:
        return report
    pages = tuple(
        replace(page, routes=tuple(dict.fromkeys((*page.routes, Route.RASTER))))
        if page.page in pictured
        else page
        for page in report.page_reports
    )
    warnings = tuple(
        f"Pagina {page} is omgezet in een afbeelding. Controleer deze pagina met het oog."
        for page in sorted(pictured)
    )
    return replace(report, page_reports=pages, warnings=(*warnings, *report.warnings))
