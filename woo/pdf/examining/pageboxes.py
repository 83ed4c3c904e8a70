"""The media box of a page, also when it stands higher in the page tree.

pdfium's own question after a page's boxes looks at the page alone.
"""

from typing import Any

from woo.pdf.examining.objectwalk import open_objects

Corner = tuple[float, float, float, float]
# What readers take for a page without a media box, or with an empty one: US Letter.
LETTER: Corner = (0.0, 0.0, 612.0, 792.0)
_DEEPEST = 30


def media_boxes(data: bytes) -> list[Corner]:
    """The media box of every page. Raises UnreadablePdfError when qpdf cannot open the file."""
    with open_objects(data) as pdf:
        return [corners(inherited(page.obj, "/MediaBox")) for page in pdf.pages]


def inherited(page: Any, key: str) -> Any:
    """The value of a key of a page or of the nodes above it; None when nobody has it."""
    for _ in range(_DEEPEST):
        if key in page:
            return page[key]
        if "/Parent" not in page:
            return None
        page = page["/Parent"]
    return None


def corners(box: Any) -> Corner:
    """A rectangle of a PDF as left, bottom, right, top; Letter when there is none."""
    if box is None:
        return LETTER
    x0, y0, x1, y1 = (float(edge) for edge in box)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
