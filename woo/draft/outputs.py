"""From a finished draft to the bytes of a file: one function per format."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from woo.draft.complete import ATTACHMENTS
from woo.draft.draft import Draft
from woo.draft.html_writer import HtmlWriter
from woo.draft.letterhead import letterhead
from woo.draft.pictures import Picture, read_pictures
from woo.draft.printable import unprintable_error
from woo.draft.tree import Blocks, Inlines, plain
from woo.draft.typst_writer import TypstWriter
from woo.draft.vergaderjaar import vergaderjaar
from woo.errors import WooError


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft with all it takes to write it: pictures come from ``folder``."""

    draft: Draft
    dated: date | None
    public: bool
    folder: Path
    template_folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A field as the layout prints it: its Dutch label and its value, already written."""

    label: str
    value: Any
    repeat: bool


class Writer(Protocol):
    """What a layout needs of a format."""

    def lines(self, lines: tuple[Inlines, ...]) -> Any:
        """Lines under each other."""

    def inlines(self, inlines: Inlines) -> Any:
        """A run of text."""

    def blocks(self, blocks: Blocks) -> Any:
        """Blocks."""


def to_pdf(sheet: Sheet) -> bytes:
    """PDF/A-2a and PDF/UA-1, by way of Typst."""
    from woo.pdf.making.typesetting import typeset, typst_environment

    pictures = read_pictures(sheet.draft, sheet.folder)
    writer = TypstWriter(sheet.draft.footnotes, pictures)
    environment = typst_environment(_loader(sheet.template_folders))
    template = environment.get_template(f"{sheet.draft.kind.name}/template.typ.j2")
    source = template.render(_values(sheet, writer))
    with TemporaryDirectory(prefix="woo-") as name:
        _write_pictures(pictures, Path(name))
        try:
            return typeset(source, root=Path(name))
        except WooError as error:
            raise unprintable_error(sheet.draft) or error from None


def to_html(sheet: Sheet) -> bytes:
    """One accessible file, with its style and pictures inside."""
    from jinja2 import Environment, StrictUndefined

    pictures = read_pictures(sheet.draft, sheet.folder)
    writer = HtmlWriter(sheet.draft.footnotes, pictures)
    environment = Environment(
        loader=_loader(sheet.template_folders),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template(f"{sheet.draft.kind.name}/template.html.j2")
    values = _values(sheet, writer)
    page: str = template.render({**values, "notes": writer.notes()})
    return page.encode("utf-8")


def _write_pictures(pictures: dict[str, Picture], folder: Path) -> None:
    for picture in pictures.values():
        (folder / picture.name).write_bytes(picture.content)


def _loader(folders: Sequence[Path]) -> Any:
    """Templates by name, the organisation's own first."""
    from jinja2 import FileSystemLoader

    return FileSystemLoader([str(folder) for folder in folders])


def _values(sheet: Sheet, writer: Writer) -> dict[str, Any]:
    """What every template may use, the same for each format."""
    draft = sheet.draft
    fields = {name: writer.lines(content.lines) for name, content in draft.fields.items()}
    values = {
        "kind": draft.kind,
        "public": sheet.public,
        "title": draft.title,
        "dated": sheet.dated,
        "fields": fields,
        "plain": {name: content.plain for name, content in draft.fields.items()},
        "rows": {
            name: [[writer.inlines(cell) for cell in row] for row in content.rows]
            for name, content in draft.fields.items()
        },
        "head": _lines(draft, fields, "head"),
        "margin": _lines(draft, fields, "margin"),
        "vergaderjaar": vergaderjaar(sheet.dated) if sheet.dated else "",
        "letterhead": _letterhead(draft),
        "attachment_count": _attachment_count(draft),
    }
    # The text comes last: it is what numbers the footnotes.
    body, annex = writer.blocks(draft.blocks), writer.blocks(draft.annex)
    return {**values, "body": body, "annex": annex}


def _lines(draft: Draft, fields: dict[str, Any], place: str) -> list[Line]:
    return [
        Line(one.label, fields[one.name], one.repeat)
        for one in draft.kind.fields
        if one.place == place and draft.fields[one.name]
    ]


def _letterhead(draft: Draft) -> str:
    signatories = draft.fields.get("ondertekenaars")
    return letterhead([plain(row[0]) for row in signatories.rows]) if signatories else ""


def _attachment_count(draft: Draft) -> int:
    attachments = draft.fields.get(ATTACHMENTS)
    return len(attachments.rows) if attachments else 0


def to_docx(sheet: Sheet) -> bytes:
    """A Word file to go on working in."""
    from woo.draft.docx_page import docx_environment, docx_parts, docx_template, field_values
    from woo.draft.docx_writer import DocxWriter

    pictures = read_pictures(sheet.draft, sheet.folder)
    writer = DocxWriter(sheet.draft.footnotes, pictures, public=sheet.public)
    environment = docx_environment(_loader(sheet.template_folders))
    values = _values(sheet, writer)
    fields = {name: writer.field(name, one) for name, one in sheet.draft.fields.items()}
    template = docx_template(environment, sheet.draft.kind.name)
    page = template.render(
        {
            **values,
            **field_values(sheet.draft, writer),
            "fields": fields,
            "head": _lines(sheet.draft, fields, "head"),
            "margin": _lines(sheet.draft, fields, "margin"),
        }
    )
    return docx_parts(page, writer, environment, sheet.draft, sheet.dated)


OUTPUTS: dict[str, Callable[[Sheet], bytes]] = {"pdf": to_pdf, "html": to_html, "docx": to_docx}
