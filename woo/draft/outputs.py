"""From a finished draft to the bytes of a file: one function per format."""

from collections.abc import Callable

from woo.draft.layout.paged import to_pdf
from woo.draft.layout.sheet import Sheet, values
from woo.draft.layout.templates import layout_of, markup_templates
from woo.draft.pictures import read_pictures


def to_html(sheet: Sheet) -> bytes:
    """One accessible file, with its style and pictures inside."""
    from woo.draft.layout.html_writer import HtmlWriter

    pictures = read_pictures(sheet.draft, sheet.folder)
    writer = HtmlWriter(sheet.draft.footnotes, pictures)
    environment = markup_templates(sheet.template_folders)
    template = layout_of(environment, sheet.draft.kind, "html")
    made = values(sheet, writer)
    page: str = template.render({**made, "notes": writer.notes()})
    return page.encode("utf-8")


def to_docx(sheet: Sheet) -> bytes:
    """A Word file to go on working in."""
    from woo.draft.word.page import to_docx_bytes

    return to_docx_bytes(sheet)


OUTPUTS: dict[str, Callable[[Sheet], bytes]] = {"pdf": to_pdf, "html": to_html, "docx": to_docx}
