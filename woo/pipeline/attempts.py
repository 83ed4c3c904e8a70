"""Redact one PDF and verify it; a page that does not come out clean is tried again as a picture.

The first attempt takes out text, pixels and paths and keeps everything else. When the verifier, or
the redactor itself, finds something wrong on a page, that page becomes a picture, is read by text
recognition, and is redacted as a scan. When what was recognised there is itself the trouble, for
its places are only rough, the page stays a picture without text; and what is still to be recognised
in the result goes as well. What is not clean then is refused.
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
from woo.pdf.reading.tablerows import text_in_rows
from woo.pdf.reading.textlayer import TextPage, read_pages
from woo.pdf.removing.raster import rasterise_pages
from woo.pipeline.picturing import (
    MOST_PICTURES,
    blamed,
    blamed_by,
    known_places,
    to_picture,
    with_pictures,
)
from woo.redact.redact import redact
from woo.redact.title import Title
from woo.reference.lexicon import is_of_language
from woo.review.secrets import secrets
from woo.verify.explain import explain
from woo.verify.verify import CHECKED, verify

# As text, as a picture that is read, as a bare picture, and that looked over twice.
_MOST_ATTEMPTS = 5
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
    pictured, bare = frozenset[int](), frozenset[int]()
    source, extra = order.source, tuple[Region, ...]()
    for attempt in range(1, _MOST_ATTEMPTS + 1):
        pages = deque(read_pages(source))
        document = _document(source, pages)
        decisions = order.decide(document, tuple(pages))
        made = folder / f"gelakt-{attempt}.pdf"
        found = _attempt(order, source, document, pages, [*decisions, *extra], made)
        if isinstance(found, RedactionReport):
            return made, replace(with_pictures(found, pictured), checked=CHECKED)
        error = found.error
        to_blame = to_picture(found.blamed, len(document.pages))
        fresh = to_blame - pictured
        more = fresh or to_blame - bare
        if not to_blame or attempt == _MOST_ATTEMPTS or len(pictured | more) > MOST_PICTURES:
            break
        if not more:
            seen = _still_seen(order, made, to_blame, error)
            if not seen:
                break
            extra += seen
            continue
        extra += _known_places(order, source, decisions, more)
        pictures = folder / f"beeld-{attempt}.pdf"
        rasterise_pages(source, pictures, more)
        source = _read_again(pictures, fresh, error) if fresh else pictures
        pictured, bare = pictured | fresh, bare | (more - fresh)
    raise error


def _known_places(
    order: Order, source: Path, decisions: Sequence[Decision], pages: Iterable[int]
) -> tuple[Region, ...]:
    return tuple(known_places(source, decisions, pages, order.terms, (order.ground,)))


def _still_seen(
    order: Order, made: Path, pages: Iterable[int], error: RefusedError
) -> tuple[Region, ...]:
    """What text recognition still finds on ``pages`` of a result, which were pictures already."""
    if not made.exists():
        return ()
    pictures = made.with_suffix(".beeld.pdf")
    rasterise_pages(made, pictures, pages)
    layered = _read_again(pictures, pages, error)
    read = tuple(read_pages(layered))
    return _known_places(order, layered, order.decide(_document(layered, read), read), pages)


def _document(source: Path, pages: Iterable[TextPage]) -> Document:
    return Document(
        kind=DocumentKind.PDF,
        untrusted_title="",
        pages=tuple(map(text_in_rows, pages)),
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
            title=Title(order.title, is_of_language),
            style=order.style,
            also=dict.fromkeys(order.terms, label_of((order.ground,))),
            pages=pages,
        )
    except RefusedError as error:
        return _Trouble(error, blamed_by(error))
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


def _read_again(pictures: Path, pages: Iterable[int], error: RefusedError) -> Path:
    """The file with what is recognised on ``pages`` as text; ``error`` when that cannot be."""
    layered = pictures.with_suffix(".gelezen.pdf")
    try:
        add_text_layer(pictures, layered, sorted(pages))
    except MissingError:
        raise error from None
    return layered
