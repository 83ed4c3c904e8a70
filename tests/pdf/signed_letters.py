"""Letters with a signature, made for tests."""

import io
import math
from collections.abc import Callable
from pathlib import Path

import pymupdf
from PIL import Image, ImageDraw

CLOSING, NAME = "Met vriendelijke groet,", "Fenna Zwartkruis"
PLACE = pymupdf.Rect(72, 340, 200, 395)


def _stroke(step: float, height: float) -> list[tuple[float, float]]:
    """A line as a pen draws it, from left to right."""
    return [
        (i * step, height * (0.5 + 0.45 * math.sin(i * 0.9) * math.cos(i * 0.17)))
        for i in range(60)
    ]


def _png(draw: Callable[[ImageDraw.ImageDraw], None]) -> bytes:
    image = Image.new("RGB", (480, 200), "white")
    draw(ImageDraw.Draw(image))
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def _signature_png() -> bytes:
    points = [(x + 10, y + 20) for x, y in _stroke(7.5, 160)]
    return _png(lambda draw: draw.line(points, fill=(30, 40, 140), width=4))


def _print(page: pymupdf.Page, closing: str = CLOSING) -> None:
    for row in range(8):
        page.insert_text((72, 110 + 16 * row), "Wij beslissen binnen zes weken op uw brief.")
    page.insert_text((72, 330), closing)
    page.insert_text((72, 410), NAME)
    page.insert_text((72, 426), "teamleider Vergunningen")


def letter(path: Path, sign: Callable[[pymupdf.Page], None], closing: str = CLOSING) -> Path:
    """A letter of one page with whatever ``sign`` draws between its closing and the name."""
    with pymupdf.open() as document:
        page = document.new_page()
        _print(page, closing)
        sign(page)
        document.save(path)
    return path


def as_picture(page: pymupdf.Page) -> None:
    """A signature as a picture of ink on white."""
    page.insert_image(PLACE, stream=_signature_png())


def as_lines(page: pymupdf.Page) -> None:
    """A signature as a line that a pen drew."""
    shape = page.new_shape()
    shape.draw_polyline([(80 + x, 342 + y) for x, y in _stroke(2.2, 50)])
    shape.finish(color=(0, 0, 0.4), width=1.2, closePath=False)
    shape.commit()


def nothing(_: pymupdf.Page) -> None:
    """A letter that nobody signed."""


def a_rule(page: pymupdf.Page) -> None:
    """The rule above which somebody is to sign."""
    page.draw_line((72, 395), (360, 395))


def a_logo(page: pymupdf.Page) -> None:
    """A solid block of colour."""
    page.insert_image(
        PLACE, stream=_png(lambda draw: draw.rectangle((20, 20, 460, 180), fill=(20, 60, 120)))
    )
