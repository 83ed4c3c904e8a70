"""Names that run over a line end with something else in between.

A name that is broken at the foot of a column or page goes on after a page number, a footnote or a
header. In the text those stand between its two halves, so that the matcher does not see one name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from woo.model.document import PAGE_BREAK
from woo.text.folding import fold
from woo.text.letters import fold_character
from woo.text.wordends import is_alone

# So many lines may stand between the halves of a name that is broken between two words.
_BETWEEN = 10
# A term with fewer letters is not looked for in halves.
_SHORTEST = 4
_ROOM = 4
_LINE = re.compile("[^\n\f]+")
_HYPHENS = "-\u00ad\u2010\u2011\u2012\u2013\u2212\ufffe"

Halves = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text, in offsets of the text."""

    page: int
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Rest:
    """What follows on a beginning of a term; ``whole`` is the length of the term.

    ``between_words`` tells whether a word ends where the rest begins.
    """

    letters: str = field(repr=False)
    whole: int
    between_words: bool


def broken_names(text: str, terms: Iterable[str]) -> Iterator[Halves]:
    """The two spans of each term that is broken over two lines which do not follow each other.

    ``text`` is that of a document, its pages joined by a form feed.
    """
    beginnings = _beginnings(terms)
    if not beginnings:
        return
    # A letter can take some signs beside it: soft hyphens, letter spacing.
    reach = _ROOM * max(map(len, beginnings))
    by_page: dict[int, list[_Line]] = defaultdict(list)
    for line in _lines(text):
        by_page[line.page].append(line)
    for line in (line for lines in by_page.values() for line in lines):
        for start, rest, hyphen in _open_ends(text, line, beginnings, reach):
            for other in _continuations(line, by_page, hyphen=hyphen):
                end = _end_of_rest(text, other.start, rest, reach)
                if end:
                    yield (start, line.end), (other.start, end)


def _open_ends(
    text: str, line: _Line, beginnings: Mapping[str, list[_Rest]], reach: int
) -> Iterator[tuple[int, _Rest, bool]]:
    """Where a term begins that fills the end of a line, its rest, and whether a hyphen ends it."""
    shown = max(line.start, line.end - reach)
    folded = fold(text[shown : line.end])
    tails = [i for i in range(len(folded.text)) if folded.text[i:] in beginnings]
    hyphen = text[shown : line.end].rstrip()[-1:] in _HYPHENS
    for tail in tails:
        start = shown + folded.offsets()[tail]
        for rest in beginnings[folded.text[tail:]]:
            if (hyphen or rest.between_words) and is_alone(text, start, line.end, rest.whole):
                yield start, rest, hyphen


def _end_of_rest(text: str, start: int, rest: _Rest, reach: int) -> int:
    """Where the rest of a term ends that begins at ``start``; 0 when it does not stand there."""
    folded = fold(text[start : start + reach])
    if not folded.text.startswith(rest.letters):
        return 0
    end = start + folded.offsets()[len(rest.letters) - 1] + 1
    return end if is_alone(text, start, end, rest.whole) else 0


def _beginnings(terms: Iterable[str]) -> Mapping[str, list[_Rest]]:
    found: dict[str, list[_Rest]] = defaultdict(list)
    for term in terms:
        folded = fold(term)
        offsets = folded.offsets()
        if len(folded.text) < _SHORTEST:
            continue
        for cut in range(1, len(folded.text)):
            inside = term[offsets[cut - 1] + 1 : offsets[cut]]
            between_words = any(not fold_character(c) for c in inside)
            found[folded.text[:cut]].append(
                _Rest(folded.text[cut:], len(folded.text), between_words)
            )
    return found


def _lines(text: str) -> Iterator[_Line]:
    page = seen = 0
    for number, match in enumerate(_LINE.finditer(text)):
        start, end = match.span()
        page += text.count(PAGE_BREAK, seen, start)
        seen = start
        yield _Line(page, number, start, end)


def _continuations(
    line: _Line, by_page: Mapping[int, list[_Line]], *, hyphen: bool
) -> Iterator[_Line]:
    """The lines where a broken name may go on; the matcher itself takes the very next one."""
    here, following = by_page[line.page], by_page.get(line.page + 1, [])
    if not hyphen:
        at_foot = here[-1].number - line.number <= _BETWEEN
        here = [one for one in here if line.number < one.number <= line.number + _BETWEEN]
        following = following[:_BETWEEN] if at_foot else []
    yield from (o for o in (*here, *following) if o.number not in (line.number, line.number + 1))
