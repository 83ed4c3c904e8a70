"""Point out a marked section at the end of a letter that may hide more than the author meant."""

from collections.abc import Iterator

from woo.draft.complete import add_annex
from woo.draft.draft import Draft
from woo.draft.tree import Marked, Paragraph
from woo.draft.walk import is_closing, with_marked_sections
from woo.model.draft import Problem, Severity

_MESSAGE = (
    "Dit merkteken lakt ook de laatste alinea voor de ondertekening. Hoort die er niet bij? Zet er "
    "een kop boven. Moet zij wel weg? Zet er dan hetzelfde merkteken achter."
)


def check_marked_end(draft: Draft) -> Iterator[Problem]:
    """A hint at the heading, when the last of more blocks below it is text without a mark.

    A letter seldom has a heading above the words with which it ends.
    """
    if not draft.kind.is_signed:
        return
    body = [one for one in with_marked_sections(add_annex(draft).blocks) if not is_closing(one[0])]
    last, heading = body[-1] if body else (None, None)
    below = [block for block, section in body if section is heading and block is not heading]
    if heading is None or len(below) < 2 or not isinstance(last, Paragraph):
        return
    if not all(isinstance(one, Marked) for one in last.children):
        yield Problem(heading.line, heading.column, _MESSAGE, Severity.HINT)
