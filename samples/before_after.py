"""Draw docs/before-after.png: one page of the demo before and after redaction, side by side.

Run it after ``make demo``: ``make picture``.
"""

import json
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parent.parent
DOSSIER = ROOT / "demo" / "dossier"
OUT = ROOT / "docs" / "before-after.png"
NUMBER = "0014"  # the minutes: a table of names, and names in running text
SCALE = 1.15  # pixels per point
GAP = 24


def page(path: Path) -> Image.Image:
    """The first page as a picture, its upper two thirds."""
    with pypdfium2.PdfDocument(path) as document:
        whole = document[0].render(scale=SCALE).to_pil().convert("RGB")
    return whole.crop((0, 0, whole.width, whole.height * 2 // 3))


def document_id() -> str:
    """Which document has the number."""
    reports = (DOSSIER / "reports").glob("*.json")
    return next(r.stem for r in reports if json.loads(r.read_text("utf-8"))["document"] == NUMBER)


def main() -> None:
    """Paste both pages on one sheet."""
    name = f"{document_id()}.pdf"
    before, after = page(DOSSIER / "renditions" / name), page(DOSSIER / "redacted" / name)
    sheet = Image.new("RGB", (before.width * 2 + 3 * GAP, before.height + 2 * GAP), "#d8dde3")
    sheet.paste(before, (GAP, GAP))
    sheet.paste(after, (before.width + 2 * GAP, GAP))
    ImageDraw.Draw(sheet).line(
        [(sheet.width // 2, GAP), (sheet.width // 2, sheet.height - GAP)], fill="#8a94a0"
    )
    sheet.quantize(64).save(OUT, optimize=True)


if __name__ == "__main__":
    main()
