"""A naive reader of pictures: Tesseract on what is stored in the file, whatever its place.

Shares no code with ``woo``: the images are taken out by pypdfium2 and MuPDF.
"""

import io
import subprocess
from pathlib import Path

import pymupdf
from PIL import Image, ImageOps


def stored_pictures(pdf: Path | bytes) -> list[Image.Image]:
    """Every image in a file in grey, also masks and images that no page draws."""
    source = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    found: list[Image.Image] = []
    with pymupdf.open(stream=source, filetype="pdf") as document:
        for xref in range(1, document.xref_length()):
            if document.xref_get_key(xref, "Subtype")[1] == "/Image":
                pixmap = pymupdf.Pixmap(document, xref)
                if pixmap.colorspace is None or pixmap.alpha:
                    samples, size = bytes(pixmap.samples), (pixmap.width, pixmap.height)
                    found.append(ImageOps.invert(Image.frombytes("L", size, samples)))
                else:
                    png = pymupdf.Pixmap(pymupdf.csRGB, pixmap).tobytes("png")
                    found.append(Image.open(io.BytesIO(png)).convert("L"))
    return found


def read_aloud(pdf: Path | bytes) -> str:
    """What Tesseract reads in the stored images, each upright and large."""
    return " ".join(read_picture(picture) for picture in stored_pictures(pdf))


def _paper(picture: Image.Image) -> int | tuple[int, ...]:
    """The colour of the corner."""
    colour = picture.getpixel((0, 0))
    return colour if isinstance(colour, tuple) else int(colour or 0)


def read_picture(picture: Image.Image) -> str:
    """What Tesseract reads in one picture."""
    factor = max(1, round(1500 / max(picture.size)))
    large = picture.resize((picture.width * factor, picture.height * factor))
    stream = io.BytesIO()
    ImageOps.expand(large, 20, fill=_paper(picture)).save(stream, "PNG")
    done = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", "nld", "--psm", "6"],
        input=stream.getvalue(),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()
