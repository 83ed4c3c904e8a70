"""A value from the front matter: bare text in which only marks have a meaning."""

from functools import cache
from typing import TYPE_CHECKING, Any

from woo.draft.reading import marks
from woo.draft.reading.inline_reader import InlineReader
from woo.draft.reading.places import Places
from woo.draft.reading.positions import TOO_LONG, note_positions
from woo.draft.reading.syntax import nodes_of
from woo.draft.tree import Inlines, Text
from woo.model.draft import Problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LONGEST_PLAIN = 200  # characters of a value that is not parsed
_SIGNS_OF_MARKS = frozenset("\\[]{}")


def parse_line(text: str, places: Places) -> tuple[Inlines, list[Problem]]:
    """The text of one line, and what is wrong with its marks.

    Spaces around ``text`` are not part of it; ``places`` is where it stands.
    """
    inner = places.part(len(text) - len(text.lstrip()))
    if _means_itself(text.strip()):
        line, column = inner.at(0)
        return (Text(text.strip(), line, column=column),), []
    return _parse_marks(text, inner)


def _means_itself(written: str) -> bool:
    """Whether a value has no sign that could be part of a mark: most have none."""
    plain = written.isprintable() and not _SIGNS_OF_MARKS & set(written)
    return 0 < len(written) <= LONGEST_PLAIN and plain


def _parse_marks(text: str, inner: Places) -> tuple[Inlines, list[Problem]]:
    reader = InlineReader()
    known: dict[str, Any] = {}
    (inline,) = nodes_of(_marks_only().parseInline(text.strip(), known))
    if TOO_LONG in known:
        reader.problem(inner.at(0), "Deze waarde is te lang.")
    return reader.marked_whole(inline, inner), reader.problems


@cache
def _marks_only() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("zero").enable("escape").disable("text_join")
    marks.span_rule(markdown)
    note_positions(markdown)
    return markdown
