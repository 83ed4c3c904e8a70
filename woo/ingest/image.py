"""The reader of pictures: a photo, a screenshot, a fax, the logo under an e-mail."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from woo.errors import UnreadableError
from woo.ingest.pdf import read_pdf
from woo.model.document import Document, DocumentKind
from woo.text.files import temporary_folder, write_atomically

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 200_000_000  # some 14,000 x 14,000: a large map; more is a bomb


def read_image(path: Path, rendition: Path) -> Document:
    """A picture as a PDF of its own size, read by text recognition like a scan.

    Raises UnreadableError when it is damaged or too large, MissingError without Tesseract.
    """
    with temporary_folder(rendition.parent) as folder:
        scan = folder / f"{path.stem}.pdf"
        write_atomically(scan, _as_pdf(path))
        document = read_pdf(scan, rendition)
    return replace(document, kind=DocumentKind.IMAGE, dated=None)


def _as_pdf(path: Path) -> bytes:
    import img2pdf
    from PIL import Image

    try:
        with Image.open(path) as image:
            if image.width * image.height > MOST_PIXELS:
                raise UnreadableError(
                    "Deze afbeelding is te groot.", "Verklein haar en voeg haar opnieuw toe."
                )
            content = _flattened(image) if _has_alpha(image) else path.read_bytes()
        pdf: bytes = img2pdf.convert(content, rotation=img2pdf.Rotation.ifvalid)
    except UnreadableError:
        raise
    except Exception:  # noqa: BLE001 - Pillow and img2pdf raise errors without a common base
        raise UnreadableError(
            "Deze afbeelding is beschadigd.", "Vraag de afzender om een nieuw exemplaar."
        ) from None
    return pdf


def _has_alpha(image: "Image.Image") -> bool:
    return "A" in image.getbands() or "transparency" in image.info


def _flattened(image: "Image.Image") -> bytes:
    """The picture on white: a PDF shows what is see-through differently everywhere."""
    from PIL import Image

    layer = image.convert("RGBA")
    sheet = Image.new("RGBA", layer.size, "white")
    sheet.alpha_composite(layer)
    written = BytesIO()
    sheet.convert("RGB").save(written, "PNG")
    return written.getvalue()
