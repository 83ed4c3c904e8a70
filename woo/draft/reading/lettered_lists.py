"""Teach markdown-it lists with letters: ``a. eerste``, ``b. tweede``, and so on.

Two lines with letters that follow each other make a list; one such line is text. Only small
letters do: ``J. de Vries`` at the start of a line is a name.

Markdown-it reads the list itself, from a text in which each letter is a 1: a letter and a digit are
as wide, so every place in the text stays what it was.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from woo.draft.reading.syntax import Node
from woo.draft.tree import Blocks, ListBlock, ListSign

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

# The attribute of the list's token with its first letter.
_FIRST_LETTER = "data-first-letter"
_ITEM = re.compile(r"([a-z])([.)])(?:[ \t]+\S|[ \t]*$)")
# What ends the paragraph of an item without an empty line.
_OTHER = re.compile(r"[#>`~*+-]|\d{1,9}[.)]")


def lettered_list_rule(markdown: "MarkdownIt") -> None:
    """Add the rule, before that for other lists."""
    ends = ["paragraph", "reference", "blockquote"]
    markdown.block.ruler.before("list", "lettered_list", _lettered_list, {"alt": ends})


def list_block(node: Node, items: tuple[Blocks, ...]) -> ListBlock:
    """The list of a node, with what stands before its ``items`` as the author wrote it."""
    if node.type == "bullet_list":
        return ListBlock(items)
    if letter := node.attrs.get(_FIRST_LETTER):
        return ListBlock(items, ListSign.LETTER, ord(str(letter)) - ord("a") + 1, node.markup)
    return ListBlock(items, ListSign.NUMBER, int(node.attrs.get("start", 1)), node.markup)


def _lettered_list(
    state: "StateBlock",
    startLine: int,  # noqa: N803 - markdown-it's own names
    endLine: int,  # noqa: N803
    silent: bool,  # noqa: FBT001
) -> bool:
    from markdown_it.rules_block import list_block as read_list

    items, end_of_list = _items(state, startLine, endLine)
    if len(items) < 2 or silent:
        return len(items) >= 2
    written, first = state.src, len(state.tokens)
    ends = pairwise([-1, *items, len(written)])
    state.src = "1".join(written[start + 1 : end] for start, end in ends)
    try:
        # A "2." behind the list would be its next item, now that its letters are digits.
        made = read_list(state, startLine, end_of_list, silent)
    finally:
        state.src = written
    if made:
        state.tokens[first].attrs[_FIRST_LETTER] = written[items[0]]
    return made


def _items(state: "StateBlock", first: int, end: int) -> tuple[list[int], int]:
    """Where the letters stand of the list that begins on line ``first``, and where it ends."""
    if state.is_code_block(first):
        return [], first
    places: list[int] = []
    sign, is_open = "", True
    for line in range(first, end):
        if state.isEmpty(line):
            is_open = False
            continue
        if places and state.sCount[line] > state.sCount[first]:
            continue
        start = state.bMarks[line] + state.tShift[line]
        match = _ITEM.match(state.src, start, state.eMarks[line])
        if state.sCount[line] != state.sCount[first]:
            match = None
        if match and (not places or _follows(match, sign)):
            places.append(start)
            sign, is_open = match[1] + match[2], True
        elif match or not places or not is_open or _OTHER.match(state.src, start):
            return places, line
    return places, end


def _follows(match: re.Match[str], sign: str) -> bool:
    return ord(match[1]) == ord(sign[0]) + 1 and match[2] == sign[1]
