"""Dates of birth: a date that a word such as *geboren* explains."""

import re
from collections.abc import Iterator

from woo.detect.spans import finding, lines
from woo.model.document import Document
from woo.model.finding import Category, Finding

_MONTH = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|febr|mrt|apr|jun|jul|aug|sept?|okt|nov|dec"
)
# In recognised text O stands for 0 and l or I for 1.
_DIGIT = "[0-9OlI]"
_DATE = (
    rf"(?:{_DIGIT}{{1,2}}[ ]?[-./][ ]?(?:{_DIGIT}{{1,2}}|"
    rf"(?:{_MONTH})\.?)[ ]?[-./][ ]?['’]?{_DIGIT}{{2,4}}"
    rf"|(?:19|20){_DIGIT}{{2}}[-/.]{_DIGIT}{{2}}[-/.]{_DIGIT}{{2}}"
    rf"|{_DIGIT}{{1,2}}[ \n](?:{_MONTH})\.?[ \n]?(?:{_DIGIT}{{4}}|['’]{_DIGIT}{{2}})"
    rf"|(?:{_MONTH})[ ]{_DIGIT}{{1,2}},?[ ]{_DIGIT}{{4}})(?![\d])"
)
_LABEL = (
    r"(?<![A-Za-z])(?:geboren|geborene|geb(?:oorte)?[. ]{0,2}(?:datum|dd|dat)\.?|geb\.?|"
    r"g\.?d\.?b\.?|gbd?\.?|"
    r"d\.?o\.?b\.?|date of birth|born|°)"
)
_PLACE = r"(?:[ ]?(?:te|in)[ ][A-ZÀ-Ý'’][\w'’-]{1,30}(?:[ ][A-ZÀ-Ý][\w-]{1,30}){0,2},?)?"
_BETWEEN = (
    r"(?:[ \t\u00a0]{0,20}[:.,|;(–-]?[ \t\u00a0]{0,20}(?:datum|partner|kind|cli[eë]nt|"
    r"moeder|vader|op)?){0,3}\n?[ \t]{0,4}"
)
_LABELLED = re.compile(
    rf"{_LABEL}{_BETWEEN}{_PLACE}[ ]?(?:[A-Z][\w-]{{2,20}}[ ])?(?:op[ ])?[ \n]?(?P<date>{_DATE})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<![\d/-])(?P<date>{_DATE})[ )]{{0,2}}(?:geboren|te[ ][A-Z][\w-]+[ ]geboren)"
)
_ANOTHER = re.compile(
    rf"(?<![\d/-])(?P<date>{_DATE})\)?[,;]?[ ](?:in[ ][A-Z][\w-]+[ ](?:is[ ])?gebore|BSN|wonende|"
    r"klantnr|rijbewijs)",
    re.IGNORECASE,
)
_ANY = re.compile(rf"(?<![\w/.-]){_DATE}")
_HEADING = re.compile(r"geb(?:oorte)?[. ]{0,2}(?:datum|dat\b)|geb\.|geboren", re.IGNORECASE)
_SOME = re.compile(r"gebo|geb|gb|bsn|wonende|d\.?o\.?b|born|birth|gbd|°", re.IGNORECASE)
_MOST_ROWS = 200


def detect_birth_dates(document: Document) -> Iterator[Finding]:
    """Every date with a word of birth before or behind it, or below such a heading of a column."""
    text = document.text
    if _SOME.search(text) is None:
        return
    for pattern in (_LABELLED, _BEFORE, _ANOTHER):
        for match in pattern.finditer(text):
            yield finding(text, match.span("date"), Category.BIRTH_DATE, "birth_dates", 0.95)
    for start, end in _below_headings(text):
        yield finding(text, (start, end), Category.BIRTH_DATE, "birth_dates", 0.9)


def _below_headings(text: str) -> Iterator[tuple[int, int]]:
    """Dates in the rows below a heading *Geboortedatum*, until a blank line."""
    rows = 0
    for start, line in lines(text):
        if not line.strip():
            rows = 0
        elif _HEADING.search(line) and _is_row(line):
            rows = _MOST_ROWS
        elif rows:
            rows -= 1
            if match := _ANY.search(line):
                yield start + match.start(), start + match.end()


def _is_row(line: str) -> bool:
    """Several cells, none of them a date yet."""
    cells = re.split(r"\t|\||;|\s{2,}", line.strip())
    return len(cells) > 1 and _ANY.search(line) is None
