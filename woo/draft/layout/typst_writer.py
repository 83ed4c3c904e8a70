"""Write the tree as Typst source. Every text becomes a string literal; only functions are code."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field

from woo.draft.anchors import name
from woo.draft.draft import Content
from woo.draft.kinds import KindField
from woo.draft.layout.breaking import FIELD, MARGIN, TEXT, pieces
from woo.draft.layout.columns import (
    MANY_COLUMNS,
    MOST_LINES,
    MOST_LINES_TURNED,
    Column,
    is_small,
    line_of,
    table_columns,
)
from woo.draft.layout.turned import by_page
from woo.draft.layout.typst_parts import typst_image, typst_label, typst_target
from woo.draft.pictures import Picture
from woo.draft.tree import (
    Block,
    Blocks,
    Code,
    CodeBlock,
    Divider,
    Emphasis,
    FootnoteReference,
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
)
from woo.draft.walk import (
    by_note,
    first_line,
    is_high,
    marks_in,
    walk_inlines,
    with_marked_sections,
)
from woo.model.values import dataclass
from woo.pdf.making.places import place_mark
from woo.pdf.making.typesetting import Typst, typst_string

# Space that cannot be seen, and behind which a line may end. Without any width Typst drops it.
_MAY_BREAK = "#h(0.001pt)"
_COMMA = {True: "#super[,]", False: ""}  # between notes that touch
# A page may end behind any line of the paragraph.
_LOOSE = "#set text(costs: (orphan: 0%, widow: 0%))\n"
# Points; and how many letters fewer stand on a line of a table inside a list or quotation.
_TABLE_TEXT, _INDENT = 9.5, 4


@dataclass(slots=True)
class TypstWriter:
    """Writes one document: it remembers which footnotes have been set already."""

    footnotes: dict[int, Blocks]
    pictures: dict[str, Picture]
    breaks: frozenset[int] = frozenset()
    places: bool = False
    keep: frozenset[int] = frozenset()  # the paragraphs that stay with what comes behind them
    loose: frozenset[int] = frozenset()  # the notes whose paragraph or row may break anywhere
    _set: set[int] = field(default_factory=set)
    _broken: set[int] = field(default_factory=set)
    _widest: float = TEXT
    _depth: int = 0  # lists and quotations around what is being written
    _in_note: bool = False
    _block_name: str = "redacted"

    def field(self, one: KindField, content: Content, /) -> Typst:
        """Lines under each other; in the margin column shorter words are broken."""
        before, self._widest = self._widest, MARGIN if one.place == "margin" else FIELD
        written = Typst("#linebreak()".join(self.inlines(line) for line in content.lines))
        self._widest = before
        return written

    def rows(self, _one: KindField, content: Content, /) -> list[list[Typst]]:
        """The cells of a field that is a table."""
        return [[self.inlines(cell) for cell in row] for row in content.rows]

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self._depth += 1
        yield
        self._depth -= 1

    def inlines(self, inlines: Inlines) -> Typst:
        """Markup for a run of text."""
        written: list[str] = []
        before: Inline | None = None
        for one, near in by_note(inlines):
            made = self._inline(one)
            if isinstance(one, FootnoteReference) and before and self._is_cut(before):
                made = f"#box[{made}]"
            written.append(_COMMA[near] + made)
            before = one
        return Typst("".join(written))

    def _is_cut(self, inline: Inline) -> bool:
        """Whether it ends in a word with hyphens: the number of a note right behind it undoes them.

        To Typst that number is part of the word, and a word with digits gets none.
        """
        texts = [one.text for one in walk_inlines((inline,)) if isinstance(one, Text)]
        return bool(texts) and pieces(texts[-1], self._widest)[-1][1]

    def blocks(self, blocks: Blocks) -> Typst:
        """Markup for blocks, a blank line between them."""
        sections = [section for _, section in with_marked_sections(blocks)]
        runs: list[str] = []
        for is_turned, indexes in by_page(blocks):
            if is_turned or runs:  # here a page begins by itself
                self._broken.add(first_line(blocks[indexes[0]]))
            written: list[str] = []
            for index in indexes:
                before = self._break(first_line(blocks[index]))
                mark = self._mark() if sections[index] else ""
                written.append(before + mark + self._block(blocks[index]))
            run = "\n\n".join(written)
            runs.append(f"#turned[\n{run}\n]" if is_turned else run)
        return Typst("\n\n".join(runs))

    def _place(self, line: int) -> str:
        return place_mark("place", line) if self.places and line and not self._in_note else ""

    def _mark(self) -> str:
        """Says that a long text is marked here, so that its length is not told by a page break."""
        return place_mark("mark", 0) if self.places else ""

    def _break(self, line: int) -> str:
        """Fill the page up to its end: works inside a list too, where a page break does not."""
        if line not in self.breaks or line in self._broken:
            return ""
        self._broken.add(line)
        # In a block, the mark stays on the page that is filled up.
        end = f"#block(above: 0pt, below: 0pt, height: 0pt)[{place_mark('break', line)}]"
        return f"\n\n{end}#v(300mm)\n\n"

    def _inline(self, inline: Inline) -> str:  # noqa: C901, PLR0911 - one line per kind of node
        match inline:
            case Text(text=text):
                return self._text(text.replace("\n", " "))
            case Code(text=text):
                return _MAY_BREAK.join(
                    f"#raw({typst_string(piece)})" for piece, _ in pieces(text, self._widest)
                )
            case LineBreak():
                return "#linebreak()"
            case Emphasis(children=children):
                return f"#emph[{self.inlines(children)}]"
            case Strong(children=children):
                return f"#strong[{self.inlines(children)}]"
            case Link(url=url, children=children):
                return f"#link({typst_target(url)})[{self.inlines(children)}]"
            case Image(alt=alt, untrusted_path=path):
                return f"#box({typst_image(self.pictures[path], alt)})"
            case FootnoteReference(number=number):
                return self._footnote(number)
            case Marked(grounds=grounds, children=children):
                mark = self._mark() if is_high(children) else ""
                return f"{mark}#marked({typst_string(codes(grounds))})[{self.inlines(children)}]"
            case Redacted(grounds=grounds):
                return f"#{self._block_name}({typst_label(grounds)})"

    def _text(self, text: str) -> str:
        """A string literal, or more with places between them where a line may break."""
        return _MAY_BREAK.join(
            f"#text(hyphenate: true, {typst_string(piece)})" if whole else "#" + typst_string(piece)
            for piece, whole in pieces(text, self._widest)
        )

    def _footnote(self, number: int) -> str:
        label = f"<footnote-{number}>"
        if number in self._set:
            return f"#footnote({label})"
        self._set.add(number)
        # By these is seen where a note and its number come to stand.
        here = place_mark("number", number) if self.places else ""
        there = place_mark("note", number) if self.places else ""
        in_note, self._in_note = self._in_note, True
        text = self.blocks(self.footnotes[number])
        self._in_note = in_note
        return f'{here}#footnote[#" "{there}{text}]{label}'

    def _is_loose(self, inlines: Inlines) -> bool:
        return bool(self.loose) and any(
            isinstance(one, FootnoteReference) and one.number in self.loose
            for one in walk_inlines(inlines)
        )

    def _block(self, block: Block) -> str:  # noqa: PLR0911 - one line per kind of node
        match block:
            case Heading(level=level, shown=children):
                label = f"<{name(block.anchor)}>" if block.anchor else ""
                place = self._place(block.line)
                return f"#heading(level: {level})[{place}{self.inlines(children)}]{label}"
            case Paragraph():
                return self._paragraph(block)
            case ListBlock():
                return self._list(block)
            case Table():
                return self._table(block)
            case Quote(blocks=blocks):
                with self._deeper():
                    return f"#quote(block: true)[{self.blocks(blocks)}]"
            case CodeBlock(text=text):
                return f"#raw({typst_string(text)}, block: true)"
            case Divider():
                return "#divider()"
            case MarkedBlock(grounds=grounds, blocks=blocks):
                inner = self._mark() + self.blocks(blocks) + self._mark()
                return f"#marked-block({typst_string(codes(grounds))})[{inner}]"
            case RedactedBlock(grounds=grounds):
                return f"#redacted-block({typst_label(grounds)})"

    def _paragraph(self, block: Paragraph) -> str:
        text = self._place(block.line) + self.inlines(block.children)
        if self._is_loose(block.children):
            text = f"#[{_LOOSE}{text}]"
        kept = block.line in self.keep
        return f"#block(sticky: true)[{text}]" if kept else text

    def _list(self, block: ListBlock) -> str:
        after = [self._break(first_line(item[0])) if item else "" for item in block.items[1:]]
        with self._deeper():
            items = ", ".join(
                f"[{self.blocks(item)}{end}]"
                for item, end in zip(block.items, (*after, ""), strict=True)
            )
        match block.sign:
            case ListSign.BULLET:
                return f"#list({items})"
            case ListSign.NUMBER | ListSign.LETTER:
                sign = "1" if block.sign is ListSign.NUMBER else "a"
                numbering = typst_string(sign + block.closer)
                return f"#enum(numbering: numbers({numbering}), start: {block.start}, {items})"

    def _table(self, block: Table) -> str:
        alignments = "".join(f"{one}, " for one in block.alignments)
        made = table_columns(block, line_of(block) - _INDENT * self._depth)
        widths = made.columns
        most = MOST_LINES_TURNED if block.turned else MOST_LINES
        header = ", ".join(self._cells(block.header, widths, most))
        rows = "".join(f", {cell}" for row in block.rows for cell in self._cells(row, widths, most))
        columns = "".join(f"{one.width}, " for one in widths)
        many = ", inset: (x: 0.6mm, y: 1.4mm)" if len(widths) > MANY_COLUMNS else ""
        table = (
            f"#table(columns: ({columns}), align: ({alignments}){many}, "
            f"table.header({header}, under-header){rows})"
        )
        if made.size != 1:
            table = f"#[#show table: set text(size: {_TABLE_TEXT * made.size:.2f}pt)\n{table}]"
        whole = is_small(block, widths)
        return f"#block(breakable: false)[{table}]" if whole else table

    def _cells(self, row: tuple[Inlines, ...], columns: list[Column], most: int) -> list[str]:
        """Cells that do not go over to the next page, unless a row has more lines than ``most``."""
        breakable = any(
            column.lines(cell) > most or self._is_loose(cell)
            for cell, column in zip(row, columns, strict=True)
        )
        form = "table.cell(breakable: true)[{}]" if breakable else "[{}]"
        outside = self._block_name, self._widest
        self._block_name = "redacted-cell"
        found = []
        for cell, column in zip(row, columns, strict=True):
            self._widest = column.longest_word
            bare = "" if breakable else self._one_string(cell)
            before = _LOOSE if self._is_loose(cell) else ""
            if not bare and column.lines(cell) > 1 and any(marks_in(cell)):
                before += self._mark()
            found.append(bare or form.format(before + self.inlines(cell)))
        self._block_name, self._widest = outside
        return found

    def _one_string(self, cell: Inlines) -> str:
        """A cell that is nothing but a text: without brackets Typst reads it in half the time."""
        match cell:
            case (Text(text=text) as one,):
                written = self._inline(one)
                return written[1:] if written == f"#{typst_string(text)}" else ""
        return ""
