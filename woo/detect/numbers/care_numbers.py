"""Numbers in care: of professionals, BIG (eleven digits), AGB (eight), SKJ (nine), and of patients.

Source: BIG-register, Vektis (AGB-register) and Stichting Kwaliteitsregister Jeugd. A patient's
number is whatever the file of a hospital, doctor or institution has behind that word.
"""

import re
from collections.abc import Iterator

from woo.detect.layout.columns import DIGIT, GAP, values_below
from woo.detect.rare import mentions
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

# Words between a register and the number: *BIG-registratie van de arts:*, *AGB zorgverlener*.
_WORDS = r"[^\W_]{0,14}[^\d\n;]{0,40}?(?:\n[ \t|>]{0,30})?"
_SEP = r"[ .-]?"
# Behind its register a number may lack a digit or have one too many: people type them over.
_BIG = rf"{DIGIT}(?:{_SEP}{DIGIT}){{8,11}}(?![\w])"
_AGB = (
    rf"(?!\d\d?[-.]\d\d?[-.]\d{{4}}){DIGIT}{DIGIT}(?:{_SEP}|[ ]?/[ ]?)"
    rf"(?:{DIGIT}{_SEP}){{3,6}}{DIGIT}(?![\w])"
)
_CALLED = re.compile(
    rf"(?<![\w])(?:b[il]g(?-i:(?![a-z])|(?=reg|n|c)){_WORDS}(?<![\w.])(?P<big>{_BIG})|"
    rf"agb(?![a-z]{{4}}){_WORDS}(?<![\w.])(?P<agb>{_AGB})|"
    rf"skj{_WORDS}(?<![\w.])(?P<skj>\d{{8,10}}(?![\w]))|"
    # The pass of a care professional; in Belgium, eleven digits.
    rf"uzi[- ]?(?:pas|nummer|nr){_WORDS}(?<![\w.])(?P<uzi>\d{{9}}(?!\w))|"
    rf"riziv{_WORDS}(?<![\w.])(?P<riziv>\d-\d{{5}}-\d\d-\d{{3}}(?!\w)))",
    re.IGNORECASE,
)
# ``19060044201 (BIG)``
_BEFORE = re.compile(
    rf"(?<![\w.,/+-])(?:(?P<big>{_BIG})[ ,]{{0,2}}[(\[]?big\b|"
    rf"(?P<agb>{_AGB})[ ,]{{0,2}}[(\[]?agb\b)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:big|agb|skj)(?![a-z])")
_CELL = re.compile(rf"{_BIG}|{_AGB}|\d{{9}}(?!\w)")
_PATIENT = (
    r"(?:(?:pati[eë]nt(?:en)?|pat|cli[eë]nt(?:en)?|zorg(?:traject|dossier|vraag|pas)?|ziek(?:fonds)?|"
    r"epd|ecd|mrn|medisch dossier|verzekerden?|declaratie(?!code))"
    r"(?:[-_. ]{0,2}(?:nummers?|nrs?|no|id|codes?)(?![^\W_])\.?)|mrn\b|zorgpas\b|clnr\.?|"
    r"epd(?=[ ]\d\d[ ]?\d\d[ ]?\d\d))"
)
_OF_PATIENT = (
    r"(?=[A-Z/. -]{0,6}\d)[A-Z]{0,4}[-/. ]?\d"
    r"(?:[-/. ]?\d|[-/.][A-Z]{1,3}(?=[-/.]\d)){3,11}(?![\w]|[.,/-]\d)"
)
_PATIENT_CALLED = re.compile(
    rf"(?<!\w){_PATIENT}(?:[ ](?:bij|van)[ ][^\d\n:;]{{2,30}}?)?{GAP}(?P<number>{_OF_PATIENT})",
    re.IGNORECASE,
)
# *cliënt CL-0044871*: a code stands right behind.
_PATIENT_CODE = re.compile(
    r"(?<!\w)(?:pati[eë]nte?|cli[eë]nte?)[ ](?P<number>[A-Z]{1,4}-\d{3,10})(?![\w-])", re.IGNORECASE
)
# *polisnr: Zilveren Kruis 102938471*, *verz. Univé 30.409.939-2*: of who insures one's health.
_INSURED = re.compile(
    r"(?<!\w)(?:(?:polis|relatie|lidmaatschaps)[- ]?(?:nummer|nr|no)\.?|polis(?=[ ](?:\d|bij[ ]))|"
    r"verz\.(?=[ ][A-Z])|zorgverz(?:ekeraar|ekering|\.)?(?=[ :]+[A-Z])|policy(?=[ ]))"
    r"[ .:)]{0,3}(?:bij[ ])?(?:[A-ZÀ-Þ][^\d\n;|]{1,30}?)?[ .:,(]{0,3}"
    r"(?P<number>(?-i:(?<!\w)[A-Z]{1,2}[ ]?)?\d(?:[ .-]?\d){5,11})(?![\w]|[.,/-]\d)",
    re.IGNORECASE,
)
_INSURER = re.compile(
    r"zorgverz|ziektekosten|zorgpremie|apotheek|zorgpolis|zorgkantoor|"
    r"\b(?:CZ|VGZ|Menzis|Zilv(?:eren|\.) Kruis|HollandZorg|Univé|"
    r"DSW|ONVZ|FBTO|Ditzo|De Friesland|Zorg en Zekerheid|Stad Holland|Salland|OHRA|Anderzorg|IZA|"
    r"CAK)\b"
)
_NEAR_INSURER = 160  # characters
_PATIENT_HEADING = re.compile(_PATIENT)
_PATIENT_CELL = re.compile(_OF_PATIENT, re.IGNORECASE)
# Eleven digits of which the second is a 9: the form of every BIG number of a profession.
_ELEVEN = re.compile(r"(?<![\w.,/+-])\d9\d{9}(?![\w]|[.,/-]\d)")
_OTHER = re.compile(
    r"(?:order|zaak|dossier|factuur|bestel|kenmerk|referentie|kvk|"
    r"rekening)[a-z]{0,8}[ .:#]{1,3}$",
    re.IGNORECASE,
)
_OF_CARE = (
    "pati",
    "pat.",
    "client",
    "cliënt",
    "zorg",
    "epd",
    "clnr",
    "ecd",
    "mrn",
    "verzeker",
    "declaratie",
    "medisch dossier",
    "patn",
    "ziek",
    "polis",
    "verz.",
    "relatien",
)
_REGISTER = re.compile(r"\bBIG\b|\bbig-regist|(?i:\bregistratie\b.{0,40}\bnummer\b)")


def detect_care_number(document: Document) -> Iterator[Finding]:
    """Every BIG number, AGB code and SKJ number that is called so, and every patient's number."""
    text = document.text
    if mentions(text, _OF_CARE):
        yield from _of_patients(text)
    if mentions(text, ("big", "blg", "agb", "skj", "uzi", "riziv", "registratie")):
        yield from _of_professionals(text)


def _of_patients(text: str) -> Iterator[Finding]:
    for pattern in (_PATIENT_CALLED, _PATIENT_CODE):
        for match in pattern.finditer(text):
            yield _found(text, match.span("number"), 0.9)
    for match in _INSURED.finditer(text):
        first = max(0, match.start() - _NEAR_INSURER)
        if _INSURER.search(text, first, match.end() + _NEAR_INSURER):
            yield _found(text, match.span("number"), 0.85)
    for cell in values_below(text, _PATIENT_HEADING, _PATIENT_CELL):
        yield _found(text, cell.span(), 0.9)


def _of_professionals(text: str) -> Iterator[Finding]:
    for pattern in (_CALLED, _BEFORE):
        for match in pattern.finditer(text):
            yield _found(text, match.span(match.lastgroup or 0), 0.97)
    if _REGISTER.search(text):
        for match in _ELEVEN.finditer(text):
            before = text[max(0, match.start() - 30) : match.start()]
            near = _REGISTER.search(text, max(0, match.start() - 300), match.end() + 60)
            if near and not _OTHER.search(before):
                yield _found(text, match.span(), 0.85)
    for cell in values_below(text, _HEADING, _CELL):
        yield _found(text, cell.span(), 0.95)


def _found(text: str, span: tuple[int, int], score: float) -> Finding:
    return finding(text, span, Category.CARE_NUMBER, "care_number", score)
