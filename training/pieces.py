"""A passage as pieces, so that it can be changed and its marks stay where they belong.

Changing a passage at random shows the model the same sentence with other names, in other letters,
or as text recognition would have read it. It never makes a new sentence.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from training.marked import Mark, Passage
from woo.detect.networks.labels import NUMBERS, ORGANISATION, OTHERS, ROLES
from woo.detect.words.grammar import INITIALS, PARTICLES
from woo.model.finding import Category, Role
from woo.reference.lexicon import is_first_name
from woo.reference.office_holders import is_holders_surname

_LETTER = {role: letter for letter, role in ROLES.items()}
_OTHER = {category: letter for letter, category in (OTHERS | NUMBERS).items()}
# Most names of profiles are formed as user names are.
_OTHER[Category.SOCIAL_PROFILE] = _OTHER[Category.USERNAME]
_CONTACTS = frozenset(
    {Category.ADDRESS, Category.EMAIL, Category.PHONE, Category.IBAN, Category.VAT_NUMBER}
)
# A run of digits that tells nothing: no year, day, hour or house number, no beginning of a
# telephone number.
_DIGITS = re.compile(r"(?<![\d+])(?:(?:19|20)\d\d(?!\d)|(?P<kept>0\d|)(?P<changed>\d{3,}))")
_INITIALS = re.compile(f"(?:{INITIALS}|[A-Z]{{1,3}})")
_PARTICLE = re.compile(PARTICLES, re.IGNORECASE)
_CONFUSED = (
    *(("m", "rn"), ("rn", "m"), ("l", "1"), ("i", "l"), ("O", "0"), ("e", "c"), ("u", "n")),
    *(("h", "b"), ("s", "5"), ("S", "5"), ("g", "9"), ("w", "vv"), ("d", "cl"), ("t", "f")),
)


@dataclass(frozen=True)
class Piece:
    """A part of a text; ``label`` is a letter of ``model.LABELS``, or empty."""

    text: str
    label: str = ""


def pieces_of(passage: Passage) -> list[Piece]:
    """The text in what the model looks for and what lies between."""
    made, position = [], 0
    for mark in passage.marks:
        label = _label(mark)
        if label:
            made.append(Piece(passage.text[position : mark.start]))
            made.append(Piece(passage.text[mark.start : mark.end], label))
            position = mark.end
    return [*made, Piece(passage.text[position:])]


def _label(mark: Mark) -> str:
    """The letter for what is marked; empty for what the model does not look for."""
    if mark.category is Category.PERSON:
        return _LETTER.get(mark.role, _LETTER[Role.UNKNOWN])
    if mark.role is Role.FUNCTIONAL:
        return ORGANISATION if mark.category in _CONTACTS else ""
    return _OTHER.get(mark.category, "")


@dataclass(frozen=True)
class Names:
    """Words to put in the place of a name's: from the lists, and from the marks of passages."""

    first: Sequence[str]
    last: Sequence[str]
    holders: Sequence[str]
    """Surnames by which somebody in office is known."""

    def other(self, piece: Piece, chance: random.Random) -> str:
        """A name of the same build, with other words in it."""
        name, in_office = piece.text, piece.label == _LETTER[Role.OFFICE_HOLDER]
        words = re.split(r"(\s+|-)", name)
        letters = [i for i, word in enumerate(words) if word and word[0].isalpha()]
        for index in letters:
            if in_office and is_holders_surname(words[index]):
                # Of somebody known another who is: that it is known tells the networks something.
                words[index] = _cased_as(words[index], chance.choice(self.holders))
            else:
                words[index] = self._word(
                    words[index], chance, alone=len(letters) == 1, first=index == letters[0]
                )
        return "".join(words)

    def _word(self, word: str, chance: random.Random, *, alone: bool, first: bool) -> str:
        if _PARTICLE.fullmatch(word):
            return word
        if _INITIALS.fullmatch(word):
            return "".join(
                chance.choice("ABCDEFGHIJKLMNPRSTVWYZ") if c.isupper() else c for c in word
            )
        first = is_first_name(word) if alone else first
        new = chance.choice(self.first if first else self.last)
        return _cased_as(word, new)


def _cased_as(word: str, new: str) -> str:
    return new.lower() if word.islower() else new.upper() if word.isupper() else new


def changed(pieces: Sequence[Piece], names: Names, chance: random.Random) -> list[Piece]:
    """The pieces, at random as they are or changed in one or two ways."""
    new = list(pieces)
    if chance.random() < 0.6:
        new = _renamed(new, names, chance)
    if chance.random() < 0.5:
        new = _renumbered(new, chance)
    way = chance.random()
    for share, change in _CHANGES:
        if way < share:
            return [replace(piece, text=change(piece.text, chance)) for piece in new]
        way -= share
    return new


def _renamed(pieces: Iterable[Piece], names: Names, chance: random.Random) -> list[Piece]:
    """The same new name for the same old one; the givers of names to things keep theirs."""
    known: dict[str, str] = {}
    keep = {_LETTER[Role.EPONYM], "", *OTHERS, *NUMBERS, ORGANISATION}
    return [
        piece
        if piece.label in keep
        else replace(piece, text=known.setdefault(piece.text, names.other(piece, chance)))
        for piece in pieces
    ]


def _renumbered(pieces: Iterable[Piece], chance: random.Random) -> list[Piece]:
    """Other digits for the same number, whose it is or not: what stands around it tells that."""
    known: dict[str, str] = {}

    def other(run: re.Match[str]) -> str:
        if run["changed"] is None:
            return run.group()
        new = "".join(chance.choice("0123456789") for _ in run["changed"])
        return str(run["kept"]) + known.setdefault(run["changed"], new)

    return [replace(piece, text=_DIGITS.sub(other, piece.text)) for piece in pieces]


def _plain(text: str, _: random.Random) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _misread(text: str, chance: random.Random) -> str:
    """As bad text recognition gives it: letters taken for others, spaces lost and added."""
    for seen, read in chance.sample(_CONFUSED, 5):
        text = "".join(
            part if number == 0 else (read if chance.random() < 0.2 else seen) + part
            for number, part in enumerate(text.split(seen))
        )
    return text


def _joined(text: str, _: random.Random) -> str:
    return re.sub(r"(?<=\S)\n(?=\S)", " ", text)


_CHANGES: tuple[tuple[float, Callable[[str, random.Random], str]], ...] = (
    (0.07, lambda text, _: text.lower()),
    (0.03, lambda text, _: text.upper()),
    (0.06, _plain),
    (0.06, _misread),
    (0.05, _joined),
)
