"""Finds terms in the words of OCR, which takes one letter for another and parts words wrongly.

*Zwartkruis* may be read as *Zwartkrnis*, *ZwartkruisD6* or *Zwart kruis*. Only text that is drawn
invisibly, the layer over a picture, is compared in this way: what is drawn as text says what it
says.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from woo.model.document import PAGE_BREAK
from woo.pdf.reading.textlayer import TextPage
from woo.text.folding import fold

Span = tuple[int, int]
# Shorter terms are too much like other words.
_SHORTEST = 5
# With up to so many letters one may be wrong, with more two; in a long name of several words one in
# four, but never more than four.
_SHORT, _FOURTH, _MOST_WRONG = 8, 4, 4
_MOST_WORDS = 6
# A word of so many letters that was read well vouches for the words beside it.
_ANCHOR = 4
_WORD = re.compile(r"\S+")
# What looks the same in print, folded: each row is taken for its last sign.
_LOOKALIKES = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_SAME_SHAPE = str.maketrans("01i589", "ollsbg")
# Capitals that differ from the small letter only in size.
_SAME_CASED = frozenset("cijklopsuvwxyz")
# Where one word ends and the next begins although no space was seen.
_JOINT = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of OCR: where it stands in the document, and its letters, folded."""

    start: int
    end: int
    first: str = field(repr=False)
    letters: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Term:
    """``wrong`` letters may differ; ``words`` is how many words it is written in.

    One word that begins with a capital is not the same word without it.
    """

    letters: str = field(repr=False)
    needs_capital: bool
    words: int
    wrong: int
    parts: tuple[str, ...] = field(repr=False)


def misread(pages: Sequence[TextPage], terms: Iterable[str]) -> Iterator[Span]:
    """The words of OCR that may be a misread term, as offsets in the pages joined by a form feed.

    Also those that were read well. Words that run on over a line or a page end are joined.
    """
    wanted = [term for term in map(_term, terms) if term is not None]
    words = list(_words(pages)) if wanted else []
    if not words:
        return
    pieces = [piece for word in words for piece in word]
    found: dict[_Term, list[tuple[int, Span]]] = {}
    for listed in ([_whole(word) for word in words], pieces):
        for count in range(1, max(term.words for term in wanted) + 3):
            groups = [listed[i : i + count] for i in range(len(listed) - count + 1)]
            close = [term for term in wanted if abs(term.words - count) <= 2]
            for term, wrong, span in _alike(groups, close):
                found.setdefault(term, []).append((wrong, span))
    for likely in found.values():
        yield from _best(likely)
    yield from _half_read([_whole(word) for word in words], wanted)


def _half_read(words: Sequence[_Word], terms: Iterable[_Term]) -> Iterator[Span]:
    """Names of several words of which one was read well and the others half: handwriting."""
    from rapidfuzz.distance import OSA

    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        places.setdefault(word.letters, []).append(index)
    for term in terms:
        for number, part in enumerate(term.parts if len(term.parts) > 1 else ()):
            if len(part) < _ANCHOR:
                continue
            for place in places.get(part, ()):
                group = words[max(0, place - number) : place - number + len(term.parts)]
                if len(group) == len(term.parts) and all(
                    OSA.distance(word.letters, meant) <= len(meant) / 2
                    for word, meant in zip(group, term.parts, strict=True)
                ):
                    yield group[0].start, group[-1].end


def _best(likely: Iterable[tuple[int, Span]]) -> Iterator[Span]:
    """Of spans that overlap the one with the fewest wrong letters, and then the longest."""
    kept: list[Span] = []
    for _, (start, end) in sorted(likely, key=lambda one: (one[0], one[1][0] - one[1][1])):
        if all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
            yield start, end


def _alike(
    groups: Sequence[Sequence[_Word]], terms: Iterable[_Term]
) -> Iterator[tuple[_Term, int, Span]]:
    """Each term with the groups of words that look like it, and how many letters differ."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract_iter

    written = ["".join(word.letters for word in group) for group in groups]
    for shape in (_signs, _shape) if groups else ():
        shapes = [shape(letters) for letters in written]
        for term in terms:
            # Words that were joined or parted are a mistake already.
            most = term.wrong if len(groups[0]) == term.words else min(term.wrong, 1)
            found = extract_iter(
                shape(term.letters), shapes, scorer=OSA.distance, score_cutoff=most
            )
            for _, wrong, index in found:
                group = groups[index]
                if not (term.needs_capital and _is_small(group[0].first)):
                    yield term, int(wrong), (group[0].start, group[-1].end)


def _term(text: str) -> _Term | None:
    letters = fold(text).text
    if len(letters) < _SHORTEST:
        return None
    parts = tuple(filter(None, (fold(word).text for word in text.split())))
    words = min(len(text.split()), _MOST_WORDS)
    wrong = 1 if len(letters) <= _SHORT else 2
    if words > 1:
        wrong = max(wrong, min(len(letters) // _FOURTH, _MOST_WRONG))
    if sum(map(str.isdigit, letters)) > len(letters) / 2:
        wrong = 0  # another digit is another number
    first = next((c for c in text if c.isalnum()), "")
    return _Term(letters, first.isupper() and words == 1, words, wrong, parts)


def _signs(letters: str) -> str:
    """Signs that look the same made the same."""
    return letters.translate(_SAME_SHAPE)


def _shape(letters: str) -> str:
    """The same for two signs that look like one."""
    for seen, meant in _LOOKALIKES:
        letters = letters.replace(seen, meant)
    return _signs(letters)


def _is_small(first: str) -> bool:
    """A small letter that cannot be a capital that was read too small."""
    return first.islower() and first not in _SAME_CASED


def _words(pages: Iterable[TextPage]) -> Iterator[list[_Word]]:
    """The words in the invisible text, each in the pieces that may be words of their own."""
    offset = 0
    for page in pages:
        for start, end in _joined_ranges(page):
            for match in _WORD.finditer(page.text, start, end):
                cuts = [m.start() for m in _JOINT.finditer(page.text, *match.span())]
                edges = pairwise([match.start(), *cuts, match.end()])
                pieces = [_word(page.text, left, right, offset) for left, right in edges]
                if found := [piece for piece in pieces if piece.letters]:
                    yield found
        offset += len(page.text) + len(PAGE_BREAK)


def _word(text: str, start: int, end: int, offset: int) -> _Word:
    """A piece of text without the points and brackets around it."""
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return _Word(offset + start, offset + end, text[start : start + 1], fold(text[start:end]).text)


def _whole(pieces: Sequence[_Word]) -> _Word:
    letters = "".join(piece.letters for piece in pieces)
    return _Word(pieces[0].start, pieces[-1].end, pieces[0].first, letters)


def _joined_ranges(page: TextPage) -> Iterator[Span]:
    """The invisible ranges, joined where only white space lies between them."""
    current: Span | None = None
    for start, end in page.unseen:
        if current and not page.text[current[1] : start].strip():
            current = (current[0], end)
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current
