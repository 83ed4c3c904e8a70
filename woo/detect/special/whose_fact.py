"""Whether a word about health, crime or belief is said of one person, or in general."""

import re
from collections.abc import Sequence

from woo.reference.lexicon import is_first_name, is_of_language, is_place, is_surname

_KIN = (
    r"man|vrouw|echtgenote?|moeder|vader|zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|zus|zusje|broer|"
    r"broertje|oma|opa|oom|tante|neef|nicht|buurman|buurvrouw|buurjongen|buurmeisje|vriendin?|"
    r"partner|schoonvader|schoonmoeder|schoonzoon|schoondochter|stiefvader|stiefmoeder|"
    r"kleinzoon|kleindochter|ex-man|ex-vrouw|ex|collega|jongen|meisje|baby"
)
_PARTY = (
    r"cl|pt|cli[eë]nte?|pati[eë]nte?|betrokkene|werknemer|werkneemster|medewerkster|verzoekster|"
    r"bezwaarmaakster|mevrouw|mevr|mvr|meneer|de heer|mw|dhr|mnr|aanvrager|aanvraagster|"
    r"appellante?|verdachte|passagier|moeder|vader|jongste|oudste|dochter|zoon|bewoner|bewoonster|"
    r"belanghebbende|verzoeker|bezwaarmaker|huurder|huurster|leerling|jongere|sollicitant|"
    r"gedetineerde|melder|meldster|deelnemer|deelneemster|cursist|stagiair|klager|klaagster|eiser|"
    r"eiseres|gedaagde|slachtoffer|getuige|schipper|chauffeur|bestuurder|student|studente|"
    r"scholier|pupil|asielzoeker|vreemdeling|weduwe|weduwnaar|kandidaat|"
    r"een van de (?:vrouwen|mannen|jongens|meisjes|kinderen|bewoners)"
)
_WHO = (
    rf"hij|zij|ze|ik|hem|u|jij|je|"
    rf"(?:mijn|zijn|haar|uw|ons|diens|wier|m'n|z'n|zn|mn|hun|de|het|een) (?:{_KIN})|{_PARTY}|"
    r"he|she|his|her|my|mr|ms|mrs"
)
SUBJECT = re.compile(rf"\b(?:{_WHO})\b", re.IGNORECASE)
_WRITER = re.compile(r"\b(?:ik|mij|me)\b", re.IGNORECASE)
_HAS = re.compile(
    r"\b(?:heeft|heb|had|hebt|lijdt|lijd|leed|kreeg|krijgt|krijg|slikt|slik|gebruikt|is|was|ben|bent|"
    r"werd|wordt|zit|ligt|belandde|herstelt|overleed|overleden|bekend|behandeld|gediagnosticeerd|"
    r"geeft|gaf|zegt|zei|meldt|meldde|vertelt|vertelde|klaagt|klaagde|sinds|blijft|bleef|staat|stond|"
    r"liep|loopt|voelt|voelde|raakt|raakte|blijkt|bleek|moet|moest|kan|kon|"
    r"has|had|have|with|due to|after|for|applied|"
    r"wegens|vanwege|ivm|i\.v\.m\.|in verband met|door|met|na|voor|naar)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:mijn|zijn|haar|uw|je|jouw|diens|m'n|z'n|zn|mn)[ ](?:[a-zë]{3,14}[ ]){0,2}$", re.I
)
# General talk, or talk about more people or about what is not so.
_GENERAL = re.compile(
    r"\b(?:mensen|personen|pati[eë]nten|ouderen|kinderen|jongeren|leerlingen|medewerkers|vrouwen|mannen|"
    r"cli[eë]nten|burgers|inwoners|werknemers|deelnemers|studenten|zorg voor|behandeling van|"
    r"preventie|richtlijn|onderzoek naar|vaccin\w*|voorlichting|beleid|wetsvoorstel|artikel|"
    r"programma|indien|(?<!van )(?<!bij )wie|iedereen die|"
    r"een ieder|degenen?|verdachten|iemand die|men(?![ ](?:zegt|vertelt|beweert|hoort|zei))|als u|"
    r"wanneer u|mocht u)\b|"
    # *Bent u zwanger?*; but *op grond daarvan bent u afgekeurd*.
    r"^\W*(?:bent|heeft)[ ]u\b|"
    # *hij is niet ziek*, but *is er niet wegens griep*.
    r"\b(?:geen|niet)[ ](?:(?!en\b|maar\b|want\b|wegens\b|vanwege\b|door\b|omdat\b|ivm\b)"
    r"[a-zë]+[ ]){0,3}$",
    re.IGNORECASE,
)
_OWN_STATE = re.compile(
    r"\b(?:mijn|zijn|haar|uw|diens)[ ](?:toestand|gezondheid|conditie|situatie|lichaam|klachten)\b",
    re.IGNORECASE,
)
# *Na een periode van overspannenheid is hij weer aan het werk.*
_WHO_FOLLOWS = re.compile(
    r"[^.,;:!?()\n]{0,40}[ ](?:is|was|ben|bent|heeft|had|heb|kon|kan|werd|ging|moest|kwam)[ ]"
    r"(?:hij|zij|ze|ik|u|mevrouw|de heer|meneer)\b"
)
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿ'-]{1,20}(?![\w-])")
_BY_INITIALS = re.compile(
    r"(?<!\w)(?:[A-Z]\.){1,4}[ ]?(?:(?:van|de|den|der|ter|ten)[ ]){0,2}[A-ZÀ-Þ][a-zà-ÿ'-]{2,20}"
)
# *cliënten, onder wie F. Rutten*, *een van de vrouwen*: it is about that one.
_OF_THEM = re.compile(r"\b[A-Z]\.[ ]|\been van (?:de|onze|die) [a-z]+")
_SENTENCE = re.compile(
    # Not behind an initial: *Jayden S. wordt verdacht van …*.
    r"(?<!\b[A-Z])(?<!\bdhr)(?<!\bmw)(?<!\bmevr)(?<!\bdr)(?<!\bmnr)(?<!\bmvr)(?<!\b[Cc]l)"
    r"[.!?:;](?=\s)|"
    r"\n[ \t]*\n|\n(?=[-*•=]|[^\n.]{2,40}(?:[ ][–|][ ]|[ ]{3}))"
)
_DIAGNOSED = re.compile(r"\b[Dd]iagnose[ ](?:van[ ])?(?:een[ ])?$")
# *Vikash ziek*, *J. van Dam, spastisch*: somebody's name stands before it.
_NAMED = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÀ-Þ][a-zà-ÿ'-]{1,20})(?:[ ][A-ZÀ-Þ]\.)?[ ]?[,(–:|-]?[ ]$"
)
_OF_NAMED = re.compile(r"[ ]van[ ](?P<name>[A-ZÀ-Þ][a-zà-ÿ'-]{1,20})(?![\w-])")
# *Slikt tramadol.*, *Is bekend met schizofrenie*: a note leaves out of whom it is.
_LEFT_OUT = re.compile(
    r"\W*(?:Slikt|Gebruikt|Heeft|Had|Is|Was|Kreeg|Krijgt|Ligt|Zit|Lijdt|Wordt|Werd|Bekend|"
    r"Onder behandeling|Opgenomen|Loopt|Drinkt|Herstelt|Gediagnosticeerd)\b(?![^.\n]*\?)"
    r"(?![ ](?:u|er|dat|dit|het|de|jij|je|ook|al|nog)\b)"
)
# *Ik* | *slaap slecht*: the verb is in what is said; *dat hij* | *dronken was*: it comes behind.
_PREDICATE = re.compile(
    r"(?:slaapt?|ziet?|hoort?|loopt?|drinkt?|gebruikt?|slikt?|kan|moet|moest|rook|ruikt|blowt|gokt|"
    r"eet|lijdt?)[ .,;]",
    re.IGNORECASE,
)
_ENDS_IN_VERB = re.compile(
    r"(?:[ ][\w'-]+){0,3}[ ](?:is|was|ben|bent|heeft|heb|hebt|had|kreeg|krijgt|krijg|werd|wordt|"
    r"word|zat|zit|lag|ligt|opliep|hield|houdt|leed|lijdt|te gebruiken|te hebben)\b"
)
_FOR_REASON = re.compile(r"\b(?:wegens|vanwege|door|ivm|i\.v\.m\.|bij)[ ]$")
# Words that say little by themselves.
_WEAK = frozenset({"ziekte", "griep", "staar", "verslaving", "allergie"})
ABBREVIATIONS = frozenset({"ms", "als"})
_ADJECTIVE = re.compile(
    r"(?:ernstige?|lichte?|zware?|beginnende?|gevorderde?|chronische?|acute?|vermoedelijke?|"
    r"open|dubbele?|gebroken|[23]e graads)[ ]$"
)
_FRAGMENT_ENDS = re.compile(
    r"[ ]?(?:$|[.,;:()|\n–]|(?:en|weer|gehad|links|rechts|sinds|met|thuis|naar)\b)", re.MULTILINE
)
_SOMEBODY_IS = re.compile(
    r"(?:^[ \n]*|\b[A-Z]\.[ ])[A-ZÀ-Þ][a-zà-ÿ-]{1,20}[ ](?:is|was|heeft|had|kreeg|slikt)\b"
)
# *Epilepsie Vereniging Nederland*
OF_CLUB = re.compile(r"[ ](?:Vereniging|Fonds|Stichting|Centrum|Nederland|Pati[eë]nten)")
_REACH = 140


def is_general(text: str, start: int) -> bool:
    """True when the sentence up to here talks of people in general, or says that it is not so."""
    sentence = _sentences_before(text, start)[-1]
    return not sentence.strip() or speaks_of_many(sentence)


def is_of_somebody(text: str, fact: re.Match[str], *, is_crime: bool) -> bool:
    """True when a fact is told of one person; ``said`` is the first word of it that tells."""
    return _is_of_named(text, fact) or _is_of_person(text, fact, is_crime=is_crime)


def speaks_of_many(sentence: str) -> bool:
    """Behind an initial it is about that one: *cliënten, onder wie F. Rutten (suïcidaal)*."""
    return _GENERAL.search(_OF_THEM.split(sentence)[-1]) is not None


def _sentences_before(text: str, position: int) -> list[str]:
    """Those near by; the last is the one that goes on at ``position``."""
    return _SENTENCE.split(text[max(0, position - _REACH) : position])


def _is_of_person(text: str, fact: re.Match[str], *, is_crime: bool) -> bool:
    """True when the sentence up to here has one person as its subject and says nothing general."""
    *earlier, sentence = _sentences_before(text, fact.start())
    sentence = _ADJECTIVE.sub("", sentence)
    if not sentence.strip():
        return bool(earlier) and (
            _is_remark_on(earlier[-1], text, fact) or _goes_on(earlier, text, fact)
        )
    if speaks_of_many(sentence):
        return False
    if _DIAGNOSED.search(sentence) or _stands_beside_name(sentence, text, fact):
        return True
    if is_crime:
        return _names_somebody(sentence)
    if _LEFT_OUT.match(sentence) and earlier:
        return _names_somebody(" ".join(earlier)) and not speaks_of_many(earlier[-1])
    return _is_said_of_somebody(sentence, text, fact)


def _is_remark_on(before: str, text: str, fact: re.Match[str]) -> bool:
    """*Ik kom niet. Hernia weer.*; *M. Dijkgraaf: borstkanker, operatie gehad*."""
    if _WRITER.search(before):
        return True
    behind_colon = text.endswith(": ", 0, fact.start())
    return (
        "\n" not in text[fact.start() - 3 : fact.start()]
        and (behind_colon or _FRAGMENT_ENDS.match(text, fact.end()) is not None)
        and not _GENERAL.search(before)
        and _names_somebody(before.rsplit("\n", 1)[-1])
    )


def _goes_on(earlier: Sequence[str], text: str, fact: re.Match[str]) -> bool:
    """*Cl. kan niet tillen. Hernia L5-S1. Slikt tramadol.*: a note on one person goes on."""
    return (
        "\n" not in text[fact.start() - 2 : fact.start()]
        and SUBJECT.search(" ".join(earlier)) is not None
        and not any(map(_GENERAL.search, earlier))
    )


def _stands_beside_name(sentence: str, text: str, fact: re.Match[str]) -> bool:
    named = _NAMED.search(sentence)
    if fact["said"].casefold() in _WEAK | ABBREVIATIONS and not sentence.endswith("("):
        return False  # *Spaanse griep*, *Staffing MS*
    return (
        named is not None
        and (_is_name(named["name"]) or not is_of_language(named["name"]))
        and _FRAGMENT_ENDS.match(text, fact.end()) is not None
    )


def _is_of_named(text: str, fact: re.Match[str]) -> bool:
    """*De COPD van Truus*."""
    of = _OF_NAMED.match(text, fact.end())
    weak = fact["said"].casefold() in _WEAK | ABBREVIATIONS
    return of is not None and not weak and _is_surely_name(of["name"])


def _is_surely_name(word: str) -> bool:
    return is_first_name(word) or (
        is_surname(word) and not (is_place(word) or is_of_language(word))
    )


def _is_said_of_somebody(sentence: str, text: str, fact: re.Match[str]) -> bool:
    """By a verb before it, in it or behind it, and somebody as its subject."""
    if _OWN.search(sentence):
        return True
    has = _HAS.search(sentence) is not None
    if fact["said"].casefold() in _WEAK:
        # *Liesbeth is wegens ziekte afwezig*
        named = _FOR_REASON.search(sentence) is not None and has_name(sentence)
        return has and (named or SUBJECT.search(sentence) is not None)
    if has and _WHO_FOLLOWS.match(text, fact.end()):
        return True
    told = (
        has
        or sentence.rstrip().endswith(("(", "–", "-", ":"))
        or _PREDICATE.match(text, fact.start()) is not None
        or _ENDS_IN_VERB.match(text, fact.end()) is not None
    )
    return told and _names_somebody(sentence)


def _names_somebody(sentence: str) -> bool:
    return (
        SUBJECT.search(sentence) is not None
        or _OWN_STATE.search(sentence) is not None
        or _SOMEBODY_IS.search(sentence) is not None
        or has_name(sentence)
    )


def has_name(text: str) -> bool:
    """True when a word of it is in the lists of names, or has initials before it."""
    return any(map(_is_name, _NAME.findall(text))) or _BY_INITIALS.search(text) is not None


def _is_name(word: str) -> bool:
    return is_first_name(word) or is_surname(word)
