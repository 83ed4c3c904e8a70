"""What tells somebody's health, criminal record, belief, union or orientation (art. 9 and 10 AVG).

Careful: a word counts only where one person is its subject. General talk about an illness stays.
"""

import re
from collections.abc import Iterator
from functools import cache

from woo.detect.rare import lowered, mentions
from woo.detect.spans import finding
from woo.detect.special.medical_letters import medical_facts
from woo.model.document import Document
from woo.model.finding import Category, Finding
from woo.reference.lexicon import is_first_name, is_of_language, is_surname, medicines
from woo.reference.tables import load_table

_WHO = (
    r"hij|zij|ze|ik|hem|u|jij|je|(?:mijn|zijn|haar|uw|ons|diens|m'n|z'n|zn|mn|hun|de|het|een) "
    r"(?:man|vrouw|echtgenote?|moeder|vader|zoon|dochter|kind|zus|zusje|broer|broertje|oma|opa|oom|tante|"
    r"neef|nicht|buurman|buurvrouw|vriendin?|partner|schoonvader|schoonmoeder|collega|cliënte?|"
    r"patiënte?)|cli[eë]nte?|pati[eë]nte?|betrokkene|werknemer|medewerkster|verzoekster|bezwaarmaakster|"
    r"mevrouw|mevr|meneer|de heer|mw|dhr|aanvrager|aanvraagster|appellante?|verdachte|passagier|"
    r"moeder|vader|jongste|oudste|dochter|zoon|bewoner|bewoonster|belanghebbende|verzoeker|"
    r"he|she|his|her|my|mr|ms|mrs|"
    r"bezwaarmaker|huurder|huurster|leerling|jongere|sollicitant|gedetineerde|melder|meldster|"
    r"deelnemer|deelneemster|cursist|stagiair"
)
_SUBJECT = re.compile(rf"\b(?:{_WHO})\b", re.IGNORECASE)
_WRITER = re.compile(r"\b(?:ik|mij|me)\b", re.IGNORECASE)
_HAS = re.compile(
    r"\b(?:heeft|heb|had|hebt|lijdt|lijd|leed|kreeg|krijgt|krijg|slikt|slik|gebruikt|is|was|ben|bent|"
    r"werd|wordt|zit|ligt|belandde|herstelt|overleed|overleden|bekend|behandeld|gediagnosticeerd|"
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
    r"programma|indien|(?<!van )wie|iedereen die|"
    r"een ieder|degenen?|verdachten|iemand die|men|als u|"
    r"wanneer u|mocht u|bent u|heeft u)\b|"
    r"\b(?:geen|niet)[ ](?:(?!en\b|maar\b|want\b)[a-zë]+[ ]){0,3}$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿ'-]{1,20}(?![\w-])")
_INITIAL = re.compile(r"\b[A-Z]\.[ ]")
_SENTENCE = re.compile(
    # Not behind an initial: *Jayden S. wordt verdacht van …*.
    r"(?<!\b[A-Z])(?<!\bdhr)(?<!\bmw)(?<!\bmevr)(?<!\bdr)[.!?:;](?=\s)|"
    r"\n[ \t]*\n|\n(?=[-*•=]|[^\n.]{2,40}(?:[ ][–|][ ]|[ ]{3}))"
)
_AND = r"(?:(?:,|[ ]en|[ ]met)[ ](?:een[ ])?(?:lichte[ ]|ernstige[ ])?(?:{terms}))?"
_AFTER = r"(?:[ ](?:type[ ]?[12]|gold[ ]\w+|gemeld|\(\w[^()\n]{{0,30}}\)))?"
_LABEL = re.compile(
    r"(?<![\w])(?:diagnose(?: bij opname)?|anamnese|ziekten|bekend met|lichamelijk|etniciteit|"
    r"etnische groep|medische bijzonderheden|medicatie|allergie(?:ën)?|allergisch voor|letsel|"
    r"aandoening|ziektebeeld|"
    r"religie|geloof|godsdienst|geloofsovertuiging|kerkgenootschap|beperking(?:en)?|"
    r"seksuele gerichtheid|gezindte|kerk\.?[ ]?gez\.?|handicap|strafblad|antecedenten|dx|"
    r"godsd\.|rel\.(?=[ ]?:)|bloedgr(?:oep)?\.?|strafr\.|strafrechtelijk|jd-melding|"
    r"opgelegde maatregel\?|vakbond|politieke (?:voorkeur|gezindheid))"
    r"(?:[ ]\([^()\n]{3,40}\))?[ ]{0,20}(?::|\||\.{3,40}|(?<=[.?])[ ]{1,3})[ ]{0,10}"
    r"(?P<value>(?:[^\n;|.\[(]|(?<=(?-i:\b[A-Z][a-z]{2}))\.|(?<=(?-i:\b[A-Z][a-z]{4}))\.){3,80})",
    re.IGNORECASE,
)
# *Antecedenten NL: winkeldiefstal (2021, boete); mishandeling (2022, sepot)*: the whole line.
_RECORD = re.compile(
    r"\b[Aa]ntecedenten(?:[ ][A-Z][\w-]{1,12})?[ ]?:[ ]"
    r"(?P<value>(?!geen|nee|nvt|n\.v\.t)[^\n]{3,160})"
)
_NOTHING = re.compile(
    r"(?:geen|n\.?v\.?t|nee|neen|onbekend|zie|nvt|niet|\.|-|…|ja\b|\(|_|x\b|uw|de |het |"
    r"omschrij|naam|invullen|\d)",
    re.IGNORECASE,
)
_CRIME = re.compile(
    r"\b(?P<said>"
    r"(?:veroordeeld|onherroepelijk[ ]veroordeeld)[ \n]{1,2}(?:wegens|voor)[ \n]{1,2}[a-zë]+"
    r"(?:[ ](?:onder[ ]invloed|met[ ][a-z]+|van[ ][a-z]+))?|"
    r"(?:is|was|werd|bent|ben)[ ](?:in[ ]\d{4}[ ]|eerder[ ]|al[ ]|ook[ ]){1,2}"
    r"veroordeeld(?:[ ](?:wegens|voor)[ ][a-zë]+(?:[ ](?:met|van)[ ][a-z]+)?)?|"
    r"veroordeling[ ](?:wegens|voor)[ ][a-zë]+|strafblad|"
    r"in[ ](?:voorlopige[ ])?(?:hechtenis|detentie)(?:[ ]wegens[ ][a-zë]+)?|"
    r"in[ ]de[ ]PI(?:[ ]in)?[ ][A-Z][a-z]+|"
    r"verdachte?(?:[ ](?:wordt|werd|word|is|was|ben|bent))?[ \n]van[ ](?:een[ ]|het[ ]|[a-z]+[ ])?"
    r"[a-zë]+|"
    r"verdenking[ ]van[ ](?:een[ ])?[a-zë]+|voorgeleid|gevangen[ ]?(?:zit|zat|gezet)|"
    r"zit[ ](?:al[ ])?(?:[\w ]{3,16}[ ])?vast"
    r"(?=[ ]?(?:[.,;)]|in[ ]afwachting|voor|wegens|$))|"
    r"z[ai]t(?:[ \n](?!niet|wel|de|het|een|die)[\w-]+){0,3}[ \n]vast[ \n]"
    r"(?:in[ ](?:de[ ])?PI[ ][A-Z][a-z]+|"
    r"(?:voor|wegens|op[ ]verdenking[ ]van)[ ](?:een[ ])?[a-zë]+)|"
    r"(?:is|was|werd|wordt|ben|bent)[ ](?:[\w-]+[ ]){0,3}aangehouden[ ]"
    r"(?:wegens|voor|op[ ]verdenking[ ]van)"
    r"[ ](?:een[ ])?[a-zë]+|"
    r"(?:vastgezeten|(?:cel|gevangenis)straf[ ](?:uitgezeten|gekregen|opgelegd))"
    r"(?:[ ](?:voor|wegens)[ ](?:een[ ])?[a-zë]+)?|"
    r"jaar[ ](?:vast)?gezeten(?:[ ](?:voor|wegens)[ ](?:een[ ])?[a-zë]+)?)\b",
)
_OF_CRIME = (
    *("veroordel", "veroordeeld", "strafblad", "hechtenis", "detentie", "de pi ", "verdacht"),
    *("verdenking", "voorgeleid", "gevangen", " vast ", " vast.", " vast,", "gezeten"),
)
# In a form about one person: *Reden: verlies na herseninfarct*, when the value has such a word.
_FORM_LINE = re.compile(
    r"^[ \t|*-]{0,6}(?:toelichting|bijzonderheden|medisch(?:e[ ][a-z]+)?|reden(?:[ ][a-z]+){0,2}|"
    r"klacht(?:en)?|wat[ ]is[ ]er[ ]aan[ ]de[ ]hand|gevolg(?:en)?|letsel|situatie|zorgvraag|"
    r"hulpvraag|omstandigheden|gezondheid|bevindingen|dieet(?:wensen)?|psychisch|ziekte|"
    r"aard[ ]van[ ]de[ ]\w+)[ ]{0,20}[:|][ \t]{0,10}"
    r"(?P<value>(?:[^\n|.]|\.(?![ ][A-ZÀ-Þ])){3,90})(?=\.?[ \t]*(?:$|\|))",
    re.IGNORECASE | re.MULTILINE,
)
_DIAGNOSED = re.compile(r"\b[Dd]iagnose[ ](?:van[ ])?(?:een[ ])?$")
# *Vikash ziek*, *J. van Dam, spastisch*: somebody's name stands before it.
_NAMED = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÀ-Þ][a-zà-ÿ'-]{1,20})(?:[ ][A-ZÀ-Þ]\.)?[ ]?[,(–:|-]?[ ]$"
)
_OF_NAMED = re.compile(r"[ ]van[ ](?P<name>[A-ZÀ-Þ][a-zà-ÿ'-]{1,20})(?![\w-])")
# Words that say little by themselves.
_WEAK = frozenset({"ziekte", "griep", "staar", "verslaving", "allergie"})
_ABBREVIATIONS = frozenset({"ms", "als"})
_ADJECTIVE = re.compile(
    r"(?:ernstige?|lichte?|zware?|beginnende?|gevorderde?|chronische?|acute?|vermoedelijke?|"
    r"[23]e graads)[ ]$"
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


@cache
def _terms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How such a word begins, for text in lower case, and the whole expression."""
    table = load_table("special")
    ailing = f"-?(?:{'|'.join(table['ailments'])})"
    ailments = [part + ailing for part in table["body_parts"]]
    words = [*table["conditions"], *ailments, *table["states"], *map(str.lower, medicines())]
    firsts: dict[str, set[str]] = {}
    for word in words:
        firsts.setdefault(word[0].lower(), set()).add(re.escape(word[1:3].lower()))
    beginning = "|".join(f"{one}(?:{'|'.join(sorted(more))})" for one, more in firsts.items())
    # By first letter, so that not every word is tried at every place.
    by_letter: dict[str, list[str]] = {}
    for word in words:
        # The abbreviations in capitals only: *als* is a word.
        written = f"(?-i:{word.upper()})" if word in _ABBREVIATIONS else word
        by_letter.setdefault(word[0].lower(), []).append(written)
    every = "|".join(f"(?={one})(?:{'|'.join(those)})" for one, those in by_letter.items())
    return (
        re.compile(rf"(?:{beginning})"),
        re.compile(
            rf"(?P<said>(?:{every})){_AND.format(terms=every)}{_AFTER.format()}(?![\w-])",
            re.IGNORECASE,
        ),
    )


def _told(text: str) -> Iterator[re.Match[str]]:
    """Every place of a word of the list, and of words about a conviction or custody."""
    beginning, whole = _terms()
    for start in beginning.finditer(lowered(text)):
        if text[start.start() - 1 : start.start()].isalnum():
            continue
        match = whole.match(text, start.start())
        if match:
            yield match
    if mentions(text, _OF_CRIME):
        yield from _CRIME.finditer(text)


def detect_special(document: Document) -> Iterator[Finding]:
    """Every such word of which one person is the subject, and every value behind its label."""
    text = document.text
    told = list(_told(text))
    for match in told:
        told_of = _is_of_named(text, match) or _is_of_person(text, match)
        if told_of and not OF_CLUB.match(text, match.end()):
            yield _found(text, match.span(), 0.7)
    for span in medical_facts(text):
        yield _found(text, span, 0.8)
    for match in _FORM_LINE.finditer(text):
        value = match["value"].rstrip(" .")
        start = match.start("value")
        end = start + len(value)
        tells = any(start <= one.start() and one.end() <= end for one in told)
        if tells and not _GENERAL.search(value):
            yield _found(text, (start, end), 0.75)
    for match in _RECORD.finditer(text):
        end = match.start("value") + len(match["value"].rstrip(" ."))
        yield _found(text, (match.start("value"), end), 0.8)
    for match in _LABEL.finditer(text):
        value = match["value"].rstrip()
        if _NOTHING.match(value) is None:
            start = match.start("value")
            yield _found(text, (start, start + len(value)), 0.75)


def is_general(text: str, start: int) -> bool:
    """True when the sentence up to here talks of people in general, or says that it is not so."""
    sentence = _sentences_before(text, start)[-1]
    return not sentence.strip() or _speaks_of_many(sentence)


def _speaks_of_many(sentence: str) -> bool:
    """Behind an initial it is about that one: *cliënten, onder wie F. Rutten (suïcidaal)*."""
    return _GENERAL.search(_INITIAL.split(sentence)[-1]) is not None


def _sentences_before(text: str, position: int) -> list[str]:
    """Those near by; the last is the one that goes on at ``position``."""
    return _SENTENCE.split(text[max(0, position - _REACH) : position])


def _is_of_person(text: str, match: re.Match[str]) -> bool:
    """True when the sentence up to here has one person as its subject and says nothing general."""
    *earlier, sentence = _sentences_before(text, match.start())
    sentence = _ADJECTIVE.sub("", sentence)
    if not sentence.strip():
        return bool(earlier) and _is_remark_on(earlier[-1], text, match)
    if _speaks_of_many(sentence):
        return False
    if _DIAGNOSED.search(sentence) or _stands_beside_name(sentence, text, match):
        return True
    if match.re is _CRIME:
        return _names_somebody(sentence)
    if match["said"].casefold() in _WEAK:
        return _OWN.search(sentence) is not None or (
            _SUBJECT.search(sentence) is not None and _HAS.search(sentence) is not None
        )
    return _is_said_of_somebody(sentence)


def _is_remark_on(before: str, text: str, match: re.Match[str]) -> bool:
    """*Ik kom niet. Hernia weer.*; *M. Dijkgraaf: borstkanker, operatie gehad*."""
    if _WRITER.search(before):
        return True
    behind_colon = text.endswith(": ", 0, match.start())
    return (
        "\n" not in text[match.start() - 3 : match.start()]
        and (behind_colon or _FRAGMENT_ENDS.match(text, match.end()) is not None)
        and not _GENERAL.search(before)
        and _names_somebody(before.rsplit("\n", 1)[-1])
    )


def _stands_beside_name(sentence: str, text: str, match: re.Match[str]) -> bool:
    named = _NAMED.search(sentence)
    if match["said"].casefold() in _WEAK | _ABBREVIATIONS and not sentence.endswith("("):
        return False  # *Spaanse griep*, *Staffing MS*
    return (
        named is not None
        and (_is_name(named["name"]) or not is_of_language(named["name"]))
        and _FRAGMENT_ENDS.match(text, match.end()) is not None
    )


def _is_of_named(text: str, match: re.Match[str]) -> bool:
    """*De COPD van Truus*."""
    of = _OF_NAMED.match(text, match.end())
    weak = match["said"].casefold() in _WEAK | _ABBREVIATIONS
    return of is not None and not weak and is_first_name(of["name"])


def _is_said_of_somebody(sentence: str) -> bool:
    if _OWN.search(sentence):
        return True
    told = _HAS.search(sentence) is not None or sentence.rstrip().endswith(("(", "–", "-", ":"))
    return told and _names_somebody(sentence)


def _names_somebody(sentence: str) -> bool:
    return (
        _SUBJECT.search(sentence) is not None
        or _SOMEBODY_IS.search(sentence) is not None
        or any(map(_is_name, _NAME.findall(sentence)))
    )


def _is_name(word: str) -> bool:
    return is_first_name(word) or is_surname(word)


def _found(text: str, span: tuple[int, int], score: float) -> Finding:
    return finding(text, span, Category.SPECIAL, "special", score)
