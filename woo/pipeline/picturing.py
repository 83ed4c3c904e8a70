"""Pages as pictures: the way for what does not come out clean piece by piece.

A page that loses its text keeps its boxes: what was known of it goes as regions. See
``docs/decisions/0015``.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from woo.errors import MissingError, RefusedError
from woo.model.boxstyle import BoxStyle
from woo.model.decision import Decision, Region
from woo.model.document import PAGE_BREAK
from woo.model.geometry import Area, Box
from woo.model.ground import Ground
from woo.model.leak import Leak
from woo.model.report import RedactionReport, Route
from woo.pdf.reading.ocr import add_text_layer
from woo.pdf.reading.places import areas_of
from woo.pdf.reading.textlayer import read_pages
from woo.pdf.removing.raster import rasterise_pages
from woo.redact.redact import redact
from woo.redact.second_reader import seen_by_pdfium
from woo.redact.terms import locate
from woo.redact.title import Title
from woo.text.files import temporary_folder
from woo.text.matcher import is_searchable

MOST_PICTURES = 100
"""More pages are not made into pictures: then the file as a whole is not to be trusted."""
_HOPELESS = frozenset({"unreadable", "too-large", "not-verifiable", "pages-differ"})


@dataclass(frozen=True, slots=True)
class Mending:
    """The pages (from 1) to make into pictures, and where on these a secret could still be read."""

    pictured: frozenset[int] = frozenset()
    legible: tuple[Area, ...] = ()


def blamed(leaks: Sequence[Leak]) -> frozenset[int] | None:
    """The pages that leaks stand on; none when pictures do not help, None for the whole file."""
    if any(leak.rule in _HOPELESS for leak in leaks):
        return frozenset()
    pages = {leak.page for leak in leaks}
    return None if None in pages else frozenset(page for page in pages if page)


def blamed_by(error: RefusedError) -> frozenset[int] | None:
    """The page that could not be redacted; None for the whole file."""
    return None if error.page is None else frozenset({error.page})


def to_picture(pages: frozenset[int] | None, count: int) -> frozenset[int]:
    """The pages to make into pictures of a document of ``count`` pages."""
    return frozenset(range(1, count + 1)) if pages is None else pages


def known_places(
    source: Path,
    decisions: Sequence[Decision],
    pages: Iterable[int],
    terms: Iterable[str],
    grounds: tuple[Ground, ...],
) -> Iterator[Region]:
    """What is known to stand on pages before they lose their text, as regions.

    That is what was decided on, and where pdfium sees one of the texts or the ``terms``, which go
    on ``grounds``.
    """
    wanted = set(pages)
    going = [decision for decision in decisions if decision.redact]
    for decision, areas in zip(going, areas_of(source, _spans(going)), strict=True):
        yield from (Region(area=a, grounds=decision.grounds) for a in areas if a.page in wanted)
    # Part of a name that is drawn in pieces may be no more than a point.
    every = dict.fromkeys(filter(is_searchable, [*terms, *(one.text for one in going)]))
    for area in seen_by_pdfium(source, wanted, every):
        yield Region(area=Area(area.page, _padded(area.box)), grounds=grounds)


def _spans(decisions: Iterable[Decision]) -> list[tuple[int, int]]:
    return [(decision.start, decision.end) for decision in decisions]


def _padded(box: Box) -> Box:
    """A little wider than the ink of the letters, which is what pdfium gives."""
    pad = 0.15 * box.height
    return Box(box.x0 - pad, box.y0 - pad, box.x1 + pad, box.y1 + pad)


def redact_as_pictures(
    rendition: Path,
    decisions: Sequence[Decision],
    out: Path,
    mending: Mending,
    *,
    title: Title,
    style: BoxStyle,
    regions: Sequence[Region] = (),
) -> RedactionReport:
    """Redact a document of which some pages become pictures without text.

    ``regions`` go as they are. The offsets of the decisions count in ``rendition``. Raises
    RefusedError, also when there is no text recognition to find what only the eye sees.
    """
    pages = mending.pictured
    going = [decision for decision in decisions if decision.redact]
    with temporary_folder(out.parent) as folder:
        plain, layered = folder / "plat.pdf", folder / "gelezen.pdf"
        rasterise_pages(rendition, plain, pages)
        places = list(regions)
        if going:
            places += known_places(rendition, going, pages, (), going[0].grounds)
            places += _recognised(plain, layered, going, pages)
            grounds = going[0].grounds
            places += (
                Region(area=Area(one.page, _padded(one.box)), grounds=grounds)
                for one in mending.legible
            )
        kept = _carried_over(going, rendition, plain, pages)
        done = redact(plain, [*kept, *places], out, title=title, style=style)
    gone: list[Decision | Region] = [*going, *regions]
    counts = Counter(ground.code for one in gone for ground in one.grounds)
    done = replace(done, marks=len(gone), marks_by_ground=dict(sorted(counts.items())))
    return with_pictures(done, pages)


def _recognised(
    plain: Path, layered: Path, going: Sequence[Decision], pages: Collection[int]
) -> Iterator[Region]:
    """Where text recognition reads what goes on the pages that are pictures now."""
    try:
        add_text_layer(plain, layered, sorted(pages))
    except MissingError as error:
        raise RefusedError(error.message, error.advice) from None
    for grounds in dict.fromkeys(decision.grounds for decision in going):
        texts = dict.fromkeys(d.text for d in going if d.grounds == grounds)
        found = locate(layered, filter(is_searchable, texts), grounds[0])
        for areas in areas_of(layered, _spans(found)):
            yield from (Region(area=area, grounds=grounds) for area in areas if area.page in pages)


def _carried_over(
    going: Iterable[Decision], old: Path, new: Path, pages: Collection[int]
) -> Iterator[Decision]:
    """The parts of decisions on the pages that keep their text, counted in the new document."""
    before, after = (
        [0, *accumulate(len(page.text) + len(PAGE_BREAK) for page in read_pages(path))]
        for path in (old, new)
    )
    for decision in going:
        start = decision.start
        while start < decision.end:
            number = bisect_right(before, start)  # of the page, from 1
            end = min(decision.end, before[number] - len(PAGE_BREAK))
            if number not in pages and end > start:
                shift = after[number - 1] - before[number - 1]
                text = decision.text[start - decision.start : end - decision.start]
                yield replace(decision, start=start + shift, end=end + shift, text=text)
            start = max(end, before[number])


def with_signatures(report: RedactionReport, signed: Sequence[Region]) -> RedactionReport:
    """The report, which tells on which pages a signature went."""
    pages = sorted({one.area.page for one in signed})
    warnings = tuple(f"Pagina {page}: wat een handtekening lijkt, is gelakt." for page in pages)
    return replace(report, warnings=(*report.warnings, *warnings))


def with_pictures(report: RedactionReport, pictured: Collection[int]) -> RedactionReport:
    """The report, which tells of the pages that were made into pictures."""
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
