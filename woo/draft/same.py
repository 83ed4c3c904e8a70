"""Whether two texts are the same document, however they are written.

Lines, soft breaks and how a text is cut into nodes do not count; marks do.
"""

from typing import Any

from woo.draft.tree import (
    Block,
    Blocks,
    Code,
    CodeBlock,
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
)

Order = dict[int, int]


def same_blocks(one: Blocks, other: Blocks, notes: Order | None = None) -> bool:
    """Whether blocks are the same; ``notes``: the numbers in ``other`` of the notes of ``one``."""
    return form(one, notes) == form(other)


def form(blocks: Blocks, notes: Order | None = None) -> list[Any]:
    """Plain lists that are equal for the same text."""
    return [_block(block, notes or {}) for block in blocks]


def _block(block: Block, notes: Order) -> list[Any]:  # noqa: PLR0911 - one line per kind of node
    match block:
        case Heading(level=level, children=children, grounds=grounds):
            return ["heading", level, line_form(children, notes), _codes(grounds)]
        case Paragraph(children=children):
            return ["paragraph", line_form(children, notes)]
        case ListBlock(items=items, sign=sign, start=start):
            return ["list", sign, start, [form(item, notes) for item in items]]
        case Table(header=header, rows=rows, alignments=alignments):
            cells = [[line_form(cell, notes) for cell in row] for row in (header, *rows)]
            return ["table", cells, list(alignments)]
        case Quote(blocks=inner):
            return ["quote", form(inner, notes)]
        case MarkedBlock(grounds=grounds, blocks=inner):
            return ["marked", _codes(grounds), form(inner, notes)]
        case CodeBlock(text=text):
            return ["code", text]
    return [type(block).__name__]


def line_form(inlines: Inlines, notes: Order) -> list[Any]:
    """A row of letters with what is around each: the order of two things round one text is free."""
    letters = [row for inline in inlines for row in _letters(inline, frozenset(), notes)]
    return _stripped(letters)


_Letter = tuple[Any, frozenset[Any]]


def _letters(  # noqa: PLR0911 - one line per kind of node
    inline: Inline, around: frozenset[Any], notes: Order
) -> list[_Letter]:
    match inline:
        case Text(text=text):
            return [(" " if c.isspace() else c, around) for c in text]
        case Code(text=text):
            return [(" " if c.isspace() else c, around | {"code"}) for c in text]
        case LineBreak():
            return [("\n", frozenset())]
        case Image(untrusted_path=path, alt=alt):
            return [(("image", path, alt), around)]
        case FootnoteReference(number=number):
            return [(("note", notes.get(number, number)), around)]
        case Emphasis(children=children):
            return _inside(children, around | {"italic"}, notes)
        case Strong(children=children):
            return _inside(children, around | {"bold"}, notes)
        case Link(url=url, children=children):
            return _inside(children, around | {("link", url)}, notes)
        case Marked(grounds=grounds, children=children):
            return _inside(children, around | {("mark", *_codes(grounds))}, notes)
    return [(type(inline).__name__, around)]


def _inside(children: Inlines, around: frozenset[Any], notes: Order) -> list[_Letter]:
    return [row for child in children for row in _letters(child, around, notes)]


def _stripped(letters: list[_Letter]) -> list[_Letter]:
    """White space at the ends and beside a break shows nothing; that of formatting does neither."""
    made: list[_Letter] = []
    for letter, around in letters:
        if letter == " ":
            if made and made[-1][0] not in (" ", "\n"):
                made.append((" ", frozenset()))
            continue
        if letter == "\n" and made and made[-1][0] == " ":
            made.pop()
        made.append((letter, around))
    if made and made[-1][0] == " ":
        made.pop()
    return made


def _codes(grounds: Grounds) -> list[str]:
    return sorted(ground.code for ground in grounds)
