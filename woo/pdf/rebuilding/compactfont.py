"""Takes glyphs out of CFF font programs (Type1C, CIDFontType0C)."""

from collections.abc import Callable, Set
from types import SimpleNamespace
from typing import Any

from woo.pdf.rebuilding.pen import times

_STRINGS = ("version", "Notice", "Copyright", "FullName", "FamilyName", "Weight", "UniqueID")
_MAX_GLYPHS = 70_000


class CompactFont:
    """One CFF program; its glyphs go by name, or by CID (``cid00042``) when it is keyed by CID."""

    def __init__(self, data: bytes) -> None:
        """Raises many kinds of error when the program is broken."""
        from fontTools.subset import cff  # noqa: F401 - adds methods to the table
        from fontTools.ttLib import TTFont, newTable

        self._font = TTFont(sfntVersion="OTTO", recalcBBoxes=False)
        self._table = newTable("CFF ")
        self._table.decompile(data, self._font)
        self._top = self._table.cff[0]
        self.by_cid = hasattr(self._top, "ROS")
        if len(self._top.charset) > _MAX_GLYPHS:
            raise ValueError("too many glyphs in a font")
        self.order: list[str] = list(self._top.charset)
        self.known = frozenset(self.order)

    def builtin(self, code: int) -> str:
        """The name that the program's own encoding gives to a code."""
        encoding = self._top.Encoding
        if encoding == "StandardEncoding":
            from fontTools.encodings.StandardEncoding import StandardEncoding

            encoding = StandardEncoding
        known = isinstance(encoding, list) and code < len(encoding)
        return str(encoding[code]) if known else ".notdef"

    def width(self, name: str) -> float:
        """The advance of a glyph in units of the program."""
        from woo.pdf.rebuilding.charstrings import charstring_width

        return charstring_width(self._top, name)

    @property
    def scale(self) -> float:
        """From units of the program to thousandths of an em. Raises ValueError when it varies."""
        matrices = {tuple(self._top.FontMatrix)}
        if self.by_cid:
            own = self._top.rawDict.get("FontMatrix", (1, 0, 0, 1, 0, 0))
            matrices = {
                times(tuple(below.FontMatrix), tuple(own))
                if "FontMatrix" in below.rawDict or "FontMatrix" not in self._top.rawDict
                else tuple(own)
                for below in self._top.FDArray
            }
        if len(matrices) != 1:
            raise ValueError("more than one size of glyphs")
        return float(matrices.pop()[0]) * 1000

    def keep(self, names: Set[str], *, numbered: bool) -> bytes:
        """The program with these glyphs and their parts; ``numbered`` leaves empty places."""
        glyphs = SimpleNamespace(glyphs={".notdef", *names} & self.known | {self.order[0]})
        self._table.closure_glyphs(glyphs)
        staying = glyphs.glyphs & self.known
        if numbered:
            self._empty(staying)
        else:
            self._drop(staying)
        self._clear_names()
        self._join_matrices()
        self._table.cff.remove_unused_subroutines()
        return bytes(self._table.compile(self._font))

    def _load(self) -> dict[str, Any]:
        return {name: self._top.CharStrings.getItemAndSelector(name)[0] for name in self.order}

    def _empty(self, staying: Set[str]) -> None:
        """Glyph numbers count: take the outlines away, and the names."""
        strings, new = self._top.CharStrings, self._renamed(staying)
        for name, charstring in self._load().items():
            if name not in staying:
                charstring.decompile()
                charstring.program = ["endchar"]
                charstring.bytecode = None
        strings.charStrings = {new(name): value for name, value in strings.charStrings.items()}
        self._set_order([new(name) for name in self.order])

    def _renamed(self, staying: Set[str]) -> Callable[[str], str]:
        numbers = {name: number for number, name in enumerate(self.order)}
        return lambda name: name if name in staying else f"glyph{numbers[name]:05d}"

    def _drop(self, staying: Set[str]) -> None:
        """Glyphs are found by name or CID: take them out."""
        strings = self._top.CharStrings
        self._load()
        numbers = [number for number, name in enumerate(self.order) if name in staying]
        if strings.charStringsAreIndexed:
            index = strings.charStringsIndex
            index.items = [index.items[number] for number in numbers]
            del index.file, index.offsets
            names = [self.order[number] for number in numbers]
            strings.charStrings = {name: place for place, name in enumerate(names)}
        else:
            kept = strings.charStrings.items()
            strings.charStrings = {name: value for name, value in kept if name in staying}
        if hasattr(self._top, "FDSelect"):
            select = self._top.FDSelect
            select.format = None
            select.gidArray = [select.gidArray[number] for number in numbers]
        if isinstance(self._top.Encoding, list):
            self._top.Encoding = [
                name if name in staying else ".notdef" for name in self._top.Encoding
            ]
        self._set_order([self.order[number] for number in numbers])

    def _set_order(self, names: list[str]) -> None:
        self._top.charset = names
        self.order, self.known = names, frozenset(names)
        self._top.numGlyphs = len(names)

    def _join_matrices(self) -> None:
        """Matrices below multiply the one above, which is left out on writing when it is usual."""
        own = self._top.rawDict.get("FontMatrix")
        if not self.by_cid or own is None:
            return
        for below in self._top.FDArray:
            matrix = below.rawDict.get("FontMatrix")
            if matrix is not None:
                below.FontMatrix = list(times(tuple(matrix), tuple(own)))
                self._top.FontMatrix = [0.001, 0, 0, 0.001, 0, 0]

    def _clear_names(self) -> None:
        """Names of the maker and the typeface; the PDF font has a name of its own."""
        for key in _STRINGS:
            self._top.rawDict.pop(key, None)
            if key in self._top.__dict__:
                delattr(self._top, key)
