"""Find the fields in the layout of a Word file: each has a character style of its own."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from woo.draft.draft import Content
from woo.draft.importing.inlines import inlines_of
from woo.draft.importing.pieces import Piece, is_shown
from woo.draft.importing.remarks import Place, Remarks
from woo.draft.kinds import Kind, KindField
from woo.draft.tree import Inlines, LineBreak, Text, plain

_BODY_STYLES = ("normal", "body text", "text body", "list ", "quote")
_MOVED = "Tekst zonder eigen veld is bij het veld ervoor gezet. Kijk de kop na."
_FIXED = (
    "Vaste tekst van het sjabloon is in Word veranderd; het stuk houdt de tekst van het sjabloon."
)


@dataclass(slots=True)
class _Run:
    """The pieces of one field (or column) that follow each other in one paragraph."""

    name: str
    pieces: list[Piece]
    paragraph: int
    place: Place


@dataclass(slots=True)
class LayoutReader:
    """Takes the paragraphs of the layout out of the text and keeps their fields."""

    kind: Kind
    fixed: frozenset[str]
    remarks: Remarks
    shown: frozenset[str] | None = None  # the fields that were printed, where the file says so
    runs: list[_Run] = field(default_factory=list)
    _paragraphs: int = 0

    def __call__(self, pieces: list[Piece], names: list[str]) -> list[Piece] | None:
        """None when the paragraph is of the layout; else its pieces, without field styles."""
        if not self._is_layout(pieces, names):
            return [replace(one, look=replace(one.look, field="")) for one in pieces]
        self._paragraphs += 1
        self._check_fixed(pieces)
        return self._loose(self._given_a_field(pieces))

    def _is_layout(self, pieces: list[Piece], names: list[str]) -> bool:
        shown = [one for one in pieces if is_shown(one) and not one.look.label]
        fields = [one for one in shown if one.look.field and self._field(one.look.field)]
        fixed = [one for one in shown if one.look.fixed]
        is_body = any(name.startswith(_BODY_STYLES) for name in names[:1])
        only = len(fields) + len(fixed) == len(shown)
        return bool(fields or fixed) and (bool(fixed) or only or not is_body)

    def _field(self, name: str) -> KindField | None:
        return self.kind.field(name.partition(".")[0])

    def _check_fixed(self, pieces: list[Piece]) -> None:
        """Word cuts fixed text into runs as it likes; joined it is what the template printed."""
        text = ""
        for before, now in pairwise([None, *pieces, None]):
            if before is not None and before.look.fixed and isinstance(before.node, Text):
                text += before.node.text
            if text and (now is None or not now.look.fixed):
                if not _is_known(text, self.fixed):
                    self.remarks.add(f"{_FIXED}")
                text = ""

    def _given_a_field(self, pieces: list[Piece]) -> list[Piece]:
        """Text without a style gets the field, and the grounds, of the field before it.

        To leave it unmarked could make public what belongs to a personal field.
        """
        known = next((one.look for one in pieces if one.look.field), None)
        if known is None:
            return pieces
        made: list[Piece] = []
        for piece in pieces:
            look = piece.look
            if look.field:
                known = look
            elif is_shown(piece) and not (look.fixed or look.label):
                self.remarks.add(_MOVED)
                look = replace(look, field=known.field, grounds=known.grounds)
            made.append(replace(piece, look=look))
        return made

    def _loose(self, pieces: list[Piece]) -> list[Piece] | None:
        """Keep the fields; give back what is neither a field nor fixed."""
        rest: list[Piece] = []
        last = ""
        for piece in pieces:
            name = piece.look.field
            if name and name == last:
                self.runs[-1].pieces.append(piece)
            elif name:
                self.runs.append(_Run(name, [piece], self._paragraphs, self.remarks.here))
            elif piece.look.label and last:
                self.runs[-1].pieces.append(piece)
                continue
            elif is_shown(piece) and not piece.look.fixed and not piece.look.label:
                rest.append(piece)
            elif isinstance(piece.node, LineBreak) and last and self._is_list(last):
                self.runs[-1].pieces.append(piece)
                continue
            last = name
        if rest:
            self.remarks.add(
                "Deze tekst stond in de opmaak van het sjabloon en is een alinea geworden."
            )
        return rest or None

    def _is_list(self, name: str) -> bool:
        found = self._field(name)
        return found is not None and found.type == "list"

    def fields(self, remembered: dict[str, Content]) -> dict[str, Content]:
        """The fields as they stand in the file; what is not shown is as it was remembered."""
        made = dict(remembered)
        for one in self.kind.fields:
            runs = [run for run in self.runs if run.name.partition(".")[0] == one.name]
            if not runs:
                old = remembered.get(one.name, Content())
                if _plain(old).strip() and self._was_shown(one):
                    self.remarks.general(
                        f"Het veld '{one.name}' staat niet meer in de tekst; "
                        "de oude waarde is gebruikt."
                    )
                continue
            content = self._table(one, runs) if one.type == "table" else self._lines(one, runs)
            made[one.name] = self._chosen(one, content, remembered.get(one.name))
        return made

    def _was_shown(self, one: KindField) -> bool:
        return one.place != "none" if self.shown is None else one.name in self.shown

    def _chosen(self, one: KindField, found: list[Content], old: Content | None) -> Content:
        """A field that stands in more places: the one that was changed."""
        changed = [content for content in found if old is None or _plain(content) != _plain(old)]
        if len({_plain(content) for content in changed}) > 1 or (changed and len(found) > 1):
            self.remarks.general(
                f"Het veld '{one.name}' staat er meer dan eens, niet overal gelijk."
            )
        return changed[0] if changed else found[0]

    def _lines(self, one: KindField, runs: list[_Run]) -> list[Content]:
        """The field as often as it stands there; paragraphs that follow each other are one."""
        groups: list[_Run] = []
        before = -2
        for run in runs:
            if groups and run.paragraph == before + 1:
                groups[-1].pieces += [_break(run.pieces[0]), *run.pieces]
            elif groups and run.paragraph == before:
                groups[-1].pieces += run.pieces
            else:
                groups.append(replace(run, pieces=[*run.pieces]))
            before = run.paragraph
        return [self._content(one, group) for group in groups]

    def _content(self, one: KindField, run: _Run) -> Content:
        lines: list[list[Piece]] = [[]]
        for piece in run.pieces:
            if one.type == "list" and isinstance(piece.node, LineBreak) and not piece.look.field:
                lines.append([])
            else:
                lines[-1].append(piece)
        made = [self._inlines(line, run.place) for line in lines]
        return Content(lines=tuple(line for line in made if plain(line)))

    def _inlines(self, pieces: list[Piece], place: Place) -> Inlines:
        with self.remarks.at(place):
            return inlines_of([_bare(one) for one in pieces], (), self.remarks)

    def _table(self, one: KindField, runs: list[_Run]) -> list[Content]:
        columns = one.all_columns
        rows: list[list[Inlines]] = []
        last = len(columns)
        for run in runs:
            name = run.name.partition(".")[2]
            if name not in columns:
                continue
            at = columns.index(name)
            if at <= last:
                rows.append([()] * len(columns))
            rows[-1][at] = self._inlines(run.pieces, run.place)
            last = at
        return [Content(rows=tuple(tuple(row) for row in rows))]


def _is_known(text: str, fixed: frozenset[str]) -> bool:
    """Whether ``text`` is a row of fixed texts; figures may be page numbers."""
    rest = text
    while rest.strip():
        found = max((one for one in fixed if one and rest.startswith(one)), key=len, default="")
        if not found and not rest[0].isdigit():
            return False
        rest = rest[len(found) or 1 :]
    return True


def _break(like: Piece) -> Piece:
    """Between two paragraphs of one field."""
    return replace(like, node=LineBreak(), look=replace(like.look, field=""))


def _bare(piece: Piece) -> Piece:
    """Fields know no bold or italic; the layout gives it."""
    return replace(piece, look=replace(piece.look, bold=False, italic=False, code=False), link=None)


def _plain(content: Content) -> str:
    rows = " ".join(plain(cell) for row in content.rows for cell in row)
    return f"{content.plain} {rows}"
