"""Makes positions absolute where MuPDF would otherwise move what stays.

When MuPDF takes out glyphs it writes the gap as a number in front of the next string, counted in
that string's font size. After a change of size in between (a superscript behind a name) the number
means another distance, and the rest of the line moves. Before such a string its place is written
out, so that no gap has to be carried over.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from woo.pdf.matrices import Matrix, multiply
from woo.pdf.rebuilding.textwalk import Block, Placement, Show, walk
from woo.pdf.trees import entries

_SPACE = 32
_RELATIVE = frozenset({"Td", "TD", "T*", "'", '"'})
_OPERATOR = re.compile(rb"(?<![^\s\])>])(?:T[jJfzdDm*]|BT|ET|['\"])(?=[\s/\[(<]|$)")
_SHOWS, _SCALES = frozenset({b"Tj", b"TJ", b"'", b'"'}), frozenset({b"Tf", b"Tz"})


class Settler:
    """Settles the content of pages of an open MuPDF document that was read from ``source``."""

    def __init__(self, document: Any, source: Any) -> None:
        self._document = document
        self._source = source

    def settle(self, page: Any) -> None:
        """Write out the places after a change of size, in a page and the forms that it draws."""
        contents = page.read_contents()
        if changes_size_in_line(contents):
            fonts = self._fonts(self._source.pages[page.number].resources)
            settled = self._settled(contents, fonts)
            if settled is not None:
                self._document.update_stream(page.get_contents()[0], settled)
                page.set_contents(page.get_contents()[0])
        for xref, *_ in page.get_xobjects():
            self._settle_form(xref)

    def _settle_form(self, xref: int) -> None:
        import pikepdf

        contents = self._document.xref_stream(xref)
        form = self._source.get_object(xref, 0)
        if contents is None or not isinstance(form, pikepdf.Stream):
            return
        if changes_size_in_line(contents):
            settled = self._settled(contents, self._fonts(form.get("/Resources")))
            if settled is not None:
                self._document.update_stream(xref, settled)

    def _fonts(self, resources: Any) -> Mapping[str, Any]:
        return entries(resources, "Font")

    def _settled(self, contents: bytes, fonts: Mapping[str, Any]) -> bytes | None:
        import pikepdf

        try:
            stream = pikepdf.Stream(self._source, contents)
            instructions = settled(list(pikepdf.parse_content_stream(stream)), fonts)
            return pikepdf.unparse_content_stream(instructions)
        except (ArithmeticError, IndexError, TypeError, ValueError, pikepdf.PdfError):
            return None  # then the verifier sees whether anything moved


@contextmanager
def settler(document: Any, source: Path) -> Iterator[Settler | None]:
    """None for a file that pikepdf cannot open; whether anything moved, the verifier sees."""
    import pikepdf

    try:
        opened = pikepdf.open(source)
    except (pikepdf.PdfError, OSError, ValueError):
        yield None
        return
    with opened:
        yield Settler(document, opened)


def changes_size_in_line(contents: bytes) -> bool:
    """Whether the size of text changes between two strings without a new position in between."""
    shown = changed = False
    for match in _OPERATOR.finditer(contents):
        operator = match.group()
        if operator in _SCALES:
            changed = shown
        elif operator in _SHOWS:
            if changed and operator in {b"Tj", b"TJ"}:
                return True
            shown, changed = True, False
        else:
            shown = changed = False
    return False


def settled(instructions: Sequence[Any], fonts: Mapping[str, Any]) -> list[Any]:
    """The instructions of a content stream with a Tm before each string after a change of size."""
    places: dict[int, Matrix] = {}
    for block in walk(instructions, fonts):
        places |= _places(block, instructions)
    out: list[Any] = []
    for index, instruction in enumerate(instructions):
        if index in places:
            out.append(_set_text(places[index]))
        out.append(instruction)
    return out


def _places(block: Block, instructions: Sequence[Any]) -> dict[int, Matrix]:
    """The matrices to set, by the instruction that they go in front of."""
    found: dict[int, Matrix] = {}
    line: Matrix | None = None
    for place in block.placements:
        if line is not None and place.operator in _RELATIVE:
            found[place.index] = line
        line = None
        try:
            for index, pen in _jumps(place, instructions):
                found[index] = multiply((1, 0, 0, 1, pen, 0), place.matrix)
                line = place.matrix
        except LookupError:
            continue  # a width is not known: what follows stays where MuPDF puts it
    return found


def _jumps(place: Placement, instructions: Sequence[Any]) -> Iterator[tuple[int, float]]:
    """The strings that are set in another size than the one before, and where the pen is."""
    pen, before = 0.0, None
    for show in place.shows:
        size = (show.state.size, show.state.scale)
        if before is not None and size != before:
            yield show.index, pen
        pen, before = pen + _advance(show, instructions[show.index]), size


def _advance(show: Show, instruction: Any) -> float:
    """How far a string moves the pen, in text space. Raises LookupError for an unknown width."""
    import pikepdf

    state, font = show.state, show.state.font
    if font is None:
        raise LookupError("no font")
    shown, moved = instruction.operands[-1], 0.0
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if not isinstance(part, pikepdf.String):
            moved -= float(part) / 1000 * state.size
            continue
        for code in font.codes(bytes(part)):
            moved += font.advance(code) * state.size + state.spacing
            moved += state.word_spacing if code == _SPACE and font.size == 1 else 0.0
    return moved * state.scale


def _set_text(matrix: Matrix) -> Any:
    import pikepdf

    operands = [Decimal(f"{value:.5f}") for value in matrix]
    return pikepdf.ContentStreamInstruction(operands, pikepdf.Operator("Tm"))
