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
    try:
        pdf, replaced = _typeset(sheet, cautious=False)
    except WooError:
        # Two signs that each have a glyph may still not have one together.
        pdf, replaced = _typeset(sheet, cautious=True)
    write_atomically(path, pdf)
    notes = (
        (f"Aantal tekens dat niet te drukken is en door □ of ? is vervangen: {replaced}.",)
        if replaced
        else ()
    )
    return tuple(page.text for page in read_pages(path)), notes


def _typeset(sheet: Sheet, *, cautious: bool) -> tuple[bytes, int]:
    replaced = 0

    def clean(text: str) -> str:
        nonlocal replaced
        result = printable(text, cautious=cautious)
        replaced += result.replaced
        return result.text

    # Cleaned before it is split: what the fonts show as a line break must be seen as one.
    blocks = [_fit(block) for block in split_blocks(clean(sheet.text))]
    source = _render(sheet, blocks, clean)
    return typeset(source), replaced


def _render(sheet: Sheet, blocks: Sequence[Block], clean: Callable[[str], str]) -> str:
    from jinja2 import PackageLoader

    environment = typst_environment(PackageLoader("woo.ingest", "."))
    rows = [
        (label, [piece for line in lines for piece in _pieces(clean(line), _COLUMN - _LABELS)])
        for label, lines in sheet.rows
    ]
    title = " ".join(break_words(clean(sheet.title[:_LONGEST_TITLE]), _COLUMN, _TITLE_SIZE))
    return environment.get_template(sheet.template).render(title=title, rows=rows, blocks=blocks)


def _fit(block: Block) -> Block:
    width = _COLUMN - block.depth * _INDENT
    pieces = tuple(piece for line in block.lines for piece in _pieces(line, width))
    return replace(block, lines=pieces)


def _pieces(line: str, width: float) -> list[str]:
    return list(break_words(line, width, _SIZE))
