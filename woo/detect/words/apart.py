"""Names, addresses and numbers whose halves stand on two lines or somewhat apart.

*Mounir⏎Chaara*, *S. van⏎> Hintum*, *Anneriek  Wind*, *Rielerweg⏎120* and *141-008-⏎22* are each
one, which rules and networks know when nothing stands in it but a space.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from woo.detect.spans import line_start
from woo.detect.words.grammar import (
    CAPITALISED,
    INITIALS,
    LETTER,
    PARTICLES,
    STREET_ENDING,
    TITLES,
)
from woo.detect.words.moves import Move
from woo.reference.lexicon import (
    is_first_name,
    is_in_use,
    is_like_surname,
    is_not_name,
    is_ordinary,
    is_place,
    is_surname,
)

# A line end, also in a mail that is quoted, two spaces or a tab.
_GAP = re.compile(
    rf"(?<=[\w.,'’-])(?:[ \t]{{0,8}}[\n\f][ \t>]{{0,40}}|[ ][ ]|\t)(?=['’{LETTER}\d])"
)
_CELL = re.compile(r"[|\t]|;\S|\S[ ]{3,}\S")
_MOST_BEFORE: Final = 60  # characters of a name or an address before a gap
_PARTICLES: Final = rf"{PARTICLES}(?:[ ]{PARTICLES})?"
_BEFORE = re.compile(
    rf"(?:^|(?<![\w.@/-]))(?:"
    rf"(?P<initials>{INITIALS}(?P<of>[ ]{_PARTICLES})?)|"
    rf"(?P<bare>(?:[Vv]an[ ](?:de[rn]?|het|['’]t)|[Tt]e[rn]))|"
    rf"(?P<titled>{TITLES}[ ](?:{_PARTICLES}|(?:Oude|Klein|Groot|Nieuwe)))|"
    rf"(?P<first>{CAPITALISED})(?P<of_first>[ ]{_PARTICLES})?|"
    rf"(?P<surname>{CAPITALISED}),"
    rf")$"
)
_BEHIND = re.compile(
    rf"(?P<right>(?P<initials>{INITIALS})(?![ ]?(?:[A-ZÀ-Þ]|{PARTICLES}[ ]))|"
    rf"(?P<more>{_PARTICLES}[ ])?(?P<word>{CAPITALISED}))"
    # A number of a list or of a case makes a heading of it, as in *Ticket 4*.
    rf"(?![{LETTER}\d@/]|[.:]\w|[.]?[ ]?:|[ ]\d{{1,2}}(?!\d)|[ ]\d{{8}})"
)
_PARTICLE = re.compile(_PARTICLES)
# Before who signs: nothing, or how he greets.
_ABOVE = re.compile(r"[ \t>]*(?:[^\n]{0,30}\b(?:groet\w*|mvg|gr)\b[,.]?[ ])?", re.IGNORECASE)
_MORE_WORDS = re.compile(rf"[ ](?:{_PARTICLES}[ ])?[A-ZÀ-Þ]")
# *Okonkwo, C.* is whole; *zag ik, H.⏎Vroon* is not.
_SURNAME_BEFORE = re.compile(rf"(?<![\w.@/-]){CAPITALISED},[ ]?$")
# *de bedrijfsarts Van⏎Rhee*: a capital where no sentence begins.
_IN_SENTENCE = re.compile(r"[a-z][ ]$")
_STREET = re.compile(rf"[A-ZÀ-Þ][\w'’-]{{2,30}}(?:{STREET_ENDING})$")
# No number of a list, and not the first word of what comes next: *in de Kerkstraat⏎6. Verlichting*.
_HOUSE = re.compile(
    r"(?P<right>\d{1,4}(?:[ ]?[a-zA-Z]|-\w{1,4}|[ ](?:bis|hs|ws))?)"
    r"(?=[,;)\]]|$|(?<=\d\d\d)\.|(?<=[a-zA-Z])\.|[ ](?:in|te|en|is|was|staat|heeft)[ ]|"
    r",?[ ]?\d{4}[ ]?[A-Z]{2}\b)"
)
# *wonende Molenstraat*, and on the next line *7. Ik heb …*, which else begins a list.
_HOUSE_AT_END = re.compile(r"(?P<right>\d{1,4})(?=\.)")
_LIVES = re.compile(
    r"\b(?:wonend|wonende|woonachtig|woon|woont|wonen)(?:[ ](?:aan|op|in))?(?:[ ](?:de|het))?[ ]"
    r"(?P<left>[A-ZÀ-Þ][\w'’-]{1,30}(?:straat|laan|weg|plein|dijk|kade|singel|hof|steeg|pad))$"
)
_NUMBER = re.compile(r"[a-z][ ]\d{1,4}(?:[a-zA-Z]|-\w{1,4})?(?:,|[ ](?:te|in))$")
# *aan de Gerard⏎Doustraat 64*
_OF_STREET = re.compile(
    rf"\b(?:aan|op|in|van|naar|adres|wonende|woont|woonachtig)[ ](?:(?:de|het|den)[ ])?"
    rf"(?P<left>{CAPITALISED})$"
)
_STREET_BEHIND = re.compile(
    rf"(?P<right>[A-ZÀ-Þ][\w'’-]{{2,30}}(?:{STREET_ENDING})[ ]\d{{1,4}}[a-zA-Z]?)(?![\w%])"
)
_PLACE = re.compile(rf"(?P<right>(?P<word>{CAPITALISED}))(?![\w@:/])")
# And so many digits a whole one has: nothing goes on behind it.
_DIGITS: Final = {"account": 12, "phone": 10, "bsn": 9}
_NUMBER_BEGUN = re.compile(
    r"(?:(?<!\w)(?P<account>[A-Z]{2}\d\d(?:[ ][A-Z]{4})?(?:[ ]\d{2,4}){0,3})|"
    r"(?<![\w./,+-])(?P<phone>(?:\+\d\d|0)\d[\d ()-]{0,12})|"
    r"\b(?P<bsn>(?i:bsn|burgerservicenummer|sofi-?(?:nummer|nr))[ .:]{0,4}\d[\d .]{0,10}))$"
)
_NUMBER_GOES_ON = re.compile(
    r"(?P<right>(?:[A-Z]{4}[ ])?\d{2,8}(?:[ ]\d{2,8}){0,4})(?![\w%@/]|[.,:-]\d)"
)
# A hyphen of their own: *Hoekstra-⏎Visser*, *VJT-⏎77-B*, *d.bouterse-⏎kallenberg@…*.
_HYPHEN_BEFORE = re.compile(r"(?<![\w.@-])(?P<left>[\w.-]{0,40}\w)-$")
_HYPHEN_BEHIND = re.compile(r"(?P<right>[\w.-]{0,30}\w(?:@[\w.-]{3,60}\w)?)(?![\w@])")
# What follows stays with the second half: a sign, and the space behind it.
_SIGNS = re.compile(r"[.,;!?)\]'\"”’]{0,4}")
# Characters before a line end in running text, where a capital in the middle is no heading.
_PROSE: Final = 40


class _Halves(NamedTuple):
    """Where a first half begins and a second ends, and what comes between them."""

    start: int
    end: int
    between: str = " "


def together(text: str) -> Iterator[Move]:
    """The halves of each on the line of the first, in the order of the text."""
    done = 0
    for gap in _GAP.finditer(text):
        if "\n" in gap.group() and _has_cells(text, gap.start()):
            continue  # *…|Bilal⏎Paulsmo|…*
        first = max(done, gap.start() - _MOST_BEFORE)
        start = text.rfind("\n", first, gap.start()) + 1 or first
        kinds = (_hyphened,) if text[gap.start() - 1] == "-" else (_name, _address, _number)
        halves = next((found for kind in kinds if (found := kind(text, start, gap))), None)
        if halves:
            move = _joined(text, gap, halves)
            done = halves.start + len(move.text)
            yield move


def _has_cells(text: str, position: int) -> bool:
    """Whether the line up to there has cells; a semicolon in prose has a space behind it."""
    return _CELL.search(text, line_start(text, position), position) is not None


def _name(text: str, start: int, gap: re.Match[str]) -> _Halves | None:
    behind = _BEHIND.match(text, gap.end())
    before = behind and _BEFORE.search(text, start, gap.start())
    if not (behind and before) or _begins_name(text, behind):
        return None
    if "\n" in gap.group() and _signs(text, before, behind):
        return None
    is_one = _is_one(text, before, behind, gap)
    return _Halves(before.start(), behind.end("right")) if is_one else None


def _signs(text: str, before: re.Match[str], behind: re.Match[str]) -> bool:
    """*Karin⏎Slachthuis De Lage Kamp*: below who signs stands where she works, in more words."""
    line = text[line_start(text, before.start()) : before.start()]
    alone = before["first"] is not None and _ABOVE.fullmatch(line) is not None
    return alone and _MORE_WORDS.match(text, behind.end("right")) is not None


def _is_one(text: str, before: re.Match[str], behind: re.Match[str], gap: re.Match[str]) -> bool:
    first, surname, word = before["first"], before["surname"], behind["word"]
    if surname or not word:  # *Zoutewelle,⏎I.*, *Ayten⏎K.*
        return not word and (_is_known(surname) if surname else _is_first(first))
    if before["titled"]:  # *mevrouw Van⏎Drunen*
        return not is_not_name(word)
    if before["bare"] or (first and _PARTICLE.fullmatch(first)):
        return _may_follow_particle(text, before, gap, word)
    if before["of"] or before["of_first"]:  # *S. van⏎Hintum*, *Gisela van⏎de Bilt*
        return _is_no_word(word) and (not first or _is_first(first) or not is_in_use(first))
    if before["initials"] and _ends(_SURNAME_BEFORE, text, before.start()):
        return False
    return (not first or _is_first(first)) and _goes_on(text, behind, gap, named=bool(first))


def _may_follow_particle(text: str, before: re.Match[str], gap: re.Match[str], word: str) -> bool:
    """*Van⏎Ommeren*, *naar van der⏎Wal*, but *De⏎Kamer*, and *Van⏎Heusden* as a town."""
    if before["bare"]:
        return _is_in_prose(text, gap) and _is_no_word(word)
    return _is_no_word(word) and (_ends(_IN_SENTENCE, text, before.start()) or not is_place(word))


def _ends(pattern: re.Pattern[str], text: str, position: int) -> bool:
    """Whether what stands before ``position`` ends so."""
    return pattern.search(text, max(0, position - _MOST_BEFORE), position) is not None


def _goes_on(text: str, behind: re.Match[str], gap: re.Match[str], *, named: bool) -> bool:
    """Whether initials, or when ``named`` a first name, may go on with what is behind the gap."""
    word = behind["word"]
    if behind["more"]:
        return _is_no_word(word)
    if "\n" not in gap.group() and "\f" not in gap.group():
        return _is_known(word) and not is_ordinary(word)
    # In running text a capital is no heading: *Tracy⏎Metselaar*, but *Beste Jan⏎Morgen*.
    if named and _is_in_prose(text, gap):
        return not is_not_name(word)
    return _is_no_word(word) and not is_place(word)


def _is_in_prose(text: str, gap: re.Match[str]) -> bool:
    return "\n" not in text[max(0, gap.start() - _PROSE) : gap.start()] and gap.start() >= _PROSE


def _begins_name(text: str, behind: re.Match[str]) -> bool:
    """*Rita⏎Astrid Roemer*, *W.A.O.⏎De heer*: what comes next in a list or a text."""
    word, following = behind["word"], text[behind.end() : behind.end() + 2]
    if not word or behind["more"]:
        return False
    return bool(_PARTICLE.fullmatch(word)) or (following[1:].isupper() and is_first_name(word))


def _is_first(word: str | None) -> bool:
    return word is not None and is_first_name(word) and not is_not_name(word)


def _is_known(word: str) -> bool:
    return is_surname(word) or is_like_surname(word)


def _is_no_word(word: str) -> bool:
    """Whether somebody may be called so: names have it, or nobody says it."""
    return _is_known(word) or not is_in_use(word)


def _address(text: str, start: int, gap: re.Match[str]) -> _Halves | None:
    """A street and its number, or a number and the place."""
    house = "\t" not in gap.group() and _HOUSE.match(text, gap.end())
    street = house and _STREET.search(text, start, gap.start())
    if house and street:
        return _Halves(street.start(), house.end("right"))
    last = _HOUSE_AT_END.match(text, gap.end())
    lives = last and _LIVES.search(text, start, gap.start())
    if last and lives:
        return _Halves(lives.start("left"), last.end("right"))
    behind = _STREET_BEHIND.match(text, gap.end())
    begun = behind and _OF_STREET.search(text, start, gap.start())
    if behind and begun:
        return _Halves(begun.start("left"), behind.end("right"))
    place = _PLACE.match(text, gap.end())
    number = place and is_place(place["word"]) and _NUMBER.search(text, start, gap.start())
    return _Halves(number.start(), place.end("right")) if place and number else None


def _number(text: str, start: int, gap: re.Match[str]) -> _Halves | None:
    more = _NUMBER_GOES_ON.match(text, gap.end())
    begun = more and _NUMBER_BEGUN.search(text, start, gap.start())
    if not (more and begun):
        return None
    is_whole = sum(map(str.isdigit, begun.group())) >= _DIGITS[str(begun.lastgroup)]
    return None if is_whole else _Halves(begun.start(), more.end("right"))


def _hyphened(text: str, start: int, gap: re.Match[str]) -> _Halves | None:
    """Two names, the parts of a number or of an address for mail."""
    behind = _HYPHEN_BEHIND.match(text, gap.end())
    before = behind and _HYPHEN_BEFORE.search(text, start, gap.start())
    if not (behind and before):
        return None
    left, right = before["left"], behind["right"]
    are_names = left[:1].isupper() and right[0].isupper() and not right.isupper()
    is_number = any(map(str.isdigit, left + right))
    is_mailbox = "@" in right and ("." in left or "-" in left)
    if not (are_names or is_number or is_mailbox):
        return None
    return _Halves(before.start(), behind.end("right"), between="")


def _joined(text: str, gap: re.Match[str], halves: _Halves) -> Move:
    """The gap comes behind the second half and its signs, but for a space between the halves."""
    signs = _SIGNS.match(text, halves.end)
    stop = signs.end() if signs else halves.end
    wide, places = gap.group(), [*range(*gap.span())]
    kept = len(halves.between)
    first, rest = places[:kept], places[kept:]
    if text[stop : stop + 1] == " ":
        behind, rest = (wide if kept else f" {wide}"), [stop, *rest]
    else:  # a line ends here, or a column
        behind = " " * len(rest)
    return Move(
        halves.start,
        f"{text[halves.start : gap.start()]}{halves.between}{text[gap.end() : stop]}{behind}",
        [*range(halves.start, gap.start()), *first, *range(gap.end(), stop), *rest],
    )
