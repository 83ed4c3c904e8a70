"""Which words that the model sees may be a name, and where one name ends and the next begins."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from woo.detect.layout.file_names import without_ending
from woo.detect.prose.nlp import has, text_of
from woo.reference.abbreviations import units
from woo.reference.lexicon import (
    is_ambiguous,
    is_first_name,
    is_frequent,
    is_in_place,
    is_medicine,
    is_not_name,
    is_of_language,
    is_ordinary,
    is_place,
    is_proper_noun,
    is_surname,
    may_be_name,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAINTS = frozenset(("Sint", "Sinte", "St."))
_ENGLISH_MONTHS = frozenset(
    (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    )
)
_THING = re.compile(
    r"..(?:museum|instituut|stichting|ziekenhuis|straat|laan|plein|kade|gracht|singel|dreef|park|"
    r"polder|plassen|gemaal|centrum|college|lyceum|school|terrein|haven|brug|tunnel|stadion|"
    r"theater|...zaal|fonds|kliniek|gebouw|garage|fabriek|hotel|...bode|courant|koerier|dagblad|"
    r"weekblad|nieuwsblad|vleugel)(?:en)?$",
    re.IGNORECASE,
)
# *De Ketting-Noord*: a part of a town.
_PART_OF_TOWN = re.compile(r"..-(?:Noord|Zuid|Oost|West|Centrum|Stad|Binnen|Buiten)$")
# *Stevens-Johnsonsyndroom*, whoever is called Stevens.
_SCIENCE = re.compile(r"..(?:syndroom|titratie|databank)$", re.IGNORECASE)
# *Acceptatie-2*, *Release-12*: one of several things.
_NUMBERED = re.compile(r".*[^\W\d_]{3}-\d{1,3}$|[et]\.o\.?$", re.DOTALL)  # *Slagveen e.o.*
# *Sint-Oedenrode*, *Sint-Maartenskerk*; who is called *Sint* has no hyphen behind it.
_SAINT = re.compile(r"(?:Sint|Sinte|St\.?)-[A-ZÀ-Þ]")
# *R1 Eibergen-Neede*: of a bus.
_LINE = re.compile(r"[A-Z]\d{1,3}")
# *Vink het vakje aan*
_TICK = re.compile(r"Vink[ ](?:het|de|een|dit|deze|alle|alleen|aan)\b")
# Richter-schaal, Parkinson-patiënten, PO-map
_COMPOUND = re.compile(r"[^\W\d_a-z][\w'’-]*-(?P<last>[a-zà-ÿ]{4,}|map)$")
_LEGAL_FORMS = frozenset(["B.V.", "BV", "N.V.", "NV", "V.O.F.", "VOF", "B.V", "N.V"])
_PATH_SIGNS = frozenset("@/\\=_")
_WEB = re.compile(r"(?:://|www\.|\.[a-z]{2,6}/|\\|=|@)\S*$")


def is_english_month(word: str) -> bool:
    """*June*, which is somebody too where no day stands behind it."""
    return word in _ENGLISH_MONTHS


def is_word(token: "Token", text: str) -> bool:
    """No white space, code, piece of a web address, or compound such as *Abbemuseum*."""
    if token.is_space or not _PATH_SIGNS.isdisjoint(token.text):
        return False
    word = token.text
    if sum(map(str.isdigit, word)) > 1:
        return False
    if (
        _SAINT.match(word)
        or (_THING.search(word) and not is_surname(word))
        or _SCIENCE.search(word)
        or _PART_OF_TOWN.search(word)
    ):
        return False
    compound = _COMPOUND.match(word)
    if compound and not (is_surname(compound["last"]) or is_first_name(compound["last"])):
        return False
    start = token.idx
    return (
        start == 0
        or text[start - 1] not in "/\\=@"
        or not _WEB.search(text, max(0, start - 60), start)
    )


def _is_code(word: str) -> bool:
    """A place, or in no list: an abbreviation, a word in lower case or of the language."""
    return is_place(word) or (
        not may_be_name(word) and (word.islower() or word.isupper() or is_of_language(word))
    )


def _is_titled(doc: "Doc", first: int) -> bool:
    return first > 0 and has(doc[first - 1], "title")


def without_saint(doc: "Doc", group: list[int]) -> list[int]:
    """The words of a name without *Sint Walburga* before it: a church, a hospital or a school."""
    first = group[0]
    if len(group) > 1 and doc[first].text in _SAINTS and not _is_titled(doc, first):
        return group[2:]
    return group[1:] if first > 0 and doc[first - 1].text in _SAINTS else group


def names_nobody(doc: "Doc", group: Sequence[int]) -> bool:
    """*Directie*, *Depakine*, *de voorzitter* behind *mevrouw*: however sure the model is.

    And *Oeganda*, but not *mevrouw Oeganda* or *Van Oeganda*.
    """
    first, *others = group
    behind = doc[first + 1].text if first + 1 < len(doc) else ""
    is_day = is_english_month(doc[first].text) and behind.isdigit()
    if not others and (is_day or _TICK.match(text_of(doc), doc[first].idx)):
        return True
    titled = _is_titled(doc, first)
    # *van Omroep Brabant*, but *Van Oeganda*.
    of_thing = doc[first].is_lower and bool(others) and is_not_name(doc[others[0]].text)
    bare = not titled and (of_thing or not has(doc[first], "particle"))
    if len(others) == 1 and not titled and _is_house(doc[first].text, doc[others[0]].text):
        return True
    if (not titled and _NUMBERED.match(doc[group[-1]].text)) or _is_body(doc, first, group[-1]):
        return True
    if others and doc[first].text in units() and not any(may_be_name(doc[i].text) for i in others):
        return True  # *VC Rhoon*
    return all(
        is_not_name(word)
        or is_medicine(word)
        or (bare and (is_proper_noun(word) or _is_route(word)))
        or (others and _LINE.fullmatch(word))
        or has(doc[i], "particle")
        for i, word in ((i, without_ending(doc[i].text)) for i in group)
    )


def _is_body(doc: "Doc", first: int, last: int) -> bool:
    """*de minister v. VROM*, *B. en W. van Enschede*."""
    begins = doc[first]
    is_unit = doc[last].text in units() and has(begins, "particle") and begins.is_lower
    return is_unit or (begins.text == "W." and text_of(doc).endswith("B. en ", 0, begins.idx))


def _is_route(word: str) -> bool:
    """*Eibergen-Neede*: from one town to the other."""
    towns = word.split("-")
    return len(towns) > 1 and all(is_in_place(t) and not may_be_name(t) for t in towns)


def _is_house(article: str, word: str) -> bool:
    """*Het Kompas*, *'t Hoekje*: a house; *De Kluiver* may be somebody."""
    if article not in {"Het", "'t", "’t"} or not word[:1].isupper():
        return False
    return is_ordinary(word) and not may_be_name(word)


def _is_doubtful_alone(token: "Token") -> bool:
    """A code, a unit, *eerlijk gezegd schrik je*, whatever people are called; *Kaart.msg*."""
    opens = token.i == 0 or token.nbor(-1).text[-1] in ".!?:\n"
    name = without_ending(token.text)
    of_file = name != token.text and is_ordinary(name) and not is_first_name(name)
    is_word = (token.is_lower and is_ordinary(token.text)) or token.text in units()
    return of_file or is_word or _is_code(token.text) or (opens and is_ambiguous(token.text))


def is_doubtful(doc: "Doc", group: Sequence[int]) -> bool:
    """Nothing but tussenvoegsels, common words, and words that are no names."""
    first, last = doc[group[0]], doc[group[-1]]
    if len(group) > 1 and _is_initial(first.text) and last.text[0].isupper():
        return False  # *J. de Vraag*
    if len(group) > 1 and has(first, "particle") and first.text[0].isupper() and last.is_lower:
        return True  # *De wit gekalkte muur*
    if len(group) == 1 and _is_doubtful_alone(first):
        return True
    return all(
        has(doc[index], "particle")
        or is_frequent(doc[index].text)
        or is_not_name(doc[index].text)
        or len(doc[index]) < 2
        for index in group
    )


def groups(doc: "Doc", places: Sequence[int], begins: Sequence[bool]) -> Iterator[list[int]]:
    """The words of each name, without signs, when they are worth anything."""
    parts = (part for group in consecutive(doc, places, begins) for part in _parted(doc, group))
    for group in parts:
        words = without_signs(doc, group, str.isalpha)
        while words and (doc[words[-1]].text in _LEGAL_FORMS or _leads_on(doc[words[-1]])):
            words.pop()
        if words and _is_initial(doc[words[-1]].text):
            words += _surname_behind(doc, words[-1])
        if any(not has(doc[i], "particle") and not _is_initial(doc[i].text) for i in words):
            yield words


def _leads_on(token: "Token") -> bool:
    """*Verschuren en* of two people, *Teding van* that a column cut off: no part of the name."""
    return token.is_lower and (token.text in {"en", "of"} or has(token, "particle"))


def _surname_behind(doc: "Doc", initial: int) -> list[int]:
    """The words of *de Vraag* behind *J.*, which the model took for the words that they are."""
    words: list[int] = []
    for token in doc[initial + 1 :]:
        words.append(token.i)
        if not has(token, "particle"):
            is_name = token.text[0].isupper() and token.text.isalpha() and len(token) > 1
            return words if is_name and not token.text.isupper() else []
    return []


def _parted(doc: "Doc", group: list[int]) -> Iterator[list[int]]:
    """Two names in a list: behind a comma *De Boer, J.* goes on, and *De Boer, Kiwitz* does not."""
    start = 0
    for number, place in enumerate(group[:-1]):
        following = doc[group[number + 1]]
        given = has(following, "initials") or has(following, "particle")
        goes_on = given or is_first_name(following.text)
        # *A. Verschuren, T. Wiersma*: whose initials came first has them.
        if doc[place].text == "," and (not goes_on or has(doc[group[start]], "initials")):
            yield group[start:number]
            start = number + 1
    yield group[start:]


def consecutive(doc: "Doc", places: Sequence[int], begins: Sequence[bool]) -> Iterator[list[int]]:
    """Runs of words with at most a line break between them; each has one beginning."""
    if not places:
        return
    group = [places[0]]
    for before, place in pairwise(places):
        between = doc[before + 1 : place]
        goes_on = all(token.is_space and token.text.count("\n") < 2 for token in between)
        if goes_on and not begins[place]:
            group.append(place)
            continue
        yield group
        group = [place]
    yield group


def without_signs(
    doc: "Doc", group: Iterable[int], counts: Callable[[str], bool] = str.isalnum
) -> list[int]:
    """Without the words at both ends that have no letter that ``counts``."""
    words = list(group)
    while words and not any(map(counts, doc[words[-1]].text)):
        words.pop()
    while words and not any(map(counts, doc[words[0]].text)):
        words.pop(0)
    return words


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."
