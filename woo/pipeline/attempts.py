"""Redact one PDF and verify it; a page that does not come out clean is tried again as a picture.

The first attempt takes out text, pixels and paths and keeps everything else. When the verifier, or
the redactor itself, finds something wrong on a page, that page becomes a picture, is read by text
recognition, and is redacted as a scan. What is still not clean then is refused.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from woo.errors import MissingError, RefusedError
from woo.model.boxstyle import BoxStyle
from woo.model.decision import Decision, Region, label_of
from woo.model.document import Document, DocumentKind
from woo.model.ground import Ground
from woo.model.leak import Leak
from woo.model.report import RedactionReport
from woo.pdf.reading.ocr import add_text_layer
from woo.pdf.reading.textlayer import TextPage, read_pages
from woo.pdf.removing.raster import rasterise_pages
from woo.pipeline.picturing import MOST_PICTURES, blamed, known_places, to_picture, with_pictures
from woo.redact.redact import redact
from woo.review.secrets import secrets
from woo.verify.explain import explain
from woo.verify.verify import CHECKED, verify

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
    """Why an attempt failed, and the pages to blame, as ``picturing.blamed`` gives them."""

    error: RefusedError
    blamed: frozenset[int] | None


def redact_until_clean(order: Order, folder: Path) -> tuple[Path, RedactionReport]:
    """The redacted, verified file in ``folder`` and its report. Raises RefusedError."""
    pictured: frozenset[int] = frozenset()
    source, extra = order.source, tuple[Region, ...]()
    while True:
        pages = deque(read_pages(source))
        document = _document(source, pages)
        decisions = order.decide(document, tuple(pages))
        made = folder / f"gelakt-{len(pictured)}.pdf"
        found = _attempt(order, source, document, pages, [*decisions, *extra], made)
        if isinstance(found, RedactionReport):
            return made, replace(with_pictures(found, pictured), checked=CHECKED)
        more = to_picture(found.blamed, len(document.pages)) - pictured
        if not more or len(pictured | more) > MOST_PICTURES:
            raise found.error
        extra += tuple(known_places(source, decisions, more, order.terms, (order.ground,)))
        pictured |= more
        source = _pictures(source, folder / f"beeld-{len(pictured)}.pdf", more, found.error)


def _document(source: Path, pages: Iterable[TextPage]) -> Document:
    return Document(
        kind=DocumentKind.PDF,
        untrusted_title="",
        pages=tuple(page.text for page in pages),
        pdf=source,
    )


def _attempt(
    order: Order,
    source: Path,
    document: Document,
    pages: deque[TextPage],
    going: Sequence[Decision | Region],
    made: Path,
) -> RedactionReport | _Trouble:
    """``pages`` is emptied."""
    try:
        done = redact(
            source,
            [*going, *order.regions],
            made,
            title=order.title,
            style=order.style,
            also=dict.fromkeys(order.terms, label_of((order.ground,))),
            pages=pages,
        )
    except RefusedError as error:
        return _Trouble(error, None if error.page is None else frozenset({error.page}))
    decisions = [one for one in going if isinstance(one, Decision)]
    wanted = {**dict.fromkeys(order.terms, 0), **secrets(document, decisions)}
    leaks = verify(made, wanted, areas=done.areas, original=source, respaced=done.respaced)
    return _trouble(leaks) if leaks else done


def _trouble(leaks: Sequence[Leak]) -> _Trouble:
    error = RefusedError(
        f"Het resultaat is niet schoon: {explain(leaks[0])}",
        "Er is niets geschreven. Lak dit document met de hand.",
    )
    return _Trouble(error, blamed(leaks))


def _pictures(source: Path, target: Path, pages: Iterable[int], error: RefusedError) -> Path:
    """The file with ``pages`` as pictures that are read again; ``error`` when that cannot be."""
    plain = target.with_suffix(".plat.pdf")
    rasterise_pages(source, plain, pages)
    try:
        add_text_layer(plain, target, sorted(pages))
    except MissingError:
        raise error from None
    return target
