"""Who is named as an official or a citizen, beside those who hold an office."""

import re
from collections.abc import Iterator

from woo.detect.offices.councils import SPEAKS_FOR, is_listed_name
from woo.detect.offices.parties import is_party
from woo.detect.spans import person
from woo.detect.things.employers import ends_as_organisation
from woo.detect.words.grammar import Name, is_titled, name_before, read_name
from woo.detect.words.name_lists import names_in_row
from woo.model.finding import Finding, Role
from woo.reference.lexicon import (
    is_in_place,
    is_not_name,
    is_ordinary,
    is_place,
    is_proper_noun,
    is_surname,
)

_OF_ORGANISATION = re.compile(
    r"[ ](?:van|namens)[ ](?:het|de)[ ]"
    r"(?:[A-Z]{2,7}\b|"
    r"(?:GGD|[Gg]emeente|[Pp]rovincie|[Pp]olitie|[Ii]nspectie|[Bb]elastingdienst|[Oo]mgevingsdienst|"
    r"[Dd]irectie|[Aa]fdeling|[Dd]ienst|[Rr]echtbank|[Uu]niversiteit|[Vv]eiligheidsregio)\b)"
)
_FROM_PLACE = re.compile(r"(?:,[ ]\d{1,3}[ ]jaar,)?[ ]uit[ ](?=[A-ZÀ-Þ][a-zà-ÿ])")
# Functions of officials, whose names the policy takes out.
_STAFF = re.compile(
    r"(?<![\w-])(?:(?:plv\. |plaatsvervangend )?(?:[Ss]ecretaris-generaal|[Dd]irecteur-generaal|"
    r"[Gg]emeentesecretaris|[Pp]rovinciesecretaris|[Ss]ecretaris-directeur)|[Bb]eleidsmedewerk(?:er|ster)|"
    r"[Bb]eleidsadviseur|[Bb]estuursadviseur|[Pp]rojectleider|[Tt]eamleider|[Aa]fdelingshoofd|"
    r"[Ww]oordvoerder|[Bb]ehandelend ambtenaar|p?SG|(?:plv\.? )?[SDI]G)"
    r"(?:,? (?:de heer|mevrouw|dhr\.|mw\.|drs\.|mr\.|ir\.))?[ ](?=[A-ZÀ-Þ'’]|van |de |den )"
)
_TOP = re.compile(
    r"(?:[\w. ]{0,20}[ ])?(?:[Ss]ecretaris-generaal|[Dd]irecteur-generaal|p?[SDI]G)\b"
)
# *S. Ligthart, griffier*, *Jan Pieters (beleidsmedewerker)*: these hold no public office.
_STAFF_BEHIND = re.compile(
    r"(?:[ ]\(|,[ ](?!(?:de|onze|zijn|haar)[ ][\w ]{3,30}[ ][A-ZÀ-Þ]))"
    r"(?:(?:de|onze|zijn|haar|thans|voorheen)[ ])?"
    r"(?:wnd\.? |waarnemend |plv\.? |plaatsvervangend |senior |juridisch |strategisch )?"
    r"(?:(?:raads|staten)?griffier|(?:gemeente|provincie)?secretaris|bode|notulist|kabinetschef|"
    r"beleidsmedewerker|(?:beleids|bestuurs)?adviseur|jurist|"
    r"(?:project|programma|team)(?:leider|manager)|"
    r"afdelingshoofd|(?:pers)?woordvoerder|voorlichter|ambtenaar|politiek assistent|"
    r"fractiemedewerker|inspecteur|docent|docente|leraar|lerares|leerkracht|mentor|conciërge|"
    r"orthopedagoog|schoolleider|verpleegkundige|consulent|chauffeur|"
    r"raadsman|raadsvrouw|advocaat|gemachtigde|tolk|inspreker|insprekster|"
    r"bewoner|bewoonster|omwonende|journalist|verslaggever|stagiair)\w{0,3}(?![\w-])"
)
# *medewerker fractie NSC: Ruben Castelein*
_OF_FRACTION = re.compile(
    r"\b(?:(?:fractie|beleids)?medewerk(?:er|ster)|woordvoerder|voorlichter|assistent)[ ]"
    r"(?:van[ ])?(?:de[ ])?(?:[\w-]*fractie|[Kk]amer)(?:[ ](?:van[ ](?:de[ ])?)?[A-Z][\w-]{1,15})?"
    r":?[ ](?=[A-ZÀ-Þ'’]|van |de |den )"
)
# *Goedemorgen burgemeester, Eline Verkooijen hier van de omroep*
_INTRODUCES = re.compile(r"[ ]hier,?[ ](?:van|namens|uit)[ ](?:de[ ]|het[ ]|[A-Z])")
# *Hub, mijn vader, heeft er veertig jaar gewerkt*; *mw De Graaf, dochter van bewoonster*.
_RELATIVE = re.compile(
    r"(?<=[a-zà-ÿ]),[ ](?:mijn|onze|ons)[ ](?:vader|moeder|man|vrouw|zoon|dochter|broer|zus|oom|"
    r"tante|opa|oma|neef|nicht|buurman|buurvrouw|partner|kleinzoon|kleindochter|vriend|vriendin)\b"
    r"(?![ ][A-ZÀ-Þ])|"
    r",[ ](?:de[ ])?(?:dochter|zoon|weduwe|weduwnaar|echtgenote|echtgenoot|partner|moeder|vader)"
    r"[ ]van[ ]"
)
# *M. Harbers, Rijkswaterstaat (niet de minister)*
_NOT_THE_ONE = re.compile(
    r"(?:,[ ][A-ZÀ-Þ][\w ]{1,30})?[ ]\((?:dus[ ])?niet[ ](?:de|het)[ ]"
    r"(?:minister|staatssecretaris|burgemeester|wethouder|gedeputeerde|[Kk]amerlid|raadslid)\)"
)
# *Zwart (protocol)*: from where somebody comes.
_UNIT_BEHIND = re.compile(
    r"[ ]\((?:(?:dir|afd|hfd)\.?[ ][A-Z][^()\n]{1,30}|"
    r"protocol|communicatie|voorlichting|woordvoering|secretariaat|politie|brandweer|"
    r"extern|juridische zaken|personeelszaken|HRM?|P&O|parket|verslag)\)"
)
# *Annemieke Kats, lid van de raad van bestuur*
_BOARD_BEHIND = re.compile(
    r",[ ](?:lid|voorzitter)[ ]van[ ](?:de[ ]|het[ ])?(?:[Rr]aad van (?:[Bb]estuur|[Tt]oezicht|"
    r"[Cc]ommissarissen)|ondernemingsraad|cliëntenraad|medezeggenschapsraad|Rv[BTC]\b|OR\b)"
)
# *Bezwaar De Beer, Ginnekenweg: ongegrond*
_OBJECTS = re.compile(
    r"(?<![\w-])(?<!Team )[Bb]ezwaar(?:schrift)?[ ](?:van[ ](?=[A-ZÀ-Þ]))?(?=[A-ZÀ-Þ]|van |de )"
)
# *De heer Stegeman: Voorzitter, ik sta hier namens 612 mensen*: no member speaks so.
_SPEAKS_FOR = re.compile(
    r":[ ]\n?(?:(?:Mevrouw de |Meneer de |Geachte )?[Vv]oorzitter[.,]?[ ]"
    r"(?:[Dd]ank u(?: wel)?[.,][ ])?)?"
    rf"{SPEAKS_FOR}\b"
)
# *Het betoog van Lindeboom dat de burgemeester vooringenomen was, faalt.*
_PLEADS = re.compile(
    r"\b[Hh]et[ ](?:betoog|(?:hoger )?beroep)[ ]van[ ](?=[A-ZÀ-Þ][a-zà-ÿ.])"
    r"(?!Appell|Eiser|Verweer|Verzoek|Belanghebb|Stichting|Vereniging|Gemeente|Milieu|Greenpeace)"
)
_WHAT_PLEADED = re.compile(r",?[ ](?:dat|faalt|slaagt|is|treft|inhoudende)\b")
_ENDS = re.compile(r"[ ]?[(,:;]")
_MOST_INITIALS = 4
# *pastoor Thijssen*, *deurwaarder Sluis*, *inspreker Dost*: a trade or rank before a surname.
_TRADE = re.compile(
    r"(?<![\w-])(?:[Pp]astoo?r|(?:[Ss]toom)?[Mm]achinist|[Rr]abbijn|[Dd]eurwaarder|[Nn]otaris|[Hh]uisarts|"
    r"[Dd]ierenarts|[Ii]nspre(?:ker|ekster)|[Kk]olonel|[Kk]apitein|[Mm]ajoor|[Ll]uitenant|"
    r"[Ss]ergeant(?:-majoor)?|[Kk]orporaal|[Aa]djudant|[Bb]rigadier|(?:[Hh]oofd)?[Aa]gent|"
    r"[Ww]achtmeester|[Vv]erpleegkundige|[Cc]urator|[Gg]etuige|[Bb]ezwaarmaker|[Rr]eclamant|[Tt]axateur|"
    r"(?:[Oo]ud-)?[Bb]estuurder|[Bb]estuursvoorzitter|[Cc]hirurg|[Ii]nternist|[Pp]sychiater|[Pp]sycholoog|"
    r"[Tt]andarts|[Rr]echercheur|(?:[Ww]ijk|[Mm]otor)agent|[Dd]ouanier|[Aa]dvocaat|[Ss]trafpleiter|"
    r"[Ff]ysiotherapeut|[Vv]erloskundige|[Aa]potheker|[Mm]akelaar|[Bb]loemist|[Kk]apper|[Ss]lager|"
    r"[Pp]ortier|[Cc]onciërge|[Bb]ode|[Cc]hauffeur|[Ss]chipper|[Bb]oswachter|[Bb]rugwachter|"
    r"[Dd]ominee|[Ii]mam|[Mm]elder|[Hh]ovenier|[Ll]oodgieter|[Mm]olenaar|"
    r"[Ss]gt-maj\.|[Oo]pper)"
    r"[ ](?=[A-ZÀ-Þ](?:[a-zà-ÿ]|\.[ ]?[A-ZÀ-Þ]))"
)
# *De rekenkamer, onder leiding van mevrouw Hartsuiker*: whom a member speaks of is none.
_LEADS = re.compile(
    r"\bonder leiding van[ ](?:de heer|mevrouw|dhr\.|mw\.|mevr\.)[ ](?=[A-ZÀ-Þ']|van |de |den )"
)
# *klantmanager Zomer*, but not *klantmanager Werk*: here only a surname counts.
_FUNCTION = re.compile(
    r"(?<![\w-])(?:(?:[Tt]op)?[Aa]mbtenaar|(?:[A-Z]{2,5}-)?[Ll]ocatiemanager|[Pp]rojectmanager|[Tt]eammanager|[Kk]lantmanager|[Cc]asemanager|[Pp]loegleider|"
    r"[Dd]ossierhoud(?:er|ster)|(?:[Rr]aads|[Ss]taten)griffier|[Jj]urist|[Dd]ocente?|[Ll]eerkracht|"
    r"[Ss]ecretaresse|[Tt]rainee|[Ss]tagiaire?|[Bb]eheerder|[Cc]onsulente?|[Tt]olk|[Rr]ector)"
    r"[ ](?=[A-ZÀ-Þ][a-zà-ÿ])"
)
# *de directeur van de busmaatschappij, dhr. Ouwehand*, *de projectleider, Wouters, die …*.
_WORKS_AS = (
    r"\b(?:directeur|directrice|teamleider|afdelingshoofd|(?:project|bedrijfs)leider|opzichter|"
    r"(?:project|programma)manager|jurist|adviseur|secretaresse|medewerk(?:er|ster)|woordvoerder|"
    r"voorlichter|inspecteur|beheerder|eigenaar|eigenaresse|wijkagent|conciërge)"
)
_APPOSED = re.compile(
    rf"{_WORKS_AS}(?:[ ][\w&-]+){{0,5}},[ ]"
    r"(?:(?P<titled>(?:de heer|mevrouw|dhr\.|mw\.|mevr\.)[ ])|(?=[A-ZÀ-Þ]))"
)
# *Minister IenW: Harbers, begeleid door Suzanne Kleinpaste*
_ACCOMPANIES = re.compile(
    r"\b(?:begeleid|vergezeld|bijgestaan|ondersteund|opgehaald)[ ]door[ ](?=[A-ZÀ-Þ][a-zà-ÿ])"
)
# *de strafpleiters Hoogland en Wessels*
_TRADES = re.compile(
    r"(?<![\w-])(?:[Ss]trafpleiters|[Aa]dvocaten|[Rr]aadslieden|[Nn]otarissen|[Hh]uisartsen|[Gg]etuigen|"
    r"[Bb]ezwaarmakers|[Aa]genten|[Rr]echercheurs|[Tt]axateurs|[Ii]nspecteurs|[Dd]ierenartsen|"
    r"[Tt]oezichthouders|[Cc]hauffeurs|[Vv]erpleegkundigen|[Jj]uristen)[ ]"
    r"(?=[A-ZÀ-Þ][a-zà-ÿ.]|van |de )"
)
# *NRC – Karel Berkhouwer*: who calls for a newspaper signs nothing.
_PRESS = re.compile(
    r"(?<![\w-])(?:ANP|NRC|FD|AD|Volkskrant|Trouw|Telegraaf|NOS|RTL(?: Nieuws)?|BNR|NU\.nl|Parool|"
    r"Omroep [A-Z]\w+|BN DeStem|Tubantia|Gelderlander|Limburger|Follow the Money|FTM)"
    r"[ ]?[–:-][ ](?!Column|Opinie|Commentaar|Analyse|Reportage|Longread|Essay|Interview|Portret)"
    r"(?=[A-ZÀ-Þ][a-zà-ÿ]+[ ])"
)
_NAMED_NEXT = re.compile(r"[ ](?:(?:[Vv]an|de[nr]?)[ ]){0,2}[A-ZÀ-Þ][a-zà-ÿ]+")
_GOES_ON = re.compile(r"[ ]?\d|[\w’'-]")
# What follows a name, in what quality that is somebody, and how sure that is.
_BEHIND = (
    (_INTRODUCES, Role.CITIZEN, 0.85),
    (_RELATIVE, Role.CITIZEN, 0.85),
    (_STAFF_BEHIND, Role.OFFICIAL, 0.85),
    (_UNIT_BEHIND, Role.OFFICIAL, 0.85),
    (_BOARD_BEHIND, Role.CITIZEN, 0.85),
    (_NOT_THE_ONE, Role.OFFICIAL, 0.99),
    (_SPEAKS_FOR, Role.CITIZEN, 0.99),
)


# *burgemeester en wethouders van Rijnveld, de secretaris*
_BODY_OF_TOWN = re.compile(r"\b(?:burgemeester|wethouders|college|raad|staten)[ ](?=van )")
_TOWN_REACH = 16


def without_office(text: str) -> Iterator[Finding]:
    """Who is named as an official or a citizen in a text about a debate, say."""
    for pattern, role in ((_OF_ORGANISATION, Role.OFFICIAL), (_FROM_PLACE, Role.CITIZEN)):
        for match in pattern.finditer(text):
            if not is_party(text, match.start()):
                yield from _titled(text, match.start(), role)
    yield from _by_what_follows(text)
    yield from _staff(text)
    yield from _by_trade(text)
    yield from _by_function(text)
    for match in (*_OF_FRACTION.finditer(text), *_LEADS.finditer(text)):
        if staff := read_name(text, match.end()):
            yield person(text, staff, "offices", 0.97, Role.OFFICIAL)
    for pattern, is_party_to in ((_PLEADS, _is_pleader), (_OBJECTS, _is_objector)):
        for match in pattern.finditer(text):
            name = read_name(text, match.end())
            if name and is_party_to(text, name):
                yield person(text, name, "offices", 0.97, Role.CITIZEN)


def _is_pleader(text: str, name: Name) -> bool:
    """Not a country or a body; and what is pleaded follows."""
    last = name.words[-1]
    is_nobody = is_not_name(last) or is_proper_noun(last)
    return not is_nobody and _WHAT_PLEADED.match(text, name.end) is not None


def _is_objector(text: str, name: Name) -> bool:
    """Not a firm: *bezwaar van V.O.F. Wiersema*."""
    if len(name.initials) > _MOST_INITIALS or not _ENDS.match(text, name.end):
        return False
    return bool(name.particles) or (name.is_known and not is_ordinary(name.words[0]))


def _by_what_follows(text: str) -> Iterator[Finding]:
    for pattern, role, score in _BEHIND:
        for match in pattern.finditer(text):
            name = name_before(text, match.start())
            if name is None:
                continue
            titled = is_titled(text, name.start)
            if _BODY_OF_TOWN.search(text, max(0, name.start - _TOWN_REACH), name.start + 4):
                continue
            if pattern is _STAFF_BEHIND and _is_of_next(text, match) and not name.is_known:
                continue
            # *een klacht over de Beukenhof, mijn zoon woont daar*
            of_house = text[name.start].islower() and not name.is_known
            if pattern is _RELATIVE and (is_ordinary(name.words[-1]) or of_house) and not titled:
                continue
            # *naar Hardenberg, chauffeur Sjon*
            if len(name.words) == 1 and is_place(name.words[0]) and not titled:
                continue
            yield person(text, name, "offices", score, role)


def _is_of_next(text: str, function: re.Match[str]) -> bool:
    """*Spoorveiligheid (woordvoerders Ziengs, Kröger)*: the function is theirs."""
    return "(" in function.group() and _NAMED_NEXT.match(text, function.end()) is not None


def _by_trade(text: str) -> Iterator[Finding]:
    for match in _TRADES.finditer(text):
        beside = False  # somebody known: then a word that is no name is one, *Heida en Brak*
        for one in names_in_row(text, match.end(), is_listed_name):
            if (one.is_known or beside) and not ends_as_organisation(one.words[0]):
                beside = True
                yield person(text, one, "offices", 0.9, Role.CITIZEN)
    for match in _TRADE.finditer(text):
        name = read_name(text, match.end())
        # *agent Rotterdam* is where he works; *Pastoor Vonckenstraat 4* is a street.
        if name is None or _GOES_ON.match(text, name.end):
            continue
        last = name.words[-1]
        if is_surname(last) or not is_in_place(last):
            # *minister Blok + chauffeur M. Verhagen*: a minister is called so too.
            yield person(text, name, "offices", 0.97 if name.initials else 0.9, Role.CITIZEN)
    for match in _PRESS.finditer(text):
        name = read_name(text, match.end())
        # *NRC: Marike Stellinga over de arbeidsmarkt* wrote it.
        if name and name.is_known and not text.startswith(" over ", name.end):
            yield person(text, name, "offices", 0.92, Role.CITIZEN)


def _by_function(text: str) -> Iterator[Finding]:
    for match in _FUNCTION.finditer(text):
        name = read_name(text, match.end())
        if name and not _GOES_ON.match(text, name.end) and _is_surname(name):
            yield person(text, name, "offices", 0.9, Role.OFFICIAL)
    for match in _APPOSED.finditer(text):
        name = read_name(text, match.end())
        if name and (match["titled"] or (name.is_known and text.startswith(", die ", name.end))):
            yield person(text, name, "offices", 1.0, Role.OFFICIAL)
    for match in _ACCOMPANIES.finditer(text):
        name = read_name(text, match.end())
        if name and name.is_known and not is_not_name(name.words[-1]):
            yield person(text, name, "offices", 0.9, Role.OFFICIAL)


def _is_surname(name: Name) -> bool:
    """*De Graaf* and *Ossebaar*; not *Groen* or *Fries*, which is a subject or a language too."""
    last = name.words[-1]
    return bool(name.particles and name.is_known) or (is_surname(last) and not is_ordinary(last))


def _staff(text: str) -> Iterator[Finding]:
    for match in _STAFF.finditer(text):
        name = read_name(text, match.end())
        # *teamleider Vergunningen*, *DG Curatieve Zorg* and *DG Toeslagen* are nobody; but *SG
        # Rozenbeek* is, although *rozenbeek* is two words.
        alone = name is not None and len(name.words) == 1 and not is_ordinary(name.words[0])
        if name and _TOP.match(match.group()) and is_ordinary(text[name.start : name.end]):
            continue  # *directeur-generaal Water*
        if alone and name and is_proper_noun(name.words[0]):
            continue  # *DG Agro*
        short = match.group().rstrip().endswith("G") and alone
        if name and (short or not name.is_wordy):
            yield person(text, name, "offices", 0.85, Role.OFFICIAL)


def _titled(text: str, end: int, role: Role) -> Iterator[Finding]:
    """*De heer Bakker van het COA*, *mevrouw Smit uit Heerde*: these hold no office."""
    name = name_before(text, end)
    if name and is_titled(text, name.start):
        yield person(text, name, "offices", 0.85, role)
