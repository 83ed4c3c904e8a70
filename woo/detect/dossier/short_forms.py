"""User names and monograms: ``boonstras1``, ``FJvdZ``. Only of people who are known already."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from woo.detect.dossier.letters_in_place import (
    BODIES,
    has_its_place,
    has_part,
    is_abbreviation,
    is_addressed,
    is_body,
    is_meant,
    tells_anywhere,
)
from woo.detect.offices.parties import party_in_brackets
from woo.detect.spans import finding
from woo.detect.words.name_parts import NameParts, parse_name
from woo.model.finding import Category, Finding
from woo.model.person import Person
from woo.reference.abbreviations import units
from woo.reference.lexicon import (
    is_first_name,
    is_of_language,
    is_surname,
)
from woo.text.folding import fold

# Office systems make a user name of a piece of the surname, an initial and a number.
_USER_NAME = re.compile(r"(?<![^\W_])(?P<letters>[a-z]{4,14}|[A-Z]{5,14})\d{1,2}(?![^\W_])")
# Without a number in brackets, behind *door* or before whose it is, *boonstt (Tjalling)*: of
# somebody who is named in the same text.
_PLAIN_USER = re.compile(
    r"(?:\(|\bdoor )(?P<letters>[a-z]{5,14})(?=[);,.\n]|$)|"
    r"(?<![\w@.-])(?P<owned>[a-z]{5,14})(?=[ ]\([A-ZÀ-Þ][\w-]{1,20}\))"
)
# An initial with how a surname begins, or a whole surname with an initial, and no word: anywhere.
_BARE_USER = re.compile(r"(?<![\w@.-])[a-z]{4,14}(?![\w@-]|\.\w)")
_MONOGRAM = re.compile(r"(?<![\w./-])[A-ZÀ-Þ][A-Za-zÀ-ÿ]{1,6}(?![\w@-]|\.\w)")
# *hvk zegt dat het mag*, in a chat: three letters and more, with those of the tussenvoegsels.
_SMALL_MONOGRAM = re.compile(r"(?<![\w.@/-])[a-z]{3,6}(?![\w@-]|\.\w)")
_SHORTEST_PIECE = 4
# ``Anna de Kort (AK)``: from there on the letters stand for the name.
_INTRODUCED = re.compile(r"[a-z] \(([A-Z][A-Za-z]{1,5})\)")
# Degrees, which look like an initial and the beginning of a surname.
_DEGREES = frozenset({"MSc", "BSc", "MEd", "BEd", "LLm", "DSc", "MBa", "EMd"})
# *RJ,* above a mail, *HJ, deze kwam vannacht*, *HJ, Joost,*; *jg* below it.
_GREETED = re.compile(
    r"(?:^|\n)[ \t]*(?P<letters>[A-Z]{2,4}),"
    r"(?:[ \t]*\n|[ ](?=[a-z]|(?:en[ ])?[A-ZÀ-Þ][a-zà-ÿ]+,[ \t]*\n))"
)
# *HJ* on a line of its own, as below a mail; *niet ter plekke discussiëren KJ*, in a chat.
_AT_LINE_END = re.compile(
    r"(?:^[ \t>]*|(?<=[a-zà-ÿ,] ))(?P<letters>[A-Z]{2,4})[.!?]*[ \t]*$", re.MULTILINE
)
_SIGNED_SMALL = re.compile(r"\n[ \t]*(?P<letters>[a-z]{2,4})\s*(?:Pagina \d+ van \d+\s*)?\Z")
# *|WS, AF|* of a list of actions: a cell of nothing but letters.
_LETTERS_IN_CELL = re.compile(
    r"(?<=[|;\t])[ ]?"
    r"(?P<row>[A-ZÀ-Þ][A-Za-zÀ-ÿ]{1,4}(?:[ ]?[,/+&][ ]?[A-ZÀ-Þ][A-Za-zÀ-ÿ]{1,4}){1,4})"
    r"(?=[ ]?(?:[|;\t\n]|$))"
)
_ONE_OF_ROW = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ]{1,4}")
# *(KA/RM)*, *DS/AdB*: two of whom letters are known.
_PAIR = re.compile(
    r"(?<![\w./-])(?P<one>[A-ZÀ-Þ][A-Za-zÀ-ÿ]{1,4})[ ]?[/+&][ ]?"
    r"(?P<other>[A-ZÀ-Þ][A-Za-zÀ-ÿ]{1,4})(?![\w./-])"
)
# So many of somebody's, and so large a part of all letters: a text that speaks in letters.
_LETTERS_SPOKEN, _LETTERS_PART = 4, 0.6
_USER_SCORE, _MONOGRAM_SCORE = 0.8, 0.6


@dataclass(frozen=True, slots=True)
class ShortForms:
    """The short forms of everybody in a dossier, each with the ids of whom it may mean."""

    user_names: dict[str, set[str]] = field(repr=False)
    monograms: dict[str, set[str]] = field(repr=False)
    whole: frozenset[str] = field(repr=False)
    cut: frozenset[str] = field(repr=False)
    small: frozenset[str] = field(repr=False)
    signatures: frozenset[str] = field(repr=False)
    called: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, people: Sequence[Person]) -> "ShortForms":
        """Forms that two people could have count for both: either way it is somebody."""
        user_names: dict[str, set[str]] = defaultdict(set)
        monograms: dict[str, set[str]] = defaultdict(set)
        whole: set[str] = set()
        cut: set[str] = set()
        called: set[str] = set()
        for person in people:
            for parts in {parse_name(person.name), *map(parse_name, person.variants[:6])}:
                for stem in _user_names(parts):
                    user_names[stem].add(person.id)
                for monogram in _monograms(parts):
                    monograms[monogram].add(person.id)
                cut.update(_cut(parts))
                called.add(_called(parts))
                whole.update(_telling_user_names(parts))
        small = frozenset(_in_small_letters(monograms))
        signatures = frozenset(letters.lower() for letters in monograms)
        return cls(
            dict(user_names),
            dict(monograms),
            frozenset(whole),
            frozenset(cut),
            small,
            signatures,
            frozenset(called) - BODIES,
        )

    def find(self, text: str, present: frozenset[str]) -> Iterator[Finding]:
        """User names and ``YBe`` anywhere; monograms of who occurs in this text or is spoken of."""
        for span in self._users(text, present):
            yield finding(text, span, Category.PERSON, "user_name", _USER_SCORE)
        for span in self._initials(text, present):
            yield finding(text, span, Category.PERSON, "monogram", _MONOGRAM_SCORE)

    def _users(self, text: str, present: frozenset[str]) -> Iterator[tuple[int, int]]:
        for match in _USER_NAME.finditer(text):
            if match["letters"].lower() in self.user_names:
                yield match.span()
        for match in _PLAIN_USER.finditer(text):
            word = match[match.lastgroup or 0]
            if self.user_names.get(word, set()) & present and not _is_word(word):
                yield match.span(match.lastgroup or 0)
        for match in _BARE_USER.finditer(text):
            if match.group() in self.whole and not _is_word(match.group()):
                yield match.span()

    def _initials(self, text: str, present: frozenset[str]) -> Iterator[tuple[int, int]]:
        every = list(_letters(text))
        introduced = {match[1] for match in _INTRODUCED.finditer(text)}
        introduced |= {
            match.group()
            for match in every
            if is_addressed(text, match)
            and (
                self._is_present(match.group(), present)
                or match.group() in self.called
                or not is_body(match.group())
            )
        }
        introduced |= {match["letters"] for match in _GREETED.finditer(text)}
        introduced |= {
            match["letters"]
            for match in _AT_LINE_END.finditer(text)
            if self._is_present(match["letters"], present) and match["letters"] not in units()
        }
        rows = [*self._in_pairs(text), *self._in_cells(text)]
        yield from (span for row in rows for span in row)
        introduced |= {text[slice(*span)] for row in rows for span in row}
        introduced |= {*self._spoken(every), *self._spoken_of(text, every, present)}
        signed = _SIGNED_SMALL.search(text)
        if signed and signed["letters"] in self.signatures and not _is_word(signed["letters"]):
            yield signed.span("letters")
        for match in every:
            letters = match.group()
            owners = self.monograms.get(letters, set())
            meant = (owners & present and is_meant(text, match)) or has_its_place(text, match)
            told = meant or tells_anywhere(letters) or letters in introduced
            if letters in self.cut or (owners and told):
                yield match.span()
        for match in _SMALL_MONOGRAM.finditer(text) if self.small else ():
            if match.group() in self.small:
                yield match.span()

    def _is_present(self, letters: str, present: frozenset[str]) -> bool:
        return bool(self.monograms.get(letters, set()) & present)

    def _in_pairs(self, text: str) -> Iterator[list[tuple[int, int]]]:
        """Both of a pair of known letters, of which one at least is no abbreviation."""
        for pair in _PAIR.finditer(text):
            if self._are_all_known(pair.group("one", "other")):
                yield [pair.span("one"), pair.span("other")]

    def _in_cells(self, text: str) -> Iterator[list[tuple[int, int]]]:
        """The same of all that fill a cell."""
        for cell in _LETTERS_IN_CELL.finditer(text):
            row = list(_ONE_OF_ROW.finditer(text, *cell.span("row")))
            if self._are_all_known([one.group() for one in row]):
                yield [one.span() for one in row]

    def _are_all_known(self, row: Iterable[str]) -> bool:
        letters = set(row)
        known = all(one in self.monograms or one in self.cut for one in letters)
        return known and not (letters <= units() or letters & BODIES)

    def _spoken_of(
        self, text: str, letters: Iterable[re.Match[str]], present: frozenset[str]
    ) -> Iterator[str]:
        """Somebody's letters, where something is for him or he does something."""
        for one in letters:
            if one.group() in units() or not self._is_present(one.group(), present):
                continue
            if has_part(text, one):
                yield one.group()

    def _spoken(self, letters: Iterable[re.Match[str]]) -> Iterator[str]:
        """Somebody's letters in a note that names everybody so: *ZI = voorman / MZ / HB*."""
        every = [match.group() for match in letters if match.group()[1].isupper()]
        telling = [one for one in every if not is_abbreviation(one)]
        owned = [one for one in telling if one in self.monograms]
        if len(set(owned)) >= _LETTERS_SPOKEN and len(owned) >= _LETTERS_PART * len(telling):
            yield from (one for one in every if not is_body(one))


def _letters(text: str) -> Iterator[re.Match[str]]:
    """Letters that may be somebody's; not the *GL* of *Genuit (GL)*."""
    for match in _MONOGRAM.finditer(text):
        if not party_in_brackets(text, match.start() - 1):
            yield match


def _in_small_letters(monograms: Iterable[str]) -> Iterator[str]:
    """``hvk`` of ``HvK``: those with a tussenvoegsel in them that are no word."""
    for letters in monograms:
        if len(letters) > 2 and not letters.isupper() and not _is_word(letters.lower()):
            yield letters.lower()


def _is_word(word: str) -> bool:
    return is_of_language(word) or is_first_name(word) or is_surname(word)


def _user_names(parts: NameParts) -> Iterator[str]:
    """``boonstras``, ``khattay``, ``zwojtow``: surname and initial, either first."""
    surname, initial = parts.surname_key, parts.initial_letters[:1]
    if initial:
        for length in range(_SHORTEST_PIECE, len(surname)):
            yield surname[:length] + initial
            yield initial + surname[:length]
    yield from _whole_user_names(parts)


def _telling_user_names(parts: NameParts) -> Iterator[str]:
    """Those that are hardly anything else: also ``zwojt``, but not ``wojtz``."""
    yield from _whole_user_names(parts)
    surname, initial = parts.surname_key, parts.initial_letters[:1]
    if initial:
        yield from (initial + surname[:end] for end in range(_SHORTEST_PIECE, len(surname)))


def _whole_user_names(parts: NameParts) -> Iterator[str]:
    """``wijnbelds``: nothing of the surname left out."""
    surname, initial = parts.surname_key, parts.initial_letters[:1]
    if surname and initial:
        yield surname + initial
        yield initial + surname
    particles = "".join(p[0] for p in parts.particles.casefold().split() if p[0].isalpha())
    if surname and particles:  # *vdongen*
        yield particles + surname


def _monograms(parts: NameParts) -> Iterator[str]:
    """``FJvdZ`` and ``SBH``, ``WJO`` by initials; also ``FJ`` for who has a double first name."""
    called = _letters_of_first(parts)
    if len(called) > 1:
        yield called
    if not parts.surname:
        return
    for given in {called, fold(parts.initials).text.upper()} - {""}:
        particles = "".join(p[0] for p in parts.particles.casefold().split() if p[0].isalpha())
        for surname in {parts.surname.split("-")[0], parts.surname}:
            last = "".join(p[0] for p in surname.split("-") if p).upper()
            yield from {given + particles + last, given + particles.upper() + last}
        # *AKvD*, of *Annelot Kuipers-van Dam*
        yield given + particles + "".join(w[0] for w in re.split("[- ]", parts.surname) if w)


def _called(parts: NameParts) -> str:
    """``PB`` of *Pieter-Bas*, as he is called; of a single first name nothing."""
    letters = _letters_of_first(parts)
    return letters if len(letters) > 1 else ""


def _letters_of_first(parts: NameParts) -> str:
    return "".join(piece[0] for piece in re.split("[- ]", parts.first) if piece).upper()


def _cut(parts: NameParts) -> Iterator[str]:
    """``YBe`` and ``SWij``: an initial and how the surname begins."""
    surname = parts.surname.split("-")[0].split(" ")[-1]
    initial = parts.initial_letters[:1].upper()
    if not initial or not surname.isalpha():
        return
    if len(parts.first) > 2 and len(surname) > 2:  # *MaHu*
        yield parts.first[:2].capitalize() + surname[:2].capitalize()
    for letters in (2, 3):
        form = initial + surname[:letters].capitalize()
        if len(surname) > letters and form not in _DEGREES:
            yield form
