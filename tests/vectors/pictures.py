"""Vectors in which the secret is a picture, or is carried by one."""

import io
import zlib
from typing import Any

from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

from tests.vectors.letters import catalogue_of, picture
from tests.vectors.maker import REST, SECRET, SENTENCE, Pdf, string, text
from tests.vectors.painted import LONG_REST

SHOWN = "q 300 0 0 60 50 300 cm /I0 Do Q "


def _image(made: Pdf, drawn: Image.Image, data: bytes | None = None, **entries: Any) -> Any:
    width, height = drawn.size
    spaces = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}
    defaults: dict[str, Any] = {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": width,
        "Height": height,
        "BitsPerComponent": 1 if drawn.mode == "1" else 8,
        "ColorSpace": spaces.get(drawn.mode, Name.DeviceGray),
    }
    chosen = {key: value for key, value in (defaults | entries).items() if value is not None}
    return made.stream(drawn.tobytes() if data is None else data, **chosen)


def _saved(drawn: Image.Image, **options: Any) -> bytes:
    written = io.BytesIO()
    drawn.save(written, **options)
    return written.getvalue()


def _shown(made: Pdf, image: Any, content: str = LONG_REST + SHOWN) -> bytes:
    made.page(content, Resources={"XObject": Dictionary(I0=image)})
    return made.save()


def grey_picture() -> bytes:
    made = Pdf()
    return _shown(made, _image(made, picture()))


def picture_and_nothing_else() -> bytes:
    made = Pdf()
    return _shown(made, _image(made, picture()), SHOWN)


def picture_beside_the_same_text() -> bytes:
    made = Pdf()
    return _shown(made, _image(made, picture()), SENTENCE + LONG_REST + SHOWN)


def jpeg_picture() -> bytes:
    made = Pdf()
    drawn = picture(mode="RGB")
    data = _saved(drawn, format="JPEG", quality=90)
    return _shown(made, _image(made, drawn, data, Filter=Name.DCTDecode))


def jpeg_2000_picture() -> bytes:
    made = Pdf()
    drawn = picture(mode="RGB")
    data = _saved(drawn, format="JPEG2000")
    return _shown(made, _image(made, drawn, data, Filter=Name.JPXDecode, BitsPerComponent=None))


def fax_picture() -> bytes:
    made = Pdf()
    drawn = picture(mode="1")
    width, height = drawn.size
    tiff = _saved(drawn, format="TIFF", compression="group4", tiffinfo={278: height})
    with TiffImageFile(io.BytesIO(tiff)) as written:
        start, count = written.tag_v2[273][0], written.tag_v2[279][0]
    settings = Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=True)
    data = tiff[start : start + count]
    return _shown(made, _image(made, drawn, data, Filter=Name.CCITTFaxDecode, DecodeParms=settings))


def stencil() -> bytes:
    made = Pdf()
    drawn = picture(mode="1")
    return _shown(made, _image(made, drawn, ImageMask=True, ColorSpace=None))


def inline_image() -> bytes:
    made = Pdf()
    drawn = picture()
    width, height = drawn.size
    head = f"q 300 0 0 60 50 300 cm BI /W {width} /H {height} /CS /G /BPC 8 /F /Fl ID "
    data = zlib.compress(drawn.tobytes())
    made.page(LONG_REST.encode() + head.encode() + data + b"\nEI Q")
    return made.save()


def words_among_the_keys_of_an_inline_image() -> bytes:
    made = Pdf()
    made.page(
        SENTENCE
        + "q 20 0 0 20 50 300 cm BI /W 1 /H 1 /CS /G /BPC 8 "
        + f"/{SECRET} 1 /Naam ({SECRET}) ID \x80 EI Q "
        + REST
    )
    return made.save()


def palette_that_hides_the_letters() -> bytes:
    """Two neighbouring indices; only the palette tells them apart."""
    made = Pdf()
    drawn = picture().point(lambda v: 7 if v < 128 else 8)
    palette = b"\xff" * 21 + b"\x00\x00\x00" + b"\xff\xff\xff"
    space = Array([Name.Indexed, Name.DeviceRGB, 8, String(palette)])
    return _shown(made, _image(made, drawn, ColorSpace=space))


def palette_that_spells_the_name() -> bytes:
    made = Pdf()
    drawn = Image.new("L", (8, 8), 3)
    space = Array(
        [Name.Indexed, Name.DeviceRGB, 9, String(f"{SECRET} {SECRET} {SECRET} x".encode()[:30])]
    )
    return _shown(made, _image(made, drawn, ColorSpace=space), SENTENCE + REST + SHOWN)


def letters_only_in_a_soft_mask() -> bytes:
    made = Pdf()
    letters = picture().point(lambda v: 255 - v)
    black = Image.new("L", letters.size, 0)
    return _shown(made, _image(made, black, SMask=_image(made, letters)))


def letters_only_in_a_stencil_mask() -> bytes:
    made = Pdf()
    letters = picture(mode="1").point(lambda v: 255 - v)
    black = Image.new("L", letters.size, 0)
    mask = _image(made, letters.convert("1"), ImageMask=True, ColorSpace=None)
    return _shown(made, _image(made, black, Mask=mask))


def letters_by_a_colour_key() -> bytes:
    """Everything but the letters is masked out; without the mask they are hard to see."""
    made = Pdf()
    drawn = picture().point(lambda v: 0 if v < 128 else 40)
    return _shown(made, _image(made, drawn, Mask=Array([30, 50])))


def alternate_of_a_picture() -> bytes:
    made = Pdf()
    other = _image(made, picture())
    alternates = Array([Dictionary(Image=other, DefaultForPrinting=True)])
    plain = Image.new("L", (60, 20), 200)
    image = _image(made, plain, Alternates=alternates)
    image.Metadata = made.stream(f"<x>{SECRET}</x>", Type=Name.Metadata)
    image.OPI = Dictionary({"/1.3": Dictionary(F=string())})
    image.Name = Name("/" + SECRET)
    image.ID = string()
    return _shown(made, image, SENTENCE + LONG_REST + SHOWN)


def picture_in_a_pattern() -> bytes:
    made = Pdf()
    image = _image(made, picture())
    tile = made.stream(
        "q 280 0 0 50 5 5 cm /I0 Do Q",
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 300, 60]),
        XStep=300,
        YStep=60,
        Resources=Dictionary(XObject=Dictionary(I0=image)),
    )
    made.page(
        LONG_REST + "/Pattern cs /P1 scn 0 240 300 60 re f",
        Resources={"Pattern": Dictionary(P1=tile)},
    )
    return made.save()


def picture_on_many_pages() -> bytes:
    made = Pdf()
    image = _image(made, picture())
    for _ in range(2):
        made.page(LONG_REST + SHOWN, Resources={"XObject": Dictionary(I0=image)})
    return made.save()


def picture_upside_down() -> bytes:
    made = Pdf()
    return _shown(made, _image(made, picture()), LONG_REST + "q -300 0 0 -60 350 360 cm /I0 Do Q")


def picture_cut_into_strips() -> bytes:
    """Each strip is a third of the height of the letters: none can be read alone."""
    made = Pdf()
    drawn = picture(height=90)
    strips = [drawn.crop((0, top, drawn.width, top + 30)) for top in (0, 30, 60)]
    names = {f"/I{n}": _image(made, strip) for n, strip in enumerate(strips)}
    content = "".join(f"q 300 0 0 20 50 {340 - 20 * n} cm /I{n} Do Q " for n in range(3))
    made.page(LONG_REST + content, Resources={"XObject": Dictionary(names)})
    return made.save()


def picture_under_an_invisible_text_layer() -> bytes:
    made = Pdf()
    image = _image(made, picture())
    layer = f"BT 3 Tr /F1 36 Tf 80 312 Td ({SECRET}) Tj 0 Tr ET "
    return _shown(made, image, SHOWN + layer + LONG_REST)


def picture_whose_text_layer_says_something_else() -> bytes:
    made = Pdf()
    image = _image(made, picture())
    layer = "BT 3 Tr /F1 36 Tf 80 312 Td (Brievenbus) Tj 0 Tr ET "
    return _shown(made, image, SHOWN + layer + LONG_REST)


def picture_seen_through_clipping_text() -> bytes:
    made = Pdf()
    image = _image(made, Image.new("L", (60, 20), 60))
    clip = f"q BT 7 Tr /F1 36 Tf 60 312 Td ({SECRET}) Tj ET {SHOWN} Q "
    return _shown(made, image, LONG_REST + clip)


def faint_picture() -> bytes:
    made = Pdf()
    drawn = picture().point(lambda v: 205 if v < 128 else 255)
    return _shown(made, _image(made, drawn))


def thumbnail_with_the_name() -> bytes:
    made = Pdf()
    page = made.page(SENTENCE + text("gewone tekst", y=440) + REST)
    page.Thumb = _image(made, picture())
    return made.save()


PICTURES = catalogue_of(
    grey_picture,
    picture_and_nothing_else,
    picture_beside_the_same_text,
    jpeg_picture,
    jpeg_2000_picture,
    fax_picture,
    stencil,
    inline_image,
    words_among_the_keys_of_an_inline_image,
    palette_that_hides_the_letters,
    palette_that_spells_the_name,
    letters_only_in_a_soft_mask,
    letters_only_in_a_stencil_mask,
    letters_by_a_colour_key,
    alternate_of_a_picture,
    picture_in_a_pattern,
    picture_on_many_pages,
    picture_upside_down,
    picture_cut_into_strips,
    picture_under_an_invisible_text_layer,
    picture_whose_text_layer_says_something_else,
    picture_seen_through_clipping_text,
    faint_picture,
    thumbnail_with_the_name,
)
