"""Black-and-white images: read whatever they are coded in, written as CCITT group 4."""

import io
from typing import Any

from woo.pdf.images.encoding import native_pixmap


def read(image: Any) -> Any:
    """The stored bits as an array of height x width x 1. Raises RuntimeError or ValueError."""
    import numpy as np
    import pikepdf

    pixmap = native_pixmap(
        image,
        drop=("/Decode", "/ImageMask"),
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=1,
    )
    if pixmap.n != 1:
        raise ValueError("not black and white")
    rows = np.frombuffer(bytes(pixmap.samples), dtype=np.uint8)
    return (rows.reshape(pixmap.height, pixmap.width, 1) >= 128).astype(np.uint8)


def write(image: Any, values: Any) -> None:
    """Write the bits into the image stream; what they mean (Decode, colours) stays."""
    _write(image, values, group4(values))


def write_if_smaller(image: Any, values: Any) -> None:
    """The same, unless what is in the stream now is smaller."""
    data = group4(values)
    if len(data) < len(image.read_raw_bytes()):
        _write(image, values, data)


def _write(image: Any, values: Any, data: bytes) -> None:
    import pikepdf

    height, width = values.shape[:2]
    parameters = pikepdf.Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=True)
    image.write(data, filter=pikepdf.Name.CCITTFaxDecode, decode_parms=parameters)
    image["/Width"], image["/Height"] = width, height
    image["/BitsPerComponent"] = 1


def group4(values: Any) -> bytes:
    """The data of a one-strip TIFF with the same compression."""
    from PIL import Image

    pixels = Image.fromarray(values[:, :, 0] * 255).convert("1", dither=Image.Dither.NONE)
    rows_per_strip = 278
    buffer = io.BytesIO()
    pixels.save(
        buffer, format="TIFF", compression="group4", tiffinfo={rows_per_strip: pixels.height}
    )
    tiff = buffer.getvalue()
    with Image.open(io.BytesIO(tiff)) as written:
        offsets, counts = written.tag_v2[273], written.tag_v2[279]  # type: ignore[attr-defined]
    if len(offsets) != 1:
        raise ValueError("more than one strip")
    return tiff[offsets[0] : offsets[0] + counts[0]]
