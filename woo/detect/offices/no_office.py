"""Who is named as an official or a citizen, beside those who hold an office."""

import re
from collections.abc import Iterator

from woo.detect.offices.councils import is_party
from woo.detect.spans import person
from woo.detect.words.grammar import name_before, read_name
from woo.detect.words.lexicon import is_in_place, is_ordinary, is_surname
from woo.model.finding import Finding, Role

_OF_ORGANISATION = re.compile(
    r"[ ](?:van|namens)[ ](?:het|de)[ ]"
    r"(?:[A-Z]{2,7}\b|"
    r"(?:GGD|[Gg]emeente|[Pp]rovincie|[Pp]olitie|[Ii]nspectie|[Bb]elastingdienst|[Oo]mgevingsdienst|"
    r"[Dd]irectie|[Aa]fdeling|[Dd]ienst|[Rr]echtbank|[Uu]niversiteit|[Vv]eiligheidsregio)\b)"
)
_FROM_PLACE = re.compile(r"[ ]uit[ ](?=[A-ZÀ-Þ][a-zà-ÿ])")
# Functions of officials, whose names the policy takes out.
_STAFF = re.compile(
    r"(?<![\w-])(?:(?:plv\. |plaatsvervangend )?(?:[Ss]ecretaris-generaal|[Dd]irecteur-generaal|"
    r"[Gg]emeentesecretaris|[Pp]rovinciesecretaris|[Ss]ecretaris-directeur)|[Bb]eleidsmedewerk(?:er|ster)|"
    r"[Bb]eleidsadviseur|[Bb]estuursadviseur|[Pp]rojectleider|[Tt]eamleider|[Aa]fdelingshoofd|"
    r"[Ww]oordvoerder|[Bb]ehandelend ambtenaar|p?SG|(?:plv\.? )?[SDI]G)"
    r"(?:,? (?:de heer|mevrouw|dhr\.|mw\.|drs\.|mr\.|ir\.))?[ ](?=[A-ZÀ-Þ'’]|van |de |den )"
)
# *S. Ligthart, griffier*, *Jan Pieters (beleidsmedewerker)*: these hold no public office.
_STAFF_BEHIND = re.compile(
    r"(?:[ ]\(|,[ ](?!(?:de|onze|zijn|haar)[ ][\w ]{3,30}[ ][A-ZÀ-Þ]))"
    r"(?:(?:de|onze|zijn|haar)[ ])?"
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
# *Hub, mijn vader, heeft er veertig jaar gewerkt*
_RELATIVE = re.compile(
    r"(?<=[a-zà-ÿ]),[ ](?:mijn|onze|ons)[ ](?:vader|moeder|man|vrouw|zoon|dochter|broer|zus|oom|"
    r"tante|opa|oma|neef|nicht|buurman|buurvrouw|partner|kleinzoon|kleindochter|vriend|vriendin)\b"
    r"(?![ ][A-ZÀ-Þ])"
)
# *pastoor Thijssen*, *deurwaarder Sluis*, *inspreker Dost*: a trade or rank before a surname.
_TRADE = re.compile(
    r"(?<![\w-])(?:[Pp]astoor|[Rr]abbijn|[Dd]eurwaarder|[Nn]otaris|[Hh]uisarts|"
    r"[Dd]ierenarts|[Ii]nspre(?:ker|ekster)|[Kk]olonel|[Kk]apitein|[Mm]ajoor|[Ll]uitenant|"
    r"[Ss]ergeant(?:-majoor)?|[Kk]orporaal|[Aa]djudant|[Bb]rigadier|(?:[Hh]oofd)?[Aa]gent|"
    r"[Ww]achtmeester|[Vv]erpleegkundige|[Cc]urator|[Gg]etuige|[Bb]ezwaarmaker|[Rr]eclamant|[Tt]axateur|"
    r"(?:[Oo]ud-)?[Bb]estuurder|[Bb]estuursvoorzitter|[Cc]hirurg|[Ii]nternist|[Pp]sychiater|[Pp]sycholoog|"
    r"[Tt]andarts|[Rr]echercheur|[Ww]ijkagent|[Dd]ouanier|[Aa]dvocaat)"
    r"[ ](?=[A-ZÀ-Þ][a-zà-ÿ])"
)
# *NRC – Karel Berkhouwer*: who calls for a newspaper signs nothing.
_PRESS = re.compile(
    r"(?<![\w-])(?:ANP|NRC|FD|AD|Volkskrant|Trouw|Telegraaf|NOS|RTL(?: Nieuws)?|BNR|NU\.nl|Parool|"
    r"Omroep [A-Z]\w+|BN DeStem|Tubantia|Gelderlander|Limburger|Follow the Money|FTM)"
    r"[ ]?[–:-][ ](?=[A-ZÀ-Þ][a-zà-ÿ]+[ ])"
)
_GOES_ON = re.compile(r"[ ]?\d|[\w’'-]")
_TITLE = re.compile(r"\b(?:heer|mevrouw|dhr\.?|mw\.?|mevr\.?)[ ]$", re.IGNORECASE)


def without_office(text: str) -> Iterator[Finding]:
    """Who is named as an official or a citizen in a text about a debate, say."""
    for pattern, role in ((_OF_ORGANISATION, Role.OFFICIAL), (_FROM_PLACE, Role.CITIZEN)):
        for match in pattern.finditer(text):
            if not is_party(text, match.start()):
                yield from _titled(text, match.start(), role)
    for match in _OF_FRACTION.finditer(text):
        if staff := read_name(text, match.end()):
            yield person(text, staff, "offices", 0.95, Role.OFFICIAL)
    behind = (
        (_INTRODUCES, Role.CITIZEN),
        (_RELATIVE, Role.CITIZEN),
        (_STAFF_BEHIND, Role.OFFICIAL),
    )
    for pattern, role in behind:
        for match in pattern.finditer(text):
            known = name_before(text, match.start())
            if known and not (pattern is _RELATIVE and is_ordinary(known.words[-1])):
                yield person(text, known, "offices", 0.85, role)
    yield from _staff(text)
    yield from _by_trade(text)


def _by_trade(text: str) -> Iterator[Finding]:
    for match in _TRADE.finditer(text):
        name = read_name(text, match.end())
        # *agent Rotterdam* is where he works; *Pastoor Vonckenstraat 4* is a street.
        if name is None or _GOES_ON.match(text, name.end):
            continue
        last = name.words[-1]
        if is_surname(last) or not is_in_place(last):
            yield person(text, name, "offices", 0.9, Role.CITIZEN)
    for match in _PRESS.finditer(text):
        name = read_name(text, match.end())
        if name and name.is_known:
            yield person(text, name, "offices", 0.92, Role.CITIZEN)


def _staff(text: str) -> Iterator[Finding]:
    for match in _STAFF.finditer(text):
        name = read_name(text, match.end())
        # *teamleider Vergunningen*, *DG Curatieve Zorg* and *DG Toeslagen* are nobody; but *SG
        # Rozenbeek* is, although *rozenbeek* is two words.
        alone = name is not None and len(name.words) == 1 and not is_ordinary(name.words[0])
        short = match.group().rstrip().endswith("G") and alone
        if name and (short or not name.is_wordy):
            yield person(text, name, "offices", 0.85, Role.OFFICIAL)


def _titled(text: str, end: int, role: Role) -> Iterator[Finding]:
    """*De heer Bakker van het COA*, *mevrouw Smit uit Heerde*: these hold no office."""
    name = name_before(text, end)
    if name and _TITLE.search(text, max(0, name.start - 12), name.start):
        yield person(text, name, "offices", 0.85, role)
