"""Parties in a text: behind the name of a member, or of who works for one."""

import re
from collections.abc import Iterator
from functools import cache

from woo.detect.spans import ends_row
from woo.detect.words.grammar import Name, name_before, read_name
from woo.model.finding import Role
from woo.reference.tables import load_table

# *fractiemedewerker Jan Bakker van de VVD* is no member.
_STAFF = re.compile(
    r"(?:(?:fractie|beleids|partij)?medewerk(?:st)?er|assistente?|ondersteun(?:st)?er|stagiaire?|"
    r"secretaresse|griffier|bode|chauffeur)s?",
    re.IGNORECASE,
)
_STAFF_BEFORE = re.compile(
    rf"\b{_STAFF.pattern}(?:[,:]|,?[ ](?:de heer|mevrouw|dhr\.|mw\.))?[ ]$", re.IGNORECASE
)
_STAFF_REACH = 40
_SPOKE_FOR = re.compile(
    r"[Ff]ractie[^.\n]{0,30}?,?[ \n](?:bij[ ]monde[ ]van|onder[ ]wie|in[ ]de[ ]persoon[ ]van)[ \n]"
    r"(?:de[ \n]heer|mevrouw|het[ ]lid)[ \n](?=[A-ZÀ-Þ]|van |de )"
)


@cache
def party_names() -> tuple[str, str]:
    """As regular expressions: those of the country, and every one."""
    table = load_table("parties")
    national = "|".join(table["national"])
    return national, f"{national}|{'|'.join(table['regional'])}"


@cache
def _parties() -> tuple[re.Pattern[str], ...]:
    """Between brackets behind a name, in the next column, and as *van de …* behind it."""
    national, every = party_names()
    return (
        re.compile(
            # *(Van den Hil, VVD)*
            rf",[ ](?:{national})(?=\))|"
            rf"(?:[ ]{{0,12}}|\n)\([ ]?(?:{every}|[Ff]ractie[ ][A-ZÀ-Þ][\w'’-]*)"
            rf"(?![ ](?:voorzitter|lid|adviseur))(?:[,;/ ][^()\n]{{0,30}})?\)"
        ),
        re.compile(rf"(?:[ ]?[|;\t\n][ ]?|[ ]{{2,40}})(?:{national})[ ]?(?=[|;\t\n]|[ ]{{2}}|$)"),
        re.compile(
            rf"[ ](?:van|namens|voor)[ ](?:de[ \n]|het[ \n])?"
            rf"(?:(?:[Ff]ractie[ ](?:van[ ])?(?:de[ ]|het[ ])?)?(?:{national})(?!\w)|"
            rf"[Ff]ractie[ ](?:van[ ])?(?:de[ ]|het[ ])?[A-ZÀ-Þ])"
        ),
    )


def named_with_party(text: str) -> Iterator[tuple[Name, Role]]:
    """Names with a party behind them: of a member, or of who works for one."""
    for party in _parties():
        for match in party.finditer(text):
            if "\n" in match.group() and ends_row(text, match.start()):
                continue
            if name := name_before(text, match.start()):
                yield name, Role.OFFICIAL if _works_for_party(text, name) else Role.OFFICE_HOLDER


def members_of_parties(text: str) -> Iterator[Name]:
    """*PVV (De Jong): …* and *SP (Van Kent): …*; *SGP-fractie, bij monde van de heer Schalk*."""
    lines = list(_party_lines().finditer(text))
    for match in (*(lines if len(lines) > 1 else ()), *_SPOKE_FOR.finditer(text)):
        name = read_name(text, match.end())
        if name and (match.re is _SPOKE_FOR or text.startswith(")", name.end)):
            yield name


@cache
def _party_lines() -> re.Pattern[str]:
    return re.compile(rf"^[ \t•*-]{{0,4}}(?:{party_names()[0]})[ ]\((?=[A-ZÀ-Þ])", re.MULTILINE)


def _works_for_party(text: str, name: Name) -> bool:
    """The function stands before the name, or was read as its first word."""
    before = _STAFF_BEFORE.search(text, max(0, name.start - _STAFF_REACH), name.start)
    return before is not None or (bool(name.words) and _STAFF.fullmatch(name.words[0]) is not None)


def party_in_brackets(text: str, position: int) -> bool:
    """True when *(PvdA)* or the like begins here."""
    return _parties()[0].match(text, position) is not None


def has_party(text: str, position: int) -> bool:
    """True when a member's name follows the comma: it has a party, or a conjunction, behind it."""
    name = read_name(text, position)
    return name is not None and (
        party_in_brackets(text, name.end) or text[name.end : name.end + 4] == " en "
    )


def party_at(text: str, position: int) -> bool:
    """True when the name of a party begins here: *raadslid PvdA* names nobody."""
    return _party().match(text, position) is not None


@cache
def _party() -> re.Pattern[str]:
    return re.compile(rf"(?:{party_names()[1]})(?!\w)")


def is_party(text: str, position: int) -> bool:
    """True when *van de PvdA* or the like begins here."""
    return _parties()[-1].match(text, position) is not None
