"""Turn the inline part of a parsed Markdown text into the tree, marks included."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from woo.draft import anchors
from woo.draft.reading import marks
from woo.draft.reading.places import Place, Places
from woo.draft.reading.syntax import Node
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
from woo.model.draft import Problem, Severity
from woo.text.nearest import did_you_mean

if TYPE_CHECKING:
    import re


class InlineReader:
    """Reads runs of text and notes every mark that cannot be read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.headings: dict[str, int] = {}
        self.numbered_headings: dict[str, int] = {}

    def problem(self, place: Place, message: str) -> None:
        """Note that something is wrong."""
        self.problems.append(Problem(*place, message))

    def hint(self, place: Place, message: str) -> None:
        """Note what may not be meant."""
        self.problems.append(Problem(*place, message, Severity.HINT))

    def grounds(self, written: str, place: Place) -> Grounds:
        """The grounds in a mark; none, and a problem noted, when they cannot be read."""
        try:
            return marks.read_grounds(written)
        except marks.MarkError as error:
            self.problem(place, str(error))
            return ()

    def trailing(self, node: Node, places: Places) -> tuple[Inlines, Grounds | None]:
        """The inlines without the mark at their end or beginning, and its grounds."""
        children = list(self.inlines(node.children, places))
        last = _bare(children[-1:])
        if last and (match := marks.TRAILING.search(last.text)):
            children[-1] = rest = last.split(0, match.start())
            if before := marks.TRAILING.search(rest.text):
                children[-1] = rest.split(0, before.start())
                self.problem(_inside(rest, before), marks.TWICE)
            return _without_empty(children), self.grounds(match[1], _inside(last, match))
        first = _bare(children[:1])
        if first and (match := marks.LEADING.match(first.text)):
            children[0] = first.split(match.end())
            return _without_empty(children), self.grounds(match[1], _inside(first, match))
        if first and (match := marks.ALONE.match(first.text)) and children[1:2] == [Text("\n", 0)]:
            return _without_empty(children[2:]), self.grounds(match[1], _inside(first, match))
        return tuple(children), None

    def marked_whole(self, node: Node, places: Places) -> Inlines:
        """The inlines of a block; all of them in one mark when the block ends with a mark."""
        children, grounds = self.trailing(node, places)
        if grounds is None:
            return children
        self.check_filled(children, places.at(0))
        return (Marked(grounds, children, *places.at(0)),)

    def check_filled(self, children: Inlines, place: Place) -> None:
        """A mark round nothing would be a black block where nothing is hidden."""
        if all(isinstance(one, Text) and not one.text.strip() for one in children):
            self.problem(place, marks.EMPTY)

    def inlines(self, nodes: Iterable[Node], places: Places) -> Inlines:
        """Inlines in order. A soft break is a Text of one newline: writers show it as a space."""
        result: list[Inline] = []
        for node in nodes:
            line, column = places.at(node.map[0] if node.map else 0)
            if node.type == "text" and result and not isinstance(result[-1], Text):
                self.attach(result, Text(node.content, line, column=column))
            elif (inline := self.inline(node, places, (line, column))) is not None:
                result.append(inline)
        return tuple(result)

    def attach(self, result: list[Inline], text: Text) -> None:
        """A mark right behind a link, image or bold text goes for that; there can be only one."""
        is_told = False
        while match := marks.ATTACHED.match(text.text):
            place = _inside(text, match)
            grounds = self.grounds(match[1], place)
            if not isinstance(result[-1], Marked):
                result[-1] = Marked(grounds, (result[-1],), text.line, text.column)
            elif not is_told:
                self.problem(place, marks.TWICE)
                is_told = True
            text = text.split(match.end())
        if text.text:
            result.append(text)

    def inline(  # noqa: C901, PLR0911 - one line per kind of node
        self, node: Node, places: Places, place: Place
    ) -> Inline | None:
        """One inline; None for what shows nothing."""
        line, column = place
        match node.type:
            case "text":
                return Text(node.content, line, column=column) if node.content else None
            case "text_special":
                return Text(node.content, line, literal=True, column=column)
            case "softbreak":
                return Text("\n")
            case "hardbreak":
                return LineBreak()
            case "code_inline":
                return Code(node.content, line, column)
            case "em":
                return Emphasis(self.inlines(node.children, places))
            case "strong":
                return Strong(self.inlines(node.children, places))
            case "link":
                return self.link(node, places, place)
            case "image":
                self.check_title(node, place)
                return Image(str(node.attrs["src"]), node.content, line, column)
            case "footnote_ref":
                return FootnoteReference(int(node.meta["id"]) + 1, line, column)
            case "footnote_anchor":
                return None
            case "mark":
                written = places.at(int(node.meta["at"]))
                grounds = self.grounds(str(node.meta["written"]), written)
                children = self.inlines(node.children, places)
                self.check_filled(children, place)
                return Marked(grounds, children, line, column)
        raise AssertionError(node.type)

    def check_title(self, node: Node, place: Place) -> None:
        """Who adds ``"titel"`` behind an address means it to be read; no format shows it."""
        if node.attrs.get("title"):
            self.hint(place, "Wat tussen quotes achter het adres staat, komt niet in het stuk.")

    def link(self, node: Node, places: Places, place: Place) -> Link:
        """A link; one to a heading of this document gets the number of that heading."""
        url = str(node.attrs.get("href", ""))
        self.check_title(node, place)
        if anchors.is_inside(url):
            name = anchors.written_slug(url)
            number = self.headings.get(name) or self.numbered_headings.get(name, 0)
            if name == anchors.ATTACHMENTS_NAME:
                number = number or anchors.ATTACHMENTS
            if not number:
                self.problem(place, _no_heading(name, list(self.headings)))
            url = anchors.address(number)
        return Link(url, self.inlines(node.children, places), *place)


def _bare(one: Sequence[Inline]) -> Text | None:
    """The text in a sequence of one, when a mark may stand in it."""
    if one and isinstance(one[0], Text) and not one[0].literal and "{" in one[0].text:
        return one[0]
    return None


def _inside(text: Text, match: "re.Match[str]") -> Place:
    """Where the grounds of a mark are written."""
    return text.line, text.column + match.start(1)


def _without_empty(children: Sequence[Inline]) -> Inlines:
    return tuple(child for child in children if not isinstance(child, Text) or child.text)


def _no_heading(name: str, headings: list[str]) -> str:
    if not headings:
        return "Deze kop is er niet: het stuk heeft geen koppen."
    return did_you_mean("Deze kop is er niet.", name, headings)
