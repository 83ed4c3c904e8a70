"""Somebody's letters in brackets behind the name: *Gerda Otten (GO, notulen)*, *M. Sedney (ms)*."""

import re
from collections.abc import Iterator

from woo.detect.words.grammar import PARTICLE_WORDS
from woo.reference.lexicon import is_first_name, is_surname

# Not of who holds an office: *Roelof Bleker (RB, ged.)*.
_IN_BRACKETS = re.compile(
    r"(?<=[a-zà-ÿ])[ ]?\n?[ ]?\((?P<letters>[A-Za-z]{2,5})"
    r"(?=\)|,(?!\s(?:ged|weth|wh|burg|bgm|min)))"
)
_WORD = re.compile(r"[^\W\d_][\w'’]*\.?")
_REACH, _MOST_WORDS = 60, 6


# *O. Zandstra | 5-2 | OZ*: in one row the name and its letters.
_ROW = re.compile(r"^[^\n|]{0,60}\|[^\n]{3,160}$", re.MULTILINE)
_CELL = re.compile(r"[^|\n]+")
_LETTERS = re.compile(r"[A-Z]{2,4}|[A-Za-z](?:[a-z]{0,2}[A-Z]){1,3}")
# *Olthof, H. | hol*, as hours are booked: the initial and how the surname begins.
_CODE = re.compile(r"[a-z]{3}")
_CODED_ROWS = 2  # of different people
# In a table of Word, of which each cell is a line: *EenK – P. Kamerling*, and below it *PK 4-12*.
_BELOW = re.compile(
    r"\n[ \t]*(?P<letters>[A-Z][A-Za-z]{1,5})(?:[ ]+\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?)?[ \t]*$",
    re.MULTILINE,
)


def letters_below(text: str) -> Iterator[str]:
    """Letters on a line of their own that are the initials of the name on the line above."""
    for match in _BELOW.finditer(text):
        above = text[max(0, match.start() - _REACH) : match.start()].rstrip().rpartition("\n")[2]
        words = _WORD.findall(above)
        if _end_in_name(words, match["letters"]):
            yield match["letters"]


def letters_in_rows(text: str) -> Iterator[str]:
    """Letters in a cell that are the initials of the name in another cell of the row."""
    codes = set[str]()
    for row in _ROW.finditer(text):
        cells = [cell.strip() for cell in _CELL.findall(row.group())]
        names = [_WORD.findall(cell) for cell in cells if len(cell.split()) > 1]
        for cell in cells:
            if _LETTERS.fullmatch(cell) and any(_are_initials(cell, words) for words in names):
                yield cell
            if _CODE.fullmatch(cell) and any(_is_code(cell, words) for words in names):
                codes.add(cell)
    if len(codes) >= _CODED_ROWS:
        yield from codes


def own_letters(text: str) -> Iterator[re.Match[str]]:
    """Each place where the letters are the initials of the name before them."""
    for match in _IN_BRACKETS.finditer(text):
        words = _WORD.findall(text, max(0, match.start() - _REACH), match.start() + 1)
        if _end_in_name(words, match["letters"]):
            yield match


def _end_in_name(words: list[str], letters: str) -> bool:
    """Whether the last words are a name that has these letters."""
    return any(_are_initials(letters, words[-count:]) for count in range(2, _MOST_WORDS))


def _is_code(code: str, words: list[str]) -> bool:
    """``hol`` of *Olthof, H.* and of *H. Olthof*."""
    own = [word.casefold() for word in words if word.casefold() not in PARTICLE_WORDS]
    initials = [word for word in own if len(word.rstrip(".")) == 1]
    surnames = [word for word in own if word not in initials]
    named = len(initials) == len(surnames) == 1 and is_surname(surnames[0])
    return named and code == initials[0][0] + surnames[0][:2]


def _are_initials(letters: str, words: list[str]) -> bool:
    """With or without those of the tussenvoegsels; *Wet open overheid (Woo)* is no name."""
    own = [word for word in words if word.casefold() not in PARTICLE_WORDS]
    named = own and all(word[0].isupper() for word in own) and words[0] in own
    if not named or not (is_first_name(own[0]) or is_surname(own[-1])):
        return False
    spelt = {"".join(word[0] for word in these).casefold() for these in (words, own)}
    return len(own) > 1 and letters.casefold() in spelt
