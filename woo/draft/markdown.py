"""Parse Markdown into the tree, with the author's marks in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from woo.draft import anchors, marks
from woo.draft.inline_reader import InlineReader
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

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

DEEPEST = 20

_FOOTNOTE_TEXT = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
_FOOTNOTE_PLACE = re.compile(r"\[\^([^\]\s]+)\](?!:)")


@dataclass(slots=True)
class Body:
    """The blocks of a text, its footnotes by number, and what is wrong with its marks."""

    blocks: Blocks = ()
    footnotes: dict[int, Blocks] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


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
    marks.span_rule(markdown)
    return markdown


def parse_markdown(text: str, first_line: int) -> Body:
    """The tree of ``text``; ``first_line`` is the line in the source where it begins."""
    from markdown_it.tree import SyntaxTreeNode

    known: dict[str, Any] = {}
    tokens = _markdown().parse(text, known)
    reader = _Reader(first_line)
    reader.check_footnotes(text, known.get("footnotes", {}).get("refs", {}))
    for token in tokens:
        if token.level > DEEPEST:
            line = first_line + (token.map[0] if token.map else 0)
            reader.problem(line, "De tekst is te diep genest.")
            return reader.body
    tree = SyntaxTreeNode(tokens)
    reader.find_headings(tree.children)
    reader.body.blocks = reader.blocks(tree.children)
    return reader.body


def parse_line(text: str, line: int) -> tuple[Inlines, list[Problem]]:
    """A value from the front matter: bare text in which only marks have a meaning."""
    from markdown_it.tree import SyntaxTreeNode

    reader = _Reader(line)
    (inline,) = SyntaxTreeNode(_marks_only().parseInline(text.strip())).children
    return reader.marked_whole(inline, line), reader.problems


@cache
def _marks_only() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("zero").enable("escape").disable("text_join")
    marks.span_rule(markdown)
    return markdown


class _Reader(InlineReader):
    """Turns syntax nodes into blocks."""

    def __init__(self, first_line: int) -> None:
        super().__init__()
        self.first_line = first_line
        self.body = Body(problems=self.problems)
        self.anchors: dict[int, int] = {}

    def blocks(self, nodes: "Sequence[SyntaxTreeNode]") -> Blocks:
        """Blocks in order; a paragraph that is only a mark goes for the block after it."""
        result: list[Block] = []
        waiting: tuple[Grounds, int] | None = None
        for node in nodes:
            if waiting is None and (written := _alone(node)):
                line = self.line(node)
                waiting = (self.grounds(written, line), line)
                continue
            block = self.block(node)
            if block is None:
                continue
            if waiting and isinstance(block, Heading):
                # Hiding the heading alone would leave the section that the author meant.
                self.problem(waiting[1], "Zet dit merkteken achter de kop: ## Kop {5.1.2e}.")
            result.append(MarkedBlock(waiting[0], (block,)) if waiting else block)
            waiting = None
        if waiting:
            self.problem(waiting[1], "Onder dit merkteken staat niets om te lakken.")
        return tuple(result)

    def find_headings(self, nodes: "Sequence[SyntaxTreeNode]") -> None:
        """Number the headings beforehand: a cross-reference may point ahead."""
        found = [node for node in nodes if node.type == "heading"]
        silent = _Reader(self.first_line)
        self.headings = anchors.slugs(plain(silent.heading(node).children) for node in found)
        self.anchors = {self.line(node): number for number, node in enumerate(found, 1)}

    def check_footnotes(self, text: str, texts: dict[str, int]) -> None:
        """Every footnote has a place in the text and every place has a footnote."""
        for match in _FOOTNOTE_TEXT.finditer(text):
            if texts.get(f":{match[1]}") == -1:
                line = self.first_line + text.count("\n", 0, match.start())
                self.problem(line, "Naar deze voetnoot wordt in de tekst niet verwezen.")
        for match in _FOOTNOTE_PLACE.finditer(text):
            if f":{match[1]}" not in texts:
                line = self.first_line + text.count("\n", 0, match.start())
                self.problem(line, "Deze voetnoot heeft geen tekst. Schrijf [^1]: tekst.")

    def line(self, node: "SyntaxTreeNode") -> int:
        return self.first_line + (node.map[0] if node.map else 0)

    def block(self, node: "SyntaxTreeNode") -> Block | None:  # noqa: PLR0911 - one per kind
        match node.type:
            case "heading":
                return self.heading(node)
            case "paragraph":
                return Paragraph(
                    self.marked_whole(node.children[0], self.line(node)), self.line(node)
                )
            case "bullet_list" | "ordered_list":
                items = tuple(self.item(child) for child in node.children)
                start = int(node.attrs.get("start", 1))
                return ListBlock(items, node.type == "ordered_list", start)
            case "table":
                return self.table(node)
            case "blockquote":
                return Quote(self.blocks(node.children))
            case "fence" | "code_block":
                return CodeBlock(node.content.rstrip("\n"), self.line(node))
            case "hr":
                return Divider()
            case "footnote_block":
                self.footnotes(node.children)
                return None
            case "footnote_anchor":
                return None
        raise AssertionError(node.type)

    def heading(self, node: "SyntaxTreeNode") -> Heading:
        line = self.line(node)
        if not node.children:
            return Heading(int(node.tag[1]), (), (), line)
        children, grounds = self.trailing(node.children[0], line)
        return Heading(int(node.tag[1]), children, grounds or (), line, self.anchors.get(line, 0))

    def marked_whole(self, node: "SyntaxTreeNode", line: int) -> Inlines:
        """The inlines of a block; all of them in one mark when the block ends with a mark."""
        children, grounds = self.trailing(node, line)
        if grounds is None:
            return children
        return (Marked(grounds, children, line),)

    def item(self, node: "SyntaxTreeNode") -> Blocks:
        """A mark on the first line of an item goes for the whole item, lists below included."""
        blocks = self.blocks(node.children)
        match blocks:
            case (Paragraph(children=(Marked(grounds=grounds, line=line),)), _, *_) if (
                node.children[0].type == "paragraph"
                and line
                and _is_trailing(node.children[0].children[0])
            ):
                return (MarkedBlock(grounds, blocks),)
        return blocks

    def table(self, node: "SyntaxTreeNode") -> Table:
        head, *bodies = node.children
        header = self.row(head.children[0])
        rows = tuple(self.row(row) for body in bodies for row in body.children)
        alignments = tuple(
            str(cell.attrs.get("style", "text-align:left")).removeprefix("text-align:")
            for cell in head.children[0].children
        )
        return Table(header, rows, alignments)

    def row(self, node: "SyntaxTreeNode") -> tuple[Inlines, ...]:
        line = self.line(node)
        return tuple(
            self.marked_whole(cell.children[0], line) if cell.children else ()
            for cell in node.children
        )

    def footnotes(self, nodes: "Iterable[SyntaxTreeNode]") -> None:
        for node in nodes:
            number = int(node.meta["id"]) + 1
            self.body.footnotes[number] = self.blocks(node.children)
            if not self.body.footnotes[number]:
                self.problem(self.line(node), "Deze voetnoot heeft geen tekst.")


def _alone(node: "SyntaxTreeNode") -> str | None:
    """What a paragraph of nothing but a mark says."""
    if node.type != "paragraph":
        return None
    match = marks.ALONE.match(node.children[0].content)
    return match[1] if match else None


def _is_trailing(node: "SyntaxTreeNode") -> bool:
    return bool(marks.TRAILING.search(node.content) or marks.LEADING.match(node.content))
