"""Other ways in which the same passages could have been written.

Each takes a passage and gives it with its marks where they now stand.
"""

import random
import re
import unicodedata
from collections.abc import Callable
from itertools import count
from typing import Final

from training.marked import Mark, Passage
from woo.model.finding import Category

Rewrite = Callable[[str], str]
Way = Callable[[Passage], Passage]

_NUMBERS: Final = frozenset(
    {
        Category.BIRTH_DATE,
        Category.BSN,
        Category.CARE_NUMBER,
        Category.IBAN,
        Category.IDENTITY_DOCUMENT,
        Category.LICENCE_PLATE,
        Category.PERSONNEL_NUMBER,
        Category.PHONE,
        Category.V_NUMBER,
    }
)
_PERSON: Final = frozenset({Category.PERSON})
_FOREIGN: Final = str.maketrans({"S": "Ş", "C": "Č", "Z": "Ž", "L": "Ł", "s": "š", "g": "ğ"})
_MISREAD: Final = {"l": "1", "o": "0", "O": "0", "I": "l", "m": "rn", "e": "c", "0": "O", "1": "l"}
_PAGE_LINES: Final = 9


def _rewritten(passage: Passage, marked: Callable[[str, Mark], str], rest: Rewrite) -> Passage:
    pieces: list[str] = []
    marks: list[Mark] = []
    done = length = 0
    for mark in sorted(passage.marks, key=lambda one: one.start):
        before = rest(passage.text[done : mark.start])
        inside = marked(passage.text[mark.start : mark.end], mark)
        start = length + len(before)
        length = start + len(inside)
        marks.append(Mark(mark.category, mark.role, start, length))
        pieces += [before, inside]
        done = mark.end
    pieces.append(rest(passage.text[done:]))
    return Passage(passage.name, "".join(pieces), tuple(marks), passage.kind)


def _same(text: str) -> str:
    return text


def _everywhere(change: Rewrite) -> Way:
    return lambda passage: _rewritten(passage, lambda text, _: change(text), change)


def _in_marks(change: Rewrite, categories: frozenset[Category]) -> Way:
    def marked(text: str, mark: Mark) -> str:
        return change(text) if mark.category in categories else text

    return lambda passage: _rewritten(passage, marked, _same)


def _in_names(change: Rewrite) -> Way:
    return _in_marks(change, _PERSON)


def _in_capitals(name: str) -> str:
    """Letters that stand for somebody stay as they are."""
    return name.upper() if len(name) > 3 else name


def _stretched(passage: Passage) -> Passage:
    """Every other space between words, by chance, is two."""
    chance = random.Random(passage.name)

    def stretch(text: str) -> str:
        return re.sub(r"(?<=\S) (?=\S)", lambda _: "  " if chance.random() < 0.5 else " ", text)

    return _everywhere(stretch)(passage)


def _scanned(passage: Passage) -> Passage:
    """One letter of fifty that a scan may misread, is misread."""
    chance = random.Random(passage.name)

    def misread(text: str) -> str:
        return "".join(
            _MISREAD[sign] if sign in _MISREAD and chance.random() < 0.02 else sign for sign in text
        )

    return _everywhere(misread)(passage)


def _on_pages(passage: Passage) -> Passage:
    """A page ends after each nine lines, with its number and a heading."""
    ends = count(1)

    def paged(sign: str) -> str:
        if sign != "\n" or (number := next(ends)) % _PAGE_LINES:
            return sign
        return f"\n\nPagina {number // _PAGE_LINES} van 12\n\f\nVertrouwelijk\n\n"

    return _rewritten(passage, lambda text, _: text, lambda text: "".join(map(paged, text)))


def _wrapped(width: int) -> Way:
    """No line is longer; a space becomes the line end."""

    def wrap(passage: Passage) -> Passage:
        signs, start, space = list(passage.text), 0, -1
        for place, sign in enumerate(signs):
            if sign == "\n":
                start, space = place + 1, -1
            elif sign == " ":
                space = place
            if place - start >= width and space > start:
                signs[space] = "\n"
                start, space = space + 1, -1
        return Passage(passage.name, "".join(signs), passage.marks, passage.kind)

    return wrap


def _by_country(number: str) -> str:
    """*+31612345678* for *06-12345678*."""
    digits = re.sub(r"\D", "", number)
    own = len(digits) == 10 and digits[0] == "0" and digits[1:3] not in {"80", "90", "88"}
    return f"+31{digits[1:]}" if own else number


WAYS: Final[dict[str, Way]] = {
    "as they were written": lambda passage: passage,
    "names in capitals": _in_names(_in_capitals),
    "names in small letters": _in_names(str.lower),
    "everything in capitals": _everywhere(str.upper),
    "names with letters of other languages": _in_names(lambda name: name.translate(_FOREIGN)),
    "names without accents": _in_names(
        lambda name: "".join(
            sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign)
        )
    ),
    "letters of print (ﬁ, ĳ)": _everywhere(
        lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ij", "ĳ")
    ),
    "no space behind initials": _in_names(
        lambda name: re.sub(r"(?<=[A-Z]\.) (?=[A-Z][a-z])", "", name)
    ),
    "initials without dots": _in_names(lambda name: re.sub(r"(?<=\b[A-Z])\.", "", name)),
    "stretched lines": _stretched,
    "an empty line below each line": _everywhere(lambda text: text.replace("\n", "\n\n")),
    "lines of 60 characters": _wrapped(60),
    "lines of 38 characters": _wrapped(38),
    "pages of nine lines": _on_pages,
    "quoted in a mail": _everywhere(lambda text: text.replace("\n", "\n> ")),
    "misread by a scan": _scanned,
    "numbers with a dash for a hyphen": _in_marks(
        lambda number: number.replace("-", "–"), _NUMBERS
    ),
    "telephone numbers with the country": _in_marks(_by_country, frozenset({Category.PHONE})),
}
