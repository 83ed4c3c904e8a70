"""Dutch btw-ids: ``NL``, nine digits, ``B`` and two digits.

Until 2020 the nine digits of a sole trader were the BSN; since then they are random and the whole
number passes mod 97 (Besluit van 20 juni 2019, Stcrt. 2019, 35505). A legal entity has its RSIN
there: that names no natural person, so the role is FUNCTIONAL.
"""

import re
from collections.abc import Iterator

from woo.detect.layout.columns import DIGIT, digits_of
from woo.detect.numbers.bsn import passes_elfproef
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role

_GAP = r"[ .-]{0,2}"
_CANDIDATE = re.compile(
    rf"N(?<![A-Za-z0-9]N)[Ll]{_GAP}{DIGIT}(?:{_GAP}{DIGIT}){{8}}{_GAP}[Bb]{_GAP}{DIGIT}{_GAP}{DIGIT}(?![A-Za-z0-9])|"
    # As a system of bookkeeping has it, without the country.
    r"(?<![\w.-])\d{9}B\d\d(?![\w-])"
)
_ENTITY = re.compile(
    r"(?<![\w])(?:B\.?V\.?|N\.?V\.?|stichting|vereniging|co[oö]peratie|U\.A\.|gemeente|provincie|ministerie|"
    r"waterschap|universiteit|Holding)(?![\w])"
)
_SOLE_TRADER = re.compile(
    r"eenmanszaak|zzp|zelfstandige|h\.o\.d\.n\.|handelend onder", re.IGNORECASE
)
# The number with which one who trades alone is known to the tax office is the BSN.
_FISCAL = re.compile(
    rf"\b(?:RSIN|[Ff]iscaal[ ](?:nr|nummer)|[Ff]i-?(?:nr|nummer))\b\.?[^\n\d]{{0,40}}"
    rf"(?P<number>{DIGIT}(?:{_GAP}{DIGIT}){{8}})(?![\w-])"
)
_ONE_PERSON = re.compile(rf"{_SOLE_TRADER.pattern}|eenmansz|natuurlijke? persoon", re.IGNORECASE)
_BETWEEN_CELLS = re.compile(r"[;|\t]|\",\"")
_LEAST_CELLS, _LONGEST_ROW = 2, 300  # signs between cells; characters on each side
_BEFORE, _AFTER = 200, 60


def detect_vat_number(document: Document) -> Iterator[Finding]:
    """Every btw-id; that of a legal entity is FUNCTIONAL. The RSIN of a sole trader is a BSN."""
    text = document.text
    for match in _CANDIDATE.finditer(text):
        role = _role(match.group(), _near(text, match))
        yield finding(text, match.span(), Category.VAT_NUMBER, "vat_number", 0.97, role)
    for match in _FISCAL.finditer(text):
        if _ONE_PERSON.search(_near(text, match)):
            yield finding(text, match.span("number"), Category.BSN, "vat_number", 0.9)


def _near(text: str, match: re.Match[str]) -> str:
    """The text around it; in a row of a table the row only, for the next is of somebody else."""
    first, last = max(0, match.start() - _LONGEST_ROW), match.end() + _LONGEST_ROW
    start, end = text.rfind("\n", first, match.start()) + 1, text.find("\n", match.end(), last)
    row = text[max(first, start) : end if end >= 0 else last]
    if len(_BETWEEN_CELLS.findall(row)) >= _LEAST_CELLS:
        return row
    return text[max(0, match.start() - _BEFORE) : match.end() + _AFTER]


def _role(written: str, near: str) -> Role:
    digits = digits_of(written.upper().removeprefix("NL").replace("B", ""))
    body = digits[:9]
    if _SOLE_TRADER.search(near):
        return Role.UNKNOWN
    if _ENTITY.search(near):
        return Role.FUNCTIONAL
    entity = body.startswith("8") or (body.startswith("00") and digits[9] == "0")
    if entity and passes_elfproef(body) and not passes_mod_97(digits):
        return Role.FUNCTIONAL
    return Role.UNKNOWN


def passes_mod_97(digits: str) -> bool:
    """True for the eleven digits of a btw-id of the form in use since 2020."""
    # NL and B as numbers: N is 23, L is 21, B is 11 (ISO 7064).
    return int(f"2321{digits[:9]}11{digits[9:]}") % 97 == 1
