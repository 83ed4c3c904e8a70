"""Takes the outlines of letters out of embedded font programs when no page shows them any more.

Only programs of which a font shows fewer codes than before need it. A program is input that may
be hostile: whatever goes wrong while it is read, the answer is that it cannot be pruned.
"""

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.rebuilding.charcodes import Code, char_codes
from woo.pdf.rebuilding.compactfont import CompactFont
from woo.pdf.rebuilding.glyphnames import names_of_code
from woo.pdf.rebuilding.truetype import glyphs_of_codes, open_truetype, without_glyphs
from woo.pdf.rebuilding.type1font import keep_glyphs, read_type1

_SUBSET = re.compile(r"/[A-Z]{6}\+")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_MAX_PROGRAM = 40_000_000


class UnprunableError(Exception):
    """A font program that cannot be pruned."""


@dataclass(frozen=True, slots=True)
class Use:
    """One PDF font and the codes that are shown in it; ``visible`` when a reader sees any."""

    font: Any
    codes: Set[Code] = field(repr=False)
    visible: bool = True


@dataclass(slots=True)
class Program:
    """A font program with every font that uses it. ``shrunk``: one of them shows fewer codes."""

    descriptor: Any
    key: str
    uses: list[Use] = field(default_factory=list)
    shrunk: bool = False

    @property
    def is_subset(self) -> bool:
        """Made for one document: which glyphs it has says what the document shows."""
        names = [use.font.get("/BaseFont") for use in self.uses]
        names.append(self.descriptor.get("/FontName"))
        return any(_SUBSET.match(text_of_name(name)) for name in names)


def text_of_name(name: Any) -> str:
    """A name as text; bytes that are no UTF-8 (which PDF/A forbids) become U+FFFD."""
    try:
        return str(name)
    except UnicodeDecodeError as error:
        return error.object.decode("utf-8", "replace")


def programs(uses: Iterable[tuple[Use, bool]]) -> list[Program]:
    """The embedded programs of fonts; the flag says whether a font lost codes."""
    found: dict[tuple[int, int], Program] = {}
    for use, lost in uses:
        descriptor = descriptor_of(use.font)
        if descriptor is None:
            continue
        for key in _FILES:
            stream = descriptor.get(key)
            if stream is None:
                continue
            program = found.setdefault(stream.objgen, Program(descriptor, key))
            program.uses.append(use)
            program.shrunk = program.shrunk or lost
    return list(found.values())


def descriptor_of(font: Any) -> Any:
    """The font descriptor of a simple font, or of the descendant of a composite one."""
    import pikepdf

    listed = font.get("/DescendantFonts")
    if isinstance(listed, pikepdf.Array) and len(listed):
        font = listed[0]
    found = font.get("/FontDescriptor") if isinstance(font, pikepdf.Dictionary) else None
    return found if isinstance(found, pikepdf.Dictionary) else None


def prune_program(program: Program) -> None:
    """Rewrite the program in place with the glyphs that its fonts show.

    Raises UnprunableError when that cannot be done.
    """
    import pikepdf

    stream = program.descriptor[program.key]
    try:
        data = stream.read_bytes()
        if len(data) > _MAX_PROGRAM:
            raise UnprunableError
        _PRUNERS[program.key](program, stream, data)
    except pikepdf.PdfError:
        raise UnprunableError from None
    except (UnprunableError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - fontTools raises anything on a hostile program
        raise UnprunableError from None


def _prune_truetype(program: Program, stream: Any, data: bytes) -> None:
    font = open_truetype(data)
    keep: set[int] = set()
    for use in program.uses:
        keep |= _truetype_glyphs(font, use)
    stream.write(without_glyphs(font, keep, by_name=_is_by_name(program.uses)))
    _set_lengths(stream, len(stream.read_bytes()))


def _truetype_glyphs(font: Any, use: Use) -> set[int]:
    if use.font.get("/Subtype") != "/Type0":
        values = [code.value for code in use.codes]
        return glyphs_of_codes(font, values, names_of_code(use.font))
    to_glyph = glyph_map(use.font)
    return {to_glyph(cid) for cid in _cids(use)}


def _cids(use: Use) -> set[int]:
    """The CIDs that are shown. Raises UnprunableError when they follow from no table at hand."""
    reading = char_codes(use.font)
    if not reading.known:
        raise UnprunableError
    return {cid for code in use.codes if (cid := reading.cid(code)) is not None}


def glyph_map(font: Any) -> Callable[[int], int]:
    """From CID to glyph number by the CIDToGIDMap of a composite font."""
    import pikepdf

    given = font["/DescendantFonts"][0].get("/CIDToGIDMap")
    if not isinstance(given, pikepdf.Stream):
        return lambda cid: cid
    table = given.read_bytes()
    return lambda cid: int.from_bytes(table[2 * cid : 2 * cid + 2], "big")


def _is_by_name(uses: Sequence[Use]) -> bool:
    """Whether an encoding names glyphs, which a reader may look up in the program."""
    import pikepdf

    return any(isinstance(use.font.get("/Encoding"), pikepdf.Dictionary) for use in uses)


def _prune_compact(program: Program, stream: Any, data: bytes) -> None:
    import pikepdf

    if data[:4] in {b"\0\1\0\0", b"true"}:
        _prune_truetype(program, stream, data)
        return
    wide = any(use.font.get("/Subtype") == "/Type0" for use in program.uses)
    if data[:4] == b"OTTO":
        # The tables around the outlines tell of letters too; a PDF needs the outlines alone.
        data = bytes(open_truetype(data).reader["CFF "])
    font = CompactFont(data)
    names: set[str] = set()
    for use in program.uses:
        names |= compact_names(font, use)
    new = font.keep(names, numbered=wide and not font.by_cid)
    stream.write(new)
    stream["/Subtype"] = pikepdf.Name("/CIDFontType0C" if wide else "/Type1C")


def compact_names(font: CompactFont, use: Use) -> set[str]:
    """The glyphs that a font shows, by their names in the CFF program."""
    if use.font.get("/Subtype") == "/Type0":
        if font.by_cid:
            return {f"cid{cid:05d}" for cid in _cids(use)}
        order, to_glyph = font.order, glyph_map(use.font)
        numbers = {to_glyph(cid) for cid in _cids(use)}
        return {order[number] for number in numbers if number < len(order)}
    if font.by_cid:
        raise UnprunableError
    names = names_of_code(use.font)
    found = {name for code in use.codes for name in names(code.value)}
    return found | {font.builtin(code.value) for code in use.codes}


def _prune_type1(program: Program, stream: Any, data: bytes) -> None:
    font = read_type1(data)
    wanted: set[str] = set()
    for use in program.uses:
        names = names_of_code(use.font)
        for code in use.codes:
            wanted |= {*names(code.value), font.builtin(code.value)}
    parts = keep_glyphs(font, wanted)
    stream.write(b"".join(parts))
    _set_lengths(stream, *(len(part) for part in parts))


def _set_lengths(stream: Any, *lengths: int) -> None:
    for number in (1, 2, 3):
        if number <= len(lengths):
            stream[f"/Length{number}"] = lengths[number - 1]
        elif f"/Length{number}" in stream:
            del stream[f"/Length{number}"]


_PRUNERS: dict[str, Callable[[Program, Any, bytes], None]] = {
    "/FontFile": _prune_type1,
    "/FontFile2": _prune_truetype,
    "/FontFile3": _prune_compact,
}
