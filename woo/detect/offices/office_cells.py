"""Offices in the cell of a table before or behind that of a name: *J. Smit;wethouder Zorg*."""

import re
from collections.abc import Iterator

from woo.detect.contacts.domains import after_domain
from woo.detect.offices.office_words import FUNCTION, OFFICE
from woo.detect.spans import line_start, person
from woo.detect.words.grammar import TITLES, Name, name_before, read_name
from woo.model.finding import Finding, Role
from woo.text.headed_rows import heading_above

_OFFICE = rf"(?:de[ ]|(?i:loco-))?(?i:{OFFICE})"
_BEHIND = re.compile(rf"[ \"]{{0,3}}[|;\t][ \"]{{0,3}}(?={_OFFICE})")
_BEHIND_OFFICE = re.compile(_OFFICE)
# *Naam: J.W. Berkhout   Functie: gedeputeerde*
_FUNCTION_FIELD = re.compile(rf"[ ]{{2,12}}[Ff]unctie[ ]?:[ ]{{0,3}}{_OFFICE}")
# In the first cell, but for a number.
_FIRST = re.compile(
    rf"^(?:[ ]{{0,8}}\d{{1,4}}[ .]{{0,2}}[|;\t])?[ \t|\"]{{0,8}}"
    rf"(?P<office>{FUNCTION})(?=[ |;\t\"])",
    re.MULTILINE,
)
_NEXT_CELL = re.compile(r"[ \"]{0,3}[|;\t][ \"\t]{0,3}")
_END = re.compile(r"[ \"]{0,3}(?=[|;\t\n]|$)")
_REMARK_AND_END = re.compile(rf"(?:[ ]\([^()\n]{{1,30}}\))?{_END.pattern}")
# From the start of a cell to a name: titles, and the surname of *Heidema, Andries*.
_TO_NAME = re.compile(
    rf"[|;\t\n][ \"]{{0,8}}(?:[A-ZÀ-Þ][\w'’ -]{{1,40}},[ ]?)?(?:{TITLES}[ ]?){{0,3}}$"
)
# Below these two names are of two people: who wrote, and to whom.
_FROM_TO = re.compile(
    r"[ \"]*(?:van|aan|cc|afzender|verzender|verzonden|ontvanger|geadresseerde|gericht|from|to|"
    r"sender|recipient|auteur|opsteller|onderwerp|betreft|beller|gebeld|gesprek|actie)\b",
    re.IGNORECASE,
)
_REACH = 80  # characters


def in_cells(text: str) -> Iterator[Finding]:
    """Findings with the role OFFICE_HOLDER, where office and portfolio fill a cell.

    OFFICIAL for *K. Vos | minister* below *Van | Aan*, whatever the model makes of it.
    """
    for between in _BEHIND.finditer(text):
        office = _BEHIND_OFFICE.match(text, between.end())
        if office is None or not _END.match(text, after_domain(text, office.end())):
            continue
        name = name_before(text, between.start())
        if name and _fills_from(text, name.start):
            yield _held_by(text, name, office.start())
    for field in _FUNCTION_FIELD.finditer(text):
        if name := name_before(text, field.start()):
            yield person(text, name, "offices", 1.0, Role.OFFICE_HOLDER)
    for first in _FIRST.finditer(text):
        then = _NEXT_CELL.match(text, after_domain(text, first.end()))
        name = read_name(text, then.end()) if then else None
        if name and not name.is_wordy and _REMARK_AND_END.match(text, name.end):
            yield _held_by(text, name, first.start("office"))


def _held_by(text: str, name: Name, office: int) -> Finding:
    if _FROM_TO.match(heading_above(text, office)):
        return person(text, name, "offices", 0.5, Role.OFFICIAL)
    return person(text, name, "offices", 0.96, Role.OFFICE_HOLDER)


def _fills_from(text: str, position: int) -> bool:
    """True when nothing but a title stands between the start of the cell and ``position``."""
    first = max(line_start(text, position), position - _REACH)
    return _TO_NAME.search("\n" + text[first:position]) is not None
