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

from woo.model.boxstyle import BoxStyle, Colour
from woo.model.geometry import Box
from woo.pdf.rebuilding.truetype import without_names
from woo.pdf.removing.labels import Row, set_label
from woo.pdf.removing.marks import Mark

FONT_NAME = "/WooLabel"
SPACE_NAME = "/WooColour"
_EDGE = 0.7  # points
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
        program = font.DescendantFonts[0].FontDescriptor.FontFile2
        program.write(without_names(program.read_bytes()))
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
    style: BoxStyle,
    left: float,
    top: float,
    numbers: Mapping[int, int] | None = None,
) -> bytes:
    """The operators that draw the marks; ``left`` and ``top`` are the media box's in user space.

    ``numbers`` gives marks (by index) the MCID under which the structure tree knows their label;
    everything else is an artifact.
    """
    known = numbers or {}
    pen = _Pen(font, style, left, top)
    labels = [pen.label(mark) for mark in marks]
    parts = ["/Artifact BMC q"]
    parts += [pen.box(mark) for mark in marks]
    parts += [label for index, label in enumerate(labels) if index not in known]
    parts.append("Q EMC")
    for index in sorted(known):
        # A box too small for its label is itself what the tree speaks of.
        shown = labels[index] or pen.box(marks[index])
        parts.append(f"/Span <</MCID {known[index]}>> BDC q {shown} Q EMC")
    return ("\n".join(part for part in parts if part) + "\n").encode("ascii")


class _Pen:
    """Draws boxes and labels in user space."""

    def __init__(self, font: LabelFont, style: BoxStyle, left: float, top: float) -> None:
        self._font = font
        self._style = style
        self._left, self._top = left, top

    def box(self, mark: Mark) -> str:
        """A filled rectangle, with an edge inside it when its colours say so."""
        paint, box = self._style.paint_for(mark.label), mark.box
        drawn = f"{_colour(paint.fill, stroke=False)} {self._rectangle(box, 0)} f"
        if paint.border is None:
            return drawn
        edge = f"{_colour(paint.border, stroke=True)} {_n(_EDGE)} w [] 0 d"
        return f"{drawn} {edge} {self._rectangle(box, _EDGE / 2)} S"

    def _rectangle(self, box: Box, inside: float) -> str:
        x, y = self._left + box.x0 + inside, self._top - box.y1 + inside
        width, height = (max(size - 2 * inside, 0.1) for size in (box.width, box.height))
        return f"{_n(x)} {_n(y)} {_n(width)} {_n(height)} re"

    def label(self, mark: Mark) -> str:
        """The codes in the middle of the box or beside it; nothing when they cannot be read."""
        found = set_label(mark, self._font.width)
        if found is None:
            return ""
        paint = self._style.paint_for(mark.label)
        ink = _colour((0, 0, 0) if found.is_beside else paint.ink, stroke=False)
        return "\n".join(
            f"{ink} BT {FONT_NAME} {_n(row.size)} Tf {self._matrix(row)} Tm "
            f"{_shown(row.text, self._font)} TJ ET"
            for row in found.rows
        )

    def _matrix(self, row: Row) -> str:
        cosine, sine = row.turn
        turned = f"{cosine} {sine} {-sine} {cosine}"
        return f"{turned} {_n(self._left + row.x)} {_n(self._top - row.y)}"


def _colour(colour: Colour, *, stroke: bool) -> str:
    """Grey where it is grey; else in the calibrated space, which every PDF/A allows."""
    red, green, blue = colour
    if red == green == blue:
        return f"{_n(red / 255)} {'G' if stroke else 'g'}"
    parts = " ".join(_n(part / 255) for part in colour)
    set_space, set_colour = ("CS", "SC") if stroke else ("cs", "sc")
    return f"{SPACE_NAME} {set_space} {parts} {set_colour}"


def needs_colour(style: BoxStyle) -> bool:
    """Whether any colour is no grey, so that pages need ``colour_space``."""
    paints = [style.paint, *style.by_ground.values()]
    colours = [colour for p in paints for colour in (p.fill, p.ink, p.border) if colour]
    return any(len({*colour}) > 1 for colour in colours)


def colour_space(pdf: Any) -> Any:
    """SRGB as a CalRGB space (ISO 32000-1, 8.6.5.3), as an object of ``pdf``."""
    import pikepdf

    parts = pikepdf.Dictionary(
        WhitePoint=[0.9505, 1, 1.089],
        Gamma=[2.2, 2.2, 2.2],
        Matrix=[0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505],
    )
    return pdf.make_indirect(pikepdf.Array([pikepdf.Name.CalRGB, parts]))


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
