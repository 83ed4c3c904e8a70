"""Names behind a label: *Opgesteld door*, *Contactpersoon*, *Naam aanvrager*, *Paraaf*."""

import re
from collections.abc import Iterator
from functools import cache

from woo.detect.layout.reversed_names import read_reversed
from woo.detect.spans import finding, person
from woo.detect.things.employers import ends_as_organisation, is_organisation
from woo.detect.words.grammar import Name, read_name
from woo.detect.words.name_lists import names_in_row
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.abbreviations import units
from woo.reference.lexicon import is_first_name, is_not_name

_OFFICIAL = (
    r"Opgesteld door|Auteurs?|Opstellers?|Stellers?|Contactpersoon|Contactpersonen|Contact|"
    r"Behandeld door|Behandelend ambtenaar|Behandelaar|Dossierhouder|Samengewerkt met|Afgestemd "
    r"met|"
    r"Kopie aan|Medewerker|Beleidsmedewerker|Projectleider|Teamleider|Afdelingshoofd|Accounthouder|"
    r"Directeur|MT-lid|DG|SG|pSG|plv\.? DG|plv\.? SG|Notulist|Verslag|Verslaglegging|Secretaris|"
    r"Voorzitter|Akkoord(?: door)?|Gezien door|Vastgesteld door|Gecontroleerd door|Eigenaar|"
    r"Verantwoordelijke?|Woordvoerder|Jurist|Coördinator|Inlichtingen(?: bij)?|Paraaf|Wie|Trekker"
)
_CITIZEN = (
    r"Naam(?: (?:van de )?(?:aanvrager|verzoeker|indiener|melder|cli[eë]nt|pati[eë]nt|betrokkene|"
    r"bezwaarmaker|klager))?|"
    r"Naam en voornamen|Voornaam|Voornamen|Achternaam|Roepnaam|Aanvrager|Verzoeker|Indiener|"
    r"Bezwaarmaker|"
    r"Appellant|Klager|Melder|Cli[eë]nt|Pati[eë]nt|Betrokkene|Gemachtigde|Bewindvoerder|Partner|"
    r"Rekeninghouder|"
    r"Eigenaar perceel|Ten name van|T\.n\.v\.|Beller|Huurder|Verhuurder|Getuige|Ouder/verzorger|"
    r"Werkgever"
)
_NEUTRAL = (
    r"T\.a\.v\.|Ter attentie van|Ondertekend door|Naam|Van|Aan|Van de hand van|Gebruiker|"
    r"Gebruikersnaam"
)
_GAP = (
    r"(?:[ \t]{0,3}[:|][ \t|]{0,20}|\t[ \t]{0,20}|[ \t]{0,4}\n[ \t:]{0,12}\n?[ \t]{0,12}|[ ]{2,30})"
)
# At the head of a line: a bullet, a number.
_BEFORE_LABEL = r"^[ \t>|*•-]{0,8}(?:\d{1,2}[a-z]?[.)]?[ ])?"
_BEHIND_LABEL = r"[*]{0,2}[ \t]{0,3}[:|][ \t|]{0,30}"
# In a sentence: *Opgesteld door S. Hoekstra en Lotus de Groen (Bureau Ruimte)*.
_DONE_BY = re.compile(
    r"\b(?:[Oo]pgesteld|[Vv]oorbereid|[Gg]econtroleerd|[Gg]eredigeerd|[Gg]enotuleerd)"
    r"[ ]door[ ](?=[A-ZÀ-Þ])"
)
_BRACKETS = re.compile(r"[^()\n]{0,40}\((?=[A-ZÀ-Þ])")
_NEXT = re.compile(r"[ ]{0,2}(?:\([^()\n]{0,40}\))?[ ]{0,2}(?:,|;|/|&|[ ]en[ ]|\n)[ ]{0,3}")
_CARD_NAME = re.compile(
    r"^N(?:;[\w=.;-]{1,60})?:(?P<last>[^;:\n]{0,60})(?:;(?P<first>[^;\n]{0,60}))?", re.MULTILINE
)
# Whatever else it means: *Roepnaam: Wil*.
_OWN_NAME = re.compile(
    rf"{_BEFORE_LABEL}(?:Roepnaam|Voorna(?:am|men)|Achternaam|Geslachtsnaam|"
    rf"Naam(?=[^\n]{{2,60}}\n[ \t|*]{{0,8}}(?:Voorna|Roepnaam|Initialen|Voorletters)))"
    rf"{_BEHIND_LABEL}"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]{1,30}(?:[ ][A-ZÀ-Þ][\w'’-]{1,30}){0,3})[ \t|]*$",
    re.MULTILINE,
)
# *Uw naam: hans*, as somebody fills in who uses no capitals.
_OWN_IN_SMALL = re.compile(
    rf"{_BEFORE_LABEL}(?i:(?:(?:uw|je|mijn)[ ])?(?:volledige[ ])?(?:voor|achter|roep)?naam)"
    rf"{_BEHIND_LABEL}"
    r"(?P<name>[a-zà-ÿ]{2,16}(?:[ -][a-zà-ÿ]{1,16}){0,4})[ \t|]*$",
    re.MULTILINE,
)
# *ORGANIZER;CN=Kim van Dalfsen:mailto:* of a calendar (RFC 5545, 3.2.2).
_IN_CALENDAR = re.compile(r"\bCN=\"?(?P<name>[A-ZÀ-Þ][^\";:@\n]{2,50})\"?(?=[;:])")
# *Voorletters: Q.*, the name in a field of its own.
_OWN_INITIALS = re.compile(
    rf"{_BEFORE_LABEL}(?i:Voorletters?|Voorletter\(s\)|Initialen){_BEHIND_LABEL}"
    r"(?P<letters>[A-Z](?:\.?[ ]?[A-Z]){0,5}\.?)[ \t|]*$",
    re.MULTILINE,
)
_PARAPH = re.compile(
    r"\b(?:[Pp]araaf|[Gg]eparafeerd|[Gg]ezien(?: door)?|[Aa]kkoord(?: [a-z]{4,15})?|"
    r"[Gg]ez\.)[ ]{0,2}[:|][ ]{0,3}(?P<sign>[A-Z][A-Za-z]{0,2}[A-Z])\b"
)


@cache
def _labels() -> tuple[tuple[re.Pattern[str], Role], ...]:
    return tuple(
        (
            re.compile(
                rf"{_BEFORE_LABEL}(?:{labels})[*]{{0,2}}{_GAP}",
                re.MULTILINE | re.IGNORECASE,
            ),
            role,
        )
        for labels, role in (
            (_OFFICIAL, Role.OFFICIAL),
            (_CITIZEN, Role.CITIZEN),
            (_NEUTRAL, Role.UNKNOWN),
        )
    )


# *Naam | Personeelsnr. | Functie*: the headings of a table.
_HEADING = re.compile(r"[A-Z][a-z]{3,20}(?:nr|nummer)")


def detect_fields(document: Document) -> Iterator[Finding]:
    """Names in the fields of notas and forms; the label tells the role."""
    text = document.text
    for pattern, role in _labels():
        for label in pattern.finditer(text):
            yield from _in_field(text, label, role)
    for span in _filled_in(text):
        yield finding(text, span, Category.PERSON, "fields", 0.9, Role.CITIZEN)
    for match in _IN_CALENDAR.finditer(text):
        if (name := read_name(text, match.start("name"))) and name.is_known:
            yield finding(text, match.span("name"), Category.PERSON, "fields", 0.8)
    for match in _DONE_BY.finditer(text):
        for name in names_in_row(text, match.end(), _is_sure):
            if name.is_sure and not name.is_wordy:
                yield person(text, name, "fields", 0.87)
    yield from _paraphs(text)
    if "BEGIN:VCARD" in text:
        yield from _on_cards(text)


def _filled_in(text: str) -> Iterator[tuple[int, int]]:
    """What somebody fills in behind a label for his own name."""
    for match in _OWN_NAME.finditer(text):
        if is_first_name(match["name"]) or not is_not_name(match["name"]):
            yield match.span("name")
    for match in _OWN_IN_SMALL.finditer(text):
        if is_first_name(re.split("[ -]", match["name"])[0]):
            yield match.span("name")
    yield from (match.span("letters") for match in _OWN_INITIALS.finditer(text))


def _is_sure(text: str, position: int) -> bool:
    name = read_name(text, position)
    return name is not None and name.is_sure


def _paraphs(text: str) -> Iterator[Finding]:
    """The letters of who has seen it; *Gezien: PSG* is an office."""
    for match in _PARAPH.finditer(text):
        if match["sign"] not in units():
            span = match.span("sign")
            yield finding(text, span, Category.PERSON, "fields", 0.7, Role.OFFICIAL)


def _on_cards(text: str) -> Iterator[Finding]:
    """Surname and first names of a vCard (RFC 6350, 6.2.2): ``N:Scherpenzeel;Wiebe-Jan;;drs.;``."""
    for card in _CARD_NAME.finditer(text):
        names = [card[part].strip() for part in ("last", "first") if card[part]]
        if len(names) == 1 and ends_as_organisation(names[0].partition(" ")[0]):
            continue  # *N:Servicedesk ICT;;;;*
        for part in ("last", "first"):
            if card[part].strip():
                yield finding(text, card.span(part), Category.PERSON, "fields", 0.95, Role.UNKNOWN)


def _in_field(text: str, label: re.Match[str], role: Role) -> Iterator[Finding]:
    """The names in one field; without a colon a name must be sure by its form or a known one."""
    has_colon = ":" in label.group() or "|" in label.group()
    position = label.end()
    for index in range(6):
        span = read_reversed(text, position)
        name = None if span else read_name(text, position, wrapped=True)
        if span:
            yield finding(text, span, Category.PERSON, "fields", 0.9, role)
            end = span[1]
        elif (
            name
            and not name.is_wordy
            and not is_organisation(text, name)
            and not _HEADING.fullmatch(name.words[-1])
            and _acceptable(name, has_colon=has_colon and index == 0, first=index == 0)
        ):
            yield person(text, name, "fields", 0.9 if name.is_sure else 0.75, role)
            end = name.end
        else:
            bracket = _BRACKETS.match(text, position)
            if bracket is None:
                return
            inside = read_name(text, bracket.end())
            if inside and inside.is_sure:
                yield person(text, inside, "fields", 0.85, role)
            return
        following = _NEXT.match(text, end)
        if following is None:
            return
        position = following.end()


def _acceptable(name: Name, *, has_colon: bool, first: bool) -> bool:
    """After a colon any capitalised words do; further on only what looks like a name."""
    if name.is_sure:
        return True
    return has_colon or (first and name.is_known)
