"""Telephone numbers: Dutch forms by rule, foreign ones by ``phonenumbers``."""

import re
from collections.abc import Iterator

from woo.detect.contacts.dialled import digits_in
from woo.detect.contacts.whose_phone import is_shared, phone_role
from woo.detect.layout.columns import DIGIT, GAP, cells_below, is_comma_row
from woo.detect.rare import mentions
from woo.detect.spans import finding, line_end, line_start
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role

_GAP = r"[ \t._/\u2012-\u2014-]{0,3}"
_BROKEN_GAP = r"(?:[ \t._/\u2012-\u2014-]{0,3}\n?[ \t]{0,2})"
# International prefix, then the area code; or a 0 and the area code. Eight or nine digits follow.
_CANDIDATE = re.compile(
    rf"(?<![\w./+@#-])(?<!\d:)(?<!(?<!:\d)\d[ ])"
    rf"(?:(?:\+[ ]?|00)31{_GAP}(?:\(0\){_GAP}|\((?=\d{{1,3}}\))|0)?|\(0(?=\d{{1,3}}\))|\(0\)|0)"
    rf"[1-9](?:\)?{_BROKEN_GAP}\d){{8}}(?![\d])(?!-\d)(?![./]\d)"
)
_GENERAL = re.compile(
    r"(?<![\w.,/+-])(?:0(?:800|900|906|909)[ -]{0,3}\d(?:[ .-]?\d){3,6}|"
    r"14[ ]?0\d{2,3})(?![\w])(?!-\d)(?![.,]\d)"
)
# As systems store a mobile number: the country without a sign.
_STORED = re.compile(r"(?<![\w./+-])316\d{8}(?![\w-]|\.\d)")
# A number goes on behind its comma, but for where commas part the cells of a row.
_COMMA_BEFORE, _COMMA_BEHIND = re.compile(r"\d,$"), re.compile(r",\d")
# *telefoon=0612345678*, but not the *id=0612345678* of an address of the web.
_KEY = re.compile(r"(?:tel|phone|mobiel|mobile|gsm|nummer|msisdn|caller|from)\w{0,8}\.?=$", re.I)
# A mobile number as text recognition gives it: *O6-12345678*, *06-l2345678*.
_MISREAD = re.compile(
    rf"(?<![\w.,/+-])[0Oo]6[ -]{{1,2}}(?=(?:[ -]?[A-Za-z]){{0,3}}[ -]?\d)"
    rf"(?:{DIGIT}[ -]?){{7}}{DIGIT}(?![\w-])"
)
_INTERNATIONAL = re.compile(r"(?<![\w+])(?:\+|00)(?!31)[1-9]\d{0,2}[ ./()\d-]{6,18}\d(?!\d)")
_OTHER_NUMBER = re.compile(
    r"(?:kenmerk|referentie|"
    r"dossier(?:nummer)?|zaak(?:nummer)?|registratie(?:nummer)?|factuur(?:nummer)?|"
    r"kvk[- ]?(?:nummer)?|btw[- ]?(?:nummer)?|iban"
    r"|rekening(?:nummer)?|isbn|issn|bsn|polis(?:nummer)?|order(?:nummer)?|artikelnummer|"
    r"vestigingsnummer|bag ?tag|"
    r"(?:parket|offerte|oproep|aanslag|werkorder|bestel|contract|project|bon|serie|vracht(?:brief)?|"
    r"rapport|formulier|aangifte|proces-?verbaal)-?(?:nummer|nr))[ :.#]{1,3}(?:nr\.? |is )?$",
    re.IGNORECASE,
)
# A date; a moment, *04-02-21 09.12*; a case of the public prosecutor, ``05-118823-21``; a code and
# a date in two columns of a table, ``0101  30-06-23``.
_NO_PHONE = re.compile(
    r"\d{2}[-/.]\d{2}[-/.](?:19|20)\d{2}(?!\d)|[0-3]\d-[01]\d-\d\d[ ][012]\d[.:][0-5]\d$|"
    r"\d\d[-/]\d{6}-\d\d$|\d{4}[ \t]+\d\d-\d\d-\d\d$"
)
# Behind its label: an extension, or a number of which the scan was misread.
_CALLED = re.compile(
    rf"(?<![\w])(?:(?:toestel(?:nummer|nr)?|tst|toest|ext|sein|pieper)\b\.?{GAP}"
    rf"(?P<short>{DIGIT}{{4}}[ ]{DIGIT}{{3}}(?!\d)|(?!112\b){DIGIT}{{2}}[ ]?{DIGIT}{{1,3}})|"
    rf"(?P<whole>(?:0\d{{2,3}}[ -]\d{{2,4}}|\d{{2,3}})[ ](?:tst|toestel|toest|ext)\.?[ ]?"
    rf"\d{{2}}[ ]?\d{{1,3}})|"
    rf"(?:(?:tel(?:efoon(?:nummer)?)?|doorkies(?:nr|nummer)\.?)(?:;type=\w{{1,8}})?|mob(?:iel)?|gsm|fax)\b\.?"
    rf"[ ]{{0,3}}:?[ ]{{0,5}}"
    rf"(?P<long>(?:\+|[0O]){DIGIT}(?:[ ./-]{{0,3}}{DIGIT}){{7,11}}))(?![\w-])",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"tel(?:efoon)?(?:nr|nummer)?\b|toestel|mobiel|tst\b|doorkies|bereikbaar(?:heid)?\b"
)
_WORDS = ("doorkies", "tel", "tst", "toest", "ext", "sein", "pieper", "mob", "gsm", "fax")
_SHORT = re.compile(r"\d{4,5}|\d{2}[ ]\d{2}(?:[ ]\d{2})?")
_OFFICE_ROW = re.compile(
    r"loket|balie|receptie|meldkamer|brandweer|desk|zaal|kamer|centrale|storing|dienst\b", re.I
)
_NUMERAL = (
    r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[a-zë]{2,9}tien|"
    r"[a-zë]{0,12}tig|\d{1,4})"
)
_SPOKEN = re.compile(
    rf"\bnul[ ,-]{{1,2}}(?:zes|een|één|twee|drie|vier|vijf|zeven|"
    rf"acht)(?:[ ,-]{{1,2}}{_NUMERAL}){{3,9}}\b",
    re.I,
)
# *zes-één-negen-acht-nul-vier-vier*, *nulzes 23881947*; half hidden, *06*****118*.
_DIGIT_WORD = r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_BY_DIGIT = re.compile(
    rf"\b(?:{_DIGIT_WORD}(?:[ ,-]{{1,2}}{_DIGIT_WORD}){{5,10}}|"
    rf"nul[ -]?zes[ -]{{1,3}}\d(?:[ -]?\d){{7}})\b|(?<![\w*])0\d-?\*{{4,7}}\d{{2,4}}(?!\d)|"
    r"(?<![\w,.])06(?:,[ ]?\d\d){4}(?![\d,])",
    re.IGNORECASE,
)


def detect_phone(document: Document) -> Iterator[Finding]:
    """Every telephone number; 0800, 0900, 14xxx and shared lines get the role FUNCTIONAL."""
    text = document.text
    for match in _CANDIDATE.finditer(text):
        if (
            _NO_PHONE.match(match.group()) is None
            and _is_dutch(match.group())
            and _is_whole(text, match)
            and not _is_other_number(text, match.start())
        ):
            yield finding(
                text, match.span(), Category.PHONE, "phone", 0.95, phone_role(text, match)
            )
    for match in _GENERAL.finditer(text):
        yield finding(text, match.span(), Category.PHONE, "phone", 0.9, Role.FUNCTIONAL)
    stored = (match.span() for match in _STORED.finditer(text) if _is_whole(text, match))
    for span in (*_foreign(text), *_by_word(text), *stored):
        before = text[max(0, span[0] - 60, line_start(text, span[0])) : span[0]]
        switchboard = text[span[0]] == "+" and text.endswith("-0", *span)
        shared = switchboard or is_shared(before)
        role = Role.FUNCTIONAL if shared else Role.UNKNOWN
        yield finding(text, span, Category.PHONE, "phone", 0.9, role)


def _is_whole(text: str, match: re.Match[str]) -> bool:
    """*1,Kuiper,0515489221,2.14* has it, *10,0515489221* has not."""
    start, end = match.span()
    if text.endswith("=", 0, start):
        return _KEY.search(text, max(0, start - 20), start) is not None
    if not (_COMMA_BEFORE.search(text, max(0, start - 2), start) or _COMMA_BEHIND.match(text, end)):
        return True
    return is_comma_row(text, start) and {text[start - 1], text[end : end + 1]} <= {*',"\n', ""}


def _foreign(text: str) -> Iterator[tuple[int, int]]:
    """Foreign numbers; what follows after a space may be something else."""
    for match in _INTERNATIONAL.finditer(text):
        end = match.end()
        while end - match.start() > 8:
            if _is_foreign(text[match.start() : end]):
                yield match.start(), end
                break
            end = max(text.rfind(sign, match.start(), end) for sign in " ./(-")


def _by_word(text: str) -> Iterator[tuple[int, int]]:
    """Extensions and misread numbers behind a label or in a column, and numbers in words."""
    for match in _CALLED.finditer(text) if mentions(text, _WORDS) else ():
        yield match.span(match.lastgroup or 0)
    for pattern in (
        (_SPOKEN, _BY_DIGIT) if mentions(text, ("nul", "zes", "negen", "***", "06,")) else ()
    ):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _MISREAD.finditer(text) if mentions(text, ("o6", "06")) else ():
        is_date = _NO_PHONE.match(match.group()) is not None
        if not (is_date or _is_other_number(text, match.start())):
            yield match.span()
    for start, end in cells_below(text, _HEADING):
        row = text[line_start(text, start) : line_end(text, end)]
        if _SHORT.fullmatch(text, start, end) and not _OFFICE_ROW.search(row):
            yield start, end


def _is_other_number(text: str, start: int) -> bool:
    """True when the words before it say that it is a reference or an account."""
    return _OTHER_NUMBER.search(text[max(0, start - 40) : start]) is not None


def _is_dutch(written: str) -> bool:
    """True when the digits make a possible number in the Dutch numbering plan."""
    digits = digits_in(written)
    if digits.startswith("0031"):
        digits = digits[4:]
    elif written.lstrip().startswith("+"):
        digits = digits[2:]
    national = digits.removeprefix("0")
    if len(national) != 9 or national[0] == "0":
        return False
    # A bare run of ten digits counts only when it looks like an area code in use.
    return national[0] in "1234567" or national.startswith(("85", "88", "97"))


def _is_foreign(written: str) -> bool:
    import phonenumbers

    international = "+" + written[2:] if written.startswith("00") else written
    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(international, None)))
    except phonenumbers.NumberParseException:
        return False
