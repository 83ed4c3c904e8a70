"""Counts the glyphs with an outline in the fonts of a PDF, and lists the names in them."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.misc.eexec import decrypt
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

_LABEL_FONT = "SourceSansPro-Semibold"


def fonts(path: Path) -> Iterator[Any]:
    """Every font dictionary that is no part of another, the one for labels left out."""
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                name = str(thing.get("/BaseFont", ""))
                if "/CIDSystemInfo" not in thing and not name.endswith(_LABEL_FONT):
                    yield thing


def outlines(path: Path) -> int:
    """How many glyphs of all fonts together draw something."""
    return sum(_count(font) for font in fonts(path))


def _count(font: Any) -> int:
    if font.Subtype == "/Type3":
        return len(font.CharProcs.keys())
    descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = descendant.get("/FontDescriptor", {})
    if "/FontFile2" in descriptor:
        with TTFont(io.BytesIO(descriptor.FontFile2.read_bytes())) as program:
            glyphs = program["glyf"]
            return sum(glyphs[name].numberOfContours != 0 for name in glyphs.keys())  # noqa: SIM118
    if "/FontFile3" in descriptor:
        return len(_drawn(descriptor.FontFile3.read_bytes()))
    if "/FontFile" in descriptor:
        return len(type1_names(descriptor.FontFile))
    return 0


def _drawn(program: bytes) -> list[str]:
    compact = CFFFontSet()
    compact.decompile(io.BytesIO(program), None)
    top = compact[0]
    found = []
    for name in top.charset:
        pen = RecordingPen()
        top.CharStrings[name].draw(pen)
        if pen.value:
            found.append(name)
    return found


def type1_names(stream: Any) -> list[str]:
    """The glyphs of a Type 1 program."""
    private, _ = decrypt(stream.read_bytes()[int(stream.Length1) :], 55665)
    begin = private.index(b"/CharStrings")
    return [
        name.decode()
        for name in re.findall(rb"/([A-Za-z.]+) \d+ (?:RD|-\|) ", private[begin:])
        if name not in {b"space", b".notdef"}
    ]


def names(path: Path) -> set[str]:
    """The names of glyphs that stand in encodings and font programs."""
    found: set[str] = set()
    for font in fonts(path):
        encoding = font.get("/Encoding")
        if isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding:
            found |= {str(n)[1:] for n in encoding.Differences if isinstance(n, pikepdf.Name)}
        descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        descriptor = descendant.get("/FontDescriptor", {})
        if "/FontFile2" in descriptor:
            with TTFont(io.BytesIO(descriptor.FontFile2.read_bytes())) as program:
                found |= set(program.getGlyphOrder())
        if "/FontFile3" in descriptor:
            compact = CFFFontSet()
            compact.decompile(io.BytesIO(descriptor.FontFile3.read_bytes()), None)
            found |= set(compact[0].charset)
        if "/FontFile" in descriptor:
            found |= set(type1_names(descriptor.FontFile))
    return found
