"""Members of a chamber, council or board: by their party, as *de leden …*, and as they speak."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from woo.detect.offices.parties import has_party, members_of_parties, named_with_party
from woo.detect.rare import mentions
from woo.detect.spans import person
from woo.detect.words.grammar import name_before, read_name
from woo.detect.words.name_lists import names_in_row, speaks_there
from woo.model.document import Document
from woo.model.finding import Finding, Role
from woo.reference.lexicon import key

_MEMBER = re.compile(
    r"\b(?:[Hh]et lid|[Hh]et (?:Tweede |Eerste )?[Kk]amerlid|LID)[ \n](?=[A-ZÀ-Þ'’]|van |de |den )"
)
_MEMBERS = re.compile(
    # Not *burgemeester en wethouders van Rijnveld*.
    r"(?<![Bb]urgemeester[ ]en[ ])\b(?:[Dd]e leden|(?:[Dd]e )?[Kk]amerleden|LEDEN|"
    r"(?:[Hh]oog)?[Hh]eemraden|[Rr]aadsleden|[Bb]ewindspersonen|[Bb]ewindslieden|[Ss]tatenleden|"
    r"[Ww]ethouders|[Gg]edeputeerden|[Bb]estuursleden|[Cc]ommissieleden)"
    r"(?:[ ]de[ ]heren|[ ]mevrouw|[ ]de[ ]dames)?[ \n](?=[A-ZÀ-Þ'’]|van |de |den )"
)
# *bewindspersonenoverleg (Kuipers, Helder, Van Ooijen)*
_MEMBERS_IN_BRACKETS = re.compile(
    r"\b(?:[Bb]ewindspersonen|[Bb]ewindslieden|[Ww]ethouders|[Gg]edeputeerden|[Kk]amerleden|"
    r"[Ss]taatssecretarissen)(?:overleg|beraad)?[ ]\((?=[A-ZÀ-Þ'’]|van |de |den )"
)
# *Vaste commissie voor VWS* … *Leden: Bevers, Krul en Paulusma*.
_COMMITTEE = re.compile(
    r"\b(?:vaste|algemene|tijdelijke) (?:kamer)?commissie\b|"
    r"\b(?:raads|staten)(?:commissie|vergadering)\b|\bgemeenteraad\b|\bprovinciale staten\b",
    re.IGNORECASE,
)
_ITS_MEMBERS = re.compile(
    r"^[ \t]{0,8}(?:Leden|Aanwezige leden)[ ]?:[ ]|\b[Aa]anwezig(?: zijn)? de leden:?[ ]",
    re.MULTILINE,
)
# *Aanwezig zijn 128 leden der Kamer, te weten: Agema, Alkaya …*.
_OF_CHAMBER = re.compile(r"\bAanwezig zijn \d{1,3} leden der Kamer, te weten:\s{1,4}")
# *De motie is ingediend door Luinstra en Zijlema*, *motie M24-038 (Buisman c.s.)*.
_MOVED = re.compile(
    r"\b(?:[Mm]otie|[Aa]mendement)\b[^.\n]{0,60}\b(?:ingediend|medeondertekend)[ ]door[ ]"
    r"(?=[A-ZÀ-Þ'’]|van |de |den )|"
    r"\b(?:[Mm]otie|[Aa]mendement)[ ][A-Z]{0,2}[\d-]{1,9}[ ]\((?=[A-ZÀ-Þ'’]|van |de |den )"
)
# What only a member puts forward: *Kamervragen van Lichtvoet*, *de motie van Wubs c.s.*
_PUT_FORWARD = re.compile(
    r"\b(?:(?:[Kk]amer|[Rr]aads|[Ss]taten)vragen|[Mm]oties?|[Aa]mendement(?:en)?|"
    r"[Ii]nitiatief(?:nota|wet|voorstel)|[Ii]nterrupties?)[ ]van[ ](?=[A-ZÀ-Þ'’]|van |de |den )"
)
# A promise is made to a member.
_PROMISED = re.compile(
    r"\b[Tt]oezegging(?:en)?\b[^.\n]{0,40}[ ]aan[ ](?:de heer|mevrouw|het lid)[ ]"
    r"(?=[A-ZÀ-Þ'’]|van |de |den )"
)
# *Schriftelijke vragen ex artikel 42 RvO*, and below it *Indieners: Hilde Roggeveen en Bas Tan*.
_ASKED_BY = re.compile(
    r"^[ \t]{0,4}(?:Indieners?|Vragenstellers?)[ ]?:[ ](?=[A-ZÀ-Þ'’]|van |de |den )", re.MULTILINE
)
_ASKED = ("schriftelijke vragen", "raadsvragen", "statenvragen", "motie", "amendement")
_COUNCILS = ("kamer", "commissie", "raad", "staten", "motie", "fractie")
# *Vóór: Boersen, El Yousfi*, above *Tegen: De Wit*.
_VOTE = re.compile(
    r"^[ \t*-]{0,6}(?:Vóór|Voor|Tegen)(?:[ ]stemden|[ ]\(\d+\))?[ ]?:[ ](?=[A-ZÀ-Þ'’]|van |de )",
    re.MULTILINE,
)
_AGAINST = re.compile(r"^[ \t*-]{0,6}Tegen\b", re.MULTILINE)
# In a form of a council: *Naam: …* with *Fractie: …* below it.
_OF_FRACTION = re.compile(
    r"^[ \t|]{0,6}Naam[ \w]{0,20}[ ]?[:|\t][ \t|]{0,10}"
    r"(?=[^\n]{3,60}\n[ \t|]{0,6}Fractie[ ]?[:|\t])",
    re.MULTILINE,
)
# Who speaks to the chair in a debate: a member, or the one who answers.
_SPEAKER = re.compile(
    r"^[ \t>*]{0,6}(?:De heer |Mevrouw |Minister |Staatssecretaris )?(?=[A-ZÀ-Þ'’]|van |de |den )",
    re.MULTILINE,
)
# *De VOORZITTER (Veldkamp): …*: who chairs a debate.
_CHAIR = re.compile(
    r"^[ \t>*]{0,6}(?:De )?(?:(?:[Vv]oorzitter|VOORZITTER) \((?:de heer |mevrouw )?|VOORZITTER )"
    r"(?=[A-ZÀ-Þ'’]|van |de |den )",
    re.MULTILINE,
)
_GUEST = re.compile(
    r"\b(?:[Gg]enodigden?(?:[ ]blok[ ]\d)?|"
    r"[Ii]nsprek(?:er|ster)s?|[Gg]ast(?:spreker)?|[Dd]eskundigen?|[Bb]ewoners?|[Bb]ewoonster)"
    r"(?:,|:| is| zijn)?[ \n](?=(?:de heer|mevrouw|dhr\.|mw\.|mevr\.)[ ]|[A-ZÀ-Þ])"
)
# *Het woord is aan de insprekers. De eerste is mevrouw Bakelaar.*
_GUEST_BEHIND = re.compile(
    r"\b[Ii]nsprek(?:er|ster)s\b[^\n.]{0,40}\.[ ]"
    r"(?:(?:De|Als)[ ](?:eerste|enige|volgende)[^.\n]{0,20}|Het woord is (?:nu )?aan)[ ]"
    r"(?=(?:de heer|mevrouw)[ ])|"
    # *… geef het woord aan de insprekers.*, and on the next line the first of them
    r"\b[Ww]oord aan (?:de |onze )?insprekers?[.:]\s{1,3}(?=(?:De heer|Mevrouw)[ ])"
)
# Before a committee that hears objections, or a judge, nobody speaks as a member.
_HEARING = re.compile(
    r"\b(?:hoorzitting|bezwaar(?:schriften)?commissie|pleitnotitie|gemachtigde|appellante?|eiseres|"
    r"verweerder)\b",
    re.IGNORECASE,
)
# *De leden Lodewijks en Benali* of a works council or a committee of citizens hold no office.
_NO_OFFICE = (
    *("ondernemingsraad", "overlegvergadering", "or-leden", "leden van de or"),
    *("lokale adviescommissie", "cliëntenraad", "bewonerscommissie", "dorpsraad", "wijkraad"),
)
_OF_CHAMBERS = ("kamer", "gemeenteraad", "fractie", "staten", "motie", "raadslid", "wethouder")
_OF_PARTIES = ("fractie", "motie", "raadslid", "kamerlid", "statenlid", "amendement")
# *de heer Mustafa Ben Haddou, namens de oudervereniging*
_FOR_OTHERS = re.compile(
    r",[ \n]namens[ \n](?:de|het|onze|zijn|haar)[ \n](?!fractie|college|raad|stat|gemeente)[a-z]|"
    # *de heer Scholtens van dorpsbelangen Buinerveen*
    r"[ ](?:van|namens)[ ](?:de[ ]|het[ ])?(?:(?:[Dd]orps|[Bb]uurt|[Ww]ijk|[Bb]ewoners|"
    r"[Hh]uurders|[Oo]ndernemers|[Oo]uder)"
    r"(?:belangen?|vereniging|comité|platform|collectief|raad|groep)|"
    r"[Aa]ctie(?:groep|comité)|[Bb]elangen\w+|[Ss]tichting|[Vv]ereniging|[Nn]atuur\w+|LTO)\b"
)
SPEAKS_FOR: Final = r"[Ii]k (?:sta hier|spreek)(?: hier| vanavond| ook| mede)* (?:namens|als)"
"""How somebody says at a meeting for whom he is there."""
# *Voorzitter, dank u wel. Ik ben Wietske Bos*: everybody knows a member.
_SAYS_WHO = re.compile(
    r"\b[Ii]k ben (?=[A-ZÀ-Þ])|\b[Mm]ijn naam is |"
    rf"\b{SPEAKS_FOR} (?!fractie|college)|"
    r"\bNamens (?:de|het|onze) (?!fractie|college|coalitie)"
)
# *De heer Wissink (actiegroep): Voorzitter, …*
_FOR_WHOM = re.compile(
    r"[ ]\((?:[a-z]*(?:groep|comité|vereniging|bewoners?|bewoonster|inspre\w+|ondernemers?|ouders?|"
    r"huurders?|belangen|stichting|deskundige|gast))\)"
)
_INTRODUCTION = 120
_TO_THE_CHAIR = re.compile(
    r"(?:[ ]\([^()\n]{1,40}\))?[ ]?:\s{0,3}[\"“‘']?"
    r"(?:(?:Dank(?: u)?(?: wel)?|Dankjewel|Zeker|Ja|Nee),? )?"
    r"(?:(?:mevrouw|meneer) de )?voorzitter\b",
    re.IGNORECASE,
)


def detect_councils(document: Document) -> Iterator[Finding]:
    """Findings with the role OFFICE_HOLDER, and CITIZEN for who speaks as a guest."""
    text = document.text
    without_office = mentions(text, _NO_OFFICE) and not mentions(text, _OF_CHAMBERS)
    for telling, pattern, goes_on in _LEADS:
        is_staff = pattern is _MEMBERS and without_office
        role = Role.OFFICIAL if is_staff else Role.OFFICE_HOLDER
        if all(mentions(text, words) for words in telling):
            for match in pattern.finditer(text):
                yield from _found(text, match.end(), goes_on, role)
    yield from _summed_up(text)
    for name, role in named_with_party(text):
        yield person(text, name, "councils", 0.96, role)
    for name in members_of_parties(text):
        yield person(text, name, "councils", 0.96, Role.OFFICE_HOLDER)
    if mentions(text, ("voorzitter",)):
        yield from _speakers(text)
        yield from _chairs(text)


def _summed_up(text: str) -> Iterator[Finding]:
    """The members of a committee, and who voted for and against."""
    if mentions(text, ("leden",)) and _COMMITTEE.search(text):
        for match in _ITS_MEMBERS.finditer(text):
            yield from _found(text, match.end(), is_listed_name)
    if _AGAINST.search(text):
        for match in _VOTE.finditer(text):
            yield from _found(text, match.end(), is_listed_name)


def _found(
    text: str,
    position: int,
    goes_on: Callable[[str, int], bool],
    role: Role = Role.OFFICE_HOLDER,
) -> Iterator[Finding]:
    for name in names_in_row(text, position, goes_on):
        if not speaks_there(text, position, name.end):
            yield person(text, name, "councils", 0.96, role)


def is_listed_name(text: str, position: int) -> bool:
    """After *leden* any capitalised words that end in a comma, a conjunction or the sentence."""
    name = read_name(text, position)
    return name is not None and text[name.end : name.end + 1] in {",", " ", ".", ";", "", "\n"}


def _is_in_brackets(text: str, position: int) -> bool:
    """The same up to the bracket that closes."""
    name = read_name(text, position)
    return name is not None and text[name.end : name.end + 1] in {",", " ", ")", ";"}


# What stands before a member's name; of which words a text must have one, and of others another;
# whether a name behind a comma is a member's too.
_LEADS: Final = (
    ((("lid ", "lid\n"),), _MEMBER, has_party),
    (
        (("leden", "heemraden", "wethouders", "gedeputeerden", "personen", "lieden"),),
        _MEMBERS,
        is_listed_name,
    ),
    (
        (("personen", "lieden", "wethouders", "gedeputeerden", "leden", "tarissen"),),
        _MEMBERS_IN_BRACKETS,
        _is_in_brackets,
    ),
    (
        (("vragen", "motie", "amendement", "initiatief", "interruptie"),),
        _PUT_FORWARD,
        is_listed_name,
    ),
    ((("motie", "amendement"),), _MOVED, is_listed_name),
    ((("toezegging",), _COUNCILS), _PROMISED, has_party),
    ((("fractie",),), _OF_FRACTION, has_party),
    ((("indiener", "vragensteller"), _ASKED), _ASKED_BY, is_listed_name),
    ((("leden der kamer",),), _OF_CHAMBER, is_listed_name),
)


def _chairs(text: str) -> Iterator[Finding]:
    hearing = _HEARING.search(text) is not None
    for match in _CHAIR.finditer(text):
        name = read_name(text, match.end())
        in_brackets = "(" in match.group()
        chairs = in_brackets or not hearing
        if name and chairs and text.startswith("):" if in_brackets else ":", name.end):
            yield person(text, name, "councils", 0.9, Role.OFFICE_HOLDER)


def _guests(text: str) -> Iterator[str]:
    """The surnames of who speaks as a guest: *de eerste inspreker, mevrouw Dalstra*."""
    for match in _FOR_OTHERS.finditer(text):
        if guest := name_before(text, match.start()):
            yield key(guest.words[-1])
    for pattern in (_GUEST, _GUEST_BEHIND):
        for match in pattern.finditer(text):
            for name in names_in_row(text, match.end(), is_listed_name):
                yield key(name.words[-1])


def _speakers(text: str) -> Iterator[Finding]:
    """``De Nooijer: Voorzitter, …`` in the report of a debate: a member, or a guest."""
    guests = set(_guests(text))
    hearing = _HEARING.search(text) is not None and not mentions(text, _OF_PARTIES)
    for match in _SPEAKER.finditer(text):
        name = read_name(text, match.end())
        if name is None:
            continue
        known = key(name.words[-1]) in guests
        if _TO_THE_CHAIR.match(text, name.end):
            says = _SAYS_WHO.search(text, name.end, name.end + _INTRODUCTION) is not None
            others = _FOR_WHOM.match(text, name.end) is not None
            guest = known or says or hearing or others
            role = Role.CITIZEN if guest else Role.OFFICE_HOLDER
            yield person(text, name, "councils", 0.9, role)
        elif known and text.startswith(":", name.end):
            yield person(text, name, "councils", 0.9, Role.CITIZEN)
