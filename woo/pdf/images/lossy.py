"""JPEG and JPEG 2000 images, written anew in about the quality and the size they had."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from woo.pdf.images.encoding import native_pixmap
from woo.pdf.images.filters import filters_of, innermost

_QUALITY = 85
_MODES = {"L": 1, "RGB": 3, "CMYK": 4}


@dataclass(frozen=True, slots=True)
class Found:
    """The components of an image (8 bits), and how to write them back."""

    values: Any
    store: Callable[[Any], None]


def read_jpeg(image: Any) -> Found | None:
    """The components of a JPEG as they are stored; None when Pillow cannot read it."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(innermost(image))) as jpeg:
            if jpeg.format != "JPEG" or jpeg.mode not in _MODES:
                return None
            jpeg.load()
            settings = _jpeg_settings(jpeg)
            values = _array(jpeg)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None
    if jpeg.mode == "CMYK":
        values = 255 - values  # Pillow turns the four inks round, when it reads and when it writes

    def store(changed: Any) -> None:
        pixels = _picture(255 - changed if jpeg.mode == "CMYK" else changed, jpeg.mode)
        _write(image, _saved(pixels, format="JPEG", **settings), "/DCTDecode", pixels)

    return Found(values, store)


def _jpeg_settings(jpeg: Any) -> dict[str, Any]:
    """The quantisation, sampling and order of a JPEG, so that it comes out about as large."""
    from PIL.JpegImagePlugin import get_sampling

    settings: dict[str, Any] = {
        "qtables": jpeg.quantization,
        "progressive": bool(jpeg.info.get("progressive")),
        "optimize": True,
    }
    if jpeg.mode == "RGB":
        if get_sampling(jpeg) >= 0:
            settings["subsampling"] = get_sampling(jpeg)
        # Components that are red, green and blue themselves, as the Adobe marker says.
        settings["keep_rgb"] = jpeg.info.get("adobe_transform") == 0
    return settings


def read_jpx(image: Any) -> Found | None:
    """The components of a JPEG 2000 image; None when Pillow cannot read it."""
    from PIL import Image, UnidentifiedImageError

    data = innermost(image)
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.mode not in {"L", "LA", "RGB", "RGBA"}:
                return None
            picture.load()
            mode, values = picture.mode, _array(picture)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None
    ratio = max(1.0, values.size / max(1, len(data)))

    def store(changed: Any) -> None:
        pixels = _picture(changed, mode)
        options = {"quality_mode": "rates", "quality_layers": [ratio], "irreversible": True}
        saved = _saved(pixels, format="JPEG2000", **options)
        _write(image, saved, "/JPXDecode", pixels)

    return Found(values, store)


def convert(image: Any) -> Found:
    """Anything else that MuPDF can read, as grey, RGB or CMYK of a device.

    Raises RuntimeError or ValueError when MuPDF cannot read it either.
    """
    import pikepdf
    import pymupdf

    pixmap = native_pixmap(image)
    if pixmap.alpha:
        pixmap = pymupdf.Pixmap(pixmap, 0)
    if (
        pixmap.colorspace is None
        or pixmap.colorspace.n != 1
        or "Gray" not in pixmap.colorspace.name
    ):
        pixmap = pymupdf.Pixmap(pymupdf.csRGB, pixmap)
    mode = {1: "L", 3: "RGB"}[pixmap.n]
    import numpy as np

    values = np.frombuffer(bytes(pixmap.samples), dtype=np.uint8)
    values = values.reshape(pixmap.height, pixmap.width, pixmap.n).copy()
    is_lossy = filters_of(image)[-1:] in (["/DCTDecode"], ["/JPXDecode"])

    def store(changed: Any) -> None:
        pixels = _picture(changed, mode)
        for key in ("/Decode", "/Mask", "/SMaskInData"):
            if key in image and not isinstance(image[key], pikepdf.Stream):
                del image[key]
        image["/ColorSpace"] = pikepdf.Name("/DeviceGray" if mode == "L" else "/DeviceRGB")
        image["/BitsPerComponent"] = 8
        if is_lossy:
            saved = _saved(pixels, format="JPEG", quality=_QUALITY, optimize=True)
            _write(image, saved, "/DCTDecode", pixels)
        else:
            image.write(pixels.tobytes())
            image["/Width"], image["/Height"] = pixels.size

    return Found(values, store)


def _array(picture: Any) -> Any:
    import numpy as np

    values = np.array(picture, dtype=np.uint8)
    return values.reshape(*values.shape[:2], -1)


def _picture(values: Any, mode: str) -> Any:
    from PIL import Image

    height, width = values.shape[:2]
    return Image.frombytes(mode, (width, height), values.tobytes())


def _saved(pixels: Any, **options: Any) -> bytes:
    buffer = io.BytesIO()
    pixels.save(buffer, **options)
    return buffer.getvalue()


def _write(image: Any, data: bytes, name: str, pixels: Any) -> None:
    import pikepdf

    image.write(data, filter=pikepdf.Name(name))
    if "/DecodeParms" in image:
        del image["/DecodeParms"]
    image["/Width"], image["/Height"] = pixels.size
