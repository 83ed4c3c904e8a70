"""What paragraphs of Word have in common: styles by depth, indents, codes, black blocks."""

from collections.abc import Callable

from markupsafe import Markup

from woo.draft.anchors import name
from woo.draft.tree import Block, Grounds, ListBlock, Quote, RedactedBlock, codes, spoken
from woo.draft.word import runs as word

# Word's built-in list styles go five deep; deeper lists have a level and no style of their own.
DEEPEST_STYLE = 5
DEEPEST_LEVEL = 8
# Twentieths of a point: a level of a list; a quote beside its line.
STEP, QUOTE_INSET = 360, 227
# A paragraph that is hardly there, between what Word would join: two tables, two black areas.
GAP = word.paragraph(word.NOTHING, "Natabel")
# A line may end here: nothing is seen of it.
MAY_BREAK = "\N{ZERO WIDTH SPACE}"
# Between the numbers of two notes that touch.
BETWEEN_NOTES = word.run(word.text(","), word.Form(raised=True))
# On the page of the next paragraph.
KEPT = Markup("<w:keepNext/>")
MARK_BOOKMARK = "woo_lak_"  # how the name of the bookmark at a mark begins


def heading_bookmark(anchor: int) -> str:
    """The bookmark at the heading with this number; Word allows no dash in a name."""
    return name(anchor).replace("-", "_")


def item_form(style: str, depth: int, number: int) -> Callable[[Markup], Markup]:
    """How an item of a list is written: its style, its level and the list it is in."""
    more = Markup('<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>').format(
        min(depth, DEEPEST_LEVEL), number
    )
    return lambda runs: word.paragraph(runs, style, more)


def numbered(style: str, depth: int) -> str:
    """``Lijstopsomteken``, ``Lijstopsomteken2`` and so on."""
    level = min(depth, DEEPEST_STYLE)
    return style if level == 1 else f"{style}{level}"


def indent(depth: int, more: int = 0) -> Markup:
    """Where the text of a list this deep begins."""
    if not depth:
        return word.NOTHING
    return Markup('<w:ind w:left="{}"/>').format(STEP * depth + more)


def code_of(grounds: Grounds) -> Markup:
    """The codes of a mark, printed behind it; in a narrow column below its last word."""
    return word.styled(f"{MAY_BREAK}{codes(grounds)}", word.GROUND_CODE)


def black(grounds: Grounds, *, narrow: bool = False) -> Markup:
    """White text on black: nothing but the code, so its width says nothing.

    It stays on one line, but for a ``narrow`` place such as a cell: there it would be cut anywhere.
    """
    said = spoken(grounds)
    return word.styled(said if narrow else said.replace(" ", "\N{NO-BREAK SPACE}"), word.BLACK)


def begins_black(block: Block) -> bool:
    """Whether it begins with a black area as wide as the text."""
    match block:
        case RedactedBlock() | Quote(blocks=(RedactedBlock(), *_)):
            return True
    return False


def ends_black(block: Block) -> bool:
    """Whether it ends with a black area as wide as the text."""
    match block:
        case RedactedBlock():
            return True
        case Quote(blocks=(*_, last)) | ListBlock(items=(*_, (_, *_, last))):
            return ends_black(last)
    return False


def union(outer: Grounds, inner: Grounds) -> Grounds:
    """The grounds of both, each once."""
    return tuple(dict.fromkeys((*outer, *inner)))
