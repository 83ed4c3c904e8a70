"""Compare the offices and names of signatories with the list of office holders."""

import re
from collections.abc import Iterator
from datetime import date

from woo.draft.dates import read_date_or_none
from woo.draft.kinds import SIGNATORIES
from woo.draft.reading.frontmatter import Value
from woo.draft.reading.source import Source
from woo.model.draft import Problem, Severity
from woo.reference.office_holders import Holder, holders, offices
from woo.text.dates import long_date
from woo.text.folding import fold
from woo.text.nearest import nearest

_ADDRESSEES = ("aan", "namens", "kopie_aan")
_ARTICLE = re.compile(r"^de\s+", re.IGNORECASE)
_MINISTER = re.compile(r"^(?:minister|staatssecretaris)\b", re.IGNORECASE)
# Below this an office is another one, above it a slip of the pen: "Volksgezonheid".
_NEAR = 90
_SHORTEST = 3


def check_offices(source: Source) -> Iterator[Problem]:
    """Hints only: the list is never quite up to date, and somebody may sign for another."""
    dated = read_date_or_none(source.first("datum"))
    signatories = source.entries.get(SIGNATORIES)
    for row in signatories.values if signatories else ():
        office, name = row.cells.get("ambt"), row.cells.get("naam")
        if office:
            yield from _check_office(office, dated)
        if office and name and dated:
            yield from _check_name(office, name, dated)
    for field in _ADDRESSEES:
        entry = source.entries.get(field)
        for value in entry.values if entry else ():
            yield from _check_office(value, dated)


def _check_office(value: Value, dated: date | None) -> Iterator[Problem]:
    office = _bare(value.text)
    if not _MINISTER.match(office):
        return
    known = [one for one in offices() if one.casefold() == office.casefold()]
    if not known:
        near = _whole_office(office) or nearest(office, offices(), least=_NEAR)
        if near:
            message = f"Bedoelt u '{near[0].upper()}{near[1:]}'?"
            yield Problem(value.line, value.column, message, Severity.HINT)
        return
    last = _last_day(office)
    if dated and last and dated > last and not _has_ministry(office, dated):
        message = (
            f"De lijst van bewindspersonen kent na {long_date(last)} niemand in dit ambt. "
            "Controleer het ambt en de datum."
        )
        yield Problem(value.line, value.column, message, Severity.HINT)


def _check_name(office: Value, name: Value, dated: date) -> Iterator[Problem]:
    of_office = _of_office(_bare(office.text))
    at_the_time = [one for one in of_office if one.held(dated)]
    if any(_is_same(name.text, one.name) for one in at_the_time):
        return
    at_other_times = [one for one in of_office if _is_same(name.text, one.name)]
    if at_the_time:
        told = f"was dat op {long_date(dated)} {_listed(at_the_time)}"
    elif at_other_times:
        told = f"was dat {_term(at_other_times[0])}, dus niet op {long_date(dated)}"
    else:
        return
    message = (
        f"Volgens de lijst van bewindspersonen {told}. Controleer de naam, het ambt en de datum."
    )
    yield Problem(name.line, name.column, message, Severity.HINT)


def _of_office(office: str) -> list[Holder]:
    return [one for one in holders() if one.office.casefold() == office.casefold()]


def _listed(of_office: list[Holder]) -> str:
    """Their names; somebody who goes by two names has one row for each."""
    named: list[str] = []
    for one in of_office:
        if not any(_is_same(one.name.partition(" ")[2], other) for other in named):
            named.append(one.name)
    return " of ".join(named)


def _term(one: Holder) -> str:
    since = f"vanaf {long_date(one.start)}"
    return f"van {long_date(one.start)} tot {long_date(one.end)}" if one.end else since


def _whole_office(office: str) -> str | None:
    """*minister van Binnenlandse Zaken* is the one that is also of Koninkrijksrelaties."""
    begins = [one for one in offices() if one.casefold().startswith(f"{office.casefold()} en ")]
    return begins[0] if len(begins) == 1 else None


def _last_day(office: str) -> date | None:
    """The last day on which somebody had this office; None while somebody has."""
    ends = [one.end for one in _of_office(office)]
    known = [one for one in ends if one is not None]
    return max(known) if len(known) == len(ends) else None


def _has_ministry(office: str, day: date) -> bool:
    """Tell whether somebody had this portfolio: the list lacks some of the holders."""
    portfolio = _portfolio(office)
    return any(one.held(day) and _portfolio(one.office) == portfolio for one in holders())


def _portfolio(office: str) -> str:
    """``minister van Financiën`` and ``staatssecretaris van Financiën`` give the same."""
    return office.casefold().partition(" ")[2]


def _bare(office: str) -> str:
    return _ARTICLE.sub("", office.strip())


def _is_same(written: str, listed: str) -> bool:
    """One surname in common: initials differ from the name that somebody goes by."""
    return bool(_surnames(written) & _surnames(listed.partition(" ")[2]))


def _surnames(name: str) -> set[str]:
    words = re.split(r"[\s.\-]+", name)
    return {fold(one).text for one in words if len(one) >= _SHORTEST and one[0].isupper()}
