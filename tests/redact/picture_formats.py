"""One picture stored in a PDF in every way that the format knows."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms, ImageDraw, ImageFont

from tests.vectors.maker import SECRET, Pdf
from woo.pdf.making.typesetting import font_folder

SIZE = (640, 160)
WORDS = (f"Besproken met mevrouw {SECRET}", "en daarna met iedereen erbij")
Stored = Callable[[Pdf], Any]


def picture(mode: str = "RGB", *, paper: Any = "white", ink: Any = "black") -> Image.Image:
    """Two lines of letters of some 30 pixels, the secret at the end of the first."""
    made = Image.new("RGB", SIZE, paper)
    font = ImageFont.truetype(str(font_folder() / "SourceSansPro-Regular.ttf"), 40)
    for number, line in enumerate(WORDS):
        ImageDraw.Draw(made).text((20, 15 + 65 * number), line, font=font, fill=ink)
    return made.convert(mode)


def image(made: Pdf, data: bytes, **entries: Any) -> Any:
    defaults: dict[str, Any] = {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": SIZE[0],
        "Height": SIZE[1],
        "BitsPerComponent": 8,
        "ColorSpace": Name.DeviceGray,
    }
    wanted = {key: value for key, value in (defaults | entries).items() if value is not None}
    return made.pdf.make_stream(data, **wanted)


def _flate(data: bytes) -> dict[str, Any]:
    return {"data": zlib.compress(data), "Filter": Name.FlateDecode}


def _file(pixels: Image.Image, **options: Any) -> bytes:
    buffer = io.BytesIO()
    pixels.save(buffer, **options)
    return buffer.getvalue()


def _jpeg(mode: str, **options: Any) -> Stored:
    spaces = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}
    # What Pillow writes for CMYK is turned round, as Adobe does it.
    turned = {"Decode": Array([1, 0] * 4)} if mode == "CMYK" else {}

    def stored(made: Pdf) -> Any:
        data = _file(picture(mode), format="JPEG", **({"quality": 80} | options))
        return image(made, data, Filter=Name.DCTDecode, ColorSpace=spaces[mode], **turned)

    return stored


def _jpeg_in_flate(made: Pdf) -> Any:
    data = zlib.compress(_file(picture("L"), format="JPEG", quality=80))
    return image(made, data, Filter=Array([Name.FlateDecode, Name.DCTDecode]))


def _raw(mode: str, space: Any, bits: int = 8, **entries: Any) -> Stored:
    def stored(made: Pdf) -> Any:
        data = picture(mode).tobytes()
        if bits == 16:
            data = bytes(byte for value in data for byte in (value, value))
        return image(made, **_flate(data), ColorSpace=_space(made, space), BitsPerComponent=bits,
                     **entries)  # fmt: skip

    return stored


def _space(made: Pdf, space: Any) -> Any:
    return space(made) if callable(space) else space


def _inverted(made: Pdf) -> Any:
    data = bytes(255 - value for value in picture("L").tobytes())
    return image(made, **_flate(data), Decode=Array([1, 0]))


def _predicted(made: Pdf) -> Any:
    rows = picture("L").tobytes()
    width = SIZE[0]
    data = b"".join(b"\0" + rows[i : i + width] for i in range(0, len(rows), width))
    parameters = Dictionary(Predictor=15, Colors=1, BitsPerComponent=8, Columns=width)
    return image(made, **_flate(data), DecodeParms=parameters)


def _icc(made: Pdf) -> Any:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return Array([Name.ICCBased, made.stream(profile, N=3)])


def _tint(made: Pdf, alternate: Any, result: str) -> Any:
    return made.stream(
        result,
        FunctionType=4,
        Domain=Array([0, 1]),
        Range=Array([0, 1] * alternate[1]),
    )


def _separation(made: Pdf) -> Any:
    data = bytes(255 - value for value in picture("L").tobytes())
    space = Array([Name.Separation, Name("/Spot"), Name.DeviceGray,
                   _tint(made, ("gray", 1), "{ 1 exch sub }")])  # fmt: skip
    return image(made, **_flate(data), ColorSpace=space)


def _device_n(made: Pdf) -> Any:
    grey = picture("L").tobytes()
    data = bytes(byte for value in grey for byte in (255 - value, 0))
    function = made.stream(
        "{ add dup 1 gt { pop 1 } if 1 exch sub }",
        FunctionType=4,
        Domain=Array([0, 1, 0, 1]),
        Range=Array([0, 1]),
    )
    names = Array([Name("/Spot"), Name("/Other")])
    space = Array([Name.DeviceN, names, Name.DeviceGray, function])
    return image(made, **_flate(data), ColorSpace=space)


def _lab(made: Pdf) -> Any:
    grey = picture("L").tobytes()
    data = bytes(byte for value in grey for byte in (value, 128, 128))
    point = Dictionary(WhitePoint=Array([0.9505, 1, 1.089]), Range=Array([-128, 127, -128, 127]))
    return image(made, **_flate(data), ColorSpace=Array([Name.Lab, point]))


def _calibrated(made: Pdf) -> Any:
    return Array([Name.CalRGB, Dictionary(WhitePoint=Array([0.9505, 1, 1.089]))])


def _palette(bits: int) -> Stored:
    def stored(made: Pdf) -> Any:
        dark = picture("L").point(lambda value: value < 128)
        values, per_byte = list(dark.tobytes()), 8 // bits
        packed = bytes(
            sum(int(bool(values[i + j])) * 2 << (8 - bits * (j + 1)) for j in range(per_byte))
            if bits > 1
            else sum(int(bool(values[i + j])) << (7 - j) for j in range(8))
            for i in range(0, len(values), per_byte)
        )
        # The letters are colour 2 (or 1), dark blue on light yellow.
        colours = b"\xff\xff\xdd" + (b"" if bits == 1 else b"\xcc\xee\xcc") + b"\x00\x00\x66"
        space = Array([Name.Indexed, Name.DeviceRGB, len(colours) // 3 - 1, colours])
        return image(made, **_flate(packed), ColorSpace=space, BitsPerComponent=bits)

    return stored


def _group4(made: Pdf) -> Any:
    tiff = _file(picture("1"), format="TIFF", compression="group4", tiffinfo={278: SIZE[1]})
    with Image.open(io.BytesIO(tiff)) as written:
        start, length = written.tag_v2[273][0], written.tag_v2[279][0]  # type: ignore[attr-defined]
    parameters = Dictionary(K=-1, Columns=SIZE[0], Rows=SIZE[1], BlackIs1=True)
    return image(made, tiff[start : start + length], Filter=Name.CCITTFaxDecode,
                 DecodeParms=parameters, BitsPerComponent=1)  # fmt: skip


def _stencil(made: Pdf) -> Any:
    return image(made, **_flate(picture("1").tobytes()), BitsPerComponent=1, ColorSpace=None,
                 ImageMask=True)  # fmt: skip


def _stencil_turned(made: Pdf) -> Any:
    bits = bytes(255 - value for value in picture("1").tobytes())
    return image(made, **_flate(bits), BitsPerComponent=1, ColorSpace=None, ImageMask=True,
                 Decode=Array([1, 0]))  # fmt: skip


def _soft_mask(made: Pdf) -> Any:
    shapes = image(made, **_flate(bytes(255 - value for value in picture("L").tobytes())))
    return image(made, **_flate(bytes(SIZE[0] * SIZE[1])), SMask=shapes)


def _stencil_mask(made: Pdf) -> Any:
    return image(made, **_flate(bytes(SIZE[0] * SIZE[1])), Mask=_stencil(made))


def _jpx(mode: str) -> Stored:
    def stored(made: Pdf) -> Any:
        data = _file(
            picture(mode), format="JPEG2000", quality_mode="rates", quality_layers=[12],
            irreversible=True,
        )  # fmt: skip
        space = Name.DeviceGray if mode == "L" else Name.DeviceRGB
        return image(made, data, Filter=Name.JPXDecode, ColorSpace=space)

    return stored


def _hexadecimal(made: Pdf) -> Any:
    data = picture("L").tobytes().hex().encode() + b">"
    return image(made, data, Filter=Name.ASCIIHexDecode)


FORMATS: dict[str, Stored] = {
    "jpeg grey": _jpeg("L"),
    "jpeg colour": _jpeg("RGB"),
    "jpeg colour without subsampling": _jpeg("RGB", subsampling=0),
    "jpeg red green blue": _jpeg("RGB", keep_rgb=True),
    "jpeg progressive": _jpeg("RGB", progressive=True),
    "jpeg four inks": _jpeg("CMYK"),
    "jpeg in flate": _jpeg_in_flate,
    "jpeg 2000 grey": _jpx("L"),
    "jpeg 2000 colour": _jpx("RGB"),
    "flate grey": _raw("L", Name.DeviceGray),
    "flate colour": _raw("RGB", Name.DeviceRGB),
    "flate four inks": _raw("CMYK", Name.DeviceCMYK),
    "flate 16 bits": _raw("L", Name.DeviceGray, 16),
    "flate predicted": _predicted,
    "flate inverted": _inverted,
    "flate profile": _raw("RGB", _icc),
    "flate calibrated": _raw("RGB", _calibrated),
    "flate lab": _lab,
    "flate separation": _separation,
    "flate two inks": _device_n,
    "palette 1 bit": _palette(1),
    "palette 4 bits": _palette(4),
    "palette 8 bits": _palette(8),
    "hexadecimal": _hexadecimal,
    "group 4": _group4,
    "stencil": _stencil,
    "stencil inverted": _stencil_turned,
    "soft mask": _soft_mask,
    "stencil mask": _stencil_mask,
}


def page_with(stored: Stored, matrix: str = "320 0 0 80 40 400") -> bytes:
    """A page with text of its own and the picture, drawn with ``matrix``."""
    made = Pdf()
    shown = stored(made)
    made.page(
        "BT /F1 11 Tf 40 550 Td (Deze bladzijde heeft gewone tekst boven een schermafdruk.) Tj ET "
        f"q {matrix} cm /I0 Do Q",
        Resources={"XObject": Dictionary(I0=shown)},
    )
    return made.save(object_stream_mode=pikepdf.ObjectStreamMode.disable)
