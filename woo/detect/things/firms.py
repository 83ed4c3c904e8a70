"""Firms, schools, ships and the like that are called as people are: *Bakkerij Jansen*."""

import re
from collections.abc import Iterator

from woo.detect.spans import finding
from woo.detect.words.grammar import Name, name_before, read_name
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_of_language, is_surname
from woo.reference.tables import load_table

THINGS = "things"
"""The source of a finding that the form itself shows to be a thing: a school, a firm, a street."""
_WORDS = load_table("firms")


def _any_of(words: str) -> str:
    """A pattern of the words of a list of ``firms.toml``."""
    return f"(?:{'|'.join(_WORDS[words])})"


# Who has a business under his own name: Bakkerij Jansen, De Boer & Partners, Jansen Infra B.V.
_BUSINESS = re.compile(rf"\b{_any_of('businesses')}[ ][‘'“\"]?(?=(?:[Vv]an|[Dd]e|[Dd]en|[A-ZÀ-Þ]))")
# *vv Wilhelmina*: also a club has no *van* behind it.
_CLUB = re.compile(rf"\b{_any_of('clubs')}[ ](?=[A-ZÀ-Þ])")
# These with a capital behind them: *de snackbar van Wu Jianguo* is his.
_PLACE = re.compile(rf"\b{_any_of('places')}[ ](?=[A-ZÀ-Þ]|['’]t[ ][A-Z])")
# Behind these may also stand who works there: *beheerder dorpshuis Klaas Veenstra*.
_FACILITY = re.compile(
    rf"(?:\b{_any_of('facilities')}|(?<=\w){_any_of('kinds')})[ ][‘'“\"]?(?=[A-ZÀ-Þ])"
)
# As certain as *Jan van Brakel* is a name of somebody: here a ship, storm or school has it.
_SURELY_THING = re.compile(
    r"(?:redding|motor|veer|sleep)?(?:boot|schip|jacht)|zeiljacht|skûtsje|kotter|veerpont|storm|"
    r"orkaan|(?:openbare )?basisschool|stichting",
    re.IGNORECASE,
)
# These may be no more than the one whose name they carry.
_OF_ONE = re.compile(
    r"(?:melkvee|varkens|pluimvee|akkerbouw|tuinbouw|veehouderij)bedrijf|"
    r"[Ff]irma|[Nn]otaris|[Aa]dvoca|[Aa]dvies|\w*[Pp]raktijk|[Rr]ijschool"
)
_FIRM = re.compile(
    # Two spaces where a narrow cell broke the line.
    r"[ ]{1,2}(?:B\.?V\.?\b|N\.?V\.?\b|V\.?O\.?F\.?\b|"
    r"(?:&|en)[ ](?:Zn\b|Zonen|Zoon|Partners|Co\b|Dochters)|"
    r"(?:Vlees|Zorg|Bouw|Advies|Handels|Bedrijven)groep|Veehandel|Veetransport|Rundvee|"
    r"Advocaten|Notarissen|Makelaars|Makelaardij|Accountants|Architecten|Infra|Installaties|"
    r"Installatietechniek|Consultancy|Holding|Vastgoed|Hoveniers|Loonbedrijf|Ingenieurs|Adviseurs|Recycling|"
    r"Grondwerken|Timmerfabriek|Timmerwerken|Schilderwerken|Sloopwerken|Uitvaartzorg|Assurantiën|"
    r"Touringcars|Tweewielers|Bouwmaterialen|Pharma|Pharmaceuticals|Medica|Arzneimittel|"
    r"advocaten(?=[ ]?[)\">,\n]|$)|"
    r"Aannemingsmaatschappij|Funderingen|GmbH|Ltd\.?|LLC|Inc\.?|S\.A\.|S\.p\.A\.|plc|ApS|Oy|"
    r"(?<=[a-z][ ])AB(?=[,.;:)]?(?:[ ]|\n|$)))(?![\w])"
)
# Behind a surname alone: *Marloes Hakvoort Catering* is her.
_TRADE = re.compile(rf"[ ]{{1,2}}{_any_of('trades')}(?![\w])")
# *Dr. Falk Pharma*
_DOCTOR = re.compile(r"\b(?:Dr|Prof|Ir)\.[ ]$")
# *Harrie Jansen van Jansen Recycling*: somebody, and what he owns.
_OWNER = re.compile(r"(?<=\w)[ ](?:van|bij)[ ](?=[A-ZÀ-Þ])")
_DOES = re.compile(
    r"[ ]{1,2}(?:ICT|IT|HR|Advies|Beheer|Bouw|Consulting|Groep|Handhaving|Nederland|"
    r"Ontwikkeling|Services|Techniek|Zorg|[A-Z][a-z]{2,20}-[ ](?:en|&)[ ][A-Z][a-z]{2,20}|"
    # *Van der Zanden Grond & Infra*
    r"(?:Grond|Weg|Wegen|Water|Beton|Bouw|Milieu|Sloop|Groen|Bestrating|Riool|Transport|Kraan)"
    r"[ ](?:en|&))$"
)
_DOES_REACH = 50
_PARTNER = re.compile(r"[ ]&[ ]$")


def businesses(text: str) -> Iterator[Finding]:
    """``Bakkerij Jansen``, ``De Boer & Partners``, ``Jansen Infra``; ships and storms too."""
    forms = (_BUSINESS, _PLACE, _FACILITY, _CLUB)
    named = (match for form in forms for match in form.finditer(text))
    for match in named:
        name = read_name(text, match.end())
        if name and match.re is _FACILITY and is_first_name(name.words[0]):
            continue
        if name and text.startswith("van ", name.start) and is_first_name(name.words[0]):
            continue  # *de bakkerij van Berry Wissink* is his
        if name and not name.initials:  # *Bakkerij H. Bakker* is himself
            source = "eponyms" if _OF_ONE.match(match.group()) else THINGS
            score = 0.95 if _SURELY_THING.match(match.group()) else 0.9
            column = text.find("  ", name.start, name.end)
            partner = read_name(text, name.end + 3) if text.startswith(" & ", name.end) else None
            end = column if column > 0 else partner.end if partner else name.end
            span = (name.start, end)
            yield finding(text, span, Category.PERSON, source, score, Role.EPONYM)
    for match in (*_FIRM.finditer(text), *_TRADE.finditer(text)):
        name = _name_of_firm(text, match.start())
        if name and match.re is _TRADE:
            name = _without_word(text, name)
        if name and not (match.re is _TRADE and _is_somebody(name)):
            start = _without_owner(text, _with_partner(text, name))
            title = _DOCTOR.search(text, max(0, start - 6), start)
            span = (title.start() if title else start, match.end())
            yield finding(text, span, Category.PERSON, THINGS, 0.95, Role.EPONYM)


def _name_of_firm(text: str, end: int) -> Name | None:
    """The name before its form, also with what it does between: *Sijtsma Grond- en Wegenbouw*."""
    does = _DOES.search(text, max(0, end - _DOES_REACH), end)
    return (name_before(text, does.start()) if does else None) or name_before(text, end)


def _without_word(text: str, name: Name) -> Name:
    """*Hoogland* of *Factuur Hoogland*."""
    first, *others = name.words
    if not others or name.initials or not text.startswith(f"{first} ", name.start):
        return name
    if is_surname(first) or is_first_name(first) or not is_of_language(first):
        return name
    rest = read_name(text, name.start + len(first) + 1)
    return rest if rest and rest.end == name.end and is_surname(rest.words[0]) else name


def _is_somebody(name: Name) -> bool:
    """*Marloes Hakvoort Catering*, *M.S. Kooistra Interim*: who works for herself."""
    first, *others = name.words
    return bool(name.initials) or is_first_name(first) or (bool(others) and not is_surname(first))


def without_form(thing: str) -> str:
    """*Verkuijlen* of *Verkuijlen Betonbouw B.V.*: what it is called by itself."""
    while form := _FIRM.search(thing) or _TRADE.search(thing) or _DOES.search(thing):
        thing = thing[: form.start()]
    return thing


def begins_with_form(thing: str) -> bool:
    """*Veemarkt De Lage Kamp*, *Bakkerij Jansen*: the first word tells what it is."""
    return any(form.match(thing) for form in (_BUSINESS, _PLACE, _CLUB))


def _with_partner(text: str, name: Name) -> Name:
    """*Haverkate & Pronk Taxaties* begins with the first of the two."""
    joined = _PARTNER.search(text, max(0, name.start - 3), name.start)
    partner = name_before(text, joined.start()) if joined else None
    return partner or name


def _without_owner(text: str, name: Name) -> int:
    """Where the firm begins in *Harrie Jansen van Jansen Recycling*, or in a column."""
    owner = _OWNER.search(text, name.start, name.end)
    column = text.rfind("  ", name.start, name.end)
    cell = text.rfind("\t", name.start, name.end)
    return max(owner.end() if owner else name.start, column + 2, cell + 1)
