"""Write the tree as Typst source. Every text becomes a string literal; only functions are code."""

from dataclasses import dataclass, field

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
    spoken,
)
from woo.pdf.making.typesetting import Typst, typst_string

# Characters in the longest cell of a column.
SHORT = 14
LONG = 60


@dataclass(slots=True)
class TypstWriter:
    """Writes one document: it remembers which footnotes have been set already."""

    footnotes: dict[int, Blocks]
    pictures: dict[str, Picture]
    _set: set[int] = field(default_factory=set)

    def lines(self, lines: tuple[Inlines, ...]) -> Typst:
        """Lines under each other."""
        return Typst("#linebreak()".join(self.inlines(line) for line in lines))

    def inlines(self, inlines: Inlines) -> Typst:
        """Markup for a run of text."""
        return Typst("".join(self._inline(inline) for inline in inlines))

    def blocks(self, blocks: Blocks) -> Typst:
        """Markup for blocks, a blank line between them."""
        return Typst("\n\n".join(self._block(block) for block in blocks))

    def _inline(self, inline: Inline) -> str:  # noqa: C901, PLR0911 - one line per kind of node
        match inline:
            case Text(text=text):
                return "#" + typst_string(text.replace("\n", " "))
            case Code(text=text):
                return f"#raw({typst_string(text)})"
            case LineBreak():
                return "#linebreak()"
            case Emphasis(children=children):
                return f"#emph[{self.inlines(children)}]"
            case Strong(children=children):
                return f"#strong[{self.inlines(children)}]"
            case Link(url=url, children=children):
                return f"#link({typst_string(url)})[{self.inlines(children)}]"
            case Image():
                return f"#box({self._picture(inline)})"
            case FootnoteReference(number=number):
                return self._footnote(number)
            case Marked(grounds=grounds, children=children):
                return f"#marked({typst_string(codes(grounds))})[{self.inlines(children)}]"
            case Redacted(grounds=grounds):
                return f"#redacted({_label(grounds)})"

    def _footnote(self, number: int) -> str:
        label = f"<footnote-{number}>"
        if number in self._set:
            return f"#footnote({label})"
        self._set.add(number)
        return f"#footnote[{self.blocks(self.footnotes[number])}]{label}"

    def _picture(self, image: Image) -> str:
        picture = self.pictures[image.untrusted_path]
        return (
            f"image({typst_string('/' + picture.name)}, alt: {typst_string(image.alt)}, "
            f"width: {picture.width_points:.1f}pt)"
        )

    def _block(self, block: Block) -> str:  # noqa: PLR0911 - one line per kind of node
        match block:
            case Heading(level=level, shown=children):
                return f"#heading(level: {level})[{self.inlines(children)}]"
            case Paragraph(children=children):
                return self.inlines(children)
            case ListBlock():
                return self._list(block)
            case Table():
                return self._table(block)
            case Quote(blocks=blocks):
                return f"#quote(block: true)[{self.blocks(blocks)}]"
            case CodeBlock(text=text):
                return f"#raw({typst_string(text)}, block: true)"
            case Divider():
                return "#divider()"
            case MarkedBlock(grounds=grounds, blocks=blocks):
                return f"#marked-block({typst_string(codes(grounds))})[{self.blocks(blocks)}]"
            case RedactedBlock(grounds=grounds):
                return f"#redacted-block({_label(grounds)})"

    def _list(self, block: ListBlock) -> str:
        items = ", ".join(f"[{self.blocks(item)}]" for item in block.items)
        if block.ordered:
            return f"#enum(start: {block.start}, {items})"
        return f"#list({items})"

    def _table(self, block: Table) -> str:
        alignments = "".join(f"{one}, " for one in block.alignments)
        header = ", ".join(f"[{self.inlines(cell)}]" for cell in block.header)
        cells = "".join(f", [{self.inlines(cell)}]" for row in block.rows for cell in row)
        columns = "".join(f"{width}, " for width in _widths(block))
        return f"#table(columns: ({columns}), align: ({alignments}), table.header({header}){cells})"


def _label(grounds: Grounds) -> str:
    return f"{typst_string(codes(grounds))}, {typst_string(spoken(grounds))}"


def longest_texts(table: Table) -> list[int]:
    """Characters in the longest cell of each column."""
    columns = zip(table.header, *table.rows, strict=True)
    return [max(len(plain(cell)) for cell in column) for column in columns]


def _widths(table: Table) -> list[str]:
    """Columns of short texts are as wide as these; the others share what is left by length.

    A black block counts as it is wide, so the widths say nothing about what was taken out.
    """
    longest = longest_texts(table)
    if max(longest) <= SHORT:
        return ["1fr"] * len(longest)
    return ["auto" if one <= SHORT else f"{min(one, LONG)}fr" for one in longest]
