"""The text as it was written, before a line end, a scan or wide letters took its words apart.

*Kooy-⏎man*, *Sch0lten*, *W o l f f* and *Stui ver* are each one word, which rules and networks know
when it stands together. A mended text is as long as the one before: a word comes first, then the
space or line end that stood in it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from woo.detect.words.apart import together
from woo.detect.words.grammar import PARTICLES
from woo.detect.words.misread_digits import wide_numbers, with_digits
from woo.detect.words.moves import Move, moved, span
from woo.detect.words.shouted import NAME_BEFORE, without_shouting
from woo.detect.words.small_names import with_capitals
from woo.reference.lexicon import (
    is_first_name,
    is_in_place,
    is_in_use,
    is_of_language,
    is_ordinary,
    is_surname,
)

_LETTER: Final = r"[^\W\d_]"
_PIECE: Final = rf"{_LETTER}{{1,24}}"  # no word is longer: what is, no list knows
_BROKEN_LINE = re.compile(
    rf"(?<![\w@./])(?P<left>(?:{_PIECE}[-'’]){{0,2}}{_LETTER}{{2,24}})"
    r"(?P<hyphen>[-\u00ad])(?P<gap>[ \t]{0,40}\n[ \t]{0,80})"
    rf"(?P<right>{_PIECE}(?:[-'’]{_PIECE}){{0,2}})"
    r"(?P<signs>[.,;:!?)\]'\"”’]{0,4})(?P<after>[ ]|(?=\s|$))"
)
_PARTICLE = re.compile(PARTICLES)
_PARTICLE_OF_NAME = re.compile(rf"{PARTICLES}[ ]+{PARTICLES}*[ ]*[A-ZÀ-Þ]")
# Digits that a scan gives for letters.
_READ_AS: Final = {
    "0": "o", "1": "li", "3": "e", "4": "a", "5": "s", "6": "gb", "8": "b", "9": "g"
}  # fmt: skip
_MISREAD = re.compile(
    r"(?<![\w@./:=-])(?=\d?[A-Za-zÀ-ÿ-]{1,50}\d|\d[A-Za-zÀ-ÿ])"
    r"[A-Za-zÀ-ÿ01345689]{3,24}(?:-[A-Za-zÀ-ÿ01345689]{3,24}){0,2}(?![\w@/=-]|[.:]\w)"
)
# No word begins with an l before one of these: a scan reads so the I of *Ingeborg*.
_SMALL_L = re.compile(
    r"(?<![\w.@/=-])l(?P<rest>[bcdfgkmnpqrstvwxz][a-zà-ÿ]{2,24})(?![\w@])"
    r"(?=(?P<half>[ ][a-zà-ÿ]{1,12})?)"
)
# *SMlT*: a scan that reads I or L so.
_L_IN_CAPITALS = re.compile(r"(?<![\w.@/=-])[A-ZÀ-Þ]{2,20}(?:l{1,2}[A-ZÀ-Þ]{1,9}){1,3}(?![\w@/=-])")
# *G. Noorzai\, kamer 3*, as a calendar writes a comma.
_ESCAPED = re.compile(r"\\(?P<sign>[,;])")
# *@Jan*, and *Jansen3* with the number of a note.
_CALLED = re.compile(rf"(?<![\w.@/])@(?=(?P<name>[A-ZÀ-Þ]{_LETTER}{{1,24}})(?![\w@]|\.\w))")
_NOTED = re.compile(
    rf"{NAME_BEFORE}(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{{2,24}})(?P<note>\d{{1,2}})(?![\w@/-]|[.,:]\d)"
)
_MOST_MISREAD: Final = 4  # so many digits can be read in sixteen ways at most
_IN_SMALL = re.compile(r"(?:[A-Za-zÀ-ÿ]|[015](?=\D{3}))[a-zà-ÿ0134569]+")
_IN_CAPITALS = re.compile(r"(?=(?:\d*\D){3})[A-ZÀ-Þ0][A-ZÀ-Þ0134568]*[A-ZÀ-Þ0]")
_WIDE = re.compile(rf"(?<![\w.'’])(?:{_LETTER}[ ]){{2,24}}{_LETTER}(?![\w.'’])")
_SURELY_WIDE: Final = 5  # letters
_LETTERS_APART: Final = 3  # *A B C*
_WORD = re.compile(rf"(?<![\w@./'’-]){_LETTER}{{1,12}}(?![\w@/'’-])")
_TWO = re.compile(
    rf"(?<![\w@./'’-])(?P<left>{_LETTER}{{1,10}})(?P<gap>[ ])"
    r"(?=(?P<right>[a-zà-ÿ]{1,12})(?![\w@/'’-]|\.\w))"
)
# Letters: *ma di*, *je ff* and *si ta* are two words.
_SHORTEST_OF_TWO, _SHORTEST_NAME, _SHORTEST_IN_NOISE = 6, 5, 4
# So many words in two, and one in so many words of the text: then also those that could be two.
_NOISY, _NOISY_SHARE = 4, 40


class Mended(NamedTuple):
    """A text with its words mended; ``places`` tells where each of its characters stood.

    ``changed`` is true when anything was: columns and lines may have moved with it, so that what
    is told by its place is found in the text as it was.
    """

    text: str
    places: Sequence[int]
    changed: bool


def mended(text: str) -> Mended:
    """``text`` with the words together that belong together."""
    if text.isalpha() and text[0] != "l":  # one word: nothing to put together
        return Mended(text, range(len(text)), changed=False)
    read = _ESCAPED.sub(r"\g<sign> ", with_digits(text))
    read, places = moved(read, range(len(read)), _over_lines(read))
    read, places = moved(read, places, together(read))
    read = _L_IN_CAPITALS.sub(_in_capitals, _MISREAD.sub(_reread, read))
    read = _SMALL_L.sub(_with_capital, read)
    read = with_capitals(without_shouting(read))
    read = _NOTED.sub(_without_note, _CALLED.sub(_without_call, read))
    read, places = moved(read, places, _wide(read))
    read, places = moved(read, places, wide_numbers(read))
    for _ in range(2):  # *Boss che ter*
        once = read
        read, places = moved(once, places, _in_two(once))
        if read == once:
            break
    return Mended(read, places, changed=read != text)


def _over_lines(text: str) -> Iterator[Move]:
    """*Kooy-⏎man,* with the line end behind it."""
    for match in _BROKEN_LINE.finditer(text):
        if match["hyphen"] != "\u00ad" and not _is_one_word(match):
            continue
        word = (*span(match, "left"), *span(match, "right"), *span(match, "signs"))
        rest = (*span(match, "after"), match.start("hyphen"), *span(match, "gap"))
        gap = match["after"] + " " + match["gap"]
        if not match["after"]:  # the line ends here
            gap = gap.replace("\n", " ")
        whole = match["left"] + match["right"] + match["signs"]
        yield Move(match.start(), whole + gap, [*word, *rest])


def _is_one_word(match: re.Match[str]) -> bool:
    """*Jansen-⏎de Vries* and *ex-⏎minister* have a hyphen of their own."""
    left, right = re.split("[-'’]", match["left"])[-1], re.split("[-'’]", match["right"])[0]
    same = right.islower() or (left.isupper() and right.isupper())
    if not same or _PARTICLE_OF_NAME.match(match.string, match.start("right")):
        return False
    return is_known(left + right) or not (is_known(left) and is_known(right))


def _wide(text: str) -> Iterator[Move]:
    """*W o l f f*."""
    for match in _WIDE.finditer(text):
        word = match.group().replace(" ", "")
        alike = word[1:].islower() or (word.isupper() and len(word) > _LETTERS_APART)
        if alike and (is_known(word) or (len(word) >= _SURELY_WIDE and word[0].isupper())):
            start, stop = match.span()
            places = [*range(start, stop, 2), *range(start + 1, stop, 2)]
            yield Move(start, word.ljust(stop - start), places)


def _in_two(text: str) -> Iterator[Move]:
    """*Stui ver*; where many words are in two, also *Kooi man*."""
    # Names are among them: *Jol anda* is two, of which both are in the lists.
    odd = frozenset(word for word in set(_WORD.findall(text)) if not _is_word(word))
    if not odd:
        return
    pairs = [match for match in _TWO.finditer(text) if match["right"] != "nr"]
    beside = [
        match
        for match in pairs
        if match["left"] in odd or match["right"] in odd or match["left"][0].isupper()
    ]
    surely = sum(_are_halves(match["left"], match["right"]) for match in beside)
    noisy = surely >= max(_NOISY, len(text.split()) / _NOISY_SHARE)
    end = 0
    for match in pairs if noisy else beside:
        if match.start() >= end and _are_one(match["left"], match["right"], noisy=noisy):
            end = match.end("right")
            places = [*span(match, "left"), *span(match, "right"), match.start("gap")]
            yield Move(match.start(), match["left"] + match["right"] + " ", places)


@lru_cache(maxsize=1 << 16)
def _are_one(left: str, right: str, *, noisy: bool) -> bool:
    """Whether two words are the halves of one that is known."""
    whole = left + right
    if len(whole) < _SHORTEST_IN_NOISE:
        return False
    if not noisy:
        return len(right) > 1 and (_is_torn_name(left, right) or _is_torn_word(left, right))
    if left[0].islower() or _are_halves(left, right):
        return _are_halves(left, right)
    if is_known(left) and is_known(right):  # *Kooi man*, but *Groot en*
        return _is_name(whole) and len(right) > 2 and not _PARTICLE.fullmatch(right)
    return not (is_known(left) or is_known(right))


def _are_halves(left: str, right: str) -> bool:
    """A known word, of which one half at most is a word."""
    return _is_listed(left + right) and not (is_known(left) and is_known(right))


def _is_torn_name(left: str, right: str) -> bool:
    """*Dijkst ra*, but not *Jan ging*."""
    whole = left + right
    if left[0].islower() or len(whole) < _SHORTEST_NAME or is_ordinary(whole):
        return False
    return _is_name(whole) and not (_is_word(right) and (_is_name(left) or is_of_language(left)))


def _is_torn_word(left: str, right: str) -> bool:
    """*verg adering*; a letter by itself is no half."""
    long = len(left + right) >= _SHORTEST_OF_TWO and (left[0].isupper() or len(left) > 1)
    return long and _is_listed(left + right) and not is_known(right)


def _reread(match: re.Match[str]) -> str:
    """*Sch0lten* for *Scholten*, where such a word or name is known."""
    opens = _opens_line(match.string, match.start())
    return "-".join(_reread_piece(piece, opens=opens) for piece in match.group().split("-"))


def _opens_line(text: str, position: int) -> bool:
    """Whether nothing but space stands before it on its line; looks no further than that space."""
    while position and text[position - 1] != "\n" and text[position - 1].isspace():
        position -= 1
    return position == 0 or text[position - 1] == "\n"


def _reread_piece(piece: str, *, opens: bool) -> str:
    digits = [place for place, sign in enumerate(piece) if sign.isdigit()]
    if not digits or len(digits) > min(_MOST_MISREAD, len(piece) - len(digits)):
        return piece
    if piece[0] == "l" and digits[0] == 1:  # *l4den*: the l is a digit as well
        return piece
    if piece[-1].isdigit() and (piece[-1] not in "01" or is_known(piece[:-1])):  # *tel1*
        return piece
    small = _IN_SMALL.fullmatch(piece)
    if not (small or _IN_CAPITALS.fullmatch(piece)):
        return piece
    for readings in product(*(_READ_AS[piece[place]] for place in digits)):
        signs = list(piece)
        for place, reading in zip(digits, readings, strict=True):
            signs[place] = reading if small else reading.upper()
        word = "".join(signs)
        if _is_listed(word):
            return word[0].upper() + word[1:] if 0 in digits and (opens or _is_name(word)) else word
    return piece


def _with_capital(match: re.Match[str]) -> str:
    """*lngeborg*, also in halves: *lnge borg*; *lveldh* and *lkistemaker* are log-ins."""
    rest, half = match["rest"], (match["half"] or "").strip()
    is_name = not is_known(rest) and (is_known("I" + rest) or _is_name("I" + rest + half))
    return "I" + rest if is_name else "l" + rest


def _in_capitals(match: re.Match[str]) -> str:
    """*SMIT* for *SMlT*, where such a word or name is known."""
    word = match.group()
    readings = ("".join(signs) for signs in product(*("IL" if c == "l" else c for c in word)))
    return next(filter(_is_listed, readings), word)


def _without_call(match: re.Match[str]) -> str:
    return " " if _is_name(match["name"]) else match.group()


def _without_note(match: re.Match[str]) -> str:
    first = match["first"]
    if not _is_name(match["name"]) or (first and not is_first_name(first)):
        return match.group()
    return match["before"] + match["name"] + " " * len(match["note"])


@lru_cache(maxsize=1 << 16)
def _is_word(word: str) -> bool:
    return is_of_language(word) or is_in_use(word)


def _is_name(word: str) -> bool:
    return is_first_name(word) or is_surname(word)


@lru_cache(maxsize=1 << 16)
def _is_listed(word: str) -> bool:
    """Whether a list has it: a word, or the name of somebody or of a place."""
    return is_ordinary(word) or is_in_use(word) or _is_name(word) or is_in_place(word)


@lru_cache(maxsize=1 << 16)
def is_known(word: str) -> bool:
    """Whether it is a word, also one made of two, or the name of somebody or of a place."""
    return _is_listed(word) or is_of_language(word)
