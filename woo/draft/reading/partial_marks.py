"""Marks beside paragraphs: on a line of their own, or for one where several stand together."""

from collections.abc import Iterator

from woo.draft.reading import marks
from woo.draft.reading.syntax import Node
from woo.draft.tree import Block, Blocks, Marked, Paragraph
from woo.model.draft import Problem, Severity

_LAST_OF_ITEM = (
    "Dit merkteken lakt alleen de laatste alinea van dit punt. Zet het aan het eind van de eerste "
    "alinea als het hele punt weg moet."
)
_ONE_OF_MORE = (
    "Dit merkteken lakt alleen deze alinea; de andere alinea's van dit citaat of deze voetnoot "
    "blijven leesbaar. Zet ook daar een merkteken als zij weg moeten."
)


def alone(node: Node) -> str | None:
    """What a paragraph of nothing but a mark says."""
    if node.type != "paragraph":
        return None
    match = marks.ALONE.match(node.children[0].content)
    return match[1] if match else None


def in_item(node: Node, blocks: Blocks) -> Iterator[Problem]:
    """A hint at a mark behind the last paragraph of an item; behind the first it goes for all."""
    match blocks:
        case (Paragraph(), *_, Paragraph(children=(Marked(line=line, column=column),))):
            if line and node.children[-1].type == "paragraph":
                yield Problem(line, column, _LAST_OF_ITEM, Severity.HINT)


def among_others(blocks: Blocks) -> Iterator[Problem]:
    """A hint at the first paragraph that is marked, where others are not."""
    marked = [mark for one in blocks if (mark := _mark_of(one))]
    if marked and marked[0].line and len(marked) < len(blocks):
        yield Problem(marked[0].line, marked[0].column, _ONE_OF_MORE, Severity.HINT)


def _mark_of(block: Block) -> Marked | None:
    """The mark that all of a paragraph is in."""
    match block:
        case Paragraph(children=(Marked() as mark,)):
            return mark
    return None
