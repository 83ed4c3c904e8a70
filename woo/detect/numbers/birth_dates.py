"""Dates of birth: a date that the words around it, or the heading of its column, say is one.

Other dates stay, also of the birth of a rule: *geboren op of na 1 januari 2004* is law.
"""

import re
from collections.abc import Iterator

from woo.detect.layout.columns import values_below
from woo.detect.numbers.birth_lists import dates_by_person
from woo.detect.numbers.bsn import passes_elfproef
from woo.detect.numbers.day_patterns import DAY_AND_MONTH, EXPECTED_DATE, FULL_DATE, SPOKEN_DATE
from woo.detect.rare import matches_at, mentions
from woo.detect.spans import finding
from woo.detect.words.grammar import name_before
from woo.model.document import Document
from woo.model.finding import Category, Finding
from woo.reference.lexicon import is_first_name
from woo.text.dates import MONTHS

_DATUM = r"(?:datum|dat\.?|dag|dt\.?)"
_BORN = re.compile(
    rf"(?<![^\W_])(?:geboorte[- ]?{_DATUM}|geboortedata|geboren|gebooren|"
    rf"[gq]eb\.?[ ]?{_DATUM}?|gb\.?|gd(?=[ :.]{{1,3}}\d)|gebore|"
    rf"d\.?o\.?b\b\.?|date of birth|birth[ ]?date|birthday|born|"
    r"bday|geburtsdatum|(?:ik ben|(?:hij|zij|ze|die) is) van)(?![^\W_])\.?",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(r"[^.!?;\d]{0,50}?\bgeboren\b", re.IGNORECASE)
_GEBOREN = re.compile("geboren")
_IDEA = re.compile(
    r"\b(?:kinderen|personen|wie|voor|geldt|idee|plan|initiatief|gedachte|wens|project)\b",
    re.IGNORECASE,
)
# Words that may stand between *geboren* and the date, beside the name of a place.
_BETWEEN = frozenset(
    re.findall(
        r"\w+",
        "op te in is was dd d en plaats datum partner kind gemachtigde cliënt aanvrager betrokkene "
        "van de het den aan a b vader moeder leerling werknemer verdachte der on of the at s h m v "
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
        "mw mevr mevrouw dhr heer man vrouw echtgenote echtgenoot verz "
        "x ouder verzoeker patient patiënt niet maar resp land dd mm jj jjjj yy yyyy",
    )
)
_STARTS = re.compile(
    r"geb|qeb|gb|gd|d\.?o\.?b|date of|birth|born|bday|(?:ik|hij|zij|ze|die) (?:is|ben) van"
)
_WORDS = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÀ-Þ])")
_BOUND_BEFORE = re.compile(
    r"\b(?:na|voor|v[oó]{2}r|tussen|tot|vanaf|sinds|sedert|per|t/m|tot en met|after|before)"
    r"(?: de)? $",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r"(?:[ ]\d{4})?\s(?:of|en|dan wel) (?:later|eerder|daarna|nadien|daarvoor|jonger|ouder)"
)
_ASKED = re.compile(
    r"\b(?:geboren|geboortedatum)\b[^\n?]{0,60}\?[^\S\n]{0,3}\n"
    r"(?:\[?\d\d[:.]\d\d\]?[ ])?[^\n:\d]{0,30}:?[ ]?",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"[ ]?(?:resp\.|of|en|maar|niet|,|/|\(|i\.p\.v\.|ipv|dan)[ ](?:op )?", re.IGNORECASE
)
_HEADING = re.compile(
    rf"geboorte[- ]?{_DATUM}|geboren|geb\.?[ ]?{_DATUM}?\b\.?|geb\b|dob\b|date of birth"
)
_BIRTHDAY = re.compile(r"\b(?:jarig|verjaardag(?:en)?|verjaart|verj\.)(?!\w)", re.IGNORECASE)
_BIRTHDAYS = re.compile(r"^[^\n]{0,40}\b(?:jarigen|verjaardagen)\b", re.IGNORECASE | re.MULTILINE)
_DAY = rf"(?:\d{{1,2}}-\d{{1,2}}(?:-(?:\d{{4}}|\d\d))?|\d{{1,2}}[ ](?:{'|'.join(MONTHS)}))"
_TURNS = re.compile(
    rf"(?P<before>{_DAY}),?[ ]wordt[ ]\d{{1,3}}(?!\d|[-/])|"
    rf"\b(?:ik word|hij wordt|zij wordt|ze wordt)[ ](?:op[ ])?(?P<between>{_DAY})[ ]"
    r"\d{1,2}(?!\d|[-/:.]\d)",
    re.IGNORECASE,
)
# As the police write somebody: *LAAR, A.M. van de 08-08-1951*.
# Not *VEERMAN, J. 24-09-2019 09:06*, who then wrote something.
_OLD_DATE = re.compile(
    r"(?<![\d/-])\d{1,2}[-/]\d{1,2}[-/](?:19\d\d|20[01]\d)(?!\d|[ ]\d{1,2}[:.]\d\d)"
)
_NAME_BEFORE = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,30},[ ](?:[A-Z]\.){1,5}"
    r"(?:[ ](?:van|de[nr]?|v/?d|te[nr]?|el)){0,3},?[ \n]{1,2}\(?$"
)
# *J. de Vries (12-03-81)*: of the years in which who is grown up now was born.
_IN_BRACKETS = re.compile(
    rf"(?<=[a-zà-ÿ.] \()(?:(?:19[2-9]\d|200\d)[01]\d[0-3]\d|\d{{1,2}}[ ](?:{'|'.join(MONTHS)})[ ]"
    r"(?:['’](?:[3-9]\d|0\d)|19[2-9]\d|200\d)|"
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:['’]?[3-9]\d|19[2-9]\d|200\d))(?=\))",
    re.IGNORECASE,
)
# *Darek Pawlak, 4-2-82*, in a text of this century: a year that nobody writes now.
_BEHIND_COMMA = re.compile(
    r"(?<=[a-zà-ÿ],[ ])\d{1,2}[-/.]\d{1,2}[-/.](?:19[2-9]\d|[3-9]\d)(?![\d-])"
)
# *Tjikke is van 1-6-'58*
_IS_VAN = re.compile(
    r"\b(?:is|was) van (?P<date>\d{1,2}[-/.]\d{1,2}[-/.](?:19[2-9]\d|['’]?[3-9]\d))(?![\d-])"
)
# Behind a BSN or a V-number: *2880417739 – 14-10-2001*.
_BEHIND_NUMBER = re.compile(
    r"(?<![\w.])(?P<number>\d{9}|2[5-9]\d{8})[ ]?[,–—|/;:-]?[ ]"
    r"(?P<date>\d{1,2}[-/.]\d{1,2}[-/.](?:19\d\d|20[01]\d))(?![\d-])"
)
# *Lubomir Hristov, van 14/06/94*
_BEHIND_VAN = re.compile(r"(?<=[a-zà-ÿ],[ ]van[ ])\d{1,2}[-/.]\d{1,2}[-/.](?:19)?[3-9]\d(?![\d-])")
_THIS_CENTURY = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
# *Naam: Joke Postma, 7-10-1978*
_IN_FIELD = re.compile(
    r"^[ \t]*(?:[Nn]aam|[Bb]etrokkene|[Cc]li[eë]nte?|[Pp]ati[eë]nte?|[Ll]eerling|"
    r"[Kk]ind(?:[ ]\d)?|[Vv]ader|[Mm]oeder|[Aa]anvrager|"
    r"[Pp]artner)[ ]?:[ ]{0,12}[A-ZÀ-Þ][^\d\n,;:]{2,40},[ ]"
    r"(?P<date>\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d\d|['’]?\d\d))(?![\w/-]|\.\d)",
    re.MULTILINE,
)
# *Kinderen: Ilyas (22-11-2007), Nour (2011-03-15)*
_CHILDREN = re.compile(r"\b[Kk]ind(?:eren)?\b[ ]?[:|]?\s{0,3}(?P<names>[A-ZÀ-Þ][^\n]{4,200})")
# In a form below *Geboortedatum* may stand until when something is valid.
_OF_PAPER = re.compile(
    r"\b(?:geldig[ ]t(?:ot|/m)|afgegeven(?:[ ]op)?|verloopt(?:[ ]op)?|datum[ ]afgifte)[ :.]{0,12}$",
    re.IGNORECASE,
)
_REACH = 70
_DIGITS_OF_BSN = 9


def detect_birth_date(document: Document) -> Iterator[Finding]:
    """Every date that is said to be somebody's date of birth."""
    text = document.text
    spans = {
        *_after_word(text),
        *_before_word(text),
        *_below_heading(text),
        *dates_by_person(text),
        *_birthdays(text),
        *_before_age(text),
        *(date.span() for date in SPOKEN_DATE.finditer(text)),
        *_behind_name(text),
        *_in_sentence(text),
    }
    for span in spans:
        yield finding(text, span, Category.BIRTH_DATE, "birth_date", 0.95)


def _below_heading(text: str) -> Iterator[tuple[int, int]]:
    for date in values_below(text, _HEADING, EXPECTED_DATE):
        if not _OF_PAPER.search(text, max(0, date.start() - 30), date.start()):
            yield date.span()


def is_bound(text: str, start: int, end: int) -> bool:
    """Whether a day is where a rule begins or ends: *geboren op of na 1 januari 2004*."""
    before = _BOUND_BEFORE.search(text, max(0, start - 40), start)
    return before is not None or _BOUND_AFTER.match(text, end) is not None


def _after_word(text: str) -> Iterator[tuple[int, int]]:
    """*geboren te Goes op 17 maart 1935*, *geb.datum: 03-06-34*."""
    if not mentions(
        text, ("geb", "qeb", "gb", "gd", "dob", "d.o.b", "birth", "born", "bday", "geburt", " van ")
    ):
        return
    for word in matches_at(text, _STARTS, _BORN):
        date = EXPECTED_DATE.search(text, word.end(), word.end() + _REACH)
        from_ = word.end() - word.group().lower().endswith(("geboren.", "born.", "van."))
        if date is None or _SENTENCE_END.search(text, from_, date.start()):
            continue
        if not _is_open(text[word.end() : date.start()]) or _BOUND_AFTER.match(text, date.end()):
            continue
        yield date.span()
        also = _ALSO.match(text, date.end())
        other = EXPECTED_DATE.match(text, also.end()) if also else None
        if other:
            yield other.span()
    for question in _ASKED.finditer(text):
        date = EXPECTED_DATE.match(text, question.end())
        if date:
            yield date.span()


def _is_open(between: str) -> bool:
    """True when only a place and small words part the word from the date."""
    if re.search(r"\d|\n\s*\n", between):
        return False
    return all(word[0].isupper() or word in _BETWEEN for word in _WORDS.findall(between))


def _before_word(text: str) -> Iterator[tuple[int, int]]:
    """*die op 21 mei 1987 in Shiraz is geboren*."""
    near = (
        date
        for born in _GEBOREN.finditer(text)
        if not EXPECTED_DATE.match(text, born.end() + 1)  # then that is the day
        for date in FULL_DATE.finditer(text, max(0, born.start() - 2 * _REACH), born.start())
    )
    for date in near:
        after = _BORN_AFTER.match(text, date.end(), date.end() + _REACH)
        if after is None or _IDEA.search(after.group()):
            continue
        if not _BOUND_BEFORE.search(text, max(0, date.start() - 40), date.start()):
            yield date.span()


def _before_age(text: str) -> Iterator[tuple[int, int]]:
    """*5-11-2014, wordt 9*, *ik word 4 mei 68*."""
    if mentions(text, ("word",)):
        for match in _TURNS.finditer(text):
            yield match.span("before" if match["before"] else "between")


def _behind_name(text: str) -> Iterator[tuple[int, int]]:
    for date in _OLD_DATE.finditer(text):
        if _NAME_BEFORE.search(text, max(0, date.start() - _REACH), date.start()):
            yield date.span()
    for date in _IN_BRACKETS.finditer(text):
        name = name_before(text, date.start() - 2)
        if name and name.is_sure:
            yield date.span()
    for date in _BEHIND_COMMA.finditer(text) if _THIS_CENTURY.search(text) else ():
        name = name_before(text, date.start() - 2)
        if name and name.is_sure and is_first_name(name.words[0]):
            yield date.span()
    yield from (match.span("date") for match in _IN_FIELD.finditer(text))
    for children in _CHILDREN.finditer(text):
        for date in FULL_DATE.finditer(text, children.start("names"), children.end("names")):
            if text[date.start() - 1] == "(" and name_before(text, date.start() - 2):
                yield date.span()


def _in_sentence(text: str) -> Iterator[tuple[int, int]]:
    """*is van 1-6-'58*, *Jan Proefman, van 1-6-1958*; behind a number that is somebody's."""
    yield from (match.span() for match in _BEHIND_VAN.finditer(text))
    yield from (match.span("date") for match in _IS_VAN.finditer(text))
    for match in _BEHIND_NUMBER.finditer(text):
        if len(match["number"]) > _DIGITS_OF_BSN or passes_elfproef(match["number"]):
            yield match.span("date")


def _birthdays(text: str) -> Iterator[tuple[int, int]]:
    """*Haar verjaardag is 9 maart*: without a year; also the lines of a list of birthdays."""
    if not mentions(text, ("jarig", "verjaar", "verj.")):
        return
    for word in _BIRTHDAY.finditer(text):
        date = DAY_AND_MONTH.search(text, word.end(), word.end() + 40)
        if date and not re.search(r"[.!?;\n]", text[word.end() : date.start()]):
            yield date.span()
    for heading in _BIRTHDAYS.finditer(text):
        block_end = text.find("\n\n", heading.end())
        stop = min(block_end if block_end >= 0 else len(text), heading.end() + 2000)
        for date in DAY_AND_MONTH.finditer(text, heading.end(), stop):
            yield date.span()
