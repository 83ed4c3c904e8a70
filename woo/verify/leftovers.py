"""What redaction leaves behind although the text is gone: letters in fonts, widths of gaps."""

from collections.abc import Iterator

from woo.model.geometry import Box
from woo.model.leak import Leak, Severity
from woo.pdf.examining.contenttext import Gap
from woo.pdf.examining.fontletters import letters_left
from woo.pdf.examining.objectfacts import FileFacts
from woo.pdf.examining.pdfium_objects import Shape
from woo.verify.labels import without_labels
from woo.verify.places import spot
from woo.verify.subject import PageView, Subject

_OURS = "woo"
# A font of which more letters than this part are not shown was never fitted to the document.
_MOST_LEFT = 1 / 3
# Gaps of a whole number of half letter heights are what a tool makes that hides the width.
_NEUTRAL_STEP, _NEUTRAL_NEAR = 0.5, 0.02


def leftover_letters(subject: Subject) -> Iterator[Leak]:
    """After the pages: fonts with letters that no page shows, which tell what was taken out."""
    for number, font, codes in subject.reader.fonts():
        left, held = letters_left(font, codes)
        if 0 < left <= held * _MOST_LEFT:
            place = f"object {number}, aantal letters: {left}"
            yield Leak(rule="leftover-letters", place=place, severity=Severity.WARNING)


def exact_widths(facts: FileFacts, view: PageView) -> Iterator[Leak]:
    """Gaps in a line that are as wide as what was taken out, with a dark box over them.

    Our own redaction gives gaps a width that follows from the words that stay, which cannot be
    told from a width that was left; where it could not, its report says so.
    """
    if facts.info.get("/Producer", "") == _OURS:
        return
    gaps = view.content.parts[0].gaps if view.content.parts else []
    if not gaps:
        return
    boxes = [shape for shape in view.page.drawn[0] if shape.is_dark and shape.is_full]
    for gap in gaps:
        box = _box_of(view, gap)
        if box is None or _is_neutral(gap) or not any(_covers(shape, box) for shape in boxes):
            continue
        if not without_labels(view.page.text_in(_middle(box))):
            place = spot(view.facts, box)
            yield Leak(
                rule="exact-width",
                place=place,
                page=view.number,
                box=box,
                severity=Severity.WARNING,
            )


def _box_of(view: PageView, gap: Gap) -> Box | None:
    """The place of a gap in level text; None for text up or down the page."""
    (x0, y0), (x1, y1) = gap.start, gap.end
    if abs(y1 - y0) > abs(x1 - x0):
        return None
    return view.page.from_pdf((x0, y0 - 0.2 * gap.size, x1, y0 + 0.8 * gap.size))


def _is_neutral(gap: Gap) -> bool:
    width = abs(gap.end[0] - gap.start[0]) / max(gap.size, 0.1)
    return abs(width / _NEUTRAL_STEP - round(width / _NEUTRAL_STEP)) * _NEUTRAL_STEP < _NEUTRAL_NEAR


def _covers(shape: Shape, box: Box) -> bool:
    across = min(shape.box.x1, box.x1) - max(shape.box.x0, box.x0)
    middle = (box.y0 + box.y1) / 2
    return across > 0.5 * box.width and shape.box.y0 < middle < shape.box.y1


def _middle(box: Box) -> Box:
    side = 0.1 * box.width
    return Box(box.x0 + side, box.y0 + 0.3 * box.height, box.x1 - side, box.y1 - 0.3 * box.height)
