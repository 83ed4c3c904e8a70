"""Bank account numbers (ISO 13616), also in groups of four, and the older ones behind a label."""

import re
from collections.abc import Iterator

from woo.detect.layout.columns import DIGIT, GAP
from woo.detect.rare import mentions
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role

_START = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{2}[ ]?\d[ ]?\d"
    r"(?=[ ]{0,2}[.-]?[A-Za-z0-9]|[ ]?\n[A-Za-z0-9]{4})"
)
_SEP = r"(?:[ ]{2}|[ .-])?"
_CHARACTER = re.compile(r"(?:[ ]{2}|[ .-]|[ ]?\n(?=[A-Za-z0-9]{4}))?[A-Za-z0-9]")
# Who types or misreads a digit has still written an account number: one of Dutch shape anywhere,
# another behind a word for it.
_DUTCH = re.compile(
    rf"(?<![A-Za-z0-9])[Nn][Ll]{_SEP}{DIGIT}{_SEP}{DIGIT}(?!{_SEP}X{_SEP}X)(?:{_SEP}[A-Za-z]){{4}}{_SEP}"
    rf"{DIGIT}(?:{_SEP}{DIGIT}){{9}}(?![A-Za-z0-9])"
)
_FOREIGN = re.compile(
    r"(?<![\w])(?:iban|rek(?:ening)?(?:nummer|nr)?|account|konto|compte)\b[^\n]{0,30}?[^\w\n]"
    r"(?P<number>(?-i:[A-Z]{2}\d{2})(?![ ]?XX)[ ]?(?-i:[A-Z0-9]{4}[ ]?){2,7}"
    r"(?-i:[A-Z0-9]{1,4}))(?![\w])",
    re.IGNORECASE,
)
# Account numbers from before the IBAN, behind a label.
_OLD = re.compile(
    rf"(?<![\w])(?:giro(?:nummer|rekening|nr)?|postbank|postgiro|bankrekening(?:nummer)?|banknr)\.?"
    rf"{GAP}(?P<number>{DIGIT}(?:[ .]?{DIGIT}){{4,9}})(?![\w])",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[\s.-]")
# Bank Nederlandse Gemeenten and Nederlandse Waterschapsbank.
_PUBLIC_BANKS = frozenset({"BNGH", "NWAB"})
_OWNER_BEFORE = re.compile(
    r"(?:(?<![\w.])[BN]\.?V\.?|\b(?:[Ss]tichting|[Vv]ereniging|[Gg]emeente|[Pp]rovincie|[Ww]aterschap|Fonds)"
    r"[ ][^\n,;.]{2,40}?)[ ]?[,|:;–-]{0,2}[ ]?(?:\n?\|[ ])?"
    r"(?:[Ii][Bb][Aa][Nn]|[Rr]ekening(?:nummer|nr)?\.?)?[ :]{0,3}$"
)
_OWNER_BEHIND = re.compile(
    r"[,]?[ ](?:(?:ten[ \n]name|op[ \n]naam)[ \n]van|t\.?n\.?v\.?)[ \n](?:(?:de|het|uw|onze)[ \n])?"
    r"(?:[Gg]emeente|[Pp]rovincie|[Ww]aterschap|[Ss]tichting|[Vv]ereniging|[Mm]inisterie|CJIB|"
    r"[^\n,;.]{2,40}?[ ][BN]\.?V\b)"
)
_SHORTEST, _LONGEST = 15, 34
# The lengths of the countries that money is paid to; others are tried at every length.
_LENGTHS = {
    "NL": 18,
    "BE": 16,
    "DE": 22,
    "FR": 27,
    "GB": 22,
    "ES": 24,
    "IT": 27,
    "PL": 28,
    "LU": 20,
    "AT": 20,
    "CH": 21,
}


def is_iban(number: str) -> bool:
    """True for a right country, length and check digits (mod 97)."""
    from stdnum import iban

    return bool(iban.is_valid(number, check_country=False))


def detect_iban(document: Document) -> Iterator[Finding]:
    """Every account number with right check digits, or in the shape of one."""
    text = document.text
    ends: set[int] = set()
    for match in _START.finditer(text):
        end = _end(text, match.start())
        if end:
            ends.add(end)
            role = _role(text, match.start(), end)
            yield finding(text, (match.start(), end), Category.IBAN, "iban", 0.99, role)
    for match in _DUTCH.finditer(text):
        if match.end() not in ends:
            yield finding(
                text, match.span(), Category.IBAN, "iban", 0.7, _role(text, *match.span())
            )
    if mentions(text, ("iban", "rek", "account", "konto", "compte")):
        for match in _FOREIGN.finditer(text):
            yield finding(text, match.span("number"), Category.IBAN, "iban", 0.7)
    if not mentions(text, ("giro", "postbank", "bankrek", "banknr")):
        return
    for match in _OLD.finditer(text):
        yield finding(text, match.span("number"), Category.IBAN, "iban", 0.8)


def _role(text: str, start: int, end: int) -> Role:
    """FUNCTIONAL for that of an organisation.

    That is one at a bank that has none but public bodies and their like as customers, and one
    right behind the name of a firm or before *ten name van de gemeente*.
    """
    bank = _SEPARATORS.sub("", text[start:end])[4:8].upper()
    owned = _OWNER_BEFORE.search(text, max(0, start - 70), start) or _OWNER_BEHIND.match(text, end)
    return Role.FUNCTIONAL if bank in _PUBLIC_BANKS or owned else Role.UNKNOWN


def _end(text: str, start: int) -> int:
    """Where the account number that begins at ``start`` ends, or 0."""
    ends, number, position = [], "", start
    while len(number) < _LONGEST:
        match = _CHARACTER.match(text, position)
        if match is None:
            break
        number += match.group()[-1]
        position = match.end()
        ends.append(position)
    lengths = range(min(len(number), _LONGEST), _SHORTEST - 1, -1)
    known = _LENGTHS.get(number[:2].upper())
    for length in (known,) if known else lengths:
        if length <= len(number) and is_iban(number[:length]):
            end = ends[length - 1]
            if not text[end : end + 1].isalnum():
                return end
    return 0
