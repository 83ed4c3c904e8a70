"""Pages that set a name among its neighbours in many ways."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import font_source_sans_pro
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from tests.vectors.maker import Pdf

NAME = "Zwartkruis"
LINES = (
    "Ypsilon gjpqy Zwartkruis gjpqy Abcdefg",
    "Agjp Zwartkruis en Zwartkruis, ook gjpqy",
    "Geen naam in deze regel: AEg gjpqy",
)
BASE = {"F2": "Times-Italic", "F3": "Courier-Bold", "F4": "Times-Roman"}

Matrix = tuple[float, float, float, float, float, float]
PLAIN: Matrix = (1, 0, 0, 1, 80, 300)


@dataclass(frozen=True)
class Setting:
    """How the lines are set. ``before`` are operators within the text object."""

    size: float = 11
    leading: float = 1.2
    matrix: Matrix = PLAIN
    font: str = "F1"
    before: str = ""
    lines: tuple[str, ...] = LINES
    below: str = ""
    above: str = ""
    rotate: int = 0
    left: int = 0
    crop: int = 0
    unit: float = 1.0
    in_form: bool = False

    def content(self, font: "Font") -> str:
        shown = " ".join(
            f"{font.shown(line)} 0 {-self.size * self.leading:.3f} Td" for line in self.lines
        )
        a, b, c, d, e, f = self.matrix
        place = f"{a:.5f} {b:.5f} {c:.5f} {d:.5f} {self.left + e:g} {f:g}"
        text = f"BT {self.before} /{self.font} {self.size} Tf {place} Tm {shown} ET\n"
        return f"{self.below}\n{text}\n{self.above}\n"

    def save(self, path: Path) -> None:
        made = Pdf()
        font = font_of(made, self.font)
        media = Array([self.left, 20, self.left + 700, 520])
        inner = Array(
            [self.left + self.crop, 20 + self.crop, self.left + 700 - self.crop, 520 - self.crop]
        )
        content = self.content(font)
        resources: dict[str, Any] = {"Font": {"/" + self.font: font.object}}
        if self.in_form:
            fonts = Dictionary({"/" + self.font: font.object})
            form = made.form(content, BBox=media, Resources=Dictionary(Font=fonts))
            content, resources = "/X1 Do", {"XObject": Dictionary(X1=form)}
        more = {} if self.unit == 1 else {"UserUnit": self.unit}
        made.page(
            content, MediaBox=media, CropBox=inner, Rotate=self.rotate, Resources=resources, **more
        )
        path.write_bytes(made.save())


@dataclass(frozen=True)
class Font:
    object: Any
    codes: dict[str, int] | None = None
    kerned: bool = False

    def shown(self, line: str) -> str:
        """Operators that show a line; kerned: every pair moves a little."""
        if self.codes is None:
            if not self.kerned:
                return f"({line}) Tj"
            parts = (f"({letter}) {(-1) ** i * (20 + i % 40)}" for i, letter in enumerate(line))
            return f"[{' '.join(parts)}] TJ"
        return f"<{''.join(f'{self.codes[letter]:04x}' for letter in line)}> Tj"


def font_of(made: Pdf, name: str) -> Font:
    """F1 to F4 are base fonts, K1 is F1 kerned, T1 TrueType, C1 the same by glyph numbers."""
    if name == "F1":
        return Font(made.font)
    if name == "K1":
        return Font(made.font, kerned=True)
    if name in BASE:
        made_font = made.indirect(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name("/" + BASE[name]),
            Encoding=Name.WinAnsiEncoding,
        )
        return Font(made_font)
    return _truetype(made) if name == "T1" else _by_glyph(made)


def _descriptor(made: Pdf) -> Any:
    return made.indirect(
        Type=Name.FontDescriptor,
        FontName=Name.SourceSans,
        Flags=32,
        FontBBox=Array([-450, -290, 2160, 1000]),
        ItalicAngle=0,
        Ascent=984,
        Descent=-273,
        CapHeight=660,
        StemV=80,
        FontFile2=made.stream(_font_path().read_bytes()),
    )


def _font_path() -> Path:
    return Path(font_source_sans_pro.__file__).parent / "files" / "SourceSansPro-Regular.ttf"


@cache
def _metrics() -> tuple[dict[int, str], dict[str, int], dict[str, int]]:
    """Glyph name by code point, and glyph number and width by name."""
    font = TTFont(_font_path())
    widths = {name: advance for name, (advance, _) in font["hmtx"].metrics.items()}
    return font.getBestCmap(), {n: i for i, n in enumerate(font.getGlyphOrder())}, widths


def _truetype(made: Pdf) -> Font:
    names, _, widths = _metrics()
    return Font(
        made.indirect(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.SourceSans,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=126,
            Widths=Array([widths[names[code]] for code in range(32, 127)]),
            FontDescriptor=_descriptor(made),
        )
    )


def _by_glyph(made: Pdf) -> Font:
    names, numbers, widths = _metrics()
    codes = {chr(code): numbers[names[code]] for code in range(32, 127)}
    mapping = "".join(f"<{gid:04x}> <{ord(letter):04x}>\n" for letter, gid in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        "/CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(codes)} beginbfchar\n{mapping}endbfchar endcmap end end"
    )
    descendant = made.indirect(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.SourceSans,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=_descriptor(made),
        CIDToGIDMap=Name.Identity,
        W=Array(
            [
                part
                for letter, gid in sorted(codes.items(), key=lambda x: x[1])
                for part in (gid, Array([widths[names[ord(letter)]]]))
            ]
        ),
    )
    return Font(
        made.indirect(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.SourceSans,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([descendant]),
            ToUnicode=made.stream(cmap),
        ),
        codes,
    )
