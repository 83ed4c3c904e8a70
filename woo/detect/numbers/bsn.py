"""Burgerservicenummers: eight or nine digits that pass the elfproef.

Source: Logisch Ontwerp BSN; eight digits are read with a leading zero.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from woo.detect.layout.columns import DIGIT, GAP, digits_of, values_below
from woo.detect.rare import mentions
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role

_CANDIDATE = re.compile(r"(?<![\w./,+-])(?<!\d )\d(?:[ .-]?\d){7,8}(?![\w])(?![.,/-]\d)(?! \d)")
# In the name of a file: *ZW_118038588_FML.pdf*.
_IN_FILE_NAME = re.compile(r"(?<=_)\d{9}(?![^\W_])|(?<![^\W_])\d{9}(?=_)")
_CONTEXT = re.compile(
    r"\b(?:bsn|burgerservice|sofi|persoonsnummer|cliëntnummer|burger service)", re.I
)
# Behind its label a number counts also when a digit of it is miswritten or misread.
_VALUE = rf"{DIGIT}(?:[ .-]?{DIGIT}){{7,8}}(?![\w]|[.,/-]\d|[ ]\d)"
_CALLED = re.compile(
    rf"(?<![\w])(?:bsn(?:[- ]?(?:nummer|nr))?|burger[- ]?service[- ]?(?:nummer|nr)|"
    rf"sofi[- ]?(?:nummer|nr)|fisc(?:aal)?\.?[- ]?(?:nummer|nr)|"
    rf"pgn|persoonsgebonden nummer)\b\.?[\])]?(?:[ ]van[ ](?:de[ ]|het[ ])?[a-zë]{{3,20}})?"
    rf"{GAP}(?P<number>{_VALUE})",
    re.IGNORECASE,
)
_HEADING = re.compile(r"bsn|burgerservicen|sofi|pgn(?![a-z])")
_CELL = re.compile(_VALUE)
_OTHER = re.compile(
    r"(?:kenmerk|referentie|dossier|zaak|factuur|kvk|k\.v\.k|btw|rekening|iban|kostenplaats|order|"
    r"polis|artikel|"
    r"telefoon|tel\b|fax|mobiel|vestiging|rsin|bestel|rapport|isbn|issn|nummer|nr|ordernr|"
    r"id)[a-z]*[ .:#-]{0,3}(?:nr|nummer|is)?[ .:#-]{0,3}$",
    re.IGNORECASE,
)
_OF_ENTITY = re.compile(r"\bRSIN\b(?![ ]?/[ ]?[Bb][Ss][Nn])[^\n.;\d]{0,40}$")
_AMOUNT = re.compile(r"(?:€|eur|euro|\$)\s?$", re.IGNORECASE)
_AMOUNT_AFTER = re.compile(r"\s?(?:euro|eur\b|miljoen|%|m²|kg|km|stuks)", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:[ .]\d{3}){2}$")
# A date with an hour behind it, as in the lines of a chat: ``13-3-2024 09``.
_DATE = re.compile(r"\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d(?!\d)")
# *2023-11880*: a year and a number, as cases are numbered.
_OF_YEAR = re.compile(r"(?:19|20)\d\d-\d{4,5}$")
# *dossier 408495224*: numbers behind one word that all pass are no numbers of dossiers. Accounts of
# old and the numbers of organisations pass too.
_BEHIND_WORD = re.compile(
    r"(?<![\w-])(?P<word>[a-zë]{3,20})[ :#]{1,2}(?P<number>\d{9})(?![\w]|[.,/-]\d)"
)
_CHECKED_TOO = re.compile(
    r"rekening|bank|giro|rsin|fiscaal|btw|fi-?nummer|ontvanger", re.IGNORECASE
)
_SERIES = 3  # of which by chance all pass once in 1,331 times
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_WITH_CONTEXT, _MISWRITTEN, _BARE, _IN_SERIES = 0.99, 0.8, 0.55, 0.7
_REACH = 60


def passes_elfproef(number: str) -> bool:
    """True for eight or nine digits whose weighted sum is a multiple of eleven, not all zero."""
    digits = number.zfill(9)
    if len(digits) != 9 or not digits.isascii() or not digits.isdigit() or not digits.strip("0"):
        return False
    return sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def detect_bsn(document: Document) -> Iterator[Finding]:
    """Every number that can be a BSN; with a word such as *bsn* before it, nearly certain."""
    text = document.text
    sure: set[int] = set()
    for match in _CANDIDATE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if not passes_elfproef(digits) or _DATE.search(match.group()):
            continue
        score = _score(text, match)
        if score:
            sure.add(match.end())
            yield finding(text, match.span(), Category.BSN, "bsn", score, Role.UNKNOWN)
    in_names = (m.span() for m in _IN_FILE_NAME.finditer(text) if passes_elfproef(m.group()))
    for span in (*_in_series(text), *in_names):
        yield finding(text, span, Category.BSN, "bsn", _IN_SERIES)
    if not mentions(text, ("bsn", "burger", "sofi", "fisc", "pgn", "persoonsgebonden")):
        return
    for start, end in {*_called(text)}:
        if end not in sure:
            yield finding(text, (start, end), Category.BSN, "bsn", _MISWRITTEN)


def _in_series(text: str) -> Iterator[tuple[int, int]]:
    """Numbers behind the same word, of which there are several and every one passes."""
    by_word: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _BEHIND_WORD.finditer(text):
        by_word[match["word"].casefold()].append(match)
    for word, matches in by_word.items():
        numbers = {match["number"] for match in matches}
        if len(numbers) < _SERIES or _CHECKED_TOO.search(word):
            continue
        if all(map(passes_elfproef, numbers)):
            yield from (match.span("number") for match in matches)


def _called(text: str) -> Iterator[tuple[int, int]]:
    """What stands behind the label or below the heading, whatever its check digit."""
    for called in _CALLED.finditer(text):
        yield called.span("number")
    for cell in values_below(text, _HEADING, _CELL):
        if len(digits_of(cell.group())) in (8, 9):
            yield cell.span()


def _score(text: str, match: re.Match[str]) -> float:
    """How certain, by the words around it; 0 when it is clearly something else."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    if _OF_ENTITY.search(before):
        return 0  # has the same check digit
    if _CONTEXT.search(before) or _CONTEXT.match(text[match.end() :].lstrip(" ():,")[:20]):
        return _WITH_CONTEXT
    written = match.group()
    # Without a word that says so, 12.345.678 is an amount and eight digits are a date or a code.
    if len(re.sub(r"\D", "", written)) == 8 or _AMOUNT.search(before) or _OF_YEAR.match(written):
        return 0
    if _OTHER.search(before) or _AMOUNT_AFTER.match(text, match.end()):
        return 0
    return _BARE if written.isdigit() or not _GROUPED.match(written) else 0.4
