"""Images with one filter around another."""

import base64
import io
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from woo.pdf.images.filters import innermost


def _jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("L", (8, 8), 200).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize("parameters", [None, Array([Dictionary(), Dictionary()])])
@pytest.mark.parametrize(
    ("outer", "wrap"),
    [
        (Name.ASCII85Decode, lambda data: base64.a85encode(data) + b"~>"),
        (Name.ASCIIHexDecode, lambda data: data.hex().encode() + b">"),
        (Name.FlateDecode, zlib.compress),
    ],
)
def test_the_jpeg_inside_comes_out(outer: Name, wrap: object, parameters: object) -> None:
    jpeg = _jpeg()
    with pikepdf.new() as pdf:
        assert callable(wrap)
        image = pdf.make_stream(wrap(jpeg))
        image.Filter = Array([outer, Name.DCTDecode])
        if parameters is not None:
            image.DecodeParms = parameters
        assert innermost(image) == jpeg
