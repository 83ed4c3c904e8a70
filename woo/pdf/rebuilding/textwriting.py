"""Writes the text operators of marked lines for a new layout."""

from collections.abc import Sequence
from math import inf
from typing import Any

from woo.pdf.matrices import (
    IDENTITY,
    SAME,
    Matrix,
    digits,
    is_near,
    is_parallel,
    matrix_of,
    multiply,
    rounded,
    step,
)
from woo.pdf.rebuilding.measuring import MeasuredPlacement
from woo.pdf.rebuilding.newplaces import NewPlaces
from woo.pdf.rebuilding.stringsetting import SNAP, StringSetter, pdf_number, show_parts
from woo.pdf.rebuilding.textwalk import SHOWING, Block, Placement, Show


def write(instructions: Sequence[Any], blocks: Sequence[Block], places: NewPlaces) -> list[Any]:
    """All instructions of a page, those of the text on marked lines anew."""
    return _Writer(instructions, places).run(blocks)


class _Writer:
    def __init__(self, instructions: Sequence[Any], places: NewPlaces) -> None:
        self._given = instructions
        self._places = places
        self._setter = StringSetter(places)
        self._out: list[Any] = []
        # Word spacing fills a line out; it is then only written where it is still true.
        self._drops_word_spacing = places.spreads
        self._word_spacing, self._saved = 0.0, [0.0]
        self._placed = self._original = IDENTITY
        # Where lines of text began: what is placed there within the rounding of its maker is placed
        # there exactly.
        self._starts: list[float] = []
        self._ideal = 0.0

    def run(self, blocks: Sequence[Block]) -> list[Any]:
        self._given = self._with_matrices(blocks)
        done = 0
        for block in blocks:
            self._copy(done, block.first)
            self._block(block)
            done = block.last + 1
        self._copy(done, len(self._given))
        return self._out

    def _with_matrices(self, blocks: Sequence[Block]) -> list[Any]:
        """All instructions, with the matrices that place one string of a marked line moved."""
        given = list(self._given)
        for block in blocks:
            index = block.own_matrix
            place = next((one for one in block.placements if one.shows), None)
            found = self._places.measured(place) if place is not None else None
            if index is None or found is None:
                continue
            distance = self._places.start_of(found) - found.origin
            if abs(distance) > SAME:
                before = matrix_of(given[index].operands)
                given[index], moved = _moved_matrix(before, found, distance)
                self._places.moved[id(found)] = moved
        return given

    def _copy(self, first: int, last: int) -> None:
        if not self._drops_word_spacing:
            self._out.extend(self._given[first:last])
            return
        for index in range(first, last):
            self._copy_one(index)

    def _copy_one(self, index: int) -> None:
        instruction = self._given[index]
        operator = str(instruction.operator) if self._drops_word_spacing else ""
        if operator == "Tw":
            return
        if operator == "q":
            self._saved.append(self._word_spacing)
        elif operator == "Q":
            self._word_spacing = self._saved.pop() if len(self._saved) > 1 else self._word_spacing
        self._out.append(instruction)

    def _block(self, block: Block) -> None:
        if not self._drops_word_spacing and not any(map(self._places.measured, block.placements)):
            self._starts += [one.matrix[4] for one in block.placements if one.shows]
            self._copy(block.first, block.last + 1)
            return
        places = {place.index: place for place in block.placements}
        shows = {show.index: (place, show) for place in block.placements for show in place.shows}
        self._placed = self._original = IDENTITY
        for index in range(block.first, block.last + 1):
            if index in places:
                self._place(places[index])
            if index in shows:
                self._show(*shows[index])
            elif index not in places or index == block.first:
                self._copy_one(index)
            if index == block.first and places[index].shows:
                self._place_at(self._target(places[index]))

    # Positions.

    def _place(self, place: Placement) -> None:
        before, self._original = self._original, place.matrix
        if place.operator == "BT":
            return
        operands = self._given[place.index].operands
        target = self._target(place)
        if place.operator == '"':
            self._write("Tc", float(operands[1]))
            if not self._drops_word_spacing:
                self._write("Tw", float(operands[0]))
        if target is None:
            if place.operator == "TD":
                self._write("TL", -float(operands[1]))
            return
        relative = place.operator != "Tm"
        as_before = is_near(target, place.matrix) and not (
            relative and not is_near(self._placed, before)
        )
        if as_before and place.operator not in SHOWING:
            self._out.append(self._given[place.index])
            self._placed = multiply(step(before, place.matrix), self._placed)
            if not relative:
                self._placed = place.matrix
        elif as_before:
            self._write("T*")
            self._placed = multiply(step(before, place.matrix), self._placed)
        else:
            if place.operator == "TD":
                self._write("TL", -float(operands[1]))
            self._place_at(target)

    def _target(self, place: Placement) -> Matrix | None:
        """Where the text of a placement is to start; None when it shows nothing."""
        found = self._places.measured(place)
        if found is None:
            return self._at_known_start(place.matrix) if place.shows else None
        if next(found.glyphs(), None) is None:
            return None
        start = self._places.start_of(found)
        if start != found.origin and abs(start - self._setter.pens.get(found.heading, inf)) < SNAP:
            start = self._setter.pens[found.heading]
        self._ideal = start
        # Rounding of a matrix is left as it is.
        if start == found.origin or id(found) in self._places.moved:
            return place.matrix
        return multiply((1, 0, 0, 1, (start - found.origin) / found.length, 0), place.matrix)

    def _at_known_start(self, matrix: Matrix) -> Matrix:
        """The matrix, at the very place where another line began when it is that near."""
        a, b, c, d, e, f = matrix
        if b or c:
            return matrix
        near = next((start for start in self._starts if abs(start - e) < SNAP), None)
        if near is None:
            self._starts.append(e)
        return (a, b, c, d, e if near is None else near, f)

    def _place_at(self, target: Matrix | None) -> None:
        """Move the start of the line, with as few decimals as can be seen."""
        if target is None or is_near(target, self._placed):
            return
        if is_parallel(target, self._placed):
            x, y = step(self._placed, target)[4:]
            decimals = digits(target)
            x, y = rounded(x, decimals), rounded(y, decimals)
            self._write("Td", x, y)
            self._placed = multiply((1, 0, 0, 1, x, y), self._placed)
            return
        a, b, c, d, e, f = target
        self._placed = (a, b, c, d, rounded(e, 2), rounded(f, 2))
        self._write("Tm", *self._placed)

    # Strings.

    def _show(self, place: Placement, show: Show) -> None:
        found = self._places.measured(place)
        instruction = self._given[show.index]
        if found is None:
            self._set_word_spacing(show.state.word_spacing)
            quoted = str(instruction.operator) in {"'", '"'}
            self._out.append(show_parts([instruction.operands[-1]]) if quoted else instruction)
            return
        number = next(i for i, shown in enumerate(found.shows) if shown.show is show)
        shown = found.shows[number]
        if not shown.glyphs:
            return
        spread = self._places.is_spread(shown)
        wanted = 0.0 if spread else show.state.word_spacing
        self._set_word_spacing(wanted)
        if number == 0 or not any(one.glyphs for one in found.shows[:number]):
            self._setter.start(found, self._placed, self._ideal)
        self._out.append(self._setter.set(found, shown, instruction))

    def _set_word_spacing(self, wanted: float) -> None:
        if self._drops_word_spacing and wanted != self._word_spacing:
            self._write("Tw", wanted)
            self._word_spacing = wanted

    def _write(self, operator: str, *numbers: float) -> None:
        import pikepdf

        operands = [pdf_number(number) for number in numbers]
        self._out.append(pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(operator)))


def _moved_matrix(before: Matrix, found: MeasuredPlacement, distance: float) -> tuple[Any, float]:
    """A ``cm`` that brings the text further along its line, and how far it does."""
    import pikepdf

    # In the coordinates around the matrix; page units are points there unless UserUnit says else.
    a, b, _, _, _, _ = multiply(found.placement.matrix, before)
    length = (a * a + b * b) ** 0.5 or 1.0
    scale = length / found.length
    x, y = (round(distance * scale * part / length, 2) for part in (a, b))
    values = (*before[:4], round(before[4] + x, 2), round(before[5] + y, 2))
    written = pikepdf.ContentStreamInstruction(
        [pdf_number(value) for value in values], pikepdf.Operator("cm")
    )
    done = ((values[4] - before[4]) * a + (values[5] - before[5]) * b) / length / scale
    return written, done
