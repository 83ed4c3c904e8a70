"""A letter on paper that went through the scanner: one grey picture, no text layer."""

import random
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from makers.pdf import make_pdf, with_date
from woo.pdf.making.typesetting import font_folder

DPI = 170
_SCANNED = datetime(2024, 7, 8, 8, 51)
_PAPER = 246
_SIGNATURE = (
    (0, 40),
    (14, 4),
    (22, 62),
    (38, 18),
    (46, 44),
    (62, 30),
    (74, 46),
    (92, 26),
    (104, 44),
    (150, 30),
    (196, 12),
    (120, 66),
    (30, 74),
)


def make_scan(path: Path) -> bytes:
    """The scanned page of the Typst letter at ``path``: signed, stamped, skewed, noisy."""
    page = _page(make_pdf(path))
    _sign(page)
    _stamp(page, path.with_suffix(".stamp.txt").read_text(encoding="utf-8").splitlines())
    skewed = page.rotate(0.6, resample=Image.Resampling.BICUBIC, fillcolor=_PAPER)
    return _as_pdf(_noisy(skewed))


def _page(pdf: bytes) -> Image.Image:
    picture: Image.Image = (
        pypdfium2.PdfDocument(pdf)[0].render(scale=DPI / 72, grayscale=True).to_pil()
    )
    # Ink is never quite black, paper never quite white.
    return picture.convert("L").point(lambda grey: 35 + grey * (_PAPER - 35) // 255)


def _sign(page: Image.Image) -> None:
    """A scrawl above the typed name."""
    left, top = 215, 1195
    points = [(left + 1.7 * x, top + 1.2 * y) for x, y in _curve(_SIGNATURE)]
    ImageDraw.Draw(page).line(points, fill=60, width=4, joint="curve")


def _curve(points: Sequence[tuple[int, int]]) -> Iterator[tuple[float, float]]:
    """A smooth line through the points (Catmull-Rom), twelve steps between each two."""
    padded = (points[0], *points, points[-1])
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(12):
            t = step / 12
            yield _between(t, a[0], b[0], c[0], d[0]), _between(t, a[1], b[1], c[1], d[1])


def _between(t: float, a: float, b: float, c: float, d: float) -> float:
    cubic = -a + 3 * b - 3 * c + d
    return b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * cubic)) / 2


def _stamp(page: Image.Image, lines: Sequence[str]) -> None:
    """The mail room's stamp, slightly askew."""
    stamp = Image.new("L", (440, 210), _PAPER)
    draw = ImageDraw.Draw(stamp)
    draw.rectangle((4, 4, 435, 205), outline=95, width=5)
    font = ImageFont.truetype(str(font_folder() / "SourceSansPro-Semibold.ttf"), 34)
    for number, line in enumerate(lines):
        draw.text((28, 14 + 45 * number), line, fill=80, font=font)
    turned = stamp.rotate(-1.8, expand=True, fillcolor=_PAPER, resample=Image.Resampling.BICUBIC)
    page.paste(turned, (860, 170))


def _noisy(page: Image.Image) -> Image.Image:
    noise = Image.frombytes("L", page.size, random.Random(1899).randbytes(page.width * page.height))
    return Image.blend(page, noise, 0.05)


def _as_pdf(page: Image.Image) -> bytes:
    jpeg, out = BytesIO(), BytesIO()
    page.save(jpeg, "JPEG", quality=55, dpi=(DPI, DPI))
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=0)
    canvas.setCreator("KONICA MINOLTA bizhub C360i")
    canvas.setTitle("SKM_C360i24070808510")
    canvas.setAuthor("zwojtow1")
    canvas.drawImage(ImageReader(BytesIO(jpeg.getvalue())), 0, 0, *A4)
    canvas.save()
    return with_date(out.getvalue(), _SCANNED)
