"""What tells somebody's health, criminal record, belief, union or orientation (art. 9 and 10 AVG).

Careful: a word counts only where one person is its subject. General talk about an illness stays.
"""

import re
from collections.abc import Iterator
from functools import cache

from woo.detect.rare import lowered, matches_at, mentions
from woo.detect.spans import finding, line_end
from woo.detect.special.medical_letters import medical_facts
from woo.detect.special.special_phrases import BODY
from woo.detect.special.whose_fact import (
    ABBREVIATIONS,
    OF_CLUB,
    has_name,
    is_of_somebody,
    speaks_of_many,
)
from woo.model.document import Document
from woo.model.finding import Category, Finding
from woo.reference.lexicon import medicines
from woo.reference.sensitive import WORD, is_telling
from woo.reference.tables import load_table

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
    r"(?P<value>(?:[^\n;|.\[(]|\([^()\n]{1,30}\)|(?<=(?-i:\b[A-Z][a-z]{2}))\.|(?<=(?-i:\b[A-Z][a-z]{4}))\.){3,80})",
    re.IGNORECASE,
)
# *Letsel* on a line of a form, and below it what that is.
_LABEL_ABOVE = re.compile(
    r"^(?:Letsel|Diagnose|Medicatie|Allergie(?:ën)?|Aandoening|Beperking(?:en)?)[ ]?\n"
    r"(?P<value>[^\n]{3,80})",
    re.MULTILINE,
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
_ORIGIN = re.compile(
    r"(?P<said>[A-ZÀ-Þ][a-zà-ÿ]{2,15}(?:se?|sche?|ns)[ ](?:afkomst|komaf|roots|ouders|"
    r"achtergrond|nationaliteit|achternaam|origine))(?![\w-])"
)
_OF_ORIGIN = ("afkomst", "komaf", "roots", "ouders", "achtergrond", "nationaliteit", "achternaam")
_CELL_SIGN = re.compile(r'[ ]*[|;\t][ \t"]*|","|[ ]{3,}')
_LONGEST_CELL, _ROW_REACH = 100, 240  # characters
_OF_CRIME = (
    *("veroordel", "veroordeeld", "strafblad", "hechtenis", "detentie", "de pi ", "verdacht"),
    *("verdenking", "voorgeleid", "gevangen", " vast ", " vast.", " vast,", "gezeten"),
)
# In a form about one person: *Reden: verlies na herseninfarct*, when the value has such a word.
_FORM_LINE = re.compile(
    r"^[ \t|*-]{0,6}(?:\d{1,2}[.)][ ])?(?:toelichting|bijzonder(?:heden)?|bijz\.?|zorg(?:en)?|"
    r"lich\.?|gebruik|verslaving|aard|diagnose(?:[ ][a-z]+)?|incident|"
    r"opmerking(?:en)?(?:[ ][a-z]+)?|"
    r"aandachtspunt(?:en)?|medisch(?:e[ ][a-z]+)?|reden(?:[ ][a-z]+){0,2}|"
    r"klacht(?:en)?|wat[ ]is[ ]er[ ]aan[ ]de[ ]hand|gevolg(?:en)?|letsel|situatie|zorgvraag|"
    r"hulpvraag|omstandigheden|gezondheid|bevindingen|dieet(?:wensen)?|psychisch|ziekte|"
    r"aard[ ]van[ ]de[ ]\w+)(?:[ ]\([a-z ]{3,30}\))?[ ]{0,20}[:|][ \t]{0,10}"
    r"(?P<value>(?:[^\n|.]|\.(?![ ][A-ZÀ-Þ])){3,90})(?=\.?[ \t]*(?:$|\|))",
    re.IGNORECASE | re.MULTILINE,
)
# *2. Waarom vraagt u de kaart aan?*, and below it the answer.
_ANSWER = re.compile(
    r"^[ \t|*-]{0,6}(?:\d{1,2}[a-z]?[.)]?[ ])?(?:Waarom|Wat|Welke|Heeft|Hoe|Is)\b"
    r"[^\n?|]{4,90}\?[ ]*\n"
    r"[ \t]{0,8}(?P<value>(?:[^\n|.]|\.(?![ ][A-ZÀ-Þ])){3,90})(?=\.?[ \t]*$)",
    re.MULTILINE,
)


# *burn-out*, *burn out* and *burnout*; and where its line ends.
_HYPHEN = r"(?:[- ]|-[ ]?\n)?"


@cache
def _terms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How such a word begins, for text in lower case, and the whole expression."""
    table = load_table("special")
    ailing = f"-?(?:{'|'.join(table['ailments'])})"
    ailments = [part + ailing for part in table["body_parts"]]
    phrases = [one.replace("BODY", BODY) for one in table["phrases"]]
    conditions = [one.replace("[- ]?", _HYPHEN) for one in table["conditions"]]
    drugs = map(str.lower, medicines())
    words = [*conditions, *ailments, *table["states"], *phrases, *drugs]
    firsts: dict[str, set[str]] = {}
    for word in words:
        firsts.setdefault(word[0].lower(), set()).add(re.escape(word[1:3].lower()))
    beginning = "|".join(f"{one}(?:{'|'.join(sorted(more))})" for one, more in firsts.items())
    # By first letter, so that not every word is tried at every place.
    by_letter: dict[str, list[str]] = {}
    for word in words:
        # The abbreviations in capitals only: *als* is a word.
        written = f"(?-i:{word.upper()})" if word in ABBREVIATIONS else word
        by_letter.setdefault(word[0].lower(), []).append(written)
    every = "|".join(f"(?={one})(?:{'|'.join(those)})" for one, those in by_letter.items())
    return (
        re.compile(rf"\b(?:{beginning})"),
        re.compile(
            rf"(?P<said>(?:{every})){_AND.format(terms=every)}{_AFTER.format()}(?![\w-])",
            re.IGNORECASE,
        ),
    )


@cache
def _compounds() -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]]:
    """How a compound ends, in lower case; the whole of it; and the ends of other words."""
    table = load_table("special")
    endings = "|".join(map(re.escape, table["endings"]))
    return (
        re.compile(rf"(?:{endings})(?![\w-])"),
        re.compile(rf"(?P<said>[^\W\d_][\w-]{{1,30}}(?:{endings}))(?![\w-])", re.IGNORECASE),
        tuple(table["not_endings"]),
    )


def _told(text: str) -> Iterator[re.Match[str]]:
    """Every place of an expression, and of any other word that tells by itself."""
    phrases = list(_phrases(text))
    yield from phrases
    told = {place for one in phrases for place in range(*one.span())}
    for word in WORD.finditer(text):
        if word.start() not in told and is_telling(word["said"]):
            yield word


def _phrases(text: str) -> Iterator[re.Match[str]]:
    """Every place of an expression, of a compound, and of words about a conviction."""
    yield from matches_at(text, *_terms())
    ending, whole, others = _compounds()
    lower = lowered(text)
    for end in ending.finditer(lower):
        match = whole.match(text, _word_start(lower, end.start()))
        if match and match.end() == end.end() and not lower.endswith(others, 0, end.end()):
            yield match
    if mentions(text, _OF_CRIME):
        yield from _CRIME.finditer(text)
    if mentions(text, _OF_ORIGIN):
        yield from _ORIGIN.finditer(text)


def _word_start(text: str, place: int) -> int:
    """Where the word of ``place`` begins; the halves of *astma-aanval* are one."""
    while place > 0 and (text[place - 1].isalpha() or text[place - 1] == "-"):
        place -= 1
    return place


def detect_special(document: Document) -> Iterator[Finding]:
    """Every such word of which one person is the subject, and every value behind its label."""
    text = document.text
    told = list(_told(text))
    for match in told:
        if cell := _cell_of_somebody(text, match):
            yield _found(text, cell, 0.75)
        elif is_of_somebody(text, match, is_crime=match.re is _CRIME) and not OF_CLUB.match(
            text, match.end()
        ):
            yield _found(text, match.span(), 0.7)
    for span in medical_facts(text):
        yield _found(text, span, 0.8)
    for match in (*_FORM_LINE.finditer(text), *_ANSWER.finditer(text)):
        value = match["value"].rstrip(" .")
        start = match.start("value")
        end = start + len(value)
        tells = any(start <= one.start() and one.end() <= end for one in told)
        if tells and not speaks_of_many(value):
            yield _found(text, (start, end), 0.75)
    for match in _RECORD.finditer(text):
        end = match.start("value") + len(match["value"].rstrip(" ."))
        yield _found(text, (match.start("value"), end), 0.8)
    for match in (*_LABEL.finditer(text), *_LABEL_ABOVE.finditer(text)):
        value = match["value"].rstrip()
        if _NOTHING.match(value) is None:
            start = match.start("value")
            yield _found(text, (start, start + len(value)), 0.75)


def _cell_of_somebody(text: str, fact: re.Match[str]) -> tuple[int, int] | None:
    """The cell in which a fact stands, in a row that names somebody before it."""
    start = text.rfind("\n", max(0, fact.start() - _ROW_REACH), fact.start()) + 1
    start = max(start, fact.start() - _ROW_REACH)
    end = min(line_end(text, fact.end()), fact.end() + _ROW_REACH)
    signs = list(_CELL_SIGN.finditer(text, start, fact.start()))
    if not signs:
        return None
    first = signs[-1].end()
    sign = _CELL_SIGN.search(text, fact.end(), end)
    last = sign.start() if sign else end
    told = text[first:last].rstrip(' "\t')
    if len(told) > _LONGEST_CELL or speaks_of_many(told) or not has_name(text[start:first]):
        return None
    return first, first + len(told)


def _found(text: str, span: tuple[int, int], score: float) -> Finding:
    return finding(text, span, Category.SPECIAL, "special", score)
