"""A PDF by way of Typst: notes on the page of their number, page breaks in both versions alike.

Somebody who has both versions finds the same text on the same page. A break is not taken over when
it would tell how long something was that is gone: the white under a marked paragraph would be as
high as what stood there.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from woo.draft.layout.sheet import Sheet, values
from woo.draft.layout.templates import layout_of, typst_templates
from woo.draft.layout.typst_writer import TypstWriter
from woo.draft.pictures import Picture, read_pictures
from woo.draft.tree import Marked, Table
from woo.draft.walk import kept_lines, marks
from woo.errors import WooError
from woo.pdf.making.places import Place, measure

# A block that begins this near to the top of the text begins its page (points).
_NEAR_TOP = 3.0
# A page must be filled at least to here (points from the top of an A4) before a forced break.
_HALF = 421.0
# Laying out a table of thousands of rows twice takes seconds.
_MOST_ROWS = 500
# Typst refuses a document with such a note: to ask where all notes are takes as long as to set it.
_NO_EARLY_NOTE = """
#context for one in query(footnote.entry) {
  if one.location().page() < one.note.location().page() { panic() }
}
"""
# To let one paragraph break moves those after it.
_TRIES = 3


def to_pdf(sheet: Sheet) -> bytes:
    """PDF/A-2a and PDF/UA-1. No note stands a page before its number, where that can be."""
    try:
        if not sheet.draft.footnotes or _is_long(sheet):
            return _typeset(sheet)
        with suppress(WooError):
            return _typeset(sheet, _NO_EARLY_NOTE)
        return _typeset(_with_notes_in_place(sheet)[0])
    except WooError as error:
        from woo.draft.layout.printable import unprintable_error

        raise unprintable_error(sheet.draft) or error from None


def _typeset(sheet: Sheet, more: str = "") -> bytes:
    from woo.pdf.making.typesetting import typeset

    with _typst(sheet) as (source, root):
        return typeset(source + more, root=root)


def _with_notes_in_place(sheet: Sheet) -> tuple[Sheet, list[Place]]:
    """The sheet whose notes do not stand a page before their number, and where all stands then.

    Typst sets the text of a page, then the notes in it, then the text anew in the room left. Lines
    that now go to the next page leave their notes behind. A block that begins the next page is sent
    there before its notes are set; another, or a row, may break anywhere.
    """
    places = _measured(sheet)
    for _ in range(_TRIES):
        early = _early_notes(places)
        sent = {line for line in early.values() if line in _starts(places)}
        loose = {note for note, line in early.items() if line not in sent}
        if sent <= sheet.breaks and loose <= sheet.loose:
            break
        sheet = replace(sheet, breaks=sheet.breaks | sent, loose=sheet.loose | loose)
        places = _measured(sheet)
    return sheet, places


def _early_notes(places: list[Place]) -> dict[int, int]:
    """The notes that stand a page before their number, and the line of the block they are in."""
    numbers: dict[int, int] = {}
    blocks: dict[int, int] = {}
    line = 0
    for one in places:
        if one.role == "place":
            line = one.line
        elif one.role == "number":
            numbers[one.line], blocks[one.line] = one.page, line
    return {
        one.line: blocks[one.line]
        for one in places
        if one.role == "note" and one.page < numbers[one.line]
    }


def with_breaks_of(public: Sheet, internal: Sheet) -> Sheet:
    """The public version with the page breaks of the internal one that it can carry."""
    blocks = internal.draft.blocks
    if not any(marks(blocks)):
        return public  # the same text, and so the same pages
    if _is_long(internal):
        return public  # pages begin with rows, and those are not carried
    _, places = _with_notes_in_place(internal)
    if _heading_shrinks(internal):
        places.append(Place("mark", 0, 1, 0.0))
    breaks = page_starts(places)
    while breaks:
        trial = replace(public, breaks=frozenset(breaks))
        places = _measured(trial)
        early = [one.line for one in places if one.role == "break" and one.y < _HALF]
        if not early:
            return trial
        breaks.remove(early[0])
    return public


def page_starts(places: list[Place]) -> set[int]:
    """The lines that begin a page, before the one on which the first long text is marked.

    That page may begin where it does because the text did not fit above it. Behind it the public
    version lies higher or lower by what the text took. The white under either page would tell.
    """
    starts = _starts(places)
    first = min((one.page for one in places if one.role == "mark"), default=len(places) + 1)
    return {line for line, page in starts.items() if page < first}


def _starts(places: list[Place]) -> dict[int, int]:
    """The lines that begin a page, and which page."""
    tops = [one.y for one in places if one.page > 1 and one.role == "place"]
    starts: dict[int, Place] = {}
    for one in places:
        if one.role == "place":
            starts.setdefault(one.page, one)
    return {
        one.line: page for page, one in starts.items() if page > 1 and one.y < min(tops) + _NEAR_TOP
    }


def _is_long(sheet: Sheet) -> bool:
    rows = (len(one.rows) for one in sheet.draft.blocks if isinstance(one, Table))
    return sum(rows) > _MOST_ROWS


def _heading_shrinks(internal: Sheet) -> bool:
    """Tell whether the public version has fewer lines above its text: as good as a long mark."""
    return any(
        sum(isinstance(line[0], Marked) for line in internal.draft.fields[one.name].lines if line)
        > 1
        for one in internal.draft.kind.fields
        if one.place == "head"
    )


def _measured(sheet: Sheet) -> list[Place]:
    with _typst(sheet, places=True) as (source, root):
        return measure(source, root=root)


@contextmanager
def _typst(sheet: Sheet, *, places: bool = False) -> Iterator[tuple[str, Path | None]]:
    """Typst source, and the folder with its pictures while it is needed; None without pictures."""
    pictures = read_pictures(sheet.draft, sheet.folder)
    keep = kept_lines(sheet.draft.blocks)
    writer = TypstWriter(sheet.draft.footnotes, pictures, sheet.breaks, places, keep, sheet.loose)
    environment = typst_templates(sheet.template_folders)
    made = values(sheet, writer)
    source = layout_of(environment, sheet.draft.kind, "typ").render(made)
    logo: Picture | None = made["house_style"].logo
    if not pictures and logo is None:
        yield source, None
        return
    with TemporaryDirectory(prefix="woo-") as name:
        for picture in (*pictures.values(), *([logo] if logo else [])):
            (Path(name) / picture.name).write_bytes(picture.content)
        yield source, Path(name)
