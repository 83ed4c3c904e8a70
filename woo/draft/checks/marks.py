"""Check grounds that meet because one mark stands inside another, or right behind it."""

from collections.abc import Iterator

from woo.draft.reading.marks import EXCLUSIVE_ADVICE, TWICE, exclude_each_other
from woo.draft.reading.source import Source
from woo.draft.tree import (
    Block,
    Blocks,
    Emphasis,
    Grounds,
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
    Text,
)
from woo.draft.walk import with_marked_sections
from woo.model.draft import Problem


def check_marks(source: Source) -> Iterator[Problem]:
    """Two marks on one text; and 5.1.5 with a ground of the first or second paragraph."""
    for blocks in (source.blocks, *source.footnotes.values()):
        yield from _blocks(blocks, ())


def _blocks(blocks: Blocks, around: Grounds) -> Iterator[Problem]:
    for block, section in with_marked_sections(blocks):
        hidden = section.grounds if section else ()
        if (
            isinstance(block, Heading)
            and section is not block
            and exclude_each_other((*hidden, *block.grounds))
        ):
            yield Problem(block.line, block.column, EXCLUSIVE_ADVICE)
        yield from _block(block, (*around, *hidden))


def _block(block: Block, around: Grounds) -> Iterator[Problem]:
    match block:
        case Heading(children=children) | Paragraph(children=children):
            yield from check_inlines(children, around)
        case ListBlock(items=items):
            for item in items:
                yield from _blocks(item, around)
        case Quote(blocks=blocks):
            yield from _blocks(blocks, around)
        case MarkedBlock(grounds=grounds, blocks=blocks):
            match blocks:
                case (Paragraph(children=children),):
                    yield from check_twice(grounds, children)
            yield from _blocks(blocks, (*around, *grounds))
        case Table(header=header, rows=rows):
            for row in (header, *rows):
                for cell in row:
                    yield from check_inlines(cell, around)


def check_inlines(inlines: Inlines, around: Grounds = ()) -> Iterator[Problem]:
    """The same for one text, that stands in marks with the grounds ``around``."""
    for inline in inlines:
        if isinstance(inline, Marked):
            grounds = (*around, *inline.grounds)
            if exclude_each_other(grounds) and not exclude_each_other(inline.grounds):
                yield Problem(inline.line, inline.column, EXCLUSIVE_ADVICE)
            else:
                yield from check_twice(inline.grounds, inline.children)
            yield from check_inlines(inline.children, grounds)
        elif isinstance(inline, Emphasis | Strong | Link):
            yield from check_inlines(inline.children, around)


def check_twice(grounds: Grounds, marked: Inlines) -> Iterator[Problem]:
    """The public version shows the outer mark: what only the inner one names would be lost."""
    match _all_of(marked):
        case Marked(grounds=inner, line=line, column=column) if not set(inner) <= set(grounds):
            yield Problem(line, column, TWICE)


def _all_of(inlines: Inlines) -> Inline | None:
    """The one thing that a text consists of, whatever its form; None when there is more."""
    shown = [one for one in inlines if not (isinstance(one, Text) and one.text.isspace())]
    match shown:
        case [Emphasis(children=children) | Strong(children=children) | Link(children=children)]:
            return _all_of(children)
        case [one]:
            return one
    return None
