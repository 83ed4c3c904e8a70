"""Which numbers that the model sees may be somebody's: not of a case, a parcel or a motion."""

import re
from typing import TYPE_CHECKING

from woo.detect.numbers.birth_dates import is_bound
from woo.detect.numbers.licence_plates import is_no_plate
from woo.detect.prose.nlp import text_of
from woo.detect.spans import line_start
from woo.model.finding import Category
from woo.text.headed_rows import heading_above, heading_aligned

if TYPE_CHECKING:
    from spacy.tokens import Span

# *Klachtnummer: K-2025-004*: of a case, whatever it looks like.
_OF_CASE = re.compile(
    r"\b(?:(?:ons|uw)[ ])?(?:kenmerk|(?:zaak|casus|map|klacht|dossier|meldings?|document|besluit|"
    r"order|project|factuur|offerte|opdracht|inkoop|verzoek|bestel|contract|batch|perceel|serie|"
    r"bon|oor|correspondentie|sessie|ticket|transactie|route|vergunning|"
    r"chip|lot|charge|klant|relatie|debiteur(?:en)?)[ -]?(?:nummer|nrs?\.?|id)|"
    r"kenmerk(?:[ ]van[ ][a-z ]{3,20})?[ ]is|ons[ ]nummer|"
    r"document(?:en)?[ ]met[ ]id|parketnr\.?|oormerk|"
    r"kosten(?:drager|plaats)|(?-i:RVG|ZI|part no))[ ]?[:.]?[ ]?$",
    re.IGNORECASE,
)
_CASE_REACH = 30
# *Kamerstuk 19637, nr. 3251*, and of a motion *Zij krijgt nr. 5 (25441)*.
_NUMBER_BEHIND = re.compile(r",[ ]nr\.[ ]\d")
_OF_MOTION = re.compile(r"\bnr\.[ ]\d{1,4}[ ]?\($")
# Four digits in a column *postcode*.
_DIGITS_OF_POSTCODE = re.compile(r"\d{4}")
_PARCEL = re.compile(r"(?<![A-Z0-9])[A-Z]{3}\d{2}[ ][A-Z]{1,2}[ ]\d{1,5}(?!\d)")
_PARCEL_LENGTH = 14
# *perceel Holthees H 1423*: town, section and number.
_PLOT = re.compile(r"(?:[A-ZÀ-Þ][\w-]+[ ])?[A-Z]{1,2}[ ]\d{1,5}")
_SECTION = re.compile(r"\b[Ss]ectie[ ][A-Z]{1,2},?[ ](?:nr\.?|nummer)[ ]$")
_OF_LAND = re.compile(r"\b(?:perce(?:el|len)|kadastra\w*|sectie)\b[^\n.]{0,40}$", re.IGNORECASE)
_FEWEST_DIGITS = {
    Category.BSN: 7,
    Category.IBAN: 8,
    Category.CARE_NUMBER: 3,
    Category.IDENTITY_DOCUMENT: 3,
    Category.V_NUMBER: 6,
    Category.PERSONNEL_NUMBER: 2,
}
_IP = re.compile(r"\d{1,3}(?:[.,]\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2}")
_VAT_DIGITS = 8
# *JR-24-00318*, *EV-2024-0056*: letters, a year and a number, as cases are numbered.
_CASE = re.compile(r"[A-Z]{2,5}-(?:20)?[12]\d-\d{3,6}(?:$|\",\")")
# A day is no telephone number, a moment no birthday, a case nobody's document or car.
_OTHER_FORMS = {
    Category.IDENTITY_DOCUMENT: _CASE,
    # And no week: *wk42*; no word: *0417-STEMPEL*.
    Category.LICENCE_PLATE: re.compile(rf"{_CASE.pattern}|^\d+$|^[Ww]k[ ]?\d|[A-Z]{{4}}"),
    # An amount between quotes: *,"66,50",*.
    Category.PERSONNEL_NUMBER: re.compile(r"^[,\"' ]*\d{1,4},\d\d[,\"' ]*$"),
    # Also a case of the public prosecutor.
    Category.CARE_NUMBER: re.compile(rf"{_CASE.pattern}|^\d\d/\d{{6}}-\d\d$"),
    Category.IBAN: _CASE,
    # A day, a Kamerstuk (*31066-1520*) or a case of the public prosecutor.
    Category.PHONE: re.compile(
        r"^\d{1,2}-\d{1,2}-(?:19|20)\d\d$|^(?:19|20)\d{6}$|^[23]\d{4}-\d{1,4}$|^\d\d/\d{6}-\d\d$|"
        r"^[0-3]?\d[-/][01]?\d$|^0\d{1,3}$"
    ),
    # A case, a moment, the number on a fire engine (*26-8131*), a level (*A2*), a law (*Vw 2000*).
    Category.BIRTH_DATE: re.compile(
        rf"{_CASE.pattern}|"
        r"\dT\d\d:\d\d|^\d\d-(?!19|20)\d{4}$|^\W*\d\W*$|"
        r"^[A-Z]{1,2}[a-z]?[ ]?(?:\d|(?:19|20)\d\d)$"
    ),
}
# *192440/310836*: a spot in the grid of the Rijksdriehoeksmeting.
_ON_MAP = re.compile(r"\d{5,6}/\d{5,6}")
_ACT = re.compile(
    r"(?:\b(?:afg(?:egeven|\.)?|geldig(?:[ ]t(?:ot|/m))?|verlo(?:opt|pen)|ziektedag|"
    r"ingang(?:sdatum)?|"
    r"in[ ]dienst|d\.d\.|dd\.|uiterlijk|gevoerd|afgehandeld|aangevraagd|ontvangen|verzonden|"
    r"ingediend|"
    r"getekend|aangehouden|opgemaakt|uitgegeven|huisbezoek|in[ ]functie|opgehaald|opgenomen|"
    r"overgemaakt|sinds|vanaf|besluit[ ]van[ ]het[ ][A-Z]{2,5}[ ]van)\b|"
    r"(?<![a-z])(?:ingangs)?datum[ .]{0,16}:?)[^\d\n]{0,15}(?:\d{1,2}[ ])?$",
    re.IGNORECASE,
)
# *op 3 september 2009 is verbroken*
_DONE = re.compile(
    r"(?:[ ](?:\d{4}|[a-z]{3,9}[ ]\d{4}))?[ ](?:(?:is|zijn|was|waren|werd|heeft|hebben)[ ])?"
    r"(?:verbroken|verzocht|verzonden|ontvangen|ingediend|ingetrokken|be[eë]indigd|aangevraagd|"
    r"aangehouden|overleden|gemeld|opgelegd|verleend|geweigerd)\b"
)
# What heads a column of other days: *ontvangen*, *datum*, *retour*.
_OTHER_DAY = re.compile(
    r"\b(?:datum|ontvangen|verzonden|retour|uitgegeven|d\.?d\.?|in dienst|uit dienst|aanstelling|"
    r"opgenomen|sinds|afgegeven|vanaf|van|tot|t/m|ingang|start|einde|begin|dag)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][a-zà-ÿ' -]{2,25},[ ]\d{1,2}[ ][a-z]+[ ](?:19|20)\d\d$", re.MULTILINE
)
# *620 114* of *620 114 8837*
_GROUPS = re.compile(r"\d{2,4}(?:[ ]\d{2,4})*")
_NEXT_GROUP = re.compile(r"(?:[ ]\d{2,4}){1,3}(?!\w|[.,:/-]\d)")
_IN_GROUPS = frozenset(
    {Category.CARE_NUMBER, Category.IDENTITY_DOCUMENT, Category.PERSONNEL_NUMBER}
)
_BORN = re.compile(r"ge[bh]|\bg[bd]\b|born|birth|jarig|\bjaar", re.IGNORECASE)
_BORN_REACH, _DAY = 100, 0.6  # so sure that a day is somebody's where no word speaks of a birth
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_IN_WORDS = frozenset({Category.BIRTH_DATE, Category.PHONE})


def end_of_number(text: str, start: int, end: int, category: Category) -> int:
    """Where a number ends that is written in groups, of which the networks may see the first."""
    goes_on = category in _IN_GROUPS and _GROUPS.fullmatch(text, start, end)
    group = _NEXT_GROUP.match(text, end) if goes_on else None
    return group.end() if group else end


def is_parcel(span: "Span") -> bool:
    """Within *OLP02 K 1187*: municipality, section and number of the land registry."""
    text, start, end = text_of(span.doc), span.start_char, span.end_char
    if _PLOT.fullmatch(span.text) and _OF_LAND.search(text, max(0, start - 60), start):
        return True
    if _SECTION.search(text, max(0, start - 20), start):
        return True
    near = _PARCEL.finditer(text, max(0, start - _PARCEL_LENGTH), end + _PARCEL_LENGTH)
    return any(one.start() <= start and end <= one.end() for one in near)


def may_be_number(span: "Span", category: Category) -> bool:
    """It has a digit; a day and a telephone number may be written out, in more than one word."""
    text, start, end = text_of(span.doc), span.start_char, span.end_char
    before = max(0, start - _CASE_REACH)
    if _OF_CASE.search(text, before, start) or _OF_MOTION.search(text, before, start):
        return False
    if _DIGITS_OF_POSTCODE.fullmatch(span.text) and "ostcode" in heading_above(text, start):
        return False
    if _NUMBER_BEHIND.match(text, end) or is_parcel(span) or _ON_MAP.fullmatch(span.text):
        return False
    # What the rules know to be none is none.
    if category is Category.BIRTH_DATE and (is_bound(text, start, end) or _is_act(text, span)):
        return False
    if category is Category.LICENCE_PLATE and is_no_plate(text, start, end):
        return False
    return _has_form(span.text, category)


def _is_act(text: str, span: "Span") -> bool:
    """*afg. 2-5-2011*, *Sluisdam, 2 december 2016*: the day on which something was done."""
    start, end = span.start_char, span.end_char
    before = _ACT.search(text, max(0, start - _CASE_REACH), start)
    if before is not None or _DATELINE.search(text, max(0, start - _CASE_REACH), end) is not None:
        return True
    done = text[max(0, start - 4) : start].split()[-1:] == ["op"] and _DONE.match(text, end)
    heading = heading_above(text, start) or heading_aligned(text, start, end)
    told = _BORN.search(heading) or _BORN.search(text, line_start(text, start), start)
    of_other_day = _OTHER_DAY.search(heading) and not told
    return bool(done or of_other_day)


def is_sure_day(span: "Span", score: float) -> bool:
    """Whether what the networks take for somebody's birthday is more than a guess."""
    text, start = text_of(span.doc), span.start_char
    around = text[max(0, start - _BORN_REACH) : span.end_char + 30] + heading_above(text, start)
    return score >= _DAY or _BORN.search(around) is not None


def _has_form(written: str, category: Category) -> bool:
    """It is written as such a number is: *1.2.3* is a version, *NL00 XXXX* a place in a form."""
    digits = sum(map(str.isdigit, written))
    if category is Category.IP_ADDRESS:
        return _IP.search(written) is not None
    other = _OTHER_FORMS.get(category)
    if digits < _FEWEST_DIGITS.get(category, 0) or (other and other.search(written)):
        return False
    if category is Category.VAT_NUMBER:
        return digits >= _VAT_DIGITS
    if category is not Category.BIRTH_DATE and _YEAR.fullmatch(written):
        return False
    if category is Category.IBAN and "XX" in written:
        return False
    return digits > 0 or (category in _IN_WORDS and any(map(str.isspace, written)))
