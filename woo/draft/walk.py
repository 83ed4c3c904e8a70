"""Go through every inline of a tree in reading order."""

from collections.abc import Iterator

from woo.draft.tree import (
    Block,
    Blocks,
    Emphasis,
    FootnoteReference,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Marked,
    MarkedBlock,
    Paragraph,
    Quote,
    Strong,
    Table,
)


def walk_blocks(blocks: Blocks) -> Iterator[Inline]:
    """Every inline in the blocks, parents before children."""
    for block in blocks:
        yield from _walk_block(block)


def _walk_block(block: Block) -> Iterator[Inline]:
    match block:
        case Heading(children=children) | Paragraph(children=children):
            yield from walk_inlines(children)
        case ListBlock(items=items):
            for item in items:
                yield from walk_blocks(item)
        case Quote(blocks=blocks) | MarkedBlock(blocks=blocks):
            yield from walk_blocks(blocks)
        case Table(header=header, rows=rows):
            for row in (header, *rows):
                for cell in row:
                    yield from walk_inlines(cell)


def walk_inlines(inlines: Inlines) -> Iterator[Inline]:
    """Every inline, parents before children."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Emphasis | Strong | Link | Marked):
            yield from walk_inlines(inline.children)


def references(blocks: Blocks) -> Iterator[int]:
    """The numbers of the footnotes that blocks refer to, in reading order, repeats included."""
    for inline in walk_blocks(blocks):
        if isinstance(inline, FootnoteReference):
            yield inline.number
