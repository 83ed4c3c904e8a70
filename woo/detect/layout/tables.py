"""People in tables: names split over columns, addresses, dates of birth, numbers and log-ins.

An export of a system has a line of headings and then rows. The heading of a column says what is in
it, also where a cell by itself tells nothing: ``Oosterhaven;14``, ``00118274``, ``MHAAKMA``.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from woo.detect.layout.columns import HEADING_ENDS, cells_below
from woo.detect.numbers.day_patterns import EXPECTED_DATE
from woo.detect.offices.parties import party_at
from woo.detect.rare import mentions
from woo.detect.spans import finding, line_start
from woo.detect.words.grammar import IN_DIRECTORY_ORDER, PARTICLE_WORDS, PARTICLES
from woo.detect.words.name_parts import parse_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.abbreviations import units
from woo.reference.lexicon import (
    is_first_name,
    is_not_name,
    is_of_language,
    is_ordinary,
    is_surname,
    may_be_name,
)
from woo.reference.tables import load_table

# Behind a heading: a number, quotes, a remark in brackets, and then the end of the cell.
_END = r"(?:[ _.-]?(?:\d|i|ii|nl))?[\"' ]*(?:\([^()\n]{0,30}\))?" + HEADING_ENDS
_NAME = re.compile(
    r"(?:[^\W\d_]|['’`´])(?:[^\W_]|\.)[^\d|;@\n=<>]{0,58}(?:\([^\d()\n]{1,30}\))?|[^\W\d_]\.?"
)
_LETTERS = re.compile(r"(?:[^\W\d_]|['’.\- ]){1,20}")
_DIGITS = re.compile(r"[A-Za-z]{0,3}[-. ]?\d{3,10}(?:-\d{1,2})?")
_LOGIN = re.compile(r"(?=.*[^\W\d_])[^\W_][\w.\\@-]{2,40}")
_LOWER_LOGIN = re.compile(r"[a-z][a-z.-]{2,20}\d{0,4}")
_STREET = re.compile(r"(?=.*[^\W\d_])[^@;|\n]{2,80}")
_HOUSE = re.compile(r"\d{1,5}[ -]?[a-zA-Z]{0,3}(?:[-/ ]?\w{1,4})?|[a-zA-Z]{1,3}|bis|hs")
_POSTCODE = re.compile(r"\d{4}[ ]?[A-Za-z]{2}")
_TOWN = re.compile(r"[^\W\d_'’][^\d;|\n@]{1,40}")
# Two separators in a line, or nothing but short cells between commas.
_TABLE = re.compile(
    r"[|\t;][^\n|\t;]*[|\t;]|\S {2,}\S[^\n]*\S {2,}\S|^(?:[^\n,.]{0,30},){2,}[^\n,]{0,30}$",
    re.MULTILINE,
)
_SIX_DIGITS = re.compile(r"[0-3]\d[01]\d{3}")
_REMARK = re.compile(r"(?=.*[^\W\d_]{3})[^|\n]{3,200}")
_NOTHING = re.compile(r"(?:geen|niet|n\.?v\.?t|nvt|onbekend|nee|ja|zie)\b", re.IGNORECASE)
_KEYS = ("part", "short_part", "birth_date", "personnel_number", "username", "postcode")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_POST_BOX = re.compile(r"postbus|antwoordnummer|p\.?o\.? ?box", re.IGNORECASE)
_FUNCTION = re.compile(r"[a-zà-ÿ-]+[ ][A-Z]{2,5}")
# Words in small letters, but those in brackets.
_SMALL = re.compile(r"(?<![\w'’.-])[a-zà-ÿ]{2,}(?![\w'’.-])(?![^()]*\))")
_PARTICLE = re.compile(
    rf"{PARTICLES}|en|e\.a|namens|mevrouw|heer|mw|dhr|mevr|mr|drs|ir|ing|dr|prof"
)
_PIECE = re.compile(r"[^\W\d_]+")
_ONE_OF_ROW = re.compile(r"(?:en[ ])?(?P<one>[^\s,](?:(?![ ]en[ ])[^,\n])*(?<!\s))")
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,20}")
_SHORTEST_WORD, _LONGEST_ABBREVIATION = 3, 4
_MOST = 4  # three of four rows
_LEAST = 3  # columns: two are the labels and values of a form


@dataclass(frozen=True, slots=True)
class _Column:
    """A key of ``headings.toml``, what a cell must look like, and a last test of it."""

    heading: str
    cell: re.Pattern[str]
    category: Category
    test: Callable[[str], bool]
    score: float = 0.9


def _is_of_somebody(cell: str) -> bool:
    """No office, nobody, and no heading: the description of an export lists those."""
    nobody = load_table("headings")["nobody"]
    words = (cell.casefold(), *_PIECE.findall(cell.casefold()))
    if any(word in nobody for word in words) or _organisation().search(cell):
        return False
    return not any(_heading(key).match(cell.casefold()) for key in _KEYS)


_OF_PLACE = re.compile(
    r"(?:De|Het)[ ][A-ZÀ-Þ][a-z]{2,15}"
    r"(?:kade|straat|weg|plein|laan|polder|dijk|gracht|burcht|hal|park)"
)
_OF_OFFICE = re.compile(
    r"^(?:wethouder|burgemeester|raadslid|gedeputeerde|statenlid|minister|staatssecretaris|dijkgraaf|"
    r"heemraad|kamerlid|voorzitter|griffier|secretaris)[ ]|[ (]namens[ ]",
    re.IGNORECASE,
)


def _is_whole_name(cell: str) -> bool:
    """Not only ordinary words, and with a capital: a product has a name as well."""
    if cell.islower():  # *wim*, as one writes in a planning
        return is_first_name(cell) and not is_ordinary(cell)
    is_place = _OF_PLACE.fullmatch(cell) and not is_surname(cell.rpartition(" ")[2])
    if is_place or _OF_OFFICE.search(cell):
        return False  # *De Zwethkade*, *raadslid Stegeman namens O. Biervliet*
    small = sum(not _PARTICLE.fullmatch(word) for word in _SMALL.findall(cell))
    if small > 1 or (small and _FUNCTION.fullmatch(cell)):
        return False  # *Wierdsma alleen bij calamiteit* is a remark, *projectleider TOA* nobody
    # Not the tussenvoegsels of *van der Meij, Floortje* and *De Groot*.
    words = [
        word
        for word in _WORD.findall(cell)
        if word[0].isupper() and word.casefold() not in PARTICLE_WORDS
    ]
    if not _is_of_somebody(cell) or any(map(is_not_name, words)):
        return False
    if any(map(_is_unit, cell.split(", "))):
        return False  # *RVB, Simons*
    telling = [
        word
        for word in words
        if is_first_name(word)
        or is_surname(word)
        or (len(word) >= _SHORTEST_WORD and not is_of_language(word))
    ]
    return bool(telling) or IN_DIRECTORY_ORDER.fullmatch(cell) is not None


def _is_unit(part: str) -> bool:
    """*BZK*, *RVB*; *KOK* is somebody."""
    short = _is_abbreviation(part) and len(part) > 1
    return part in units() or (short and not may_be_name(part))


def _is_abbreviation(cell: str) -> bool:
    return cell.isupper() and cell.isalpha() and len(cell) <= _LONGEST_ABBREVIATION


def _is_login(cell: str) -> bool:
    """No word, and no abbreviation of an office."""
    if _is_abbreviation(cell):
        return False
    # *steg02*: with a number behind it, a word is what a surname was cut down to.
    is_word = len(cell) >= _SHORTEST_WORD and is_ordinary(cell.rstrip("_-."))
    return _is_of_somebody(cell) and not is_word


def _tells(cell: str) -> bool:
    """*geen bijzonderheden* tells nothing."""
    return not _NOTHING.match(cell)


def _is_home(cell: str) -> bool:
    return _POST_BOX.search(cell) is None and _is_of_somebody(cell)


_NAMED = (
    _Column("part", _NAME, Category.PERSON, _is_of_somebody),
    _Column("short_part", _LETTERS, Category.PERSON, _is_of_somebody),
    _Column("whole", _NAME, Category.PERSON, _is_whole_name, 0.7),
)
_NUMBERED = (
    _Column("birth_date", EXPECTED_DATE, Category.BIRTH_DATE, _is_of_somebody),
    _Column("birth_date", _SIX_DIGITS, Category.BIRTH_DATE, _is_of_somebody),
    _Column("personnel_number", _DIGITS, Category.PERSONNEL_NUMBER, _is_of_somebody),
    _Column("username", _LOGIN, Category.USERNAME, _is_login, 0.85),
    _Column("handler", _LOWER_LOGIN, Category.USERNAME, _is_login, 0.8),
)
_HOME = (
    _Column("street", _STREET, Category.ADDRESS, _is_home, 0.8),
    _Column("house", _HOUSE, Category.ADDRESS, _is_home, 0.8),
    _Column("postcode", _POSTCODE, Category.ADDRESS, _is_home, 0.8),
    _Column("town", _TOWN, Category.ADDRESS, _is_home, 0.8),
)
_OFFICE = _Column("office", _NAME, Category.PERSON, _is_whole_name, 0.97)
_WORKER = _Column("worker", _NAME, Category.PERSON, _is_whole_name, 0.9)
_MOVER = _Column("mover", _NAME, Category.PERSON, _is_whole_name, 0.97)
_SPECIAL = _Column("special", _REMARK, Category.SPECIAL, _tells, 0.8)
_BARE_HOUSE = _Column("bare_house", _HOUSE, Category.ADDRESS, _is_home, 0.8)
_MOTIONS = ("moties", "amendementen")
_TELLING = frozenset({"street", "postcode"})


def detect_tables(document: Document) -> Iterator[Finding]:
    """What stands in the columns of people, under their headings.

    An address counts only in a row that names somebody: that of an office stays. Who has a party is
    a member of a council, but not who deals with the row.
    """
    text = document.text
    if _TABLE.search(text) is None:
        return
    people = set()
    movers = [(_MOVER, Role.OFFICE_HOLDER)] if mentions(text, _MOTIONS) else []
    for column, role in ((_OFFICE, Role.OFFICE_HOLDER), *movers, (_WORKER, Role.OFFICIAL)):
        for one in _cells(text, column, at_top=True):
            yield replace(one, role=role)
    in_public = _rows_of_members(text)
    for column in _NAMED:
        for one in _cells(text, column):
            row = line_start(text, one.start)
            people.add(row)
            yield replace(one, role=Role.OFFICE_HOLDER) if row in in_public else one
    numbered = [one for column in _NUMBERED for one in _cells(text, column)]
    yield from numbered
    yield from _named_by_words(text, numbered)
    if people:
        yield from _homes(text, people)
        remarks = _cells(text, _SPECIAL, at_top=True)
        yield from (one for one in remarks if line_start(text, one.start) in people)


def _rows_of_members(text: str) -> set[int]:
    """Where the rows begin with a party, of which one at least is a political one."""
    parties = [start for start, _ in cells_below(text, _heading("party"))]
    political = any(party_at(text, start) for start in parties)
    return {line_start(text, start) for start in parties} if political else set()


def _named_by_words(text: str, numbered: Iterable[Finding]) -> Iterator[Finding]:
    """*Zwiep* and *Mei*, in the column of names of a row with a personnel number or birthday."""
    rows = {
        line_start(text, one.start)
        for one in numbered
        if one.category in {Category.PERSONNEL_NUMBER, Category.BIRTH_DATE}
    }
    for start, end in cells_below(text, _heading("whole"), _LEAST) if rows else ():
        cell = text[start:end]
        word = _ONE_WORD.fullmatch(cell) and _is_of_somebody(cell) and not is_not_name(cell)
        if word and line_start(text, start) in rows:
            yield finding(text, (start, end), Category.PERSON, "tables", 0.85)


def _homes(text: str, people: set[int]) -> Iterator[Finding]:
    """The parts of addresses, in rows of people that have a street or a postcode.

    In all such rows, when most are of people.
    """
    found = [(one, column) for column in _HOME for one in _cells(text, column)]
    telling = {line_start(text, one.start) for one, column in found if column.heading in _TELLING}
    rows = people & telling
    if _MOST * len(rows) >= (_MOST - 1) * len(telling):
        rows = telling  # a list of people, also in the row of *Gebr. Tuin*
    streets = {one.end for one, column in found if column.heading == "street"}
    beside = (one for one in _cells(text, _BARE_HOUSE) if _cell_before(text, one.start) in streets)
    found.extend((one, _BARE_HOUSE) for one in beside)
    yield from (one for one, _ in found if line_start(text, one.start) in rows)


def _cells(text: str, column: _Column, *, at_top: bool = False) -> Iterator[Finding]:
    for start, end in cells_below(text, _heading(column.heading), _LEAST, at_top=at_top):
        for first, last in _names_in(text, start, end) if column.cell is _NAME else ((start, end),):
            cell = text[first:last]
            if column.cell.fullmatch(cell) and column.test(cell):
                yield finding(text, (first, last), column.category, "tables", column.score)


def _names_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """*Jean Rummenie, Roos Tammenga* one by one; *Vries, J. de* is one.

    Behind a comma may stand where somebody works: there a list must know the name.
    """
    pieces = [piece.span("one") for piece in _ONE_OF_ROW.finditer(text, start, end)]
    is_row = len(pieces) > 1 and (
        " en " in text[start:end] or parse_name(text[slice(*pieces[0])]).is_whole
    )
    if not is_row:
        yield start, end
        return
    yield pieces[0]
    for span in pieces[1:]:
        if any(map(may_be_name, _WORD.findall(text[slice(*span)]))):
            yield span


def _cell_before(text: str, start: int) -> int:
    """Where the cell before the one that begins here ends."""
    while start and text[start - 1] in "\"' ;|,\t":
        start -= 1
    return start


@cache
def _heading(key: str) -> re.Pattern[str]:
    table = load_table("headings")
    of, names = "|".join(table["of"]), "|".join(table[key])
    return re.compile(rf"(?:(?:{of})[ _.-]){{0,3}}(?:{names}){_END}")


@cache
def _organisation() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(load_table('headings')['organisation'])})\b", re.IGNORECASE)
