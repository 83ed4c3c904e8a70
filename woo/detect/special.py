"""What tells somebody's health, criminal record, belief, union or orientation (art. 9 and 10 AVG).

Careful: a word counts only where one person is its subject. General talk about an illness stays.
"""

import re
from collections.abc import Iterator
from functools import cache

from woo.detect.lexicon import is_first_name, is_surname
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding
from woo.reference.tables import load_table

_WHO = (
    r"hij|zij|ze|ik|hem|u|jij|je|(?:mijn|zijn|haar|uw|ons|diens|m'n|z'n|zn|mn|hun|de|het|een) "
    r"(?:man|vrouw|echtgenote?|moeder|vader|zoon|dochter|kind|zus|zusje|broer|broertje|oma|opa|oom|tante|"
    r"neef|nicht|buurman|buurvrouw|vriendin?|partner|schoonvader|schoonmoeder|collega|cliënte?|"
    r"patiënte?)|cli[eë]nte?|pati[eë]nte?|betrokkene|werknemer|medewerkster|verzoekster|bezwaarmaakster|"
    r"aanvrager|aanvraagster|appellante?|verdachte|passagier|moeder|vader|jongste|oudste|dochter|zoon"
)
_SUBJECT = re.compile(rf"\b(?:{_WHO})\b", re.IGNORECASE)
_HAS = re.compile(
    r"\b(?:heeft|heb|had|hebt|lijdt|lijd|leed|kreeg|krijgt|krijg|slikt|slik|gebruikt|is|was|ben|bent|"
    r"werd|wordt|zit|ligt|belandde|herstelt|overleed|overleden|bekend|behandeld|gediagnosticeerd|"
    r"wegens|vanwege|ivm|i\.v\.m\.|in verband met|door|met|na|voor|naar)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:mijn|zijn|haar|uw|je|jouw|diens|m'n|z'n|zn|mn)[ ](?:[a-zë]{3,14}[ ]){0,2}$", re.I
)
# General talk, or talk about more people or about what is not so.
_GENERAL = re.compile(
    r"\b(?:mensen|personen|pati[eë]nten|ouderen|kinderen|jongeren|leerlingen|medewerkers|vrouwen|mannen|"
    r"cli[eë]nten|burgers|inwoners|werknemers|deelnemers|studenten|hebben|zorg voor|behandeling van|"
    r"preventie|richtlijn|onderzoek naar|vaccin\w*|voorlichting|beleid|wetsvoorstel|artikel|programma|"
    r"indien|wie|iemand die|men|als u|wanneer u|mocht u|bent u|heeft u|geen|niet)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿ'-]{1,20}(?![\w-])")
_SENTENCE = re.compile(r"[.!?:;](?=\s)|\n[ \t]*\n|\n(?=[-*•=])")
_BEFORE = re.compile(
    r"(?:(?:aan|een|de|het|ernstige?|zware|lichte|beginnende|chronische|acute|erfelijke|open|ziekte van|"
    r"vorm van|drie|acht|zes|maanden|weken|week)[ \n]){1,4}$",
    re.IGNORECASE,
)
_AND = r"(?:(?:,|[ ]en|[ ]met)[ ](?:een[ ])?(?:lichte[ ]|ernstige[ ])?(?:{terms}))?"
_AFTER = r"(?:[ ](?:type[ ]?[12]|gold[ ]\w+|gemeld|\(\w[^()\n]{{0,30}}\)))?"
_LABEL = re.compile(
    r"(?<![\w])(?:diagnose|medicatie|allergie(?:ën)?|letsel|aandoening|ziektebeeld|religie|geloof|"
    r"geloofsovertuiging|kerkgenootschap|beperking(?:en)?|seksuele gerichtheid|gezindte|handicap)"
    r"[ ]{0,20}(?::|\|)[ ]{0,10}(?P<value>[^\n;|.\[(]{3,80})",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:geen|n\.?v\.?t|nee|neen|onbekend|zie|nvt|niet|\.|-|…|ja\b|\(|_|x\b|uw|de |het |omschrij|naam|invullen)",
    re.IGNORECASE,
)
_CRIME = re.compile(
    r"\b(?P<said>(?:onherroepelijk[ ])?veroordeeld[ \n]{1,2}(?:wegens|voor)[ \n]{1,2}[a-zë]+"
    r"(?:[ ](?:onder[ ]invloed|met[ ][a-z]+|van[ ][a-z]+))?|(?:de[ ])?veroordeling[ ](?:wegens|voor)[ ][a-zë]+|"
    r"(?:een[ ])?strafblad|in[ ](?:voorlopige[ ])?(?:hechtenis|detentie)(?:[ ]wegens[ ][a-zë]+)?|"
    r"in[ ]de[ ]PI(?:[ ]in)?[ ][A-Z][a-z]+)\b",
)
_REACH = 140


@cache
def _terms() -> re.Pattern[str]:
    table = load_table("special")
    terms = "|".join([*table["conditions"], *table["states"]])
    # Read the abbreviations in capitals only: *als* is a word.
    terms = terms.replace("|ms|als|", "|(?-i:MS|ALS)|")
    return re.compile(
        rf"(?<![\w-])(?P<said>(?:{terms}){_AND.format(terms=terms)}{_AFTER.format()})(?![\w-])",
        re.IGNORECASE,
    )


def detect_special(document: Document) -> Iterator[Finding]:
    """Every such word of which one person is the subject, and every value behind its label."""
    text = document.text
    for pattern in (_terms(), _CRIME):
        for match in pattern.finditer(text):
            if _is_of_person(text, match):
                yield _found(text, (_start(text, match.start()), match.end()), 0.7)
    for match in _LABEL.finditer(text):
        value = match["value"].rstrip()
        if _NOTHING.match(value) is None:
            start = match.start("value")
            yield _found(text, (start, start + len(value)), 0.75)


def _start(text: str, start: int) -> int:
    """With the article and adjective before the word."""
    window = max(0, start - 40)
    before = _BEFORE.search(text, window, start)
    return before.start() if before and before.end() == start else start


def _is_of_person(text: str, match: re.Match[str]) -> bool:
    """True when the sentence up to here has one person as its subject and says nothing general."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    sentence = _SENTENCE.split(before)[-1]
    if _GENERAL.search(sentence):
        return False
    if match["said"].casefold() in {"ziekte", "griep", "staar", "verslaving", "allergie"}:
        return _OWN.search(sentence) is not None or (
            _SUBJECT.search(sentence) is not None and _HAS.search(sentence) is not None
        )
    if _OWN.search(sentence):
        return True
    named = any(is_first_name(n) or is_surname(n) for n in _NAME.findall(sentence))
    if not named and _SUBJECT.search(sentence) is None:
        return False
    return _HAS.search(sentence) is not None or sentence.rstrip().endswith(("(", "–", "-", ":"))


def _found(text: str, span: tuple[int, int], score: float) -> Finding:
    return finding(text, span, Category.SPECIAL, "special", score)
