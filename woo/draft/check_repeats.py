"""Warn when something that is marked in one place stands unmarked in another."""

from collections.abc import Iterator

from woo.draft.draft import Draft
from woo.draft.public import make_public
from woo.draft.tree import Inline, Marked, Text, plain
from woo.draft.walk import walk_blocks, walk_inlines
from woo.model.draft import Problem, Severity
from woo.text.matcher import Matcher, is_searchable

# Shorter texts, and those without letters, stand in many places for many reasons.
_SHORTEST = 4
_LONGEST = 80


def check_repeats(draft: Draft) -> Iterator[Problem]:
    """A hint at each line of the public version that shows a text marked elsewhere."""
    matcher = Matcher(_marked(draft))
    public = make_public(draft).draft
    for text in _texts(public):
        if next(matcher.find(text.text), None) is not None:
            message = "Deze tekst is op een andere plek gemarkeerd, maar hier niet."
            yield Problem(text.line, 1, message, Severity.HINT)


def _marked(draft: Draft) -> set[str]:
    """The words of each mark, when they are few enough to be a name, a number or an address."""
    marks = [inline for inline in _every_inline(draft) if isinstance(inline, Marked)]
    texts = {piece.strip(" .,;:") for mark in marks for piece in _pieces(mark)}
    return {one for one in texts if _SHORTEST <= len(one) <= _LONGEST and is_searchable(one)}


def _pieces(mark: Marked) -> list[str]:
    """The parts of a mark that stand between commas: a name, a telephone number."""
    return plain(mark.children).split(", ")


def _texts(draft: Draft) -> Iterator[Text]:
    return (inline for inline in _every_inline(draft) if isinstance(inline, Text))


def _every_inline(draft: Draft) -> Iterator[Inline]:
    for content in draft.fields.values():
        for line in (*content.lines, *(cell for row in content.rows for cell in row)):
            yield from walk_inlines(line)
    for blocks in (draft.blocks, *draft.footnotes.values()):
        yield from walk_blocks(blocks)
