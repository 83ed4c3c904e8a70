"""Parse Markdown into the tree, with the author's marks in it."""

from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING, Any

from woo.draft import anchors
from woo.draft.reading import marks
from woo.draft.reading.depth import DEEPEST, first_too_deep, without_deep
from woo.draft.reading.footnote_places import check_footnotes, footnote_place
from woo.draft.reading.inline_reader import InlineReader
from woo.draft.reading.lettered_lists import lettered_list_rule, list_block
from woo.draft.reading.partial_marks import alone, among_others, in_item
from woo.draft.reading.places import Place, Places, content_places
from woo.draft.reading.positions import TOO_LONG, note_positions
from woo.draft.reading.surprises import (
    INDENTED,
    RUN_ON,
    lost_addresses,
    lost_headings,
    renumbered,
    run_on,
    unclosed,
)
from woo.draft.reading.syntax import Node, nodes_of
from woo.draft.reading.table_rows import (
    BREAK,
    WrittenRow,
    header_problems,
    row_problem,
    with_breaks,
    written_row,
)
from woo.draft.tree import (
    Block,
    Blocks,
    CodeBlock,
    Divider,
    Grounds,
    Heading,
    Inlines,
    ListBlock,
    Marked,
    MarkedBlock,
    Paragraph,
    Quote,
    Table,
    plain,
)
from woo.model.draft import Problem
from woo.model.values import dataclass

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_TOO_DEEP = "De tekst is te diep genest. Zet minder lijsten of citaten in elkaar."
# How deep a row stands in a table that stands in nothing else.
_ROW_LEVEL = 2


@dataclass(slots=True)
class Body:
    """The blocks of a text, its footnotes by number, and what is wrong with its marks.

    ``code`` has the lines of each block of code, as they count in the source. ``unclosed`` is a
    block of code that takes all that follows along.
    """

    blocks: Blocks = ()
    footnotes: dict[int, Blocks] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    code: list[range] = field(default_factory=list)
    unclosed: Problem | None = None


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    # Deeper than DEEPEST is refused; the parser itself must look further to see that it is there.
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 4 * DEEPEST})
    # Without text_join a character written with a backslash stays apart from the text around it.
    markdown.enable("table").disable("text_join").use(footnote_plugin, inline=False)
    # A web address that is refused must be reported, not silently turned into text.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    lettered_list_rule(markdown)
    marks.span_rule(markdown)
    note_positions(markdown)
    return markdown


def parse_markdown(text: str, first_line: int) -> Body:
    """The tree of ``text``; ``first_line`` is the line in the source where it begins."""
    known: dict[str, Any] = {}
    tokens = _markdown().parse(text, known)
    reader = _Reader(text.split("\n"), first_line)
    refs = known.get("footnotes", {}).get("refs", {})
    reader.problems.extend(check_footnotes(text, first_line, refs))
    for number in known.get(TOO_LONG, ()):
        reader.problem((first_line + number, 1), "Deze alinea is te lang. Maak er meer van.")
    for number, message in lost_addresses(known, text):
        reader.problem((first_line + number, 1), message)
    if (deep := first_too_deep(tokens)) is not None:
        reader.problem((first_line + deep, 1), _TOO_DEEP)
        tokens = list(without_deep(tokens))
    nodes = nodes_of(tokens)
    reader.find_headings(nodes)
    reader.body.blocks = reader.blocks(nodes)
    return reader.body


class _Reader(InlineReader):
    """Turns syntax nodes into blocks."""

    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        super().__init__()
        self.lines = lines
        self.first_line = first_line
        self.body = Body(problems=self.problems)
        self.anchors: dict[int, int] = {}

    def blocks(self, nodes: Sequence[Node]) -> Blocks:
        """Blocks in order; a paragraph that is only a mark goes for the block after it."""
        result: list[Block] = []
        waiting: tuple[Grounds, Place] | None = None
        for node in nodes:
            if written := alone(node):
                place = self.places(node.children[0]).at(0)
                if waiting:
                    self.problem(place, marks.TWICE)
                waiting = (self.grounds(written, place), place)
                if node is not nodes[0] and self.touches_what_is_above(node):
                    self.problem(place, marks.TOUCHES)
                continue
            block = self.block(node)
            if block is None:
                continue
            if waiting:
                grounds, place = waiting
                self.judge_mark(place, result[-1:], block)
                if not isinstance(block, Heading):  # else its section would seem to be lost
                    block = MarkedBlock(grounds, (block,))
                waiting = None
            result.append(block)
        if waiting:
            self.problem(waiting[1], marks.EMPTY)
        return tuple(result)

    def judge_mark(self, place: Place, above: Sequence[Block], below: Block) -> None:
        """Say where a mark on a line of its own does not do, or may not, what the author meant."""
        if isinstance(below, Heading):
            # Hiding the heading alone would leave the section that the author meant.
            self.problem(place, "Zet dit merkteken achter de kop: ## Kop {5.1.2e}.")
        elif isinstance(below, Paragraph) and above and not isinstance(above[0], Heading):
            self.hint(place, marks.BETWEEN)

    def touches_what_is_above(self, node: Node) -> bool:
        """Tell whether no empty line stands above: what was meant could be above or below."""
        above = (node.map[0] if node.map else 0) - 1
        return above >= 0 and bool(self.lines[above].strip(" \t>"))

    def find_headings(self, nodes: Sequence[Node]) -> None:
        """Number the headings beforehand: a cross-reference may point ahead."""
        found = [node for node in nodes if node.type == "heading"]
        silent = _Reader(self.lines, self.first_line)
        titles = [plain(silent.heading(node).children) for node in found]
        self.headings = anchors.slugs(titles)
        self.numbered_headings = anchors.numbered_names(titles)
        self.anchors = {self.place(node)[0]: number for number, node in enumerate(found, 1)}

    def place(self, node: Node) -> Place:
        """Where a block begins; one without a line of its own counts as at the top."""
        number = node.map[0] if node.map else 0
        raw = self.lines[number]
        return self.first_line + number, len(raw) - len(raw.lstrip(" \t")) + 1

    def places(self, node: Node) -> Places:
        """Where the text of a paragraph or heading stands."""
        first, last = node.map or (0, 1)
        return content_places(node.content, self.lines[first:last], self.first_line + first)

    def block(self, node: Node) -> Block | None:  # noqa: PLR0911 - one per kind
        match node.type:
            case "heading":
                return self.heading(node)
            case "paragraph":
                return self.paragraph(node)
            case "bullet_list" | "ordered_list":
                return self.read_list(node)
            case "table":
                return self.table(node)
            case "blockquote":
                return Quote(self.together(node))
            case "fence" | "code_block":
                return self.code(node)
            case "hr":
                return Divider()
            case "footnote_block":
                self.footnotes(node.children)
                return None
            case "footnote_anchor":
                return None
        raise AssertionError(node.type)

    def paragraph(self, node: Node) -> Paragraph:
        for number, column, message in lost_headings(node, self.lines):
            self.problem((self.first_line + number, column), message)
        places = self.places(node.children[0])
        return Paragraph(self.marked_whole(node.children[0], places), *places.at(0))

    def heading(self, node: Node) -> Heading:
        line, column = self.place(node)
        if node.markup.startswith("#"):
            column = self.lines[line - self.first_line].find(node.markup) + 1
        level, anchor = int(node.tag[1]), self.anchors.get(line, 0)
        if not node.children:
            return Heading(level, (), (), line, anchor, column)
        children, grounds = self.trailing(node.children[0], self.places(node.children[0]))
        return Heading(level, children, grounds or (), line, anchor, column)

    def read_list(self, node: Node) -> ListBlock:
        if node.type == "ordered_list" and (found := renumbered(node.children)):
            item, message = found
            self.hint(self.place(item), message)
        for number in run_on(node, self.lines):
            self.hint((self.first_line + number, 1), RUN_ON)
        return list_block(node, tuple(self.item(child) for child in node.children))

    def code(self, node: Node) -> CodeBlock:
        place = self.place(node)
        first, end = node.map or (0, 1)
        self.body.code.append(range(self.first_line + first, self.first_line + end))
        if node.type == "code_block":
            self.hint(place, INDENTED)
        elif message := unclosed(node, self.lines):
            self.problem(place, message)
            if not node.inside:
                self.body.unclosed = Problem(*place, message)
        return CodeBlock(node.content.rstrip("\n"), *place)

    def item(self, node: Node) -> Blocks:
        """A mark on the first line of an item goes for the whole item, lists below included."""
        blocks = self.blocks(node.children)
        match blocks:
            case (Paragraph(children=(Marked(grounds=grounds, line=line),)), _, *_) if (
                node.children[0].type == "paragraph"
                and line
                and marks.is_for_all(node.children[0].children[0].content)
            ):
                return (MarkedBlock(grounds, blocks),)
        self.problems.extend(in_item(node, blocks))
        return blocks

    def together(self, node: Node) -> Blocks:
        """A quotation or a note: a mark goes for the paragraph that it ends, not for all."""
        blocks = self.blocks(node.children)
        self.problems.extend(among_others(blocks))
        return blocks

    def table(self, node: Node) -> Table:
        head, *bodies = node.children
        written, header = self.row(head.children[0])
        self.problems.extend(header_problems(written, header))
        rows = []
        for row_node in (row for body in bodies for row in body.children):
            row, cells = self.row(row_node)
            rows.append(cells)
            if row.is_only(marks.ALONE):
                self.problem(row.place(), marks.TOUCHES)
            elif message := row_problem(row, len(header)):
                self.problem(row.place(), message)
        alignments = tuple(
            str(cell.attrs.get("style", "text-align:left")).removeprefix("text-align:")
            for cell in head.children[0].children
        )
        return Table(header, tuple(rows), alignments, *written.place())

    def row(self, node: Node) -> tuple[WrittenRow, tuple[Inlines, ...]]:
        number = node.map[0] if node.map else 0
        nested = node.level > _ROW_LEVEL
        row = written_row(self.lines[number], self.first_line + number, nested=nested)
        cells = tuple(
            self.marked_whole(cell.children[0], row.places(index)) if cell.children else ()
            for index, cell in enumerate(node.children)
        )
        return row, tuple(map(with_breaks, cells)) if BREAK.search(self.lines[number]) else cells

    def footnotes(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            number = int(node.meta["id"]) + 1
            self.body.footnotes[number] = self.together(node)
            if not self.body.footnotes[number]:
                number, column = footnote_place(self.lines, str(node.meta["label"]))
                place = self.first_line + number, column
                self.problem(place, "Deze voetnoot heeft geen tekst.")
