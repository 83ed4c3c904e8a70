"""Draws the black boxes with their labels, and brings the font for that along.

In a tagged document the label is content that the structure tree knows; everything else is an
artifact. The font is embedded, so that PDF/A and PDF/UA stay true; it is taken from a small
document that Typst sets with just the letters that are needed.
"""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woo.model.geometry import Box
from woo.pdf.removing.marks import Mark

FONT_NAME = "/WooLabel"
_LABEL_SIZE = 8.0
_SMALLEST = 2.5
_CAP_HEIGHT = 0.66  # of Source Sans Pro, in em
_SHOWN = re.compile(r"[\dA-Za-z .,()/-]+")


@dataclass(frozen=True, slots=True)
class LabelFont:
    """``resource`` is the PDF font; ``codes`` and ``widths`` (in em) are known per letter."""

    resource: Any
    codes: dict[str, bytes]
    widths: dict[str, float]

    def width(self, text: str) -> float:
        """In em."""
        return sum(self.widths[letter] for letter in text)


def label_font(pdf: Any, labels: Iterable[str]) -> LabelFont:
    """A font in ``pdf`` with the letters of these labels. Raises ValueError for odd letters."""
    import pikepdf

    letters = sorted({letter for label in labels for letter in label} - {" "})
    if not _SHOWN.fullmatch("".join(letters) or "0"):
        raise ValueError("a label has letters, digits and points only")
    with pikepdf.open(io.BytesIO(_specimen(letters or ["0"]))) as specimen:
        page = specimen.pages[0]
        font = next(iter(page.Resources.Font.values()))
        codes = _codes(page, letters)
        widths = _widths(font.DescendantFonts[0], codes)
        resource = pdf.copy_foreign(font)
    codes[" "], widths[" "] = b"", 0.2
    return LabelFont(resource, codes, widths)


def _specimen(letters: Sequence[str]) -> bytes:
    """A page with each letter on a line of its own."""
    from woo.pdf.making.typesetting import typeset, typst_string

    lines = "#linebreak()".join(f"#text({typst_string(letter)})" for letter in letters)
    return typeset(
        '#set document(title: "x")\n#set page(height: auto)\n'
        '#set text(font: "Source Sans Pro", weight: "semibold", lang: "nl")\n' + lines
    )


def _codes(page: Any, letters: Sequence[str]) -> dict[str, bytes]:
    """The code by which each letter is shown: the specimen shows them in order."""
    import pikepdf

    shown: list[bytes] = []
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "Tj":
            shown.append(bytes(instruction.operands[0]))
        elif str(instruction.operator) == "TJ":
            parts = (p for p in instruction.operands[0] if isinstance(p, pikepdf.String))
            shown.append(b"".join(bytes(part) for part in parts))
    return dict(zip(letters, shown, strict=True))


def _widths(cid_font: Any, codes: dict[str, bytes]) -> dict[str, float]:
    """Advance per letter in em, from the W array: ``first [w w …]`` or ``first last w``."""
    import pikepdf

    by_code: dict[int, float] = {}
    entries, index = list(cid_font.W), 0
    while index < len(entries):
        first, second = int(entries[index]), entries[index + 1]
        if isinstance(second, pikepdf.Array):
            by_code |= {first + offset: float(w) for offset, w in enumerate(second)}
            index += 2
        else:
            by_code |= dict.fromkeys(range(first, int(second) + 1), float(entries[index + 2]))
            index += 3
    default = float(cid_font.get("/DW", 1000))
    return {
        letter: by_code.get(int.from_bytes(code, "big"), default) / 1000
        for letter, code in codes.items()
    }


def draw(
    marks: Sequence[Mark],
    font: LabelFont,
    left: float,
    top: float,
    numbers: Mapping[int, int] | None = None,
) -> bytes:
    """The operators that draw the marks; ``left`` and ``top`` are the media box's in user space.

    ``numbers`` gives marks (by index) the MCID under which the structure tree knows their label;
    everything else is an artifact.
    """
    known = numbers or {}
    labels = [_label(mark, font, left, top) for mark in marks]
    parts = ["/Artifact BMC q"]
    parts += [_rectangle(mark.box, left, top) for mark in marks]
    parts += [label for index, label in enumerate(labels) if index not in known]
    parts.append("Q EMC")
    for index in sorted(known):
        # A box too small for its label is itself what the tree speaks of.
        shown = labels[index] or _rectangle(marks[index].box, left, top)
        parts.append(f"/Span <</MCID {known[index]}>> BDC q {shown} Q EMC")
    return ("\n".join(part for part in parts if part) + "\n").encode("ascii")


def _rectangle(box: Box, left: float, top: float) -> str:
    return f"0 g {_n(left + box.x0)} {_n(top - box.y1)} {_n(box.width)} {_n(box.height)} re f"


def _label(mark: Mark, font: LabelFont, left: float, top: float) -> str:
    """White letters in the middle of the box, as large as fits; none when too small to read."""
    long, short = mark.box.width, mark.box.height
    if mark.turned:
        long, short = short, long
    text_width = font.width(mark.label)
    size = min(_LABEL_SIZE, short * 0.75, long * 0.94 / text_width) if text_width else 0
    if size < _SMALLEST:
        return ""
    x = left + (mark.box.x0 + mark.box.x1) / 2
    y = top - (mark.box.y0 + mark.box.y1) / 2
    along, across = text_width * size / 2, _CAP_HEIGHT * size / 2
    if mark.turned:
        place = f"0 1 -1 0 {_n(x + across)} {_n(y - along)}"
    else:
        place = f"1 0 0 1 {_n(x - along)} {_n(y - across)}"
    return f"1 g BT {FONT_NAME} {_n(size)} Tf {place} Tm {_shown(mark.label, font)} TJ ET"


def _shown(label: str, font: LabelFont) -> str:
    parts = (
        f"<{font.codes[letter].hex()}>"
        if font.codes[letter]
        else f"{-1000 * font.widths[letter]:g}"
        for letter in label
    )
    return f"[{' '.join(parts)}]"


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
