"""The parsed text of a source: blocks and inlines, the one form that every writer reads.

``Marked`` and ``MarkedBlock`` hold what the author marked with a ground. The public version holds
``Redacted`` and ``RedactedBlock`` instead: those know the grounds and nothing else.
"""

from dataclasses import field, replace
from enum import Enum

from woo.model.ground import Ground
from woo.model.values import dataclass

Grounds = tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Bare text; ``line`` and ``column`` count from 1 in the source.

    ``literal`` text was written with a backslash: it is never part of a mark.
    """

    text: str = field(repr=False)
    line: int = 0
    literal: bool = False
    column: int = 0

    def split(self, start: int, end: int | None = None) -> "Text":
        """The piece between these offsets. Text holds no line ends, so only the column moves."""
        return replace(self, text=self.text[start:end], column=self.column + start)


@dataclass(frozen=True, slots=True)
class Code:
    """Text in a fixed-width font."""

    text: str = field(repr=False)
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web page or e-mail address, or to a heading: ``#kop-3`` is that with anchor 3."""

    url: str = field(repr=False)
    children: "Inlines"
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; ``untrusted_path`` is as the author wrote it."""

    untrusted_path: str = field(repr=False)
    alt: str = field(repr=False)
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """The place of a footnote; ``number`` is the key in ``footnotes``."""

    number: int
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """Text that is not public."""

    grounds: Grounds
    children: "Inlines"
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Redacted:
    """The black block that took the place of ``Marked``."""

    grounds: Grounds


Inline = (
    Text | Code | LineBreak | Emphasis | Strong | Link | Image | FootnoteReference | Marked
) | Redacted
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``grounds`` are those of the whole section under it, whose heading stays.

    ``anchor`` is its number in the document, for cross-references; 0 when none can point to it.
    """

    level: int
    children: Inlines
    grounds: Grounds = ()
    line: int = 0
    anchor: int = 0
    column: int = 1

    @property
    def shown(self) -> Inlines:
        """The heading as the author sees it: with the grounds of its section as a mark."""
        return (Marked(self.grounds, self.children, self.line),) if self.grounds else self.children


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: Inlines
    line: int = 0
    column: int = 0


class ListSign(Enum):
    """What stands before the items of a list."""

    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; an item is a row of blocks.

    Numbers and letters count from ``start``: 2 is b. After each stands the ``closer``: ``.`` or
    ``)``.
    """

    items: tuple["Blocks", ...]
    sign: ListSign = ListSign.BULLET
    start: int = 1
    closer: str = "."


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. ``alignments`` per column: left, center or right.

    A table that is ``turned`` stands on pages that lie on their side.
    """

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    alignments: tuple[str, ...]
    line: int = 0
    column: int = 0
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Text in a fixed-width font that keeps its lines."""

    text: str = field(repr=False)
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Divider:
    """A horizontal line."""


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """Blocks that are not public."""

    grounds: Grounds
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class RedactedBlock:
    """The black block that took the place of ``MarkedBlock`` or a section."""

    grounds: Grounds


Block = (
    Heading | Paragraph | ListBlock | Table | Quote | CodeBlock | Divider | MarkedBlock
) | RedactedBlock
Blocks = tuple[Block, ...]


def codes(grounds: Grounds) -> str:
    """What is printed in a black block: the codes of its grounds."""
    return " ".join(ground.code for ground in grounds)


def spoken(grounds: Grounds) -> str:
    """What a screen reader says at a black block."""
    return f"gelakt, {codes(grounds)}"


def plain(inlines: Inlines) -> str:
    """The text without markup, for bookmarks, metadata and comparison."""
    match inlines:
        case (Text(text=text),):  # most cells of a table
            return " ".join(text.split())
    return " ".join("".join(map(_plain, inlines)).split())


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Code(text=text):
            return text
        case LineBreak():
            return " "
        case Emphasis() | Strong() | Link() | Marked():
            return "".join(_plain(child) for child in inline.children)
        case Redacted(grounds=grounds):
            return f"[{spoken(grounds)}]"
        case Image(alt=alt):
            return alt
        case FootnoteReference():
            return ""
