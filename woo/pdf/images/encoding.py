"""Images of a PDF as pixels and back, in about the size they had."""

import io
from dataclasses import dataclass
from typing import Any

_MAX_PIXELS = 200_000_000
_QUALITY = 75


@dataclass(slots=True)
class Picture:
    """``pixels`` is a Pillow image of mode 1, L, RGB or CMYK; ``stencil`` an image mask (L)."""

    pixels: Any
    stencil: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        width, height = self.pixels.size
        return int(width), int(height)

    def colour(self, value: int) -> Any:
        """Black (0) or white (255) in the mode of the pixels."""
        if self.pixels.mode == "CMYK":
            return (0, 0, 0, 255 - value)
        return (value,) * 3 if self.pixels.mode == "RGB" else value


def decode(image: Any) -> Picture:
    """The pixels of an image XObject. Raises RuntimeError or ValueError when they are broken."""
    from PIL import Image

    if int(image["/Width"]) * int(image["/Height"]) > _MAX_PIXELS:
        raise ValueError("image too large")
    pixmap = _pixmap(image)
    stencil = pixmap.colorspace is None
    if pixmap.alpha and not stencil:
        pixmap = _without_alpha(pixmap)
    mode = {1: "L", 3: "RGB", 4: "CMYK"}.get(pixmap.n)
    if mode is None:
        pixmap, mode = _as_rgb(pixmap), "RGB"
    pixels = Image.frombytes(mode, (pixmap.width, pixmap.height), bytes(pixmap.samples))
    return Picture(pixels, stencil)


def _pixmap(image: Any) -> Any:
    """Decode with MuPDF, which knows every filter, by way of a file with just this image."""
    import pikepdf
    import pymupdf

    with pikepdf.new() as carrier:
        carrier.add_blank_page()
        copy = carrier.copy_foreign(image)
        for key in ("/SMask", "/Mask", "/Alternates", "/Metadata", "/OPI"):
            if key in copy:
                del copy[key]
        carrier.Root["/Image"] = copy
        buffer = io.BytesIO()
        carrier.save(buffer, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pymupdf.open(stream=buffer.getvalue(), filetype="pdf") as document:
        _, reference = document.xref_get_key(document.pdf_catalog(), "Image")
        return pymupdf.Pixmap(document, int(reference.split()[0]))


def _without_alpha(pixmap: Any) -> Any:
    import pymupdf

    return pymupdf.Pixmap(pixmap, 0)


def _as_rgb(pixmap: Any) -> Any:
    import pymupdf

    return pymupdf.Pixmap(pymupdf.csRGB, pixmap)


def encode(image: Any, picture: Picture) -> None:
    """Write the pixels back into the image XObject: JPEG stays JPEG, black and white stays so."""
    filters = _filters(image)
    bilevel = int(image.get("/BitsPerComponent", 8)) == 1 or picture.stencil
    settings = _jpeg_settings(image) if filters[-1:] == ["/DCTDecode"] else None
    for key in ("/Decode", "/DecodeParms", "/SMaskInData", "/Mask", "/Intent"):
        if key in image and not (key == "/Mask" and _is_stream(image[key])):
            del image[key]
    image["/Width"], image["/Height"] = picture.size
    if bilevel and picture.pixels.mode == "L":
        _write_bilevel(image, picture)
    elif settings is not None or filters[-1:] == ["/JPXDecode"]:
        _write_jpeg(image, picture, settings or {})
    else:
        _write_flate(image, picture)


def _is_stream(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Stream)


def _filters(image: Any) -> list[str]:
    import pikepdf

    given = image.get("/Filter")
    if given is None:
        return []
    return [str(name) for name in given] if isinstance(given, pikepdf.Array) else [str(given)]


def _jpeg_settings(image: Any) -> dict[str, Any]:
    """How a JPEG was made, so that it comes out about as large; empty when that is unknown."""
    from PIL import Image, UnidentifiedImageError
    from PIL.JpegImagePlugin import get_sampling

    try:
        with Image.open(io.BytesIO(image.read_raw_bytes())) as jpeg:
            if jpeg.format != "JPEG":
                return {}
            settings: dict[str, Any] = {
                "qtables": jpeg.quantization,  # type: ignore[attr-defined]
                "progressive": bool(jpeg.info.get("progressive")),
            }
            if jpeg.mode == "RGB" and get_sampling(jpeg) >= 0:
                settings["subsampling"] = get_sampling(jpeg)
            return settings if jpeg.mode in {"L", "RGB"} else {}
    except (UnidentifiedImageError, OSError, ValueError):
        return {}


def _write_jpeg(image: Any, picture: Picture, settings: dict[str, Any]) -> None:
    import pikepdf

    pixels = picture.pixels.convert("RGB") if picture.pixels.mode == "CMYK" else picture.pixels
    options = settings or {"quality": _QUALITY}
    data = _saved(pixels, format="JPEG", optimize=True, **options)
    image.write(data, filter=pikepdf.Name.DCTDecode)
    _set_colours(image, pixels.mode, 8)


def _write_flate(image: Any, picture: Picture) -> None:
    import zlib

    import pikepdf

    data = zlib.compress(picture.pixels.tobytes(), 6)
    image.write(data, filter=pikepdf.Name.FlateDecode)
    _set_colours(image, picture.pixels.mode, 8)


def _write_bilevel(image: Any, picture: Picture) -> None:
    """CCITT group 4; in a stencil a 0 paints, so it is written inverted."""
    import pikepdf

    level = (
        (lambda v: 0 if v >= 128 else 255)
        if picture.stencil
        else (lambda v: 255 if v >= 128 else 0)
    )
    pixels = picture.pixels.point(level).convert("1", dither=0)
    width, height = picture.size
    parameters = pikepdf.Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=True)
    image.write(_group4(pixels), filter=pikepdf.Name.CCITTFaxDecode, decode_parms=parameters)
    if picture.stencil:
        image["/BitsPerComponent"] = 1
    else:
        _set_colours(image, "L", 1)


def _group4(pixels: Any) -> bytes:
    """The data of a one-strip TIFF with the same compression."""
    from PIL import Image

    rows_per_strip = 278
    tiff = _saved(
        pixels, format="TIFF", compression="group4", tiffinfo={rows_per_strip: pixels.size[1]}
    )
    with Image.open(io.BytesIO(tiff)) as written:
        offsets, counts = written.tag_v2[273], written.tag_v2[279]  # type: ignore[attr-defined]
    if len(offsets) != 1:
        raise ValueError("more than one strip")
    return tiff[offsets[0] : offsets[0] + counts[0]]


def _saved(pixels: Any, **options: Any) -> bytes:
    buffer = io.BytesIO()
    pixels.save(buffer, **options)
    return buffer.getvalue()


def _set_colours(image: Any, mode: str, bits: int) -> None:
    import pikepdf

    names = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
    image["/ColorSpace"] = pikepdf.Name("/" + names[mode])
    image["/BitsPerComponent"] = bits
