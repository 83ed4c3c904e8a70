"""Mayors, senators, heads of bodies and others of ``further_holders.toml``, with restraint.

They are less known than ministers, and more people have their names. A whole name of which a word
is in no list of names is theirs anywhere; one that anybody may have (*Hans Janssen*), and that of
who leads a ministry or a body, only where the words beside it speak of the office. A surname alone
says nothing: who is written to a mayor about may have it.
"""

import re
from collections.abc import Iterator
from functools import cache

from woo.detect.offices.known_holders import is_listed_word
from woo.detect.spans import line_start, listed
from woo.model.finding import Finding, Role
from woo.reference.office_holders import Held, further_holders
from woo.text.matcher import Match, Matcher

_NEAR = 30  # characters
_POLITICS = (
    r"[Kk]amer|[Ss]enator|[Ss]enaat|[Mm]inister|[Ss]taatssecretaris|[Bb]ewindspersoon|[Kk]abinet|"
    r"[Ff]ractie|VVD|PVV|CDA|D66|PvdA|\bSP\b|GroenLinks|ChristenUnie|SGP|PvdD|FVD|JA21|BBB|Volt"
)
# What speaks of an office of each table; of a body its own name does too.
_SPEAKS = {
    "mayors": r"[Bb]urgemeester|\bbgm\b|[Rr]egioburgemeester|[Vv]eiligheidsregio",
    "kings_commissioners": r"[Cc]ommissaris van de Koning|\b[Cc]dK\b|[Pp]rovincie",
    "water_boards": r"[Dd]ijkgra|[Ww]aterschap|[Hh]oogheemraad|[Ww]atergraaf",
    "ministers": _POLITICS,
    "state_secretaries": _POLITICS,
    "senate": _POLITICS,
    "european_parliament": rf"{_POLITICS}|[Ee]uropees|[Ee]uroparle|\bMEP\b|\bEP\b",
    "bodies": (
        r"[Vv]oorzitter|[Pp]resident|[Dd]irecteur|[Ii]nspecteur-generaal|\bIG\b|\bDG\b|[Kk]orpschef|"
        r"[Oo]mbudsman|[Pp]rocureur-generaal|[Hh]oofdofficier|[Cc]oördinator|[Cc]ommandant|"
        r"[Dd]eltacommissaris|[Rr]egeringscommissaris|[Rr]apporteur|[Ss]taatsra"
    ),
    "ministries": (
        r"[Ss]ecretaris-[Gg]eneraal|[Dd]irecteur-[Gg]eneraal|[Tt]hesaurier-generaal|\b[SDTI]G\b|"
        r"\bp?SG\b"
    ),
    "abroad": (
        r"[Pp]resident|[Pp]remier|[Mm]inister|[Kk]anselier|[Cc]ommissaris|[Cc]ommissi|[Gg]ezant|"
        r"[Aa]mbassad|[Rr]egering|[Kk]oning|[Kk]roonprins|\bVN\b|\bNAVO\b|\bEU\b|H\.E\."
    ),
}
# Of a body the office that names it.
_TITLES = {
    "Nationale ombudsman": r"[Nn]ationale [Oo]mbudsman",
    "Kinderombudsman": r"[Kk]inderombudsman",
    "Nationale politie": r"[Kk]orps(?:chef|leiding)",
    "Krijgsmacht": r"[Cc]ommandant der [Ss]trijdkrachten|\bCDS\b",
    "Deltaprogramma": r"[Dd]eltacommissaris",
    "Openbaar Ministerie": r"[Hh]oofdofficier",
    "Raad van State": r"[Ss]taatsra|[Vv]ice-?president",
    "Mensenhandel": r"[Nn]ationaal [Rr]apporteur",
    "College van procureurs-generaal": r"[Pp]rocureur-generaal|\bPG\b",
}
# Who leads a ministry or a body stays where he is named with that function (``policy.toml``).
_BY_FUNCTION = frozenset({"ministries", "bodies"})
_WORD = re.compile(r"[ -]")
# In what quality somebody is named who is not the holder.
_OF_ANOTHER = re.compile(
    r"\b(?:verdachte|betrokkene|leerling|student|bewoner|bewoonster|huurder|huurster|cli[eë]nte?|"
    r"pati[eë]nte?|slachtoffer|aangever|aangeefster|getuige|melder|klager|klaagster|verzoek(?:er|ster)|"
    r"aanvra(?:ger|agster)|bezwaarmaker|bezwaarmaakster|appellante?|eisere?s?|medewerk(?:er|ster)|"
    r"collega|advocaat|contactpersoon|behandelaar|buurman|buurvrouw|ambtenaar|adviseur|inspecteur|"
    r"projectleider|teamleider|woordvoer(?:der|ster)|chauffeur|secretaresse|naamgenoot|niet)[ ]$",
    re.IGNORECASE,
)
_OTHER_REACH = 24


def further_holders_in(text: str) -> Iterator[Finding]:
    """Findings with the role OFFICE_HOLDER."""
    whole = [one for one in _names().find(text) if _is_the_holder(text, one)]
    yield from listed(text, whole, "offices", 0.96, Role.OFFICE_HOLDER)


def _is_the_holder(text: str, found: Match) -> bool:
    before = text[max(0, found.start - _OTHER_REACH) : found.start]
    if _has_second_surname(text, found.end) or _OF_ANOTHER.search(before):
        return False
    held = _held()[found.term]
    rare = not all(map(is_listed_word, _WORD.split(found.term)))
    if rare and any(one.kind not in _BY_FUNCTION for one in held):
        return True
    start = max(line_start(text, found.start), found.start - _NEAR)
    around = text[start : found.end] + text[found.end : found.end + _NEAR].partition("\n")[0]
    return any(_speaks_of(around, one) for one in held)


def _speaks_of(around: str, held: Held) -> bool:
    """A town alone does not: many who are called so live there or work for it."""
    if re.search(_SPEAKS[held.kind], around) is None:
        return False
    return held.kind != "bodies" or held.place in around or _is_own_title(around, held)


def _is_own_title(around: str, held: Held) -> bool:
    """*korpschef*, *Kinderombudsman*: the office names its body."""
    return held.place in _TITLES and re.search(_TITLES[held.place], around) is not None


def _has_second_surname(text: str, end: int) -> bool:
    """*Koos Janssen-Bos* is somebody else."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper()


@cache
def _names() -> Matcher:
    return Matcher(_held())


@cache
def _held() -> dict[str, tuple[Held, ...]]:
    found: dict[str, tuple[Held, ...]] = {}
    for one in further_holders():
        found[one.name] = (*found.get(one.name, ()), one)
    return found
