"""Go through every inline of a tree in reading order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from woo.draft.tree import (
    Block,
    Blocks,
    Emphasis,
    FootnoteReference,
    Grounds,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Marked,
    MarkedBlock,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    plain,
)

_CLOSING = re.compile(
    r"(?:hoogachtend|met (?:de meeste |gevoelens van )?hoogachting|"
    r"(?:met )?(?:vriendelijke|hartelijke|beleefde) groet(?:en)?)\s?[,.]?",
    re.IGNORECASE,
)
# A longer mark than half a line may move the lines below it, and tell by that how long it was.
_LONG_MARK = 40
SECTION_LEVEL = 2  # of the headings that begin a section; the title is level 1


def section_headings(blocks: Blocks) -> Iterator[Heading]:
    """The headings that begin a section."""
    for block in blocks:
        if isinstance(block, Heading) and block.level == SECTION_LEVEL:
            yield block


def with_marked_sections(
    blocks: Blocks, *, is_signed: bool = True
) -> Iterator[tuple[Block, Heading | None]]:
    """Each block with the marked heading whose section it is in, that heading itself included.

    The closing of a letter is in no section: it belongs with the signature. An e-mail that is
    quoted in a section has one too, with a name below it or the closing of the letter. In what
    nobody signs there is no other.
    """
    section: Heading | None = None
    closing = closing_at(blocks) if is_signed else None
    for number, block in enumerate(blocks):
        if isinstance(block, Heading) and not (section and block.level > section.level):
            section = block if block.grounds else None
        yield block, None if number == closing else section


def closing_at(blocks: Blocks) -> int | None:
    """Where the closing of a letter is: the last, with nothing below it before a heading."""
    last = last_closing(blocks)
    below = () if last is None else blocks[last + 1 : last + 2]
    return last if all(isinstance(one, Heading) for one in below) else None


def last_closing(blocks: Blocks) -> int | None:
    """Where the last block is that reads as the closing of a letter."""
    return next((at for at in reversed(range(len(blocks))) if is_closing(blocks[at])), None)


def is_closing(block: Block) -> bool:
    """Tell whether a block is the closing of a letter and nothing else: ``Hoogachtend,``."""
    if not isinstance(block, Paragraph) or not all(isinstance(one, Text) for one in block.children):
        return False
    return _CLOSING.fullmatch(plain(block.children)) is not None


def walk_blocks(blocks: Blocks) -> Iterator[Inline]:
    """Every inline in the blocks, parents before children."""
    for leaf in leaves(blocks):
        yield from walk_inlines(leaf)


def every_block(blocks: Blocks) -> Iterator[Block]:
    """Every block, those inside lists, quotations and marked blocks after what holds them."""
    for block in blocks:
        yield block
        match block:
            case ListBlock(items=items):
                for item in items:
                    yield from every_block(item)
            case Quote(blocks=inner) | MarkedBlock(blocks=inner):
                yield from every_block(inner)


def leaves(blocks: Blocks) -> Iterator[Inlines]:
    """The text of every heading, paragraph and cell, in reading order."""
    for block in every_block(blocks):
        match block:
            case Heading(children=children) | Paragraph(children=children):
                yield children
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    yield from row


def marks(blocks: Blocks) -> Iterator[Grounds]:
    """The grounds of every mark: of text, of a block, of the section under a heading."""
    for leaf in leaves(blocks):
        yield from marks_in(leaf)
    for block in every_block(blocks):
        if isinstance(block, Heading | MarkedBlock) and block.grounds:
            yield block.grounds


def marks_in(inlines: Inlines) -> Iterator[Grounds]:
    """The grounds of every mark in a run of text."""
    return (one.grounds for one in walk_inlines(inlines) if isinstance(one, Marked))


def is_high(marked: Inlines) -> bool:
    """Whether what is marked may take lines more, or fewer, than the block in its place.

    A picture, a note at the foot of the page and a new line have a height of their own.
    """
    return len(plain(marked)) > _LONG_MARK or any(
        isinstance(one, Image | FootnoteReference | LineBreak) for one in walk_inlines(marked)
    )


def mapped_lines(blocks: Blocks, change: Callable[[Inlines], Inlines]) -> Blocks:
    """The blocks with ``change`` of the text of each heading, paragraph and cell."""
    return tuple(_mapped(block, change) for block in blocks)


def _mapped(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    match block:
        case Heading(children=children) | Paragraph(children=children):
            return replace(block, children=change(children))
        case ListBlock(items=items):
            return replace(block, items=tuple(mapped_lines(item, change) for item in items))
        case Quote(blocks=inner) | MarkedBlock(blocks=inner):
            return replace(block, blocks=mapped_lines(inner, change))
        case Table(header=header, rows=rows):
            made = tuple(tuple(map(change, row)) for row in rows)
            return replace(block, header=tuple(map(change, header)), rows=made)
    return block


def walk_inlines(inlines: Inlines) -> Iterator[Inline]:
    """Every inline, parents before children."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Emphasis | Strong | Link | Marked):
            yield from walk_inlines(inline.children)


def by_note(inlines: Inlines) -> Iterator[tuple[Inline, bool]]:
    """Each inline, and whether it is a note just behind another: ²³ would read as one number."""
    was_note = False
    for one in inlines:
        is_note = isinstance(one, FootnoteReference)
        yield one, is_note and was_note
        was_note = is_note


def first_line(block: Block) -> int:
    """The line in the source where a block begins; 0 when the program made it, or for a table."""
    match block:
        case Heading(line=line) | Paragraph(line=line):
            return line
        case ListBlock(items=((first, *_), *_)):
            return first_line(first)
        case Quote(blocks=(first, *_)) | MarkedBlock(blocks=(first, *_)):
            return first_line(first)
    return 0


def kept_lines(blocks: Blocks) -> frozenset[int]:
    """The lines of the paragraphs that stay on the page of what comes behind them.

    These are the words that end a text, for a signature never stands alone on a page; and what
    announces a list, a quotation or a table with a colon.
    """
    ends = blocks[-1:]
    announcing = [one for one, behind in pairwise(blocks) if _announces(one, behind)]
    return frozenset(first_line(one) for one in (*announcing, *ends)) - {0}


def _announces(block: Block, behind: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and not isinstance(behind, Heading | Paragraph)
        and plain(block.children).rstrip().endswith(":")
    )


def references(blocks: Blocks) -> Iterator[int]:
    """The numbers of the footnotes that blocks refer to, in reading order, repeats included."""
    for inline in walk_blocks(blocks):
        if isinstance(inline, FootnoteReference):
            yield inline.number
