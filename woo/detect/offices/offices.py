"""Office holders and signatories: who acts in public because of a function."""

import re
from collections.abc import Iterator

from woo.detect.contacts.domains import after_domain
from woo.detect.offices.addressed import addressed
from woo.detect.offices.council_meetings import in_council_meeting
from woo.detect.offices.courts import judges
from woo.detect.offices.debates import in_debate
from woo.detect.offices.further_holders import further_holders_in
from woo.detect.offices.in_charge import in_charge
from woo.detect.offices.known_holders import known_holders
from woo.detect.offices.letter_signatures import letter_signatures
from woo.detect.offices.no_office import without_office
from woo.detect.offices.office_cells import in_cells
from woo.detect.offices.office_lines import holder_before, is_of_name_above
from woo.detect.offices.office_words import FUNCTION, OFFICE
from woo.detect.offices.parties import has_party, party_at
from woo.detect.offices.representing import representatives
from woo.detect.offices.signatures import signatures
from woo.detect.offices.whose_office import (
    BY_ARTICLE,
    begins_anew,
    is_called_so,
    is_of_another,
    is_of_next,
    is_of_two,
    is_spoken_to,
)
from woo.detect.rare import mentions
from woo.detect.spans import ends_row, finding, person
from woo.detect.words.grammar import CAPITALISED, Name, name_before, read_name
from woo.detect.words.name_lists import names_before, names_in_row, speaks_there
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import (
    is_first_name,
    is_ordinary,
    is_place,
    is_surname,
)

# Also *stikstofminister Van der Wal* and *CDA-raadslid Bos*.
_BEFORE_NAME = re.compile(
    rf"(?<![\w-])(?:[A-Z][A-Za-z0-9]{{1,14}}-|[a-z]{{4,14}}(?=minister[ ]))?{FUNCTION}(?=[ ,\n])"
)
# *Liesbeth Grevers, wethouder Deventer*
_OF_TOWN = re.compile(
    rf"(?:,|[ ][–-])[ ](?:wethouder|burgemeester|raadslid)[ ](?P<town>{CAPITALISED})"
)
# A comma is followed by a title, or by one name between commas: else people are summed up.
_THEN_NAME = re.compile(
    r"(?:[ ]?\n|[ ]|,[ ]?[ \n](?=(?:de heer|mevrouw|drs\.|mr\.|dr\.|ir\.|Ms\.|Mrs\.|Mr\.)[ ])|"
    r",[ ](?=(?:(?:van|den?|der|te[nr]?|Van|De[nr]?|Te[nr]?)[ ]){0,2}"
    r"[A-ZÀ-Þ][\w'’-]{2,30}(?:[ ][A-ZÀ-Þ][\w'’-]{2,30})?,[ ][a-z]))"
    r"(?:(?:de heer|mevrouw|dhr\.|mw\.|mevr\.|drs\.|mr\.|dr\.|ir\.|Ms\.|Mrs\.|Mr\.)[ ])?"
)
# A town that no list has.
_OF_UNKNOWN = re.compile(r"[ ]van[ ][A-ZÀ-Þ][\w-]+(?=,)")
_COMMA = re.compile(r",[ \n]")
_FOR = re.compile(r"\b(?:[Nn]amens|[Vv]oor)\b[^.\n]*$")
_SENTENCE_GOES_ON = re.compile(
    r",?[ \n](?:heeft|had|is|was|wordt|werd|zal|zou|kan|wil|deelt|besluit|maakt|verklaart|schrijft|"
    r"schreef|geeft|gaf|zegt|zei|meldt|opent|sluit|noemt|noemde|stelt|vindt|vond|vraagt|vroeg|"
    r"opende|sprak|spreekt|bedankt|bedankte|komt|kwam|neemt|nam|ondertekent|ondertekende|laat|liet|"
    r"vertelt|vertelde|reageert|reageerde|bevestigt|wijst|reikt|onthult|dat|die|om|door)\b|"
    r"\.(?:\s|$)"
)
_SEVERAL = re.compile(
    r"(?:ministers|issen|burgemeesters|wethouders|eerden|leden|gangers|senatoren|heemraden)$",
    re.IGNORECASE,
)
# Anybody may be the prince of carnival.
_ROYAL = re.compile(
    r"\b(?:[Pp]rins(?:es)?|[Kk]oning(?:in)?|[Kk]roonprins(?:es)?)[ \n](?P<name>Willem-Alexander|"
    r"Máxima|Maxima|Beatrix|Amalia|Catharina-Amalia|Alexia|Ariane|Constantijn|Laurentien|Margriet|"
    r"Pieter van Vollenhoven|Bernhard|Irene|Christina|Claus|Juliana|Wilhelmina|Hendrik|Maurits|"
    r"Charles|Filip|Mathilde|Albert|Boudewijn|Felipe|Letizia|Frederik|Harald|Carl Gustaf)(?!\w)"
)
# *Slootweg (wethouder)*, *is raadslid*, *als wethouder*, *, dijkgraaf van Rivierenland*; in a
# signature on the next line, where another name may not follow: that is the next one of a list.
_AFTER_NAME = re.compile(
    rf"[ ]\((?:de[ ])?(?:loco-)?(?:{OFFICE}|(?:weth|wh|rl|bgm|burg|cdk|CdK)\.?\))|"
    rf"[ ](?:is|was)[ ](?:sinds[ ][\w ]{{2,15}}[ ])?(?:plaatsvervangend[ ]|plv\.[ ])?"
    rf"(?!ambassadeur){OFFICE}|"
    rf"[ ]als[ ](?:nieuwe[ ]|waarnemend[ ]|tijdelijk[ ])?(?!ambassadeur){OFFICE}|"
    rf"(?<=\w),(?i:{OFFICE})(?=[,\n]|$)|"
    r",[ ]lid[ ]van[ ](?:het[ ]Europees[ ]Parlement|de[ ](?:Tweede|Eerste)[ ]Kamer|"
    r"de[ ]gemeenteraad|Provinciale[ ]Staten)\b|"
    r",[ ]de[ ](?:stas|MP|CdK|bgm)(?=[ ][A-ZÀ-Þ]|[,.;:)\n]|$)|"
    r",[ ](?:raads|staten)lid(?=[ ][A-ZÀ-Þ])|"
    rf",[ ](?:de[ ]|onze[ ])?{OFFICE}(?=[ ]?(?:[,.;:)\n]|(?:van|te|in|voor|namens|bij)\b|$))|"
    rf",?[ ]?\n[ \t>]{{0,8}}(?:[Dd]e[ ])?(?i:{OFFICE})"
    r"(?![ ]?:|[ ](?:de heer|mevrouw)|,[ ](?:beste|geachte|dag|hallo)[ ])"
)
# *B. Wesselink, S. Kolthof en R. Amezian (wethouders)*.
_OFFICES_BEHIND = re.compile(
    r"[ ]?\n?[ ]?\((?:wethouders|gedeputeerden|(?:raads|staten)leden|[Kk]amerleden|"
    r"bewindslieden)\)|"
    # *M. Aydin en L. Pluijmaekers, wethouders; …*
    r",[ ](?:wethouders|gedeputeerden|heemraden)(?=[;.\n]|$)"
)
# *het kabinet van de burgemeester (Joyce Wong)*, *een naamgenoot van de wethouder, mevrouw Bos*.
_BELONGS = re.compile(
    r"\b(?:(?P<staff>kabinet|bureau|secretariaat|chauffeur|medewerk(?:er|ster)|stagiaire?|"
    r"(?:pers)?woordvoer(?:der|ster)|(?:bestuurs)?(?:secretaresse|secretaris|assistente?|adviseur))|"
    r"(?:bijna-)?naamgeno(?:ot|te)|echtgeno(?:ot|te)|man|vrouw|partner|zoon|dochter|broer|zus|"
    r"vader|moeder)"
    r"[ \n]{1,2}van[ \n]{1,2}(?:de[ \n])?$",
    re.IGNORECASE,
)
_APART = re.compile(r"(?:,[ \n]|[ \n]\()(?:(?:de heer|mevrouw)[ ])?")
_IN_BRACKETS = re.compile(
    r"[ ]\([ ]?(?:(?:thans|nu|toen|destijds)[ ])?(?:(?:de heer|mevrouw|mw\.|dhr\.)[ \n])?"
)
_OF_PLACE = re.compile(r"[ ]van[ ](?=[A-ZÀ-Þ]\S*$)")
# A gedeputeerde, or a gedetineerde or gedaagde.
_SHORT_OF_MORE = "Ged."
_PROVINCE = ("gedeputeerde", "staten", "provinci", " gs ")


def detect_offices(document: Document) -> Iterator[Finding]:
    """Findings with the role OFFICE_HOLDER or SIGNATORY."""
    text = document.text
    for match in _BEFORE_NAME.finditer(text):
        yield from _at_office(text, match)
    for match in _ROYAL.finditer(text):
        span = match.span("name")
        yield finding(text, span, Category.PERSON, "offices", 0.96, Role.OFFICE_HOLDER)
    for match in _AFTER_NAME.finditer(text):
        name = name_before(text, match.start())
        if name and not is_of_next(text, match):
            # Below a name, as one signs, it tells more than the address of a mailbox.
            score = 0.98 if "\n" in match.group() else 0.96
            yield person(text, name, "offices", score, Role.OFFICE_HOLDER)
    for match in _OF_TOWN.finditer(text):
        name = name_before(text, match.start())
        if name and is_place(match["town"]) and not is_surname(match["town"]):
            yield person(text, name, "offices", 0.96, Role.OFFICE_HOLDER)
    for match in _OFFICES_BEHIND.finditer(text):
        for name in names_before(text, match.start()):
            yield person(text, name, "offices", 0.96, Role.OFFICE_HOLDER)
    yield from in_cells(text)
    yield from judges(text)
    yield from addressed(text)
    yield from in_charge(text)
    yield from without_office(text)
    yield from representatives(text)
    yield from signatures(text)
    yield from letter_signatures(text)
    yield from known_holders(text)
    yield from further_holders_in(text)
    yield from in_debate(text)
    yield from in_council_meeting(text)


def _at_office(text: str, office: re.Match[str]) -> Iterator[Finding]:
    """Whose the office is by what follows it; or who belongs to it, and then holds none."""
    if office.group() == _SHORT_OF_MORE and not mentions(text, _PROVINCE):
        return
    if is_called_so(text, office):
        return
    position = after_domain(text, office.end())
    ends_line = text.startswith("\n", position)
    if ends_line and (holder := holder_before(text, office.start())):
        yield person(text, holder, "offices", 0.96, Role.OFFICE_HOLDER)
        return
    belongs = _BELONGS.search(text, max(0, office.start() - 40), office.start())
    apart = _APART.match(text, position) if belongs else None
    if belongs and apart:
        role = Role.OFFICIAL if belongs["staff"] else Role.CITIZEN
        if name := read_name(text, apart.end()):
            yield person(text, name, "offices", 0.95, role)
    elif not (
        is_of_another(text, office.start(), position)
        or (ends_line and is_of_name_above(text, office.start()))
    ):
        yield from _behind(text, office, position)
        yield from _in_brackets(text, position)
        yield from _apposed(text, office, position)


def _in_brackets(text: str, position: int) -> Iterator[Finding]:
    """*De dijkgraaf (Rozenbeek)*, *de Minister (thans de heer Westerterp)*."""
    bracket = _IN_BRACKETS.match(text, position)
    name = read_name(text, bracket.end()) if bracket else None
    if name and text.startswith((")", " )"), name.end):
        yield person(text, name, "offices", 0.95, Role.OFFICE_HOLDER)


def _apposed(text: str, office: re.Match[str], position: int) -> Iterator[Finding]:
    """*De burgemeester van Oud-Wietmarsch, A. Sturkenboom, heeft …*: the one who holds it.

    In a list of who was there another may follow; and so does who speaks *namens verweerder, de
    burgemeester van …*.
    """
    start, place = office.start(), _OF_UNKNOWN.match(text, office.end())
    if place is None and position == office.end():
        return  # *de burgemeester, A. Bos*: of which town is not said
    comma = _COMMA.match(text, place.end() if place else position)
    if comma is None or not BY_ARTICLE.search(text, max(0, start - 4), start):
        return
    if _FOR.search(text, max(0, start - 40), start):
        return
    name = read_name(text, comma.end(), wrapped=True)
    if name and name.is_sure and _SENTENCE_GOES_ON.match(text, name.end):
        yield person(text, name, "offices", 0.96, Role.OFFICE_HOLDER)


def _behind(text: str, office: re.Match[str], position: int) -> Iterator[Finding]:
    """The name that follows an office, or what it is over, at ``position``; several of *ministers*.

    *Wethouder Smit en de heer Bakker*: of the second nothing is said.
    """
    then = _THEN_NAME.match(text, position)
    if then is None or party_at(text, then.end()):
        return
    if is_of_two(text, office, then):
        if other := read_name(text, then.end()):
            yield person(text, other, "offices", 0.9, Role.CITIZEN)
        return
    over_line = "\n" in then.group()
    if over_line and ends_row(text, position):
        return
    several = _SEVERAL.search(office.group()) is not None
    for one in names_in_row(text, then.end(), has_party):
        if over_line and is_spoken_to(text, one):
            yield person(text, one, "offices", 0.95, Role.CITIZEN)
            return
        if over_line and begins_anew(text, position, one):
            return
        end = _before_place(text, one)
        if end and not speaks_there(text, then.end(), one.end):
            span = (one.start, end)
            yield finding(text, span, Category.PERSON, "offices", 0.96, Role.OFFICE_HOLDER)
        if not several:
            return


def _before_place(text: str, name: Name) -> int:
    """Where the name ends in *burgemeester Storm van Wessemerdal*; 0 when there is but a place.

    In *wethouder van Dijk* the last word is a surname.
    """
    last = name.words[-1]
    if is_surname(last) or is_ordinary(last) or name.initials:
        return name.end
    if text.startswith("van ", name.start):
        return 0
    # *Hedwig van Aerssen*, but not *burgemeester Storm van Wessemerdal*.
    first = name.words[0]
    if is_first_name(first) and not (is_surname(first) and is_ordinary(first)):
        return name.end
    place = _OF_PLACE.search(text, name.start, name.end)
    return place.start() if place else name.end
