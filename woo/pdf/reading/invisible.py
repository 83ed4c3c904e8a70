"""Lays words that were read from pictures over the page, invisibly, where their letters stand."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from woo.pdf.reading.tesseract import Word
from woo.pdf.trees import entries

_NAME = "/WooOcr"
_ADVANCE = 0.5  # em, the same for every letter: a word is stretched to its own width
_BLOCK = 100  # entries in one block of a ToUnicode map


def layer_font(pdf: Any) -> Any:
    """A font that shows nothing and maps every code to the character of that number.

    It has no font program: text in render mode 3 needs none (ISO 19005-2, 6.2.11.4.1). Its letters
    stand on the baseline and are one em high.
    """
    from pikepdf import Array, Dictionary, Name

    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(_NAME),
            Flags=5,  # fixed pitch, symbolic
            FontBBox=Array([0, 0, 500, 1000]),
            ItalicAngle=0,
            Ascent=1000,
            Descent=0,
            CapHeight=1000,
            StemV=80,
        )
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(_NAME),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        DW=round(1000 * _ADVANCE),
        FontDescriptor=descriptor,
        CIDToGIDMap=Name.Identity,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(_NAME),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_to_unicode()),
        )
    )


def _to_unicode() -> bytes:
    """Every code is the UTF-16 number of its character; a range may not cross a high byte."""
    ranges = [f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in range(256)]
    blocks = [ranges[i : i + _BLOCK] for i in range(0, len(ranges), _BLOCK)]
    body = "".join(
        f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange\n" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def lay(pdf: Any, page: Any, words: Sequence[Word], font: Any) -> None:
    """Add the words, which are placed in user space, to what a pikepdf page draws.

    In a tagged document they are an artifact: the picture has its alternative text.
    """
    import pikepdf

    before, after = _missing_brackets(page)
    resources = pikepdf.Dictionary(inherited(page.obj, "/Resources"))
    fonts = pikepdf.Dictionary(dict(entries(resources, "Font")))
    fonts[_NAME] = font
    resources["/Font"] = fonts
    page.obj["/Resources"] = resources
    is_tagged = "/StructTreeRoot" in pdf.Root
    page.contents_add(b"q\n" * (before + 1), prepend=True)
    page.contents_add(b"\n" + b"Q\n" * (after + 1) + _operators(words, is_tagged=is_tagged))


def inherited(page: Any, key: str) -> Any:
    """A dictionary of a page, or of what it inherits from; empty when there is none."""
    import pikepdf

    node, steps = page, 0
    while key not in node and isinstance(node.get("/Parent"), pikepdf.Dictionary) and steps < 100:
        node, steps = node["/Parent"], steps + 1
    found = node.get(key)
    return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()


def _missing_brackets(page: Any) -> tuple[int, int]:
    """How many ``q`` must come before, and ``Q`` after, so that the page's own are in balance."""
    import pikepdf

    depth = lowest = 0
    for instruction in pikepdf.parse_content_stream(page, "q Q"):
        depth += 1 if str(instruction.operator) == "q" else -1
        lowest = min(lowest, depth)
    return -lowest, depth - lowest


def _operators(words: Sequence[Word], *, is_tagged: bool) -> bytes:
    parts = ["BT 3 Tr", f"{_NAME} 1 Tf"]
    for word, following in pairwise([*words, None]):
        if word is not None and (shown := _shown(word, following)):
            parts.append(shown)
    parts.append("ET")
    if is_tagged:
        parts = ["/Artifact BMC", *parts, "EMC"]
    return ("q\n" + "\n".join(parts) + "\nQ\n").encode("ascii")


def _shown(word: Word, following: Word | None) -> str:
    """The word, and a space over half the gap to the next one on its line."""
    codes = re.sub(r"[\x00-\x20\ud800-\udfff]", "", word.text).encode("utf-16-be", "ignore")
    # A character beyond the first plane takes two codes, which the map does not join.
    letters = [codes[i : i + 2] for i in range(0, len(codes), 2)]
    letters = [code for code in letters if not 0xD8 <= code[0] <= 0xDF]
    if not letters:
        return ""
    shown = _placed(b"".join(letters), len(letters), word.start, word.along, word.up)
    if following is None or following.line != word.line:
        return shown
    end = (word.start[0] + word.along[0], word.start[1] + word.along[1])
    gap = (following.start[0] - end[0], following.start[1] - end[1])
    forward = gap[0] * word.along[0] + gap[1] * word.along[1] > 0
    half = (gap[0] / 2, gap[1] / 2) if forward else (word.along[0] / 100, word.along[1] / 100)
    return shown + "\n" + _placed(b"\0 ", 1, end, half, word.up)


def _placed(
    codes: bytes,
    count: int,
    start: tuple[float, float],
    along: tuple[float, float],
    up: tuple[float, float],
) -> str:
    wide = count * _ADVANCE
    matrix = (along[0] / wide, along[1] / wide, *up, *start)
    return f"{' '.join(_number(value) for value in matrix)} Tm <{codes.hex()}> Tj"


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
