"""The inventarislijst as an accessible PDF."""

from datetime import date
from importlib import resources
from typing import TYPE_CHECKING

from jinja2 import FunctionLoader

from woo.errors import WooError
from woo.pdf.making.glyphs import printable
from woo.pdf.making.typesetting import Typst, typeset, typst_environment
from woo.reference.grounds import ground
from woo.reference.labels import judgement_label

if TYPE_CHECKING:
    from woo.inventory.inventarislijst import Inventarislijst

# Of the columns for import, the ones that mean something to a reader.
_COLUMNS = ("ID", "Document", "Datum", "Beoordeling", "Beoordelingsgrond", "Toelichting")
_HEADINGS = ("Nr.", "Document", "Datum", "Beoordeling", "Gronden", "Toelichting")


def pdf_bytes(listing: "Inventarislijst") -> bytes:
    """The list and its totals, landscape, as PDF/A-2a and PDF/UA-1.

    Titles come from outside: what no font can print (an emoji) becomes a visible square.
    """
    try:
        return typeset(_source(listing, cautious=False))
    except WooError:
        # Two signs that each have a glyph may still not have one together.
        return typeset(_source(listing, cautious=True))


def _source(listing: "Inventarislijst", *, cautious: bool) -> str:
    def clean(text: str) -> str:
        return printable(text, cautious=cautious).text

    environment = typst_environment(FunctionLoader(_template))
    summed = listing.totals
    return environment.get_template("inventarislijst.typ").render(
        title=clean(listing.title),
        case_number=clean(listing.case_number),
        dated=_typst_date(listing.dated),
        dated_text=_shown(listing.dated),
        headings=_HEADINGS,
        rows=[[clean(_shown(row[column])) for column in _COLUMNS] for row in listing.rows],
        judgements=[(judgement_label(one), count) for one, count in summed.documents.items()],
        grounds=[(one, ground(one).label, count) for one, count in summed.marks_by_ground.items()],
        documents=len(listing.rows),
        marks=summed.marks,
        pages=summed.pages,
    )


def _template(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _typst_date(day: date) -> Typst:
    return Typst(f"datetime(year: {day.year}, month: {day.month}, day: {day.day})")


def _shown(cell: object) -> str:
    if isinstance(cell, date):
        return f"{cell.day:02d}-{cell.month:02d}-{cell.year:04d}"
    return "" if cell is None else str(cell)
