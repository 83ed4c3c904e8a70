"""People in the names of things: motions, committees, laws, streets, institutes."""

import re
from collections.abc import Iterator
from functools import cache

from woo.detect.rare import matches_in_lines
from woo.detect.spans import finding, listed
from woo.detect.things.buildings import buildings
from woo.detect.things.firms import THINGS, businesses
from woo.detect.words.grammar import CAPITALISED, LETTER, PARTICLES, is_titled, read_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_ordinary, is_surname, things
from woo.text.matcher import Match, Matcher

WORKS_AT = re.compile(r"(?<=\w)[ \n](?:van|bij)[ \n]{1,2}(?:(?:de|het)[ ])?$")
"""What parts somebody from the thing where he works: *Cem Kaya van het Thorbecke College*."""
_BEFORE = re.compile(
    r"\b(?:(?:[Mm]otie|[Aa]mendement|[Ii]nitiatiefwet|[Ii]nitiatiefnota|[Cc]ommissie|[Ww]et|"
    r"[Ww]erkgroep|[Aa]dviescommissie|[Tt]askforce|"
    r"[Ww]etsvoorstel|[Rr]apport|[Kk]abinet|[Ll]ijst|[Nn]orm|[Aa]kkoord|[Pp]lan|[Bb]epaling|"
    r"[Cc]riterium|[Dd]ebat)"
    r"(?:-[ ]?|[ ](?=[A-Z\u00c0-\u00de][\w-]{1,30}(?:/|[ ]c\.s\.|[ ]\(Kamer))|[ ]van (?:het lid|"
    r"de leden) )"
    r"|(?:[Dd]e )?(?:[Mm]oties?|[Aa]mendement(?:en)?)[ ](?:van )?(?:het lid |de leden "
    r")?(?=[A-Z\u00c0-\u00deV])"
    r"|\b[Ss]yndroom van (?=[A-ZÀ-Þ][a-zà-ÿ])"
    # Anybody may have a test or a share.
    r"|\b(?:[Ss]chaal|[Vv]erdeling|[Pp]aradox|[Cc]onstante|[Tt]oets|[Cc]oëfficiënt) van "
    r"(?=(?:Richter|Beaufort|Mercalli|Mohs|Glasgow|Apgar|Likert|Poisson|Gauss|Bernoulli|Weibull|"
    r"Boltzmann|Simpson|Braess|Zeno|Jevons|Planck|Avogadro|Faraday|Hubble|Fisher|Student|Wilcoxon|Dunnett|"
    r"Pearson|Levene|Spearman|Gini)\b)"
    r"|(?:[Dd]e )?(?:Commissie|Wet|Kabinet)[ -](?=[A-Z\u00c0-\u00de])|[Kk]abinetten[- ])"
)
# After its parties: *het arrest Bargers*, *HR 8 januari 1999 (Bargers/Juurlo)*, *de uitspraak
# Bargers (ECLI:NL:…)*.
_JUDGMENT = re.compile(
    r"\b[Aa]rrest(?:en)?[ -](?=[A-ZÀ-Þ])|"
    r"\b(?:uitspraak|beschikking|vonnis|zaak)[ -](?=[A-ZÀ-Þ][\w' -]{1,40}[ ]?\n?\(ECLI)|"
    r"\b(?:HR|ABRvS|CRvB|CBb|EHRM|HvJ(?:[ ]EU)?|Hof|Rb\.?)[ ][^()\n]{3,50}"
    r"\((?=[A-ZÀ-Þ][\w' -]{1,30}/)"
)
_COMPOUND = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+-[a-zà-ÿ]{3,20}(?![\w-])")
_SEPARATOR = re.compile(
    r"[ ]?(?:/[ ]?|-(?=[A-Z\u00c0-\u00de])|[ ](?:en|of)[ ](?=[A-Z\u00c0-\u00de])|"
    r",[ ](?=[A-Z\u00c0-\u00de][\w-]{1,30}(?:[ ]en|,)))"
)
_STREET_LIKE = (
    "straat|laan|weg|plein|kade|gracht|singel|dreef|park|brug|tunnel|haven|hal|school|college|"
    "lyceum|kazerne|stadion|penning|prijs|lezing"
)
_STREET = re.compile(
    f"(?<![\\w-])(?P<first>{CAPITALISED})[ ](?:{PARTICLES}[ ])?[{LETTER}'’-]{{2,40}}?"
    f"(?:{_STREET_LIKE})(?:en)?(?:-[{LETTER}]{{2,20}})?(?![\\w])"
)
# *de Aletta Jacobszaal*; with a tussenvoegsel, *Gijsje de Rolzaal*, somebody does something there.
_HALLS = "(?:zaal|theater|fonds|kliniek|gebouw|kamer|vleugel)(?![\\w])"
_HALL = re.compile(f"(?<![\\w-])(?P<first>{CAPITALISED})[ ][A-ZÀ-Þ][{LETTER}'’-]{{3,30}}{_HALLS}")
_THINGS = (
    "Instituut|Museum|Stichting|Huis|Fonds|Universiteit|Academie|MC|Ziekenhuis|Centrum|Groep|"
    "College|Lyceum|Gymnasium|Atheneum|Foundation|Advocaten|Bank|Holding|Kempen|Prijs|Penning|Lezing|Norm|Stadion|"
    "Park|Kinderziekenhuis|[sS]chool|[sS]cholengemeenschap|Medisch Centrum|Arena|Hogeschool"
)
# Of the things above: behind a first name they make a building, and never somebody's name.
_NO_SURNAMES = frozenset(
    {
        "Ziekenhuis",
        "Kinderziekenhuis",
        "College",
        "Lyceum",
        "Gymnasium",
        "Universiteit",
        "Hogeschool",
        "Museum",
    }
)
_THINGS_JOINED = (
    "norm|prijs|lezing|instituut|stichting|fonds|penning|test|index|college|gymnasium|atheneum|lyceum|kliniek|school|gasthuis|"
    "ziekenhuis|leerstoel|arrest|akkoord"
)
_THING = re.compile(
    f"(?<![\\w-])(?:{CAPITALISED}[ ]|{PARTICLES}[ ]){{1,4}}(?:{_THINGS})(?![\\w]|-[A-Z])"
    f"|(?<![\\w-])(?:{CAPITALISED}[ ]|{PARTICLES}[ ]){{1,3}}[{LETTER}]{{2,30}}-"
    f"(?:{_THINGS_JOINED})(?![\\w])"
)
# *Tabaksblat-code*, *Donner-rapport*; an affair may be called after a citizen.
_NAMED = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿ]{2,20}(?:-[A-ZÀ-Þ][a-zà-ÿ]{2,20})?-(?:code|rapport|toets|norm|methode|"
    r"doctrine|formule|paradox|verdeling|regeling|criterium|fonds|arrest|kliniek|gelden|akkoord)(?!\w)"
)
# *Van Duin van de Universiteit Leiden*: somebody, and where he works.
_OF_THING = re.compile(r"(?<=\S) (?:van|aan|bij|op) (?:(?:[Dd]e|[Hh]et) )?(?=\S+(?: \S+){0,3}$)")
# No surname ends so; a street may stand anywhere too, but *Ellen Verlaan* is somebody.
_SURE_ENDING = re.compile(r"(?:school|scholen|lyceum|kazerne|stadion)$")
# *Pater Damiaanhuis*, *Pastoor Van Erpstraat*: two spaces where a narrow cell broke the line.
_AFTER_CLERIC = re.compile(
    r"\b(?:Pater|Pastoor|Kapelaan|Zuster|Monseigneur|Mgr\.|Meester|Dokter|Kardinaal|Bisschop)"
    r"[ ]{1,2}"
    rf"(?:{CAPITALISED}[ ]{{1,2}}|{PARTICLES}[ ]{{1,2}}){{0,2}}[{LETTER}'’-]{{2,30}}"
    rf"(?:{_STREET_LIKE}|huis|hof|kerk)(?![\w])"
)
_HALL_SIGN = re.compile(_HALLS)
_STREET_SIGN = re.compile(f"(?:{_STREET_LIKE})(?:en)?(?![^\\W\\d_])")
_THING_SIGN = re.compile(f"(?: (?:{_THINGS.lower()})|-(?:{_THINGS_JOINED}))(?![\\w])")
# A street stands after an article or preposition; Ellen Verlaan does not.
_BEFORE_THING = re.compile(r"\b(?:de|het|een|op|aan|in|te|naar|bij|via|en|,)[ \n]$|[“\"‘]$")
_BEFORE_NAMESAKE = re.compile(r"\b(?:de|het|een)[ \n]$|[“\"‘]$")
_ARTICLE = re.compile(r"\b(?:[Dd]e|[Hh]et|[Ee]en)[ \n]$")
_INITIAL_BEFORE = re.compile(r"(?<!\w)[A-Z]\.[ ]?$")
_PARTICLE_BEFORE = re.compile(r"\b(?:VAN|V\.|v\.)[ ]?$")
_GREETING = re.compile(r"(?:Hoi|Hi|Hey|Hallo|Beste|Dag|Ha|Lieve|Goedemorgen|Goedemiddag)[ ]")
_GENERIC = frozenset(
    {
        "anne",
        "prins",
        "prinses",
        "koning",
        "koningin",
        "sint",
        "burgemeester",
        "generaal",
        "professor",
        "dr.",
    }
)


def detect_eponyms(document: Document) -> Iterator[Finding]:
    """Findings with the role EPONYM: these names stay."""
    text = document.text
    for pattern in (_BEFORE, _JUDGMENT):
        for match in pattern.finditer(text):
            yield from _named_after(text, match.end())
    yield from businesses(text)
    by_form = (match.span() for one in (_NAMED, _AFTER_CLERIC) for match in one.finditer(text))
    for span in (*by_form, *buildings(text)):
        yield finding(text, span, Category.PERSON, THINGS, 0.95, Role.EPONYM)
    streets = matches_in_lines(text, _STREET_SIGN, _STREET)
    for match in (*streets, *matches_in_lines(text, _HALL_SIGN, _HALL)):
        first, before = match["first"], text[max(0, match.start() - 12) : match.start()]
        # *Sikkema van de vliegschool* and *Hakim van de Hogeschool* are somebody.
        last = match.group().rpartition(" ")[2]
        is_word = " van " in match.group() and (last.islower() or is_ordinary(last))
        sure = _SURE_ENDING.search(match.group()) is not None and not is_word
        if not (sure or _is_announced(match, before)):
            continue
        if is_first_name(first) or is_surname(first) or first.casefold() in _GENERIC:
            yield finding(text, match.span(), Category.PERSON, THINGS, 0.95, Role.EPONYM)
    called = (one for one in _things().find(text) if _is_the_thing(text, one))
    yield from listed(text, called, THINGS, 0.95, Role.EPONYM)
    for match in matches_in_lines(text, _THING_SIGN, _THING):
        if _is_called_so(text, match):
            continue
        works = _OF_THING.search(match.group())
        start = match.start() + (works.end() if works else 0)
        yield finding(text, (start, match.end()), Category.PERSON, THINGS, 0.95, Role.EPONYM)


def _is_announced(street: re.Match[str], before: str) -> bool:
    """*aan de Johan de Wittlaan*; *en Ingeborg Slootweg* is somebody whose name ends so."""
    last = street.group().rpartition(" ")[2]
    by_name = is_first_name(street["first"]) and is_surname(last)
    return (_BEFORE_NAMESAKE if by_name else _BEFORE_THING).search(before) is not None


def _is_called_so(text: str, thing: re.Match[str]) -> bool:
    """*Marc Prijs (FEZ)*, *onderzoeker Hye-jin Park*: a first name, and no article before it.

    *Hoi MC* greets somebody by letters.
    """
    if _ARTICLE.search(text[max(0, thing.start() - 6) : thing.start()]):
        return False
    if _GREETING.match(text, thing.start()):
        return True
    first, _, rest = thing.group().partition(" ")
    *before, last = thing.group().split(" ")
    alone = rest.isalpha() and is_first_name(first) and rest not in _NO_SURNAMES
    return alone or (last == "Park" and "-" in before[-1])


def _is_the_thing(text: str, found: Match) -> bool:
    """Not the *den Bosch* of *Annemiek van den Bosch*, nor *de heer Van Oord* or *R. Blokker*."""
    if is_titled(text, found.start) or _INITIAL_BEFORE.search(
        text, max(0, found.start - 4), found.start
    ):
        return False
    if not text[found.start].isupper():
        return not found.term[0].isupper()
    return _PARTICLE_BEFORE.search(text, max(0, found.start - 6), found.start) is None


@cache
def _things() -> Matcher:
    return Matcher(things())


def _named_after(text: str, position: int) -> Iterator[Finding]:
    """The name or names that a motion or committee carries: ``Dassen/Thijssen``."""
    for _ in range(8):
        name = read_name(text, position)
        if name is None:
            return
        # *de Wet Mulder-boetes van Levent*
        thing = _COMPOUND.match(text, name.start)
        span = (name.start, min(name.end, thing.end()) if thing else name.end)
        yield finding(text, span, Category.PERSON, "eponyms", 0.97, Role.EPONYM)
        joined = _SEPARATOR.match(text, name.end)
        if joined is None:
            return
        position = joined.end()
