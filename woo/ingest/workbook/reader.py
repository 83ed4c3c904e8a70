"""The readers of spreadsheets (.xlsx, .xlsm; .xls and .ods by way of LibreOffice)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from woo.ingest.package import check_unlocked, dated_in, open_package
from woo.ingest.package_parts import Element, Parts, attribute, children, rich_text
from woo.ingest.rendition import Clean, title_line, write_typeset
from woo.ingest.workbook.around import Listing, defined_names, listings
from woo.ingest.workbook.grids import (
    SIZE,
    Fitted,
    Grid,
    GridRow,
    fit,
    heading_of,
    page_size,
    typst_of,
)
from woo.ingest.workbook.remainder import remarks
from woo.ingest.workbook.rows import MOST_CELLS, Table, letters, read_table, too_many_cells
from woo.ingest.workbook.styles import Styles, read_styles
from woo.model.document import Document, DocumentKind
from woo.pdf.making.office import convert_to_workbook
from woo.pdf.making.typesetting import Typst, typst_environment
from woo.text.files import temporary_folder
from woo.text.grids import HIDDEN

_PROPERTIES = "docProps/core.xml"
MOST_TEXT = 20_000_000  # characters: as a text file of 20 MB, some minutes of searching
_CONVERTED = (
    "Dit bestand is eerst omgezet naar xlsx. Kijk voor ingesloten bestanden, macro's en "
    "draaitabellen in het origineel."
)


@dataclass(slots=True)
class Sheet:
    """A sheet: its name, whether somebody hid it, its cells and what lies around them."""

    name: str = field(repr=False)
    is_hidden: bool
    table: Table
    listings: tuple[Listing, ...] = field(repr=False)

    @property
    def cells(self) -> int:
        """How many cells its table has, empty ones too."""
        return len(self.table.rows) * len(self.table.columns)

    @property
    def characters(self) -> int:
        """How long the texts of its cells are together."""
        return sum(len(text) for row in self.table.rows.values() for text in row.values())


@dataclass(slots=True)
class Workbook:
    """All that can be shown of a workbook; ``remarks`` are on the rest."""

    sheets: tuple[Sheet, ...]
    names: Listing
    remarks: tuple[str, ...]


def read_workbook(path: Path, rendition: Path) -> Document:
    """A workbook as tables, one sheet after the other, with all that is hidden in it.

    Raises UnreadableError when it is damaged, locked or too large.
    """
    return _read(path, rendition, path)


def _read(path: Path, rendition: Path, named: Path) -> Document:
    with open_package(path) as package:
        parts = Parts(package)
        workbook = _workbook(parts)
        dated = dated_in(package, _PROPERTIES)
    pages, notes = write_typeset(lambda clean: _source(workbook, named.name, clean), rendition)
    return Document(
        kind=DocumentKind.SPREADSHEET,
        untrusted_title=named.stem,
        pages=pages,
        pdf=rendition,
        dated=dated,
        notes=(*_notes(workbook), *workbook.remarks, *notes),
    )


def read_other_workbook(path: Path, rendition: Path) -> Document:
    """A spreadsheet of another kind, converted first.

    Raises UnreadableError, MissingError or CrashError as ``convert_to_workbook`` does.
    """
    if path.suffix.lower() == ".ods":
        with open_package(path) as package:
            check_unlocked(package)
    with temporary_folder(rendition.parent) as folder:
        converted = folder / "document.xlsx"
        convert_to_workbook(path, converted)
        document = _read(converted, rendition, path)
    return replace(document, notes=(_CONVERTED, *document.notes))


def _workbook(parts: Parts) -> Workbook:
    """Raises ValueError when it is broken."""
    main = next(parts.related("", "officeDocument"), "xl/workbook.xml")
    root = parts.root(main)
    relations = parts.relations(main)
    styles, strings = read_styles(parts, main), _strings(parts, main)
    sheets: list[Sheet] = []
    cells = text = 0
    for group in children(root, "sheets"):
        for one in children(group, "sheet"):
            relation = relations.get(attribute(one, "id"))
            if relation is None or relation.outside:
                raise ValueError("a sheet is missing")
            sheet = _sheet(parts, relation.target, one, (strings, styles))
            cells, text = cells + sheet.cells, text + sheet.characters
            if cells > MOST_CELLS or text > MOST_TEXT:
                raise too_many_cells()
            sheets.append(sheet)
    if not sheets:
        raise ValueError("no sheets")
    return Workbook(tuple(sheets), defined_names(root), remarks(parts))


def _strings(parts: Parts, main: str) -> list[str]:
    """The texts that cells refer to by number."""
    found = []
    for name in parts.related(main, "sharedStrings"):
        for event, element in parts.walk(name):
            if event == "end" and element.tag.rpartition("}")[2] == "si":
                found.append(rich_text(element))
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    return found


def _sheet(parts: Parts, name: str, entry: Element, texts: tuple[list[str], Styles]) -> Sheet:
    strings, styles = texts
    table = read_table(parts, name, strings, styles)
    found = tuple(listings(parts, name, table))
    # Elements of XML keep the whole sheet in memory.
    table.around.clear()
    is_hidden = attribute(entry, "state").lower() in {"hidden", "veryhidden"}
    return Sheet(attribute(entry, "name"), is_hidden, table, found)


def _notes(workbook: Workbook) -> Iterator[str]:
    tables = [sheet.table for sheet in workbook.sheets]
    counts = {
        "verborgen bladen, die zichtbaar": sum(sheet.is_hidden for sheet in workbook.sheets),
        "verborgen rijen, die zichtbaar": sum(len(table.hidden_rows) for table in tables),
        "verborgen kolommen, die zichtbaar": sum(len(table.hidden_columns) for table in tables),
        "opmerkingen, die zichtbaar": sum(
            len(one.rows)
            for s in workbook.sheets
            for one in s.listings
            if one.title == "Opmerkingen"
        ),
        "formules waarvan alleen de uitkomst": sum(table.formulas for table in tables),
    }
    for what, count in counts.items():
        if count:
            yield f"Aantal {what} in de pdf {'staat' if 'formules' in what else 'staan'}: {count}."


@dataclass(frozen=True, slots=True)
class _Page:
    """A sheet for the template."""

    width: int
    height: int
    heading: str
    pieces: tuple[Typst, ...]


def _source(workbook: Workbook, title: str, clean: Clean) -> str:
    pages = [_page(sheet, clean) for sheet in workbook.sheets]
    if workbook.names.rows:
        pages.append(
            _set_out("Het hele bestand", [(workbook.names.title, _listed(workbook.names))], clean)
        )
    return _rendered(pages, title, clean)


def table_source(table: Table, title: str, clean: Clean) -> str:
    """One table that is no sheet of a workbook, as Typst."""
    return _rendered([_set_out("Lijst", [("", _grid(table))], clean)], title, clean)


def _rendered(pages: list[_Page], title: str, clean: Clean) -> str:
    from jinja2 import PackageLoader

    environment = typst_environment(PackageLoader("woo.ingest", "."))
    template = environment.get_template("workbook/page.typ.j2")
    return template.render(title=title_line(title, clean), sheets=pages, blocks=(), size=SIZE)


def _page(sheet: Sheet, clean: Clean) -> _Page:
    grids = [("", _grid(sheet.table))] if sheet.table.rows else []
    grids += [(one.title, _listed(one)) for one in sheet.listings]
    hidden = " (verborgen blad)" if sheet.is_hidden else ""
    return _set_out(f"Blad: {title_line(sheet.name, clean)}{hidden}", grids, clean)


def _set_out(heading: str, grids: list[tuple[str, Grid]], clean: Clean) -> _Page:
    fitted: list[tuple[str, Fitted]] = [(title, fit(grid, clean)) for title, grid in grids]
    pieces: list[Typst] = [] if grids else [Typst("Dit blad is leeg.")]
    for title, one in fitted:
        if title:
            pieces.append(Typst(f"=== {title}\n#v(0.4em)"))
        pieces += typst_of(one)
    width, height = page_size([one for _, one in fitted])
    return _Page(width, height, heading, tuple(pieces))


def _grid(table: Table) -> Grid:
    columns = table.columns
    places = {column: place for place, column in enumerate(columns)}
    numbers = sorted(table.rows)
    gaps = {later for earlier, later in pairwise(numbers) if later - earlier > 1}
    rows = tuple(
        GridRow(
            label=f"{number}{HIDDEN if number in table.hidden_rows else ''}",
            texts=tuple(table.rows[number].get(column, "") for column in columns),
            spans=_spans(table, number, places),
            is_hidden=number in table.hidden_rows,
            after_gap=number in gaps,
        )
        for number in numbers
    )
    hidden = table.hidden_columns
    return Grid(
        rows=rows,
        names=tuple(f"{letters(one)}{HIDDEN if one in hidden else ''}" for one in columns),
        hidden_columns=frozenset(places[one] for one in hidden),
        heading=heading_of(rows),
    )


def _spans(table: Table, number: int, places: dict[int, int]) -> dict[int, int]:
    """For merged cells how many of the columns that are shown they take, when nothing is below."""
    spans = {}
    for column in table.rows[number]:
        width = table.merged.get((number, column), 1)
        if width == 1:
            continue
        taken = [one for one in places if column < one < column + width]
        if taken and not any(one in table.rows[number] for one in taken):
            spans[places[column]] = len(taken) + 1
    return spans


def _listed(listing: Listing) -> Grid:
    """A list with its headings as the first row."""
    head = GridRow(label="#", texts=listing.headings)
    rows = (GridRow(label=str(n), texts=row) for n, row in enumerate(listing.rows, start=1))
    return Grid(rows=(head, *rows), heading=0)
