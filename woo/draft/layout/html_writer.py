"""Write the tree as HTML. Every text is escaped by markupsafe."""

from collections.abc import Iterable
from dataclasses import field

from markupsafe import Markup, escape

from woo.draft.anchors import name
from woo.draft.draft import Content
from woo.draft.kinds import KindField
from woo.draft.pictures import Picture
from woo.draft.tree import (
    Block,
    Blocks,
    Code,
    CodeBlock,
    Divider,
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
    ListSign,
    Marked,
    MarkedBlock,
    Paragraph,
    Quote,
    Redacted,
    RedactedBlock,
    Strong,
    Table,
    Text,
    codes,
    plain,
)
from woo.draft.walk import by_note
from woo.model.values import dataclass

_SPOKEN = Markup('<span class="gesproken">gelakt, </span>{}')
_NEXT = Markup("\n")
_BETWEEN_NOTES = Markup("<sup>,</sup>")


@dataclass(slots=True)
class HtmlWriter:
    """Writes one document: it numbers the footnotes in the order in which they are met."""

    footnotes: dict[int, Blocks]
    pictures: dict[str, Picture]
    _numbers: dict[int, int] = field(default_factory=dict)

    def field(self, _one: KindField, content: Content, /) -> Markup:
        """Lines under each other; a browser breaks long words itself."""
        return Markup("<br>").join(self.inlines(line) for line in content.lines)

    def rows(self, _one: KindField, content: Content, /) -> list[list[Markup]]:
        """The cells of a field that is a table."""
        return [[self.inlines(cell) for cell in row] for row in content.rows]

    def inlines(self, inlines: Inlines) -> Markup:
        """HTML for a run of text."""
        return Markup("").join(
            (_BETWEEN_NOTES if touches else "") + self._inline(inline)
            for inline, touches in by_note(inlines)
        )

    def blocks(self, blocks: Blocks) -> Markup:
        """HTML for blocks."""
        return _NEXT.join(self._block(block) for block in blocks)

    def notes(self) -> list[tuple[int, Markup]]:
        """The footnotes that were referred to, with their number in the document."""
        return [(shown, self.blocks(self.footnotes[n])) for n, shown in self._numbers.items()]

    def _inline(self, inline: Inline) -> Markup:  # noqa: C901, PLR0911 - one line per kind of node
        match inline:
            case Text(text=text):
                return escape(text)
            case Code(text=text):
                return Markup("<code>{}</code>").format(text)
            case LineBreak():
                return Markup("<br>")
            case Emphasis(children=children):
                return Markup("<em>{}</em>").format(self.inlines(children))
            case Strong(children=children):
                return Markup("<strong>{}</strong>").format(self.inlines(children))
            case Link(url=url, children=children):
                return Markup('<a href="{}">{}</a>').format(url, self.inlines(children))
            case Image(alt=alt):
                data = self.pictures[inline.untrusted_path].data_url
                return Markup('<img src="{}" alt="{}">').format(data, alt)
            case FootnoteReference(number=number):
                return self._reference(number)
            case Marked(grounds=grounds, children=children):
                form = Markup('<span class="gemarkeerd">{}<sup>{}</sup></span>')
                return form.format(self.inlines(children), codes(grounds))
            case Redacted(grounds=grounds):
                return Markup('<span class="gelakt">{}</span>').format(_spoken(grounds))

    def _reference(self, number: int) -> Markup:
        known = number in self._numbers
        shown = self._numbers.setdefault(number, len(self._numbers) + 1)
        anchor = "" if known else Markup(' id="bij-noot-{}"').format(shown)
        form = Markup('<sup{}><a href="#noot-{}" aria-label="Voetnoot {}">{}</a></sup>')
        return form.format(anchor, shown, shown, shown)

    def _block(self, block: Block) -> Markup:  # noqa: PLR0911 - one line per kind of node
        match block:
            case Heading(level=level, shown=children):
                form = Markup("<h{0}{1}>{2}</h{0}>")
                return form.format(level, _id(block.anchor), self.inlines(children))
            case Paragraph(children=children):
                return Markup("<p>{}</p>").format(self.inlines(children))
            case ListBlock():
                return self._list(block)
            case Table():
                return self._table(block)
            case Quote(blocks=blocks):
                return Markup("<blockquote>{}</blockquote>").format(self.blocks(blocks))
            case CodeBlock(text=text):
                return Markup("<pre>{}</pre>").format(text)
            case Divider():
                return Markup("<hr>")
            case MarkedBlock(grounds=grounds, blocks=blocks):
                form = Markup('<div class="gemarkeerd">{}<sup>{}</sup></div>')
                return form.format(self.blocks(blocks), codes(grounds))
            case RedactedBlock(grounds=grounds):
                return Markup('<p class="gelakt">{}</p>').format(_spoken(grounds))

    def _list(self, block: ListBlock) -> Markup:
        items = _NEXT.join(Markup("<li>{}</li>").format(self._item(item)) for item in block.items)
        match block.sign:
            case ListSign.BULLET:
                return Markup("<ul>{}</ul>").format(items)
            case ListSign.NUMBER:
                form = Markup('<ol start="{}"{}>{}</ol>')
            case ListSign.LETTER:
                form = Markup('<ol type="a" start="{}"{}>{}</ol>')
        look = Markup(' class="haakje"') if block.closer == ")" else ""
        return form.format(block.start, look, items)

    def _item(self, blocks: Blocks) -> Markup:
        """The first paragraph of an item needs no paragraph of its own."""
        match blocks:
            case (Paragraph(children=children), *rest):
                return self.inlines(children) + self.blocks(tuple(rest))
        return self.blocks(blocks)

    def _table(self, block: Table) -> Markup:
        head = self._row(block.header, block, Markup('<th scope="col"{}>{}</th>'))
        cell = Markup("<td{}>{}</td>")
        body = _NEXT.join(self._row(row, block, cell) for row in block.rows)
        # On a small screen the table scrolls and the page does not; who has no mouse can scroll it
        # too, and hears what it is about.
        form = Markup(
            '<div class="tabel" role="region" tabindex="0" aria-label="Tabel: {}">'
            "<table><thead>{}</thead><tbody>{}</tbody></table></div>"
        )
        return form.format(", ".join(filter(None, map(plain, block.header))), head, body)

    def _row(self, row: Iterable[Inlines], table: Table, form: Markup) -> Markup:
        cells = Markup("").join(
            form.format(_alignment(alignment), self.inlines(cell))
            for cell, alignment in zip(row, table.alignments, strict=True)
        )
        return Markup("<tr>{}</tr>").format(cells)


def _alignment(alignment: str) -> Markup:
    if alignment == "left":
        return Markup("")
    return Markup(' class="{}"').format(alignment)


def _id(anchor: int) -> Markup:
    return Markup(' id="{}"').format(name(anchor)) if anchor else Markup("")


def _spoken(grounds: Grounds) -> Markup:
    return _SPOKEN.format(codes(grounds))
