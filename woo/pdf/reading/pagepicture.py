"""Turns a page whose fonts do not say what they show into a picture of itself."""

import io
from typing import Any

from woo.pdf.reading.textlayer import placing

_DPI = 300
_QUALITY = 85
_MOST_PIXELS = 40_000_000
_NEARLY = 8  # levels of 256


def become_picture(pdf: Any, page: Any, seen: Any) -> None:
    """Replace all that a pikepdf page draws by what MuPDF shows of it (unturned).

    Annotations are drawn into the picture. What stood outside the crop box goes.
    """
    import pikepdf
    import pymupdf
    from PIL import Image

    size = max(1.0, seen.rect.width * seen.rect.height)
    dpi = int(min(_DPI, 72 * (_MOST_PIXELS / size) ** 0.5))
    pixmap = seen.get_pixmap(dpi=max(dpi, 20), colorspace=pymupdf.csRGB)
    pixels = Image.frombytes("RGB", (pixmap.width, pixmap.height), bytes(pixmap.samples))
    if _is_grey(pixels):
        pixels = pixels.convert("L")
    data = io.BytesIO()
    pixels.save(data, "JPEG", quality=_QUALITY)
    image = pdf.make_stream(
        data.getvalue(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=pixels.width,
        Height=pixels.height,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray if pixels.mode == "L" else pikepdf.Name.DeviceRGB,
        Filter=pikepdf.Name.DCTDecode,
    )
    _, shown = placing(seen)
    media = seen.mediabox
    left, bottom = media.x0 + shown.x0, media.y1 - shown.y1
    content = f"q {shown.width:.3f} 0 0 {shown.height:.3f} {left:.3f} {bottom:.3f} cm /Page Do Q"
    page.obj["/Contents"] = pdf.make_stream(content.encode("ascii"))
    page.obj["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/Page": image}))
    for key in ("/Annots", "/Group", "/StructParents"):
        if key in page.obj:
            del page.obj[key]


def _is_grey(pixels: Any) -> bool:
    """Whether the red, green and blue of all pixels are the same."""
    from PIL import ImageChops

    red, green, blue = pixels.split()
    differences: list[Any] = [ImageChops.difference(red, other) for other in (green, blue)]
    return all(difference.getextrema()[1] <= _NEARLY for difference in differences)
