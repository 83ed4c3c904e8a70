"""Makes small PDFs object by object."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

SECRET = "Zwartkruis"
"""The surname that every vector hides. Nobody has it."""

Maker = Callable[[], bytes]


class Pdf:
    """One document with Helvetica as ``/F1``; pages are 400 by 600 points."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.font = self.indirect(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )

    def indirect(self, **entries: Any) -> Any:
        return self.pdf.make_indirect(Dictionary(**entries))

    def stream(self, data: bytes | str, **entries: Any) -> Any:
        raw = data.encode("latin-1") if isinstance(data, str) else data
        made = self.pdf.make_stream(raw)
        for key, value in entries.items():
            made["/" + key] = value
        return made

    def page(self, content: bytes | str, **entries: Any) -> Any:
        """A page with this content; ``Resources`` are added to the font."""
        resources = Dictionary(Font=Dictionary(F1=self.font))
        for key, value in entries.pop("Resources", {}).items():
            if key == "Font":
                for name, font in value.items():
                    resources.Font[name] = font
            else:
                resources["/" + key] = value
        page = self.indirect(
            Type=Name.Page,
            MediaBox=Array([0, 0, 400, 600]),
            Resources=resources,
            Contents=self.stream(content),
        )
        for key, value in entries.items():
            page["/" + key] = value
        self.pdf.pages.append(pikepdf.Page(page))
        return self.pdf.pages[-1].obj

    def form(self, content: str, **entries: Any) -> Any:
        defaults = {
            "Type": Name.XObject,
            "Subtype": Name.Form,
            "BBox": Array([0, 0, 400, 600]),
            "Resources": Dictionary(Font=Dictionary(F1=self.font)),
        }
        return self.stream(content, **(defaults | entries))

    def save(self, **options: Any) -> bytes:
        buffer = io.BytesIO()
        self.pdf.save(buffer, static_id=True, fix_metadata_version=False, **options)
        return buffer.getvalue()


def text(line: str, x: float = 50, y: float = 500, size: float = 12, before: str = "") -> str:
    """Operators that show one line."""
    return f"BT {before} /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({line}) Tj ET\n"


SENTENCE = text(f"Wij spraken met mevrouw {SECRET} over het dossier.")
REST = text("Deze regel blijft zoals hij is.", y=470)


def plain() -> Pdf:
    """A page that shows the secret, for hiding it a second time elsewhere."""
    made = Pdf()
    made.page(SENTENCE + REST)
    return made


def string(value: str = SECRET) -> Any:
    return String(value)
