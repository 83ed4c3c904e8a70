"""Places on a page as a person can find them: centimetres on the page as it is displayed."""

from woo.model.geometry import Box
from woo.pdf.examining.objectfacts import PageFacts

_CENTIMETRE = 72 / 2.54  # points


def displayed(facts: PageFacts, box: Box) -> Box:
    """A box as the page is displayed: cropped, turned, in points of 1/72 inch.

    The result may lie outside the page.
    """
    width, height = facts.size
    crop = facts.crop or Box(0, 0, width, height)
    x0, y0, x1, y1 = box.x0 - crop.x0, box.y0 - crop.y0, box.x1 - crop.x0, box.y1 - crop.y0
    if facts.turn == 90:
        x0, y0, x1, y1 = crop.height - y1, x0, crop.height - y0, x1
    elif facts.turn == 180:
        x0, y0, x1, y1 = crop.width - x1, crop.height - y1, crop.width - x0, crop.height - y0
    elif facts.turn == 270:
        x0, y0, x1, y1 = y0, crop.width - x1, y1, crop.width - x0
    unit = facts.unit
    return Box(x0 * unit, y0 * unit, x1 * unit, y1 * unit)


def spot(facts: PageFacts, box: Box) -> str:
    """``4,2 cm van links, 12,5 cm van boven``."""
    shown = displayed(facts, box)
    return f"{_cm(shown.x0)} cm van links, {_cm(shown.y0)} cm van boven"


def _cm(points: float) -> str:
    return f"{points / _CENTIMETRE:.1f}".replace(".", ",").replace("-0,0", "0,0")
