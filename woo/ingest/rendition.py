"""Typeset an e-mail or a text file as an accessible PDF: what is redacted and published."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from woo.errors import WooError
from woo.ingest.blocks import Block, split_blocks
from woo.pdf.making.glyphs import break_words, printable
from woo.pdf.making.typesetting import typeset, typst_environment
from woo.pdf.reading.textlayer import read_pages
from woo.text.files import write_atomically

# Points: the column of page.typ.j2 (A4 less margins), the label column and a quotation's indent.
_COLUMN = 450.0
_LABELS = 80.0
_INDENT = 11.0
_SIZE = 10.5
_TITLE_SIZE = 20.0
_LONGEST_TITLE = 500  # characters: PDF/A takes no long string, and the header block holds it whole

Row = tuple[str, tuple[str, ...]]
Clean = Callable[[str], str]
"""Leaves only what the fonts can print."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What goes on the pages: a title, rows of a header block (label, lines), and text."""

    template: str
    title: str = field(repr=False)
    text: str = field(repr=False)
    rows: Sequence[Row] = field(default=(), repr=False)


def write_rendition(sheet: Sheet, path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Typeset ``sheet`` to ``path``; give the text of its pages, and notes for the reviewer.

    Raises WooError when typesetting fails.
    """

    def source(clean: Clean) -> str:
        # Cleaned before it is split: what the fonts show as a line break must be seen as one.
        blocks = [_fit(block) for block in split_blocks(clean(sheet.text))]
        return _render(sheet, blocks, clean)

    return write_typeset(source, path)


def write_typeset(
    source: Callable[[Clean], str], path: Path
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """As ``write_rendition``, of Typst source in which every text went through ``clean``."""
    try:
        pdf, replaced = _typeset(source, cautious=False)
    except WooError:
        # Two signs that each have a glyph may still not have one together.
        pdf, replaced = _typeset(source, cautious=True)
    write_atomically(path, pdf)
    notes = (
        (f"Aantal tekens dat niet te drukken is en door □ of ? is vervangen: {replaced}.",)
        if replaced
        else ()
    )
    return tuple(page.text for page in read_pages(path)), notes


def _typeset(source: Callable[[Clean], str], *, cautious: bool) -> tuple[bytes, int]:
    replaced = 0

    def clean(text: str) -> str:
        nonlocal replaced
        result = printable(text, cautious=cautious)
        replaced += result.replaced
        return result.text

    return typeset(source(clean)), replaced


def _render(sheet: Sheet, blocks: Sequence[Block], clean: Clean) -> str:
    from jinja2 import PackageLoader

    environment = typst_environment(PackageLoader("woo.ingest", "."))
    rows = [
        (label, [piece for line in lines for piece in _pieces(clean(line), _COLUMN - _LABELS)])
        for label, lines in sheet.rows
    ]
    title = title_line(sheet.title, clean)
    return environment.get_template(sheet.template).render(title=title, rows=rows, blocks=blocks)


def title_line(title: str, clean: Clean) -> str:
    """A title of which no word runs off the page."""
    return " ".join(break_words(clean(title[:_LONGEST_TITLE]), _COLUMN, _TITLE_SIZE))


def _fit(block: Block) -> Block:
    width = _COLUMN - block.depth * _INDENT
    pieces = tuple(piece for line in block.lines for piece in _pieces(line, width))
    return replace(block, lines=pieces)


def _pieces(line: str, width: float) -> list[str]:
    return list(break_words(line, width, _SIZE))
