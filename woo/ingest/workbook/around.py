"""What a sheet holds beside its cells: comments, links, lists to choose from, words in drawings.

All of it comes as lists with headings, that are typeset below the cells.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from woo.ingest.package_parts import (
    Element,
    Parts,
    attribute,
    children,
    inside,
    is_on,
    local,
    rich_text,
)
from woo.ingest.workbook.rows import Table, iso_shown

_THREADED = "tc="  # the author of the comment that older programs show in place of a thread
# ECMA-376 part 1, 18.3.1.46: fonts, sizes, colours and fields in a header or footer.
_FIELD = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f+-]{6,8}|[A-Za-z])')
_SECTION = re.compile(r"&[LCR]")
_PLACES = {
    "oddHeader": "koptekst", "evenHeader": "koptekst, even pagina's",
    "firstHeader": "koptekst, eerste pagina", "oddFooter": "voettekst",
    "evenFooter": "voettekst, even pagina's", "firstFooter": "voettekst, eerste pagina",
}  # fmt: skip
_OWN_NAMES = ("_xlnm._FilterDatabase", "_xlnm.Print_Area", "_xlnm.Print_Titles")
_INPUT = ("promptTitle", "prompt", "errorTitle", "error")


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows with texts under headings; ``title`` says what they are."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)


def listings(parts: Parts, name: str, table: Table) -> Iterator[Listing]:
    """Everything around the cells of the sheet in part ``name``, without what is not there."""
    found = (
        Listing("Opmerkingen", ("Cel", "Opmerking van", "Datum", "Tekst"), _comments(parts, name)),
        Listing("Links", ("Cel", "Verwijst naar"), tuple(_links(parts, name, table))),
        Listing("Invoer van cellen", ("Cellen", "Keuzes en uitleg"), tuple(_inputs(table))),
        Listing("Kop- en voettekst", ("Plaats", "Tekst"), tuple(_margins(table.around))),
        Listing("Tekst in vormen en grafieken", ("Soort", "Tekst"), drawn_texts(parts, name)),
        Listing("Scenario's", ("Aanduiding", "Opmerking van", "Tekst"), tuple(_scenarios(table))),
    )
    return (one for one in found if one.rows)


def _comments(parts: Parts, name: str) -> tuple[tuple[str, ...], ...]:
    threads = list(_threads(parts, name))
    threaded = {cell for cell, *_ in threads}
    return (*threads, *(one for one in _notes(parts, name, threaded)))


def _notes(parts: Parts, name: str, threaded: set[str]) -> Iterator[tuple[str, ...]]:
    for part in parts.related(name, "comments"):
        root = parts.root(part)
        authors = [one.text or "" for group in children(root, "authors") for one in group]
        for comment in inside(root, "comment"):
            cell, number = attribute(comment, "ref"), attribute(comment, "authorId")
            known = number.isdecimal() and int(number[:9]) < len(authors)
            author = authors[int(number)] if known else ""
            if author.startswith(_THREADED) and cell in threaded:
                continue
            text = "".join(rich_text(one) for one in children(comment, "text"))
            yield (cell, author, "", text)


def _threads(parts: Parts, name: str) -> Iterator[tuple[str, ...]]:
    """The comments that people answer, of Excel since 2018 (MS-XLSX, 2.6.204)."""
    people = {
        attribute(one, "id"): attribute(one, "displayName")
        for part in sorted(parts.names)
        if part.startswith("xl/persons/") and part.endswith(".xml")
        for one in inside(parts.root(part), "person")
    }
    for part in parts.related(name, "threadedComment"):
        for comment in inside(parts.root(part), "threadedComment"):
            text = "".join(one.text or "" for one in children(comment, "text"))
            author = people.get(attribute(comment, "personId"), "")
            yield (attribute(comment, "ref"), author, iso_shown(attribute(comment, "dT")), text)


def _links(parts: Parts, name: str, table: Table) -> Iterator[tuple[str, ...]]:
    relations = parts.relations(name)
    for group in table.around.get("hyperlinks", []):
        for link in children(group, "hyperlink"):
            relation = relations.get(attribute(link, "id"))
            place = attribute(link, "location")
            target = (relation.target if relation else "") + (f"#{place}" if place else "")
            texts = (target, attribute(link, "tooltip"))
            yield (attribute(link, "ref"), "\n".join(filter(None, texts)))
    yield from table.linking.items()


def _inputs(table: Table) -> Iterator[tuple[str, ...]]:
    """Lists to choose from, and what is said at typing; also those of newer versions."""
    for group in (*table.around.get("dataValidations", []), *table.around.get("extLst", [])):
        for one in inside(group, "dataValidation"):
            places = attribute(one, "sqref") or _text_in(one, "sqref")
            formulas = [_text_in(one, "formula1"), _text_in(one, "formula2")]
            said = [attribute(one, key) for key in _INPUT]
            choices = [text.strip('"').replace(",", ", ") for text in formulas if text]
            texts = [text for text in (*choices, *said) if text]
            if texts:
                yield (places, "\n".join(texts))


def _text_in(element: Element, name: str) -> str:
    """The text below the first child with this name, which newer versions wrap once more."""
    return next(("".join(child.itertext()).strip() for child in children(element, name)), "")


def _margins(around: dict[str, list[Element]]) -> Iterator[tuple[str, ...]]:
    for group in around.get("headerFooter", []):
        for one in group:
            pieces = (_FIELD.sub("", piece) for piece in _SECTION.split(one.text or ""))
            text = "\n".join(piece.replace("&&", "&").strip() for piece in pieces if piece.strip())
            if text and local(one) in _PLACES:
                yield (_PLACES[local(one)], text)


def _scenarios(table: Table) -> Iterator[tuple[str, ...]]:
    for group in table.around.get("scenarios", []):
        for one in children(group, "scenario"):
            cells = inside(one, "inputCells")
            values = [f"{attribute(cell, 'r')} = {attribute(cell, 'val')}" for cell in cells]
            text = "\n".join(filter(None, (attribute(one, "comment"), *values)))
            yield (attribute(one, "name"), attribute(one, "user"), text)


def drawn_texts(parts: Parts, name: str) -> tuple[tuple[str, ...], ...]:
    """What is written in text boxes, shapes, charts and buttons, and in the place of pictures."""
    found: list[tuple[str, ...]] = []
    for drawing in parts.related(name, "drawing"):
        root = parts.root(drawing)
        found += _shape_texts(root)
        kinds = ("chart", "chartEx", "diagramData", "chartUserShapes")
        for part in parts.related(drawing, *kinds):
            found += (("grafiek", text) for text in _chart_texts(parts, part))
    for part in parts.related(name, "vmlDrawing"):
        found += (("knop of veld", text) for text in _control_texts(parts.root(part, mend=True)))
    return tuple(dict.fromkeys(found))


def _shape_texts(root: Element) -> Iterator[tuple[str, ...]]:
    for shape in inside(root, "txBody"):
        text = _paragraphs(shape)
        if text:
            yield ("vorm", text)
    for one in inside(root, "cNvPr"):
        for key in ("title", "descr"):
            if attribute(one, key).strip():
                yield ("beschrijving", attribute(one, key))
    for one in inside(root, "hlinkClick"):
        if attribute(one, "tooltip"):
            yield ("link", attribute(one, "tooltip"))


def _paragraphs(element: Element) -> str:
    lines = ("".join(t.text or "" for t in inside(p, "t")) for p in inside(element, "p"))
    return "\n".join(line for line in lines if line.strip())


def _chart_texts(parts: Parts, part: str) -> Iterator[str]:
    """Titles and labels, and the texts from cells (of other files too) that a chart keeps."""
    root = parts.root(part)
    yield from filter(None, map(_paragraphs, inside(root, "rich", "txBody")))
    for cache in inside(root, "strCache", "multiLvlStrCache", "strDim"):
        kept = [one.text or "" for one in inside(cache, "v", "pt") if (one.text or "").strip()]
        if kept:
            yield "\n".join(dict.fromkeys(kept))
    if local(root) == "dataModel":
        yield from filter(None, map(_paragraphs, inside(root, "t")))


def _control_texts(root: Element) -> Iterator[str]:
    """Of the shapes of VML those that are no comment, which stands elsewhere."""
    for shape in inside(root, "shape"):
        data = next(inside(shape, "ClientData"), None)
        if data is not None and attribute(data, "ObjectType") == "Note":
            continue
        for box in inside(shape, "textbox"):
            text = " ".join(" ".join(box.itertext()).split())
            if text:
                yield text


def defined_names(root: Element) -> Listing:
    """The names that a workbook gives to cells and formulas, without those of Excel itself."""
    rows = []
    for group in children(root, "definedNames"):
        for one in children(group, "definedName"):
            name = attribute(one, "name")
            if name in _OWN_NAMES:
                continue
            shown = f"{name} (verborgen)" if is_on(one, "hidden") else name
            texts = (one.text, attribute(one, "comment"), attribute(one, "description"))
            rows.append((shown, "\n".join(text for text in texts if text)))
    return Listing("Benoemde cellen en formules", ("Aanduiding", "Verwijst naar"), tuple(rows))
