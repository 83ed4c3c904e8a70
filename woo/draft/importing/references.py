"""Cross-references: a link of Word to the bookmark at a heading becomes ``[tekst](#kop)``."""

from collections.abc import Callable
from dataclasses import replace

from woo.draft import anchors
from woo.draft.complete import ATTACHMENTS as FIELD
from woo.draft.draft import Draft
from woo.draft.importing.book import INSIDE, Book
from woo.draft.tree import (
    Block,
    Blocks,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    Marked,
    Strong,
)
from woo.draft.walk import mapped_lines
from woo.draft.word.forms import heading_bookmark

_LOST = "Een verwijzing naar een plek die geen kop is, is gewone tekst geworden."


def with_cross_references(draft: Draft, book: Book) -> Draft:
    """Number the headings, and point each link inside the document to one of them."""
    numbers: dict[str, int] = {}
    blocks: list[Block] = []
    count = 0
    for block in draft.blocks:
        if isinstance(block, Heading):
            count += 1
            for bookmark in book.headings[block.anchor - 1] if block.anchor else ():
                numbers.setdefault(bookmark, count)
            blocks.append(replace(block, anchor=count))
        else:
            blocks.append(block)

    def pointed(link: Link) -> Inlines:
        if not link.url.startswith(INSIDE):
            return (link,)
        bookmark = link.url.removeprefix(INSIDE)
        number = numbers.get(bookmark) or made.get(bookmark)
        if number is None:
            book.remarks.general(_LOST)
            return link.children
        return (replace(link, url=anchors.address(number)),)

    is_made = draft.fields.get(FIELD)
    made = {heading_bookmark(anchors.ATTACHMENTS): anchors.ATTACHMENTS} if is_made else {}
    notes = {n: mapped_links(note, pointed) for n, note in draft.footnotes.items()}
    return replace(draft, blocks=mapped_links(tuple(blocks), pointed), footnotes=notes)


Point = Callable[[Link], Inlines]


def mapped_links(blocks: Blocks, point: Point) -> Blocks:
    """The blocks with ``point`` of each link in the place of it."""
    return mapped_lines(blocks, lambda line: _line(line, point))


def _line(inlines: Inlines, point: Point) -> Inlines:
    result: list[Inline] = []
    for inline in inlines:
        match inline:
            case Link():
                result += point(inline)
            case Strong() | Emphasis() | Marked():
                result.append(replace(inline, children=_line(inline.children, point)))
            case _:
                result.append(inline)
    return tuple(result)
