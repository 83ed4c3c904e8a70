"""The stored numbers of an image, exactly as they are, and back into the file.

Only what lies under a box is changed, and that in the image's own colours and coding. So a palette,
16 bits, a colour profile, Separation inks or an inverted Decode stay as they were, and outside the
boxes nothing changes; only JPEG and JPEG 2000 lose a little, as each time they are written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from woo.pdf.images import bilevel, lossy
from woo.pdf.images.colours import components
from woo.pdf.images.filters import filters_of, is_plain, parameters_of
from woo.pdf.images.flate import pack, unpack, write

_MAX_PIXELS = 200_000_000


@dataclass(slots=True)
class Samples:
    """``values`` is a numpy array of height x width x components, of ``bits`` each.

    ``store`` writes it back into the image that it came from. ``is_exact`` is False when what is
    stored are waves and not samples, ``is_native`` when the samples are what MuPDF made of it: then
    there may be more in the data than they show.
    """

    values: Any
    bits: int
    store: Callable[[Any], None]
    is_exact: bool = True
    is_native: bool = True

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        height, width = self.values.shape[:2]
        return int(width), int(height)


def load(image: Any) -> Samples:
    """Read an image XObject. Raises ValueError, RuntimeError or OSError when that is impossible."""
    if int(image["/Width"]) * int(image["/Height"]) > _MAX_PIXELS:
        raise ValueError("image too large")
    kinds = filters_of(image)
    if is_plain(kinds):
        return _plain(image)
    if kinds[-1] == "/DCTDecode" and (found := lossy.read_jpeg(image)) is not None:
        return Samples(found.values, 8, found.store, is_exact=False)
    if kinds[-1] == "/JPXDecode" and (found := lossy.read_jpx(image)) is not None:
        return Samples(found.values, 8, found.store, is_exact=False)
    if kinds[-1] in {"/CCITTFaxDecode", "/JBIG2Decode"}:
        return Samples(bilevel.read(image), 1, lambda values: bilevel.write(image, values))
    converted = lossy.convert(image)
    return Samples(converted.values, 8, converted.store, is_exact=False, is_native=False)


def _plain(image: Any) -> Samples:
    """Samples in rows, perhaps compressed without loss (Flate, LZW, run length)."""
    count = components(image)
    bits = 1 if image.get("/ImageMask") is True else int(image.get("/BitsPerComponent", 8))
    size = int(image["/Width"]), int(image["/Height"])
    predicted = any(int(one.get("/Predictor", 1)) > 1 for one in parameters_of(image))
    values = unpack(image.read_bytes(), size, count, bits)

    def store(changed: Any) -> None:
        rows = pack(changed, bits)
        write(image, rows, columns=size[0], count=count, bits=bits, predicted=predicted)
        if bits == 1 and count == 1:
            bilevel.write_if_smaller(image, changed)

    return Samples(values, bits, store)
