"""The logo at the top edge of the first page: the organisation's, or a neutral blue bar."""

from functools import cache
from struct import pack
from zlib import compress, crc32

from markupsafe import Markup

from woo.draft.layout.house_style import HouseStyle
from woo.draft.pictures import Picture

_BLUE = (0x15, 0x42, 0x73)
_EMU_PER_MM = 36_000
# Millimetres: the bar stands at the middle of an A4 page.
_WIDE, _HIGH, _LEFT = 13, 26, 98.5


@cache
def _one_pixel() -> bytes:
    """A PNG of one blue pixel."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + name + content + pack(">I", crc32(name + content))

    header = pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = compress(b"\0" + bytes(_BLUE))
    begin = b"\x89PNG\r\n\x1a\n"
    return begin + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


_BAR = Picture("logo.png", _one_pixel(), _WIDE * 72 / 25.4, _HIGH / _WIDE)


def logo_of(style: HouseStyle) -> Picture:
    """The picture that goes into the file."""
    return style.logo or _BAR


def anchored_logo(style: HouseStyle) -> Markup:
    """The run that holds it, behind the text of the first header; its relation is ``logo``."""
    left, high = (style.logo_left, style.logo_height) if style.logo else (_LEFT, _HIGH)
    wide = high / logo_of(style).height_share
    form = Markup(
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{x}'
        '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0'
        '</wp:posOffset></wp:positionV><wp:extent cx="{w}" cy="{h}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="9001" name="logo" descr="Logo"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="9001" name="logo" descr="Logo"/><pic:cNvPicPr/>'
        '</pic:nvPicPr><pic:blipFill><a:blip r:embed="logo"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></w:r>"
    )
    return form.format(
        x=round(left * _EMU_PER_MM), w=round(wide * _EMU_PER_MM), h=round(high * _EMU_PER_MM)
    )
