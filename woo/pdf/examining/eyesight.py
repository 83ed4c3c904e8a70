"""Which pages show letters that their text does not explain, so that only the eye can read them.

Letters can be curves, pixels, patterns, masks; and a font can call its glyphs something else than
what they look like. Both are seen on a picture of the page, whatever made them: shapes as large as
letters where the page has no glyph, and glyphs that do not look like what they are called.
"""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from woo.model.geometry import Box
from woo.pdf.examining.lettershapes import is_alike
from woo.pdf.examining.looseshapes import letter_shapes
from woo.pdf.examining.pdfium_pages import PdfiumPage

_SCALE = 2.0  # pixels per point
_MOST_PIXELS = 8_000_000
_FEW_SHAPES = 3  # fewer shapes make no word
_ODD_GLYPHS = 2  # a typeface of its own has a letter that looks like no other
_ODD_PART = 0.15  # the share of a font's glyphs on a page
_LEVEL = 0.03  # the part of a quarter by which a line may be askew
_LOOKS = 4  # a neighbour may stand in the picture of a glyph: look at some more of them
_SMALLEST = 7  # pixels: lower glyphs are not compared
_WIDEST = 2.2  # a glyph wider than so many letter heights may draw a whole word
_HIGHEST = 72.0  # points: a glyph so high may hold other letters
_PAINTED = frozenset({0, 1, 2, 4, 5, 6})  # text render modes in which glyphs are seen

Pixels = tuple[int, int, int, int]
# A glyph as a font draws it: the font, what it is called, and its size in tenths of the font's.
Glyph = tuple[int, str, int, int]


@dataclass(slots=True)
class _Look:
    """How often a glyph was compared, and whether it ever looked like what it is called."""

    times: int = 0
    alike: bool = False

    @property
    def is_settled(self) -> bool:
        return self.alike or self.times >= _LOOKS


@dataclass(slots=True)
class Eyesight:
    """Looks at the pages of one document; a glyph that is known is not looked at again."""

    _looks: dict[Glyph, _Look] = field(default_factory=dict, repr=False)
    _met: set[tuple[int, str]] = field(default_factory=set, repr=False)
    _compared: set[tuple[int, str]] = field(default_factory=set, repr=False)

    @property
    def has_doubts(self) -> bool:
        """Whether a glyph does not look like what it is called, or could not be looked at yet."""
        unlike = any(look.times and not look.alike for look in self._looks.values())
        return unlike or not self._met <= self._compared

    def is_needed(self, page: PdfiumPage) -> bool:
        """Whether the page shows letters that its text does not explain.

        Raises UnreadablePdfError when it cannot be drawn.
        """
        return self.unexplained(page) is not None

    def unexplained(self, page: PdfiumPage, known: Sequence[Box] = ()) -> Box | None:
        """The part of a page with letters that neither its text nor the ``known`` boxes explain.

        The whole page when a font calls its glyphs something else. Raises UnreadablePdfError.
        """
        width, height = page.size
        scale = min(_SCALE, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        picture = page.render(72 * scale)
        explained = [_on_picture(box, scale, picture.shape) for box in known]
        glyphs: set[Glyph] = set()
        for character in _characters(page):
            place = _pixels(character, page, scale, picture.shape)
            letter = character.glyph[:2]
            if character.sign.isalnum() and not character.is_joined:
                self._met.add(letter)
            if not character.is_seen:
                continue
            is_comparable = character.turn is not None and not character.is_joined
            if is_comparable and self._compare(character, place, picture):
                glyphs.add(character.glyph)
                self._compared.add(letter)
            if not character.is_large:
                explained.append(place)
        if self._has_odd_font(glyphs):
            return Box(0, 0, width, height)
        found = letter_shapes(picture, explained, scale)
        if found.around is None or found.count < _FEW_SHAPES:
            return None
        x0, y0, x1, y1 = (value / scale for value in found.around)
        return Box(x0, y0, x1, y1)

    def _compare(self, character: "_Character", place: Pixels, picture: Any) -> bool:
        """Compare a glyph with what it is called; False when it is too small to compare."""
        look = self._looks.setdefault(character.glyph, _Look())
        x0, y0, x1, y1 = place
        if look.is_settled or y1 - y0 < _SMALLEST or x1 <= x0:
            return look.times > 0
        cut = picture[max(y0 - 1, 0) : y1 + 1, max(x0 - 1, 0) : x1 + 1]
        alike = not character.is_foreign and is_alike(_upright(cut, character), character.sign)
        if alike is not None:
            look.times += 1
            look.alike = alike
        return look.times > 0

    def _has_odd_font(self, glyphs: set[Glyph]) -> bool:
        """Whether some of a font's glyphs on a page, and not just one, look like other signs."""
        total: Counter[int] = Counter(glyph[0] for glyph in glyphs)
        odd = Counter(glyph[0] for glyph in glyphs if not self._looks[glyph].alike)
        return any(n >= _ODD_GLYPHS and n >= _ODD_PART * total[font] for font, n in odd.items())


@dataclass(frozen=True, slots=True)
class _Character:
    """One drawn character: its ink in PDF coordinates (left, bottom, right, top)."""

    sign: str
    glyph: Glyph
    ink: tuple[float, float, float, float]
    is_seen: bool
    is_large: bool
    is_joined: bool
    turn: int | None
    is_foreign: bool


def _characters(page: PdfiumPage) -> Iterator[_Character]:
    """The glyphs of a page with ink of their own."""
    import pypdfium2.raw as pdfium

    text = page.text_page
    fonts = _Fonts()
    edges = [ctypes.c_double() for _ in range(4)]
    before: tuple[float, ...] = ()
    last = ""
    for index in range(max(text.count_chars(), 0)):
        if not pdfium.FPDFText_GetCharBox(text, index, *edges):
            continue
        x0, x1, y0, y1 = (edge.value for edge in edges)
        if x1 <= x0 or y1 <= y0 or pdfium.FPDFText_IsGenerated(text, index):
            continue
        drawn = fonts.of(pdfium.FPDFText_GetTextObject(text, index))
        code = pdfium.FPDFText_GetUnicode(text, index)
        sign = chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
        shape = (round(10 * (x1 - x0) / drawn.size), round(10 * (y1 - y0) / drawn.size))
        # Several letters for one glyph, as in a ligature, have the same box.
        ink = (x0, y0, x1, y1)
        yield _Character(
            sign=sign,
            glyph=(drawn.number, sign, *shape),
            ink=ink,
            is_seen=drawn.is_painted,
            is_large=x1 - x0 > _WIDEST * max(drawn.size, y1 - y0) or y1 - y0 > _HIGHEST,
            is_joined=ink == before or "\ufb00" <= sign <= "\ufb06",
            turn=drawn.turn,
            is_foreign=_is_foreign(sign) and last.isascii() and last.isalpha(),
        )
        before, last = ink, sign


def _upright(pixels: Any, character: _Character) -> Any:
    import numpy as np

    return np.rot90(pixels, -(character.turn or 0))


def _is_foreign(sign: str) -> bool:
    """A letter of another script, such as a Cyrillic *a*, which in a Latin word is a disguise."""
    return sign.isalpha() and unicodedata.name(sign, "").startswith(("CYRILLIC", "GREEK"))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A number for the font, its size in points, whether glyphs are painted, and how turned."""

    number: int
    size: float
    is_painted: bool
    turn: int | None


class _Fonts:
    """How each text object of a page draws its glyphs."""

    def __init__(self) -> None:
        self._objects: dict[int, _Drawn] = {}

    def of(self, handle: Any) -> "_Drawn":
        """How a text object draws its glyphs."""
        import pypdfium2.raw as pdfium

        address = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if address in self._objects:
            return self._objects[address]
        size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
        pdfium.FPDFTextObj_GetFontSize(handle, size)
        pdfium.FPDFPageObj_GetMatrix(handle, matrix)
        length = (matrix.c**2 + matrix.d**2) ** 0.5 * abs(size.value)
        font = pdfium.FPDFTextObj_GetFont(handle)
        number = ctypes.cast(font, ctypes.c_void_p).value or 0
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        turn = _quarters(matrix, size.value)
        self._objects[address] = found = _Drawn(number, max(length, 0.1), mode in _PAINTED, turn)
        return found


def _on_picture(box: Box, scale: float, shape: tuple[int, int]) -> Pixels:
    height, width = shape
    return (
        min(max(round(box.x0 * scale), 0), width),
        min(max(round(box.y0 * scale), 0), height),
        min(max(round(box.x1 * scale), 0), width),
        min(max(round(box.y1 * scale), 0), height),
    )


def _quarters(matrix: Any, size: float) -> int | None:
    """How often the letters were turned a quarter to the left; None when mirrored or slanted."""
    if matrix.a * matrix.d - matrix.b * matrix.c <= 0:
        return None
    quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2) + (2 if size < 0 else 0)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < _LEVEL else None


def _pixels(
    character: _Character, page: PdfiumPage, scale: float, shape: tuple[int, int]
) -> Pixels:
    """Where the ink stands on the picture: left, top, right, bottom."""
    left, _, _, top = page.media
    x0, y0, x1, y1 = character.ink
    height, width = shape
    return (
        min(max(round((x0 - left) * scale), 0), width),
        min(max(round((top - y1) * scale), 0), height),
        min(max(round((x1 - left) * scale), 0), width),
        min(max(round((top - y0) * scale), 0), height),
    )
