"""Takes what was decided out of a PDF and writes a new file without it."""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from woo.errors import InputError, RefusedError
from woo.model.boxstyle import BoxStyle, Width
from woo.model.decision import Decision, Region
from woo.model.document import PAGE_BREAK
from woo.model.geometry import Area, Box
from woo.model.plain_signs import plain_signs
from woo.model.report import PageReport, RedactionReport, Route
from woo.pdf.engines import engine_versions
from woo.pdf.reading.stretched import NOTHING
from woo.pdf.reading.textlayer import Drawing, TextPage, check_readable
from woo.pdf.rebuilding.order import Order
from woo.pdf.rebuilding.rebuild import Rebuilt, rebuild
from woo.pdf.removing.marks import PagePlan
from woo.pdf.removing.removal import Removed, remove
from woo.pdf.removing.survey import Survey, survey
from woo.redact.plan import plan_page
from woo.redact.remaining import width_leak
from woo.redact.runs import Span
from woo.redact.secrets import Secrets
from woo.redact.shown import ShownWords
from woo.redact.title import Title
from woo.text.files import atomic_path, temporary_folder

# Detection reads other signs between the cells of a table and in a stretched line (``tablerows``).
_CELLS = str.maketrans(f"\n|{NOTHING}", "   ")


def redact(
    pdf: Path,
    what: Sequence[Decision | Region],
    out: Path,
    *,
    title: Title,
    style: BoxStyle | None = None,
    also: Mapping[str, str] | None = None,
    pages: deque[TextPage] | None = None,
) -> RedactionReport:
    """Write ``pdf`` to ``out`` without ``what`` goes: text that was decided on, and regions.

    ``also`` are texts, with their labels, that may not stand anywhere beside the pages either;
    ``pages`` are the pages of ``pdf`` when they were read before; each is taken out of it when its
    turn comes, so that the places of its letters need not be kept to the end.

    Offsets count in the text of ``textlayer.read_pages``, pages joined by a form feed. The file is
    always built anew, also when nothing is redacted. Raises RefusedError when something cannot be
    taken out for certain, UnreadableError when the file cannot be read.
    """
    regions = [one for one in what if isinstance(one, Region)]
    decisions = (one for one in what if isinstance(one, Decision) and one.redact)
    going = sorted(decisions, key=lambda one: (one.start, one.end))
    secrets = Secrets(going, also)
    if secrets.in_title(title):
        raise RefusedError(
            "De titel van het document bevat een gelakt gegeven.", "Kies een andere titel."
        )
    with temporary_folder(out.parent) as folder:
        working = folder / "working.pdf"
        check_readable(pdf)
        seen = survey(pdf)
        style = style or BoxStyle()
        planner = _Planner(going, regions, seen, style.width)
        removed = remove(pdf, planner.plan, working, pages)
        planner.check_finished()
        order = Order(
            title=title.text,
            plans=removed.plans,
            label_of=secrets.label_of,
            hidden=seen.hidden,
            flattened=removed.flattened,
            source=pdf,
            is_shown=planner.shown.covers,
            style=style,
        )
        with atomic_path(out) as temporary:
            built = rebuild(working, temporary, order)
    return _report([*going, *regions], removed, built)


class _Planner:
    """Deals the decisions out over the pages, which come one by one."""

    def __init__(
        self,
        decisions: Sequence[Decision],
        regions: Sequence[Region],
        seen: Survey,
        width: Width,
    ) -> None:
        self._waiting = list(reversed(decisions))
        self._regions: dict[int, list[Region]] = {}
        for region in regions:
            self._regions.setdefault(region.area.page, []).append(region)
        self._seen = seen
        self._width = width
        self._offset = 0
        self.shown = ShownWords()

    def plan(self, page: TextPage, drawing: Callable[[], Drawing]) -> PagePlan:
        """The plan of the next page."""
        spans = list(self._spans(page))
        self.shown.add(page.text, spans)
        self._offset += len(page.text) + len(PAGE_BREAK)
        regions = self._regions.pop(page.number, [])
        drawn = drawing() if spans else Drawing()
        plan = plan_page(page, spans, drawn, regions, self._width)
        if page.number in self._seen.painted:
            plan = replace(plan, raster=True)
        if plan.raster and self._seen.hidden:
            raise RefusedError(
                f"Pagina {page.number} heeft verborgen lagen en tekst die niet te lezen is.",
                "Druk het bestand af naar een nieuwe pdf en lak die.",
                page=page.number,
            )
        return plan

    def _spans(self, page: TextPage) -> Iterator[Span]:
        end_of_page = self._offset + len(page.text)
        again: list[Decision] = []
        while self._waiting and self._waiting[-1].start < end_of_page + len(PAGE_BREAK):
            decision = self._waiting.pop()
            start = max(0, decision.start - self._offset)
            end = min(len(page.text), decision.end - self._offset)
            self._check(decision, page, start, end)
            if end > start:
                yield Span(start, end, decision.label)
            if decision.end > end_of_page + len(PAGE_BREAK):
                again.append(decision)
        self._waiting.extend(reversed(again))

    def _check(self, decision: Decision, page: TextPage, start: int, end: int) -> None:
        """The text that was decided on must stand exactly here."""
        begin = self._offset + start - decision.start
        decided = plain_signs(decision.text)[begin : begin + end - start]
        if decided.translate(_CELLS) != plain_signs(page.text)[start:end].translate(_CELLS):
            raise RefusedError(
                f"De tekst van pagina {page.number} is anders dan bij de beoordeling.",
                "Lees het document opnieuw in en beoordeel het opnieuw.",
            )

    def check_finished(self) -> None:
        """Raises InputError when a decision or region lies beyond the end of the document."""
        if self._regions:
            raise InputError(
                f"Pagina {min(self._regions)} van een op te geven vlak bestaat niet.",
                "Geef een pagina die in het document staat; pagina's tellen vanaf 1.",
            )
        if self._waiting:
            raise InputError(
                "Een beslissing hoort niet bij dit document.",
                "Lees het document opnieuw in en beoordeel het opnieuw.",
            )


def _report(
    decisions: Sequence[Decision | Region],
    removed: Removed,
    built: Rebuilt,
) -> RedactionReport:
    plans = built.plans
    counts = Counter(ground.code for decision in decisions for ground in decision.grounds)
    areas = tuple(Area(plan.page, box) for plan in plans for box in _drawn_boxes(plan))
    areas += built.images.elsewhere
    outside = {"outside-page"} if any(plan.outside for plan in plans) else set()
    return RedactionReport(
        pages=len(plans),
        marks=len(decisions),
        marks_by_ground=dict(sorted(counts.items())),
        page_reports=tuple(
            _page_report(plan, built.images.pages, removed.path_pages) for plan in plans
        ),
        areas=areas,
        respaced=tuple(Area(plan.page, one.area) for plan in plans for one in plan.respacings),
        width_leak=width_leak(plans),
        dropped=tuple(sorted(outside | set(built.dropped))),
        standards=built.standards,
        not_claimed=built.not_claimed,
        warnings=_warnings(plans),
        engines=engine_versions(),
    )


def _drawn_boxes(plan: PagePlan) -> Iterator[Box]:
    """The boxes, and the places beside the text where a label stands instead."""
    for mark in plan.marks:
        yield mark.box
    for mark in plan.marks:
        if mark.beside is not None:
            yield mark.beside


def _page_report(plan: PagePlan, images: frozenset[int], paths: frozenset[int]) -> PageReport:
    routes = []
    if any(mark.strips for mark in plan.marks):
        routes.append(Route.TEXT)
    if plan.page in images:
        routes.append(Route.IMAGE)
    if plan.page in paths:
        routes.append(Route.PATH)
    if plan.raster:
        routes.append(Route.RASTER)
    return PageReport(page=plan.page, boxes=len(plan.marks), routes=tuple(routes))


def _warnings(plans: Sequence[PagePlan]) -> tuple[str, ...]:
    warnings = [
        f"Pagina {plan.page} is omgezet in een afbeelding. Controleer deze pagina met het oog."
        for plan in plans
        if plan.raster
    ]
    if kept := sum(width_leak(plans).kept.values()):
        warnings.append(
            f"{kept} keer bleef de tekst naast een vak op zijn plaats. Die plaats kan nog iets "
            "zeggen over de lengte van wat is gelakt."
        )
    return tuple(warnings)
