"""Tell whether a variant found in a text is a person's name there or an ordinary word."""

import re
from dataclasses import dataclass, field

from woo.detect.dossier.called_alike import is_called_alike, is_office_of_king
from woo.detect.offices.office_words import OFFICE
from woo.detect.things.employers import ends_as_organisation
from woo.detect.words.grammar import LETTER, is_titled
from woo.detect.words.name_parts import parse_name
from woo.reference.abbreviations import units
from woo.reference.lexicon import (
    is_ambiguous,
    is_first_name,
    is_frequent,
    is_in_use,
    is_not_name,
    is_of_language,
    is_ordinary,
    is_place,
    is_surname,
)
from woo.text.matcher import Match, is_invisible

# Signs that may stand inside a name although the variant does not have them there.
_INSIDE_NAMES = frozenset(" \t\n.-'’‘")
_LOWER_WORD = re.compile(r"(?<![\w.@])[^\W\d_A-Z]{2,40}(?![\w@])")
_STREET_AFTER = re.compile(
    f"(?:-|[ ](?:(?:van|de|den|der|het|'t)[ ]){{0,2}})[{LETTER}]{{0,30}}"
    "(?:straat|laan|weg|plein|kade|gracht|instituut|museum|stichting)\\b",
    re.IGNORECASE,
)
# *Boot wist van niets*: what a thing does not do.
_ACTS = re.compile(
    r"[ ](?:wist|weet|zei|zegt|vindt|vond|belde|belt|mailde|mailt|schreef|schrijft|vroeg|vraagt|"
    r"gaf|levert|stuurde|stuurt|meldde|meldt|vertelde|vertelt|liet|tekende|bevestigde|"
    r"wil|wilde|antwoordde|antwoordt|appte|appt|dacht|denkt|reageerde|reageert|wacht|twijfelt)\b"
)
_CELL_SIGNS = frozenset(["", "\n", "\t", ";", "|"])
_OFFICES = re.compile(OFFICE, re.IGNORECASE)
_NAME_BEHIND = re.compile(r"[ ](?:(?:van|de|den|der|ter)[ ]){0,2}[A-ZÀ-Þ]")
# *Rayan Boukhris. Rayan*: no name goes on in the next sentence.
_SENTENCE_END = re.compile(r"[^\W\d_]{3}\.\s")
_REACH, _SHORTEST_RARE, _LONGEST_WORD = 60, 6, 40
_ABBREVIATION = 3  # letters; two are more often somebody's
# Before a person rather than a month or a thing.
_TO_SOMEBODY = re.compile(r"\b(?:bij|met|aan|door|tegen|volgens|namens|vraag|bel|mail) $")
# *volgens Wassenaar*, whom the dossier knows; *ene wassenaar* cannot be the town.
_FROM_SOMEBODY = re.compile(
    r"\b(?:volgens|vraag|bel|mail|app|(?:mail|mailtje|appje|brief|telefoontje|reactie) van) $"
)
_SOME = re.compile(r"\b[Ee]ne $")
# Where somebody lives or works, not who it is.
_PLACE_BEFORE = re.compile(
    r"\b(?:[Gg]emeente|[Pp]rovincie|[Rr]egio|[Ww]aterschap|[Pp]olitie|[Bb]randweer|te|in|uit|nabij|"
    r"UMC|GGD|RAV|AZC|azc|ROC|[Uu]nit|[Ww]ijkteam|"
    r"(?:burgemeester|wethouders|raad|gemeenteraad|college|mayor)[ ](?:van|of)|"
    r"\d{4}[ ]?[A-Z]{2}[ ]?)[ ]$"
)
# *UHT-2024-118820*: the letters of a case.
_NUMBERED = re.compile(r"[-/]\d{2}")
_ARTICLE = re.compile(r"\b(?:[Dd]e|[Hh]et|[Ee]en)[ ]$")
_HYPHENATED = re.compile("[-\u00ad]\\s*\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A text, the words it has in lower case, and the ids of the people seen in it."""

    text: str = field(repr=False)
    words: frozenset[str] = field(repr=False)
    present: frozenset[str]

    @classmethod
    def of(cls, text: str, present: frozenset[str]) -> "Place":
        """Read the words of a text once."""
        return cls(text, frozenset(_LOWER_WORD.findall(text)), present)

    def is_ordinary(self, word: str) -> bool:
        """True for a word of the lists, and for one that this text uses in lower case too."""
        return is_ambiguous(word) or (not _is_listed(word) and word.casefold() in self.words)


@dataclass(frozen=True, slots=True)
class Owner:
    """What is known of whose a variant is.

    ``here``: somebody who has it was seen in this text. ``mailed``: the word stands in his address
    of e-mail, so it is a name although no list has it: *gerrit.appelboom@…*, *mei.tan@…*.
    ``given``: it is nobody's surname. ``whole``: it is a surname that stands with a first name that
    the lists know: *Ricardo Stavast*.
    """

    here: bool
    mailed: bool = False
    given: bool = False
    whole: bool = False


def is_name_here(place: Place, match: Match, owner: Owner) -> bool:
    """True when the variant is the name, and no ordinary word."""
    written = place.text[match.start : match.end]
    around = (
        place.text[max(0, match.start - 1) : match.start],
        place.text[match.end : match.end + 1],
    )
    in_code = around == (":", ":")  # ECLI:NL:HR:2018:1316
    if (
        in_code
        or is_office_of_king(place.text, match)
        or _is_bare_letter(place.text, match)
        or _is_office_word(place.text, match)
        or not _separators(written) <= _separators(match.term) | _INSIDE_NAMES
    ):
        return False
    if _SENTENCE_END.search(written) and "." not in match.term:
        return False
    if match.term.islower():  # a user name, as in an address
        return True
    if is_titled(place.text, match.start) or _SOME.search(
        place.text[max(0, match.start - 5) : match.start]
    ):
        return True  # ``mevr. vos``, ``ene vos``
    if " " in match.term.strip() or "." in match.term:
        return _is_full_name(written, match.term)
    return _is_one_word(place, match, owner)


def _separators(written: str) -> set[str]:
    """The signs between the letters: ``Van: Wessem`` is not ``van Wessem``."""
    return {c for c in written if not c.isalnum() and not is_invisible(c)}


def _is_bare_letter(text: str, match: Match) -> bool:
    """The column *B* of a sheet is not *B.*, with which somebody is meant; nor a code."""
    if len(match.term.rstrip(".")) == 1 and text[match.end : match.end + 1] in {"/", "-"}:
        return True  # *C/09/644812*, *F-08.22*
    with_dot = f"{text[match.start]}." == match.term
    before, behind = text[match.start - 1 : match.start], text[match.start + 1 : match.start + 2]
    return with_dot and before in _CELL_SIGNS and behind in _CELL_SIGNS


def _is_full_name(written: str, term: str) -> bool:
    """A full name may be in lower case; two short words, or *de wit gekalkte muur*, may not."""
    parts = parse_name(term)
    if not (parts.first or parts.initials) and is_ambiguous(parts.surname):
        return written.rsplit(maxsplit=1)[-1][:1].isupper()
    return any(c.isupper() for c in written) or len(written) > 8 or _is_log_in(written)


def _is_log_in(written: str) -> bool:
    """``mgeesink``, an initial and a surname, and no word or name by itself."""
    return (
        written.isalpha()
        and len(written) > 5
        and not (is_ordinary(written) or is_surname(written) or is_first_name(written))
    )


def _is_one_word(place: Place, match: Match, owner: Owner) -> bool:
    if _is_something_else(place.text, match, owner):
        return False
    if is_frequent(match.term):
        return _is_frequent_name(place.text, match, owner)
    return _is_single_name(place, match, owned_here=owner.here)


def _is_single_name(place: Place, match: Match, *, owned_here: bool) -> bool:
    """One word: it has its capital, is no part of another name, and is not an ordinary word."""
    written, word = place.text[match.start : match.end], match.term
    if not written[0].isupper():
        if _ARTICLE.search(place.text, max(0, match.start - 5), match.start):
            return False  # *op de losvloer*
        return _is_name_in_lower_case(word, owned_here=owned_here)
    if _STREET_AFTER.match(place.text[match.end : match.end + _REACH]):
        return False
    if not place.is_ordinary(word):
        return True
    # At the head of a sentence any word has a capital: there the name needs a text that does not
    # use the word as a word.
    in_sentence = not _opens_sentence(place.text, match.start)
    only_as_name = word.casefold() not in place.words
    acts = _ACTS.match(place.text, match.end) is not None
    return acts or (in_sentence and only_as_name) or (owned_here and (in_sentence or only_as_name))


def _is_frequent_name(text: str, match: Match, owner: Owner) -> bool:
    """One of the commonest words: somebody's by its capital, what he does or who is spoken to."""
    to_her = _TO_SOMEBODY.search(text[max(0, match.start - 12) : match.start]) is not None
    # *de Kamer* has a capital inside a sentence whatever anybody is called; *Stel* has not.
    expected = to_her or owner.here or owner.mailed or not is_not_name(match.term)
    if not (expected and text[match.start].isupper()):
        return False
    if _ACTS.match(text, match.end):  # *Mei zei*, also at the head of a sentence
        return True
    if not owner.given:
        return _is_name_against_odds(text, match)
    # *vraag het aan Mei*, *Mei: ja*, and not *begin Mei*, *bij Mei 23*.
    is_date = text[match.end : match.end + 2].strip().isdigit()
    return (to_her and not is_date) or text.startswith(": ", match.end)


def _may_be_surname(word: str, *, whole: bool) -> bool:
    """Not *Garenfabriek* or *Bureau*: a word or an organisation, and no name of the lists.

    It is somebody's where the whole name stands, and nobody's in the rest of the dossier; but for
    a word of the dictionary that nobody uses, *stavast*, where a ``whole`` name has it.
    """
    named = is_ambiguous(word) or is_first_name(word) or is_surname(word)
    if len(word) >= _ABBREVIATION and word in units():
        return False  # *WJZ*, which some column had among its monograms
    is_word = is_ordinary(word) and not (whole and not is_in_use(word))
    return named or not (is_word or is_not_name(word) or ends_as_organisation(word))


def _is_something_else(text: str, match: Match, owner: Owner) -> bool:
    """A place, a word, a part of *GroenLinks*, or the end of a line and the first of the next."""
    written = text[match.start : match.end]
    broken = "\n" in written and not _HYPHENATED.search(written)
    in_brand = is_not_name(_whole_word(text, match))
    place = _is_place(text, match, owned_here=owner.here)
    numbered = _NUMBERED.match(text, match.end) is not None
    other = broken or in_brand or place or numbered or is_called_alike(text, match)
    return other or not (
        owner.here or owner.mailed or _may_be_surname(match.term, whole=owner.whole)
    )


def _is_office_word(text: str, match: Match) -> bool:
    """*de dijkgraaf*, *Dijkgraaf Herman Wolthuis*, where somebody else is called Dijkgraaf."""
    if _OFFICES.fullmatch(match.term.strip(" ,.")) is None:
        return False
    return text[match.start].islower() or _NAME_BEHIND.match(text, match.end) is not None


def _whole_word(text: str, match: Match) -> str:
    """The word that the match is in: *iBabs* of *Babs*."""
    start, end = match.start, match.end
    first, last = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > first and text[start - 1].isalpha():
        start -= 1
    while end < last and text[end].isalpha():
        end += 1
    return text[start:end] if (start, end) != (match.start, match.end) else ""


def _is_place(text: str, match: Match, *, owned_here: bool) -> bool:
    """*Stein* is a town, and somebody where *Olivier Stein* is named or he does something."""
    before = text[max(0, match.start - 24) : match.start]
    somebody = owned_here or _FROM_SOMEBODY.search(before) or _ACTS.match(text, match.end)
    return (is_place(match.term) and not somebody) or _PLACE_BEFORE.search(before) is not None


def _is_name_in_lower_case(word: str, *, owned_here: bool) -> bool:
    """As in chats and hasty mail: a listed name, or a word that nobody writes.

    The dictionary has *pinas* and *bakhuizen*, and a text about somebody called so does not.
    """
    if (owned_here or is_first_name(word)) and _is_listed(word):
        return len(word) > 3 or (owned_here and len(word) == 3 and not is_of_language(word))
    if len(word) >= _SHORTEST_RARE and not is_of_language(word):
        return True
    return len(word) > 3 and not is_in_use(word)


def _is_name_against_odds(text: str, match: Match) -> bool:
    """A very common word with a capital is a name inside a sentence, and where no date is."""
    around = text[max(0, match.start - 3) : match.start] + text[match.end : match.end + 3]
    return not any(sign.isdigit() for sign in around) and not _opens_sentence(text, match.start)


def _is_listed(word: str) -> bool:
    return (is_first_name(word) or is_surname(word)) and not is_ambiguous(word)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip(" \t")
    return not before or before[-1] in ".!?•" or before.endswith("\n\n")
