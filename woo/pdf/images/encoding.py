"""Decodes an image with MuPDF, which knows every filter and every colour space."""

import io
from dataclasses import dataclass
from typing import Any

_MAX_PIXELS = 200_000_000
_BESIDE = ("/SMask", "/Mask", "/Alternates", "/Metadata", "/OPI")


@dataclass(slots=True)
class Picture:
    """``pixels`` is a Pillow image of mode L, RGB or CMYK; ``stencil`` an image mask (L)."""

    pixels: Any
    stencil: bool = False


def decode(image: Any) -> Picture:
    """The pixels of an image XObject as shown. Raises RuntimeError or ValueError when broken."""
    import pymupdf
    from PIL import Image

    if int(image["/Width"]) * int(image["/Height"]) > _MAX_PIXELS:
        raise ValueError("image too large")
    pixmap = native_pixmap(image)
    stencil = pixmap.colorspace is None
    if pixmap.alpha and not stencil:
        pixmap = pymupdf.Pixmap(pixmap, 0)
    mode = {"DeviceGray": "L", "DeviceRGB": "RGB", "DeviceCMYK": "CMYK"}.get(_name(pixmap))
    if stencil:
        mode = "L"
    if mode is None:
        pixmap, mode = pymupdf.Pixmap(pymupdf.csRGB, pixmap), "RGB"
    pixels = Image.frombytes(mode, (pixmap.width, pixmap.height), bytes(pixmap.samples))
    return Picture(pixels, stencil)


def _name(pixmap: Any) -> str:
    return "" if pixmap.colorspace is None else str(pixmap.colorspace.name)


def native_pixmap(image: Any, *, drop: tuple[str, ...] = (), **entries: Any) -> Any:
    """A MuPDF pixmap by way of a file with just this image, in the image's own colour space.

    Keys in ``drop`` are left out and ``entries`` put in, for samples as they are stored.
    """
    import pikepdf
    import pymupdf

    with pikepdf.new() as carrier:
        carrier.add_blank_page()
        copy = carrier.copy_foreign(image)
        for key in (*_BESIDE, *drop):
            if key in copy:
                del copy[key]
        for name, value in entries.items():
            copy["/" + name] = value
        carrier.Root["/Image"] = copy
        buffer = io.BytesIO()
        carrier.save(buffer, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pymupdf.open(stream=buffer.getvalue(), filetype="pdf") as document:
        _, reference = document.xref_get_key(document.pdf_catalog(), "Image")
        return pymupdf.Pixmap(document, int(reference.split()[0]))
