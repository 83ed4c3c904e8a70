"""Numbers of passports, identity cards and driving licences, and the lines a machine reads.

A Dutch passport or card has two letters, six letters or digits, and a digit, never the letter O;
a driving licence has ten digits (RvIG, Kenmerken documenten; ICAO Doc 9303 for the machine lines).
"""

import re
from collections.abc import Iterator

from woo.detect.layout.columns import GAP, HEADING_ENDS, values_below
from woo.detect.rare import matches_at, mentions
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

_DUTCH = re.compile(
    r"[A-NP-Z](?<![^\W_].)(?<![/.#-].)(?=[A-NP-Z]{1,6}\d)(?=[A-Z]{0,8}\d[A-Z0-9]{0,7}\d)[A-NP-Z][A-NP-Z0-9]{6}\d(?![^\W_]|[/-])"
)
_WORD = (
    r"(?:paspoort(?:nummer|nr|no)?|pas(?:nummer|nr)|passport|(?:reise)?pass|(?:personal)?ausweis|"
    r"(?:identiteits|id|nationale identiteits|legitimatie|vreemdelingen)[- ]?(?:kaart|bewijs|"
    r"document)(?:nummer|nr)?|"
    r"(?:brom(?:fiets)?|vrl?\.?[ ])?(?:rijbewijs|rijbew\.|r-bewijs|vaarbewijs)(?:nummer|nr)?|"
    r"verblijfs(?:document|kaart|pas)(?:nummer|nr)?|"
    r"reisdocument(?:nummer)?|laissez-passer|document(?:nummer|nr)?|doc\.?[ ]?(?:nr|nummer)|"
    r"kopie id|tazkira|"
    r"perskaart(?:nummer|nr)?|jachtakte(?:[- ]?(?:nummer|nr))?|"
    r"driving licen[cs]e|id[- ]card|identity card|legitimatie(?:nummer)?)"
)
_STARTS = re.compile(
    r"pas|pers|reise|ausweis|id|nationale id|legitimatie|vreemdelingen|brom|vr|vaarb|rijb|r-b|"
    r"verblijfs|reisd|"
    r"laissez|doc|kopie|jacht|"
    r"tazkira|driving"
)
_WORDS = (
    "pas",
    "bewijs",
    "rijbew",
    "kaart",
    "document",
    "doc",
    "id",
    "tazkira",
    "licence",
    "license",
    "laissez",
    "legitimatie",
    "jachtakte",
    "bestuurder",
)
_CALLED = re.compile(rf"(?<![\w]){_WORD}(?![\w])", re.IGNORECASE)
_STRICT_WORD = re.compile(rf"(?<![\w]){_WORD}", re.IGNORECASE)
# What may part the word from the number, in 60 characters.
_BETWEEN = re.compile(
    rf"(?:[ ]\((?:nr|nummer|no)\.?[ ]|[ ](?:op naam van|met|ter inzage|bijgevoegd|en|van|de|"
    rf"een|ja|is|was|"
    rf"zijn|haar|mijn|no|nr|nummer|ser|serie|polen|pools|poolse|naam|mw|dhr|:|\[x\])\b|"
    rf"[.,:;(\[\])\"'“]|[ ]x\])"
    rf"{{0,6}}{GAP}[\"'“‘(]?"
)
_NUMBER = re.compile(
    r"(?!(?:ID|NR|NO)[ ])(?=[A-Z]{0,3}[ ]?[\dOlI]{2}|[A-Z\d]{0,7}\d)(?:"
    r"[A-Z]{1,3}[ ]?[\dOlI]{6,9}|[A-Z]{1,2}[ ]\d{3}[ ]\d{3}|[A-Z]{2,3}[A-Z0-9]{6,8}|\d{10}|\d{9}|"
    r"\d{4}-\d{4}-\d{5}|\d{2}-\d{7}|\d{6}[A-Z]{2})(?![\w-])"
)
# *nr IWX4410937*, when a document is named a few words before it.
_CARD = re.compile(
    r"\b(?:nr|nummer|no)[.:]?[ ](?P<number>(?=[A-Z]{2,3}[A-Z0-9]{0,3}\d)[A-Z]{2,3}[A-Z0-9]"
    r"{6,8})(?![\w-])"
)
# A letter or two and digits, where a document is spoken of.
_SERIAL = re.compile(r"(?<![\w.,/#-])[A-Z]{1,2}\d{7,8}(?![\w/-])")
_LICENCE = re.compile(r"(?<![\w.,/+-])[3-6]\d{9}(?![\w/-]|[.,]\d)")
_LICENCE_WORD = re.compile(r"rijbewij|r-bewij|bestuurder", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:kenmerk|referentie|ref|zaak(?:nummer)?|zaaknr|dossier(?:nummer)?|order(?:nummer)?|bestel(?:nummer)?|"
    r"factuur(?:nummer)?|artikel(?:nummer)?|polis(?:nummer)?|serienummer|sn|code|wachtwoord|password|token|besluit|"
    r"project(?:nummer)?|contract(?:nummer)?|btw(?:-id)?|bsn|kvk|tel|"
    r"telefoon)[ .:#-]{0,4}(?:nr\.?|nummer|is)?[ .:#]{0,3}$",
    re.IGNORECASE,
)
_MACHINE = re.compile(r"(?<![A-Z0-9<])(?=[A-Z0-9]{0,43}<)[A-Z0-9<]{28,46}(?![A-Z0-9<])")
_HEADING = re.compile(
    r"paspoort|passport(?:/id| ?no\.?| ?number)?|id[- ]?(?:bewijs|nr\b|nummer)|id[- ]kaart|"
    r"rijbewijs|vaarbewijs|"
    r"document ?(?:nr|nummer)|doc[._]? ?(?:nr|nummer)|document" + HEADING_ENDS
)
# Of somebody in the records of police and justice.
_CHAIN = re.compile(r"\b(?:SKN|[Ss]trafrechtsketennummer)[ :]{1,3}(?P<number>\d{8})(?!\d)")
_PERSONAL = re.compile(r"paspoort|identiteits|rijbewij|legitimatie|reisdocument|passport", re.I)
_REACH = 70


def detect_identity_document(document: Document) -> Iterator[Finding]:
    """Every number of a document that shows who somebody is."""
    text = document.text
    for span in _machine_lines(text):
        yield _found(text, span, 0.97)
    for match in _CHAIN.finditer(text):
        yield _found(text, match.span("number"), 0.95)
    for match in _DUTCH.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if _OTHER.search(before) or not (_is_mixed(match.group()) or _STRICT_WORD.search(before)):
            continue
        yield _found(text, match.span(), 0.85)
    if mentions(text, _WORDS):
        for span in {*_called(text), *_licences(text)}:
            yield _found(text, span, 0.95)


def _machine_lines(text: str) -> Iterator[tuple[int, int]]:
    if "<" in text:
        for match in _MACHINE.finditer(text):
            if "<<" in match.group() or re.search(r"\d{7}[MFXV<]\d{7}", match.group()):
                yield match.span()


def _called(text: str) -> Iterator[tuple[int, int]]:
    """Behind a word for a document, a few words after it, or in a column of such numbers."""
    for match in _CARD.finditer(text):
        if _STRICT_WORD.search(text, max(0, match.start() - _REACH), match.start()):
            yield match.span("number")
    for match in _SERIAL.finditer(text):
        before = text[max(0, match.start() - 2 * _REACH) : match.start()]
        if _PERSONAL.search(before) and not _OTHER.search(before):
            yield match.span()
    for word in matches_at(text, _STARTS, _CALLED):
        between = _BETWEEN.match(text, word.end())
        number = _NUMBER.match(text, between.end()) if between else None
        if number:
            yield number.span()
    for number in values_below(text, _HEADING, _NUMBER):
        yield number.span()


def _is_mixed(number: str) -> bool:
    """True when letters stand among the digits, as in ``SPR4KX021``; a mere code has them apart.

    Or behind three letters: ``NKG412856``.
    """
    return re.search(r"\d[A-Z]+\d|^[A-Z]{3}\d{6}$", number) is not None


def _licences(text: str) -> Iterator[tuple[int, int]]:
    """Ten digits with a driving licence in the words near it."""
    if _LICENCE_WORD.search(text) is None:
        return
    for match in _LICENCE.finditer(text):
        near = text[max(0, match.start() - 150) : match.end() + 40]
        before = text[max(0, match.start() - _REACH) : match.start()]
        if _LICENCE_WORD.search(near) and not _OTHER.search(before):
            yield match.span()


def _found(text: str, span: tuple[int, int], score: float) -> Finding:
    return finding(text, span, Category.IDENTITY_DOCUMENT, "identity_document", score)
