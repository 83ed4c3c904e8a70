"""How a date is written: in digits, with a month in letters, in words, as read from a scan."""

import re
from datetime import date

from woo.detect.layout.columns import DIGIT
from woo.text.dates import MONTHS

_D = DIGIT
_MONTH = (
    r"(?:jan(?:uar[il])?|feb(?:r(?:uar[il])?)?|m(?:aa)?rt|maart|apr(?:i[l1])?|me[il]|jun[il]?|ju[l1][il]?|"
    r"aug(?:ustus)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|"
    r"january|february|march|may|june|july|august|mai|märz|october|december)\.?"
)
_MONTH_NAME = f"(?:{'|'.join(MONTHS)})"
_YEAR = rf"(?:{_D}{{4}}|['’‘`]\d{{2}})"
_SEPARATED = (
    rf"{_D}{{1,2}}[ ]?[-./|·\u2013][ \n]?(?:{_D}{{1,2}}|[IVXl]{{1,5}})[ ]?[-./|·\u2013][ \n]?"
    rf"(?:{_D}{{4}}|['’‘`]?{_D}{{2}})"
)
_YEAR_FIRST = rf"[12l]{_D}{{3}}[ ]?[-./][ ]?{_D}{{1,2}}[ ]?[-./][ ]?{_D}{{1,2}}"
_IN_LETTERS = rf"{_D}{{1,2}}(?:\.|e|st|nd|rd|th)?[ \n-]{{1,2}}{_MONTH},?[ \n-]{{1,2}}{_YEAR}"
# *12 aug. 76*, and as a passport has it *12 FEB/FEB 1947*.
_SHORT_YEAR = rf"{_D}{{1,2}}[ ]{_MONTH}[ ]\d{{2}}|\d{{2}}[ ][A-Z]{{3}}/[A-Z]{{3}}[ ]\d{{4}}"
_MONTH_FIRST = rf"{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}"
_IN_WORDS = (
    rf"(?:[a-zë]{{3,12}}(?:en|ën)?(?:twintig|dertig)|[a-zë]{{3,10}})[ ]{_MONTH_NAME}[ ]"
    r"(?:negentienhonderd|twee[ ]?duizend)[ ]?[a-zë]{0,22}"
)
_GLUED = r"(?:(?:18|19|20)\d{2}[01]\d[0-3]\d|[0-3]\d[01]\d(?:19|20)?\d{2})"
_SPACED = r"[0-3]\d[ ][01]\d[ ](?:(?:19|20)\d{2}|\d{2})"
# *17FEB68*, as airlines write it.
_AIRLINE = r"[0-3]\d(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:\d{4}|\d\d)"
_EDGE, _END = r"(?<![\w.,/-])", r"(?![\w/]|[-.,]\d)"

# By three letters; *mrt*, and in English.
_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {
    "mrt": 3,
    "mar": 3,
    "may": 5,
    "oct": 10,
}
_PARTS = re.compile(
    r"(\d{1,2})\W{1,3}(\d{1,2}|[a-z]{3,9})\W{1,3}((?:18|19|20)\d{2})", re.IGNORECASE
)

# A date that is one by its form alone.
FULL_DATE = re.compile(rf"{_EDGE}(?:{_YEAR_FIRST}|{_SEPARATED}|{_IN_LETTERS}){_END}", re.IGNORECASE)
# Also what is a date only where a date is expected: ``19091983``, ``27 01 92``, in words.
EXPECTED_DATE = re.compile(
    rf"{_EDGE}(?:{_YEAR_FIRST}|{_SEPARATED}|{_IN_LETTERS}|{_MONTH_FIRST}|"
    rf"{_IN_WORDS}|{_GLUED}|{_SPACED}|{_AIRLINE}|{_SHORT_YEAR}){_END}",
    re.IGNORECASE,
)
# As somebody says when he was born: *zeventien maart vierenvijftig*. A deed that is dated in words
# names the year in full.
_UNITS = "(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_TENS = "(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_TEENS = "(?:tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)"
_TWO_DIGITS = rf"(?:(?:{_UNITS}(?:en|ën))?{_TENS}|{_TEENS})"
SPOKEN_DATE = re.compile(
    rf"\b(?:(?:{_UNITS}(?:en|ën))?(?:twintig|dertig)|{_TEENS}|{_UNITS})(?:ste|de|e)?[ ]"
    rf"{_MONTH_NAME}[ ](?:negentien)?{_TWO_DIGITS}"
    r"(?=[ ]?(?:[.,;:!?)\n]|$)|[ ](?:te|in)\b)",
    re.IGNORECASE,
)
DAY_AND_MONTH = re.compile(
    rf"(?<![\w.,/-])\d{{1,2}}(?:[ ]{_MONTH}|[-/]\d{{1,2}})(?![\w/.-])", re.IGNORECASE
)


def day_of(written: str) -> date | None:
    """The day that is written in digits, or with a month in letters; with a whole year."""
    parts = _PARTS.fullmatch(written.strip())
    if parts is None:
        return None
    day, month, year = parts.groups()
    begins = month[:3].lower()
    number = int(month) if month.isdigit() else _NUMBERS.get(begins, 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
