"""What must hold for any file: it is refused in Dutch, or the result is clean and complete."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np  # noqa: F401 - loaded here once, instead of in the process of every file
import PIL.Image  # noqa: F401 - likewise
import pymupdf  # noqa: F401 - likewise
import pypdf  # noqa: F401 - likewise
import pypdfium2
import pypdfium2.raw as pdfium
import typst  # noqa: F401 - likewise

from tests.vectors import SECRET
from tests.vectors.checker import places
from woo.errors import WooError
from woo.model.geometry import Area
from woo.model.report import RedactionReport, Route
from woo.pipeline.guarded import Guard, check_guarded, redact_guarded
from woo.pipeline.loose import Wish

WISH = Wish((SECRET,), detect=False, ground="5.1.2e")
# Points: how far from a box a character is when nothing of it may have gone.
_NEAR = 2.0


class BrokenPromiseError(AssertionError):
    """The property that failed."""


def check_redaction(data: bytes, folder: Path, *, seconds: float = 20) -> bool:
    """Redact and look at the result; False when it was refused. Raises BrokenPromiseError."""
    source, out = folder / "in.pdf", folder / "uit.pdf"
    source.write_bytes(data)
    out.unlink(missing_ok=True)
    try:
        done = redact_guarded(source, out, WISH, None, Guard(seconds=seconds))
    except WooError as error:
        if "Meld dit als fout" in str(error):
            raise BrokenPromiseError(str(error)) from None
        if out.exists() or error.exit_code == 1:
            raise BrokenPromiseError(f"{type(error).__name__}: {error}") from None
        return False
    found = places(out, SECRET)
    if found:
        raise BrokenPromiseError(f"the secret is in {sorted(found)}")
    lost = _lost(source, out, done)
    if lost:
        raise BrokenPromiseError(f"lost outside the boxes: {dict(lost)}")
    return True


def check_verification(data: bytes, folder: Path, *, seconds: float = 20) -> None:
    """Verify the file itself: that ends, without an exception."""
    source = folder / "in.pdf"
    source.write_bytes(data)
    check_guarded(source, [SECRET], Guard(seconds=seconds))


def _lost(source: Path, out: Path, done: RedactionReport) -> Counter[str]:
    """Characters that stood well outside every box and are not there any more."""
    pictures = {page.page for page in done.page_reports if Route.RASTER in page.routes}
    lost: Counter[str] = Counter()
    try:
        before = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError:
        return lost  # so broken that this reader cannot tell what stood there
    after = pypdfium2.PdfDocument(out)
    try:
        for number in range(1, len(before) + 1):
            if number in pictures:
                continue
            areas = [area for area in done.areas if area.page == number]
            kept = Counter(_characters(before[number - 1], areas))
            lost += kept - Counter(_characters(after[number - 1], ()))
    finally:
        before.close()
        after.close()
    return lost


def _characters(page: pypdfium2.PdfPage, areas: Iterable[Area]) -> Iterable[str]:
    import ctypes

    """Those that stand in the crop box and touch no area: what hangs outside is left out."""
    x0, y0, x1, y1 = page.get_mediabox()
    left, top = min(x0, x1), max(y0, y1)
    seen = page.get_cropbox()
    text = page.get_textpage()
    edges = [ctypes.c_double() for _ in range(4)]
    for index in range(max(0, text.count_chars())):
        code = pdfium.FPDFText_GetUnicode(text, index)
        generated = pdfium.FPDFText_IsGenerated(text, index)
        if code <= 0x20 or generated or not pdfium.FPDFText_GetCharBox(text, index, *edges):
            continue
        a, b, c, d = (edge.value for edge in edges)  # left, right, bottom, top
        inside = seen[0] < a and b < seen[2] and seen[1] < c and d < seen[3]
        if inside and not any(
            _touches(area, (a - left, top - d, b - left, top - c)) for area in areas
        ):
            yield chr(code)
    text.close()


def _touches(area: Area, box: tuple[float, float, float, float]) -> bool:
    x0, y0, x1, y1 = box
    return (
        x0 < area.box.x1 + _NEAR
        and x1 > area.box.x0 - _NEAR
        and y0 < area.box.y1 + _NEAR
        and y1 > area.box.y0 - _NEAR
    )
