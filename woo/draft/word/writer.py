"""Write the tree as WordprocessingML, with Word's own styles, lists, tables and footnotes."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from markupsafe import Markup

from woo.draft.anchors import anchor_in
from woo.draft.draft import Content
from woo.draft.kinds import KindField
from woo.draft.layout.turned import by_page
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
)
from woo.draft.walk import by_note
from woo.draft.word import forms
from woo.draft.word import runs as word
from woo.draft.word.parts import Store, drawing
from woo.draft.word.runs import Form
from woo.draft.word.sections import on_its_side
from woo.draft.word.tables import table

NOTE_STYLE = "Voetnoottekst"
_NOTHING = word.NOTHING
_BREAK = Markup("<w:br/>")


class DocxWriter:
    """Writes one document: it remembers footnotes, pictures, lists, links and styles."""

    def __init__(
        self,
        footnotes: dict[int, Blocks],
        pictures: dict[str, Picture],
        *,
        public: bool,
        keep: frozenset[int] = frozenset(),
    ) -> None:
        self.footnotes = footnotes
        self.pictures = pictures
        self.public = public
        self.keep = keep  # the paragraphs that stay with what comes behind them
        self.store = Store()
        self._relations = self.store.document
        self._style = "Standaard"
        self._outer = Form()
        self._room: float | None = None  # in a cell: points
        self._bullets = 0  # bulleted lists around what is being written

    # Fields

    def formed(self, lines: tuple[Inlines, ...], form: Form) -> Markup:
        """Lines under each other, in one paragraph."""
        return word.run(_BREAK, Form()).join(self._run(line, form) for line in lines)

    def field(self, one: KindField, content: Content, /) -> Markup:
        """The value of a field; its style says which field it is. Word breaks long words itself."""
        return self.formed(content.lines, Form(field=one.name))

    def rows(self, one: KindField, content: Content, /) -> list[list[Markup]]:
        """The cells of a field that is a table, each in the style of its column."""
        return [
            [
                self._run(cell, Form(field=f"{one.name}.{column}"))
                for column, cell in zip(one.all_columns, row, strict=True)
            ]
            for row in content.rows
        ]

    # Text

    def inlines(self, inlines: Inlines) -> Markup:
        """Runs of text."""
        return self._run(inlines, self._outer)

    def _cell(self, inlines: Inlines, room: float) -> Markup:
        self._room = room
        runs = self.inlines(inlines)
        self._room = None
        return runs

    def _run(self, inlines: Inlines, form: Form) -> Markup:
        return _NOTHING.join(
            (forms.BETWEEN_NOTES if touches else _NOTHING) + self._inline(inline, form)
            for inline, touches in by_note(inlines)
        )

    def _inline(  # noqa: C901, PLR0911 - one line per kind of node
        self, inline: Inline, form: Form
    ) -> Markup:
        match inline:
            case Text(text=text):
                return word.run(word.text(text), self._used(form))
            case Code(text=text):
                return word.run(word.text(text), self._used(replace(form, code=True)))
            case LineBreak():
                return word.run(_BREAK, self._used(form))
            case Emphasis(children=children):
                return self._run(children, replace(form, italic=True))
            case Strong(children=children):
                return self._run(children, replace(form, bold=True))
            case Link(url=url, children=children):
                return self._link(url, self._run(children, replace(form, link=True)))
            case Image():
                return word.run(self._picture(inline), self._used(form))
            case FootnoteReference(number=number):
                return self._refer(number, form)
            case Marked(grounds=grounds, children=children):
                inner = replace(form, grounds=forms.union(form.grounds, grounds))
                runs = self._run(children, inner) + forms.code_of(grounds)
                return runs if form.field else self._bookmarked(runs)
            case Redacted(grounds=grounds):
                return forms.black(grounds, narrow=self._room is not None)

    def _bookmarked(self, runs: Markup) -> Markup:
        """A second sign beside the style: LibreOffice drops styles inside links and at notes."""
        number = self.store.next_id()
        return word.around(runs, number, f"{forms.MARK_BOOKMARK}{number}")

    def _link(self, url: str, shown: Markup) -> Markup:
        """To an address, or to the bookmark at a heading of this document."""
        anchor = anchor_in(url)
        if anchor is not None:
            form = Markup('<w:hyperlink w:anchor="{}">{}</w:hyperlink>')
            return form.format(forms.heading_bookmark(anchor), shown)
        form = Markup('<w:hyperlink r:id="{}">{}</w:hyperlink>')
        return form.format(self._relations.link(url), shown)

    def _used(self, form: Form) -> Form:
        self.store.styles.add(form.style)
        return form

    def _refer(self, number: int, form: Form) -> Markup:
        """The number of a note; a second time a field that points to the same number."""
        known = number in self.store.notes
        note_id = self.store.note_id(number)
        bookmark = f"_RefVoetnoot{note_id}"
        if known:
            style = word.style_id(form.style) or word.NOTE_MARK
            return word.field_code(f"NOTEREF {bookmark} \\h", str(note_id), style)
        self.store.notes[number] = self._note(note_id, self.footnotes[number])
        mark = Markup('<w:footnoteReference w:id="{}"/>').format(note_id)
        made = word.run(mark, self._used(replace(form, raised=True)))
        return word.around(made, self.store.next_id(), bookmark)

    def _note(self, note_id: int, blocks: Blocks) -> Markup:
        """A note is a text of its own, with links of its own."""
        before = (self._relations, self._style, self._outer, self._bullets)
        self._relations, self._style, self._outer = self.store.footnotes, NOTE_STYLE, Form()
        self._bullets = 0
        text = self.blocks(blocks)
        self._relations, self._style, self._outer, self._bullets = before
        mark = word.run(Markup("<w:footnoteRef/>"), Form(raised=True)) + word.run(
            word.text(" "), Form()
        )
        if not text.startswith("<w:p>"):
            text = word.paragraph(_NOTHING, NOTE_STYLE) + text
        at = text.find("</w:pPr>") + len("</w:pPr>")
        whole = word.inserted(text, at, mark)
        return Markup('<w:footnote w:id="{}">{}</w:footnote>').format(note_id, whole)

    def _picture(self, image: Image) -> Markup:
        picture = self.pictures[image.untrusted_path]
        name = picture.name if self.public else image.untrusted_path
        target = self._relations.picture(picture)
        width = min(picture.width_points, self._room or picture.width_points)
        shown = replace(picture, width_points=width)
        return drawing(shown, target, name, image.alt, self.store.next_id())

    # Blocks

    def blocks(self, blocks: Blocks, depth: int = 0) -> Markup:
        """Paragraphs and tables; ``depth`` counts the lists around them."""
        written = [self._block(block, depth) for block in blocks]
        for number, (block, following) in enumerate(pairwise(blocks)):
            if forms.ends_black(block) and forms.begins_black(following):
                written[number] += forms.GAP
        runs = [
            (is_turned, _NOTHING.join(written[index] for index in indexes))
            for is_turned, indexes in by_page(blocks)
        ]
        return _NOTHING.join(on_its_side(run) if is_turned else run for is_turned, run in runs)

    def _block(self, block: Block, depth: int) -> Markup:  # noqa: PLR0911 - one per kind
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block, depth)
            case ListBlock():
                return self._list(block, depth)
            case Table():
                return table(block, self._cell, depth)
            case Quote(blocks=inner):
                return self._quote(inner, depth)
            case MarkedBlock(grounds=grounds, blocks=inner):
                return self._marked(grounds, depth, lambda: self.blocks(inner, depth))
            case RedactedBlock(grounds=grounds):
                return word.paragraph(forms.black(grounds), "Gelaktonderdeel", forms.indent(depth))
            case CodeBlock(text=text):
                lines = _BREAK.join(word.text(line) for line in text.split("\n"))
                form = self._used(replace(self._outer, code=True))
                style = "HTML-voorafopgemaakt"
                return word.paragraph(word.run(lines, form), style, forms.indent(depth))
            case Divider():
                return word.paragraph(_NOTHING, "Lijn")

    def _paragraph(self, block: Paragraph, depth: int) -> Markup:
        kept = block.line in self.keep
        inset = forms.indent(depth, forms.QUOTE_INSET) if self._style == "Citaat" else _NOTHING
        more = (forms.KEPT if kept else _NOTHING) + inset
        return word.paragraph(self.inlines(block.children), self._text_style(depth), more)

    def _heading(self, block: Heading) -> Markup:
        grounds = forms.union(self._outer.grounds, block.grounds)
        form = replace(self._outer, grounds=grounds, section=True) if block.grounds else self._outer
        runs = self._run(block.children, form)
        if block.grounds:
            runs += forms.code_of(block.grounds)
        if block.anchor:
            runs = word.around(runs, self.store.next_id(), forms.heading_bookmark(block.anchor))
        return word.paragraph(runs, f"Kop{block.level}")

    def _text_style(self, depth: int) -> str:
        if not depth or self._style != "Standaard":
            return self._style
        return forms.numbered("Lijstvoortzetting", depth)

    def _quote(self, blocks: Blocks, depth: int) -> Markup:
        before, self._style = self._style, "Citaat"
        inner = self.blocks(blocks, depth)
        self._style = before
        return self._contained("citaat", depth, inner)

    def _marked(self, grounds: Grounds, depth: int, write: Callable[[], Markup]) -> Markup:
        """What ``write`` gives, in the style of the grounds, and a line that names them."""
        before = self._outer
        self._outer = replace(before, grounds=forms.union(before.grounds, grounds))
        inner = write()
        self._outer = before
        line = word.paragraph(forms.code_of(grounds), "Grondregel", forms.indent(depth))
        return self._contained("blok", depth, inner + line)

    def _contained(self, kind: str, depth: int, content: Markup) -> Markup:
        """A bookmark round paragraphs that belong together, for who reads the file back."""
        number = self.store.next_id()
        return word.around(content, number, f"woo_{kind}_{depth}_{number}") if content else content

    def _list(self, block: ListBlock, depth: int) -> Markup:
        number = self.store.list_number(min(depth, forms.DEEPEST_LEVEL), block, self._bullets)
        is_bulleted = block.sign is ListSign.BULLET
        style = "Lijstopsomteken" if is_bulleted else "Lijstnummering"
        item = forms.item_form(forms.numbered(style, depth + 1), depth, number)
        self._bullets += is_bulleted
        items = [self._item(blocks, depth + 1, item) for blocks in block.items]
        self._bullets -= is_bulleted
        return _NOTHING.join(items)

    def _item(self, blocks: Blocks, depth: int, item: Callable[[Markup], Markup]) -> Markup:
        """The first paragraph carries the bullet; one is made when the item begins otherwise."""
        match blocks:
            case (Paragraph(children=children), *rest):
                return item(self.inlines(children)) + self.blocks(tuple(rest), depth)
            case (RedactedBlock(grounds=grounds), *rest):
                return item(forms.black(grounds)) + self.blocks(tuple(rest), depth)
            case (MarkedBlock(grounds=grounds, blocks=(Paragraph() as first, *inner)), *rest):
                return self._marked(
                    grounds,
                    depth,
                    lambda: item(self.inlines(first.children)) + self.blocks(tuple(inner), depth),
                ) + self.blocks(tuple(rest), depth)
        return item(_NOTHING) + self.blocks(blocks, depth)
