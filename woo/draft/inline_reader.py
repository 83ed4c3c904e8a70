"""Turn the inline part of a parsed Markdown text into the tree, marks included."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from woo.draft import anchors, marks
from woo.draft.tree import (
    Code,
    Emphasis,
    FootnoteReference,
    Grounds,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Marked,
    Strong,
    Text,
)
from woo.model.draft import Problem
from woo.text.nearest import did_you_mean

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


class InlineReader:
    """Reads runs of text and notes every mark that cannot be read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.headings: dict[str, int] = {}

    def problem(self, line: int, message: str) -> None:
        """Note that something is wrong."""
        self.problems.append(Problem(line, 1, message))

    def grounds(self, written: str, line: int) -> Grounds:
        """The grounds in a mark; none, and a problem noted, when they cannot be read."""
        try:
            return marks.read_grounds(written)
        except marks.MarkError as error:
            self.problem(line, str(error))
            return ()

    def trailing(self, node: "SyntaxTreeNode", line: int) -> tuple[Inlines, Grounds | None]:
        """The inlines without the mark at their end or beginning, and its grounds."""
        children = list(self.inlines(node.children, line))
        if children and isinstance(children[-1], Text) and not children[-1].literal:
            last = children[-1]
            if match := marks.TRAILING.search(last.text):
                children[-1] = Text(last.text[: match.start()], last.line)
                return _without_empty(children), self.grounds(match[1], last.line)
        if children and isinstance(children[0], Text) and not children[0].literal:
            first = children[0]
            if match := marks.LEADING.match(first.text):
                children[0] = Text(first.text[match.end() :], first.line)
                return _without_empty(children), self.grounds(match[1], first.line)
            if (match := marks.ALONE.match(first.text)) and children[1:2] == [Text("\n", 0)]:
                return _without_empty(children[2:]), self.grounds(match[1], first.line)
        return tuple(children), None

    def inlines(self, nodes: "Iterable[SyntaxTreeNode]", line: int) -> Inlines:
        """Inlines in order. A soft break is a Text of one newline: writers show it as a space."""
        result: list[Inline] = []
        for node in nodes:
            if node.type in {"softbreak", "hardbreak"}:
                line += 1
            if node.type == "text" and result and not isinstance(result[-1], Text):
                self.attach(result, node.content, line)
            elif (inline := self.inline(node, line)) is not None:
                result.append(inline)
        return tuple(result)

    def attach(self, result: list[Inline], text: str, line: int) -> None:
        """A mark right behind a link, image or bold text goes for that."""
        if match := marks.ATTACHED.match(text):
            result[-1] = Marked(self.grounds(match[1], line), (result[-1],), line)
            text = text[match.end() :]
        if text:
            result.append(Text(text, line))

    def inline(  # noqa: C901, PLR0911 - one line per kind of node
        self, node: "SyntaxTreeNode", line: int
    ) -> Inline | None:
        """One inline; None for what shows nothing."""
        match node.type:
            case "text":
                return Text(node.content, line) if node.content else None
            case "text_special":
                return Text(node.content, line, literal=True)
            case "softbreak":
                return Text("\n")
            case "hardbreak":
                return LineBreak()
            case "code_inline":
                return Code(node.content, line)
            case "em":
                return Emphasis(self.inlines(node.children, line))
            case "strong":
                return Strong(self.inlines(node.children, line))
            case "link":
                return self.link(node, line)
            case "image":
                return Image(str(node.attrs["src"]), node.content, line)
            case "footnote_ref":
                return FootnoteReference(int(node.meta["id"]) + 1, line)
            case "footnote_anchor":
                return None
            case "mark":
                grounds = self.grounds(str(node.meta["written"]), line)
                return Marked(grounds, self.inlines(node.children, line), line)
        raise AssertionError(node.type)

    def link(self, node: "SyntaxTreeNode", line: int) -> Link:
        """A link; one to a heading of this document gets the number of that heading."""
        url = str(node.attrs.get("href", ""))
        if anchors.is_inside(url):
            name = anchors.written_slug(url)
            if name not in self.headings:
                message = "Deze kop is er niet."
                self.problem(line, did_you_mean(message, name, list(self.headings)))
            url = anchors.address(self.headings.get(name, 0))
        return Link(url, self.inlines(node.children, line), line)


def _without_empty(children: Sequence[Inline]) -> Inlines:
    return tuple(child for child in children if not isinstance(child, Text) or child.text)
