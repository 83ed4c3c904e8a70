"""What a number looks like in its cell: the number formats of Excel, as a Dutch reader sees them.

ECMA-376 part 1, 18.8.30 and 18.8.31. What a format hides (``;;;``) is shown all the same.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from woo.text.dates import MONTHS, WEEKDAYS

GENERAL = "General"
# Of these Excel takes the form from the settings of the user, so for a Dutch reader:
_LOCAL = {14: "d-m-yyyy", 22: "d-m-yyyy h:mm", 27: "d-m-yyyy", 30: "d-m-yyyy", 36: "d-m-yyyy"}
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|Standaard)|(?P<ampm>AM/PM|A/P)"
    r"|(?P<date>y+|m+|d+|h+|s+(?:[.,]0+)?|e+(?![+-])|g+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CURRENCY = re.compile(r"\$([^-]*)")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"^(m{1,2})([/.-])(d{1,2})\2", re.IGNORECASE)
_DIGITS = "0#?"
_LONGEST_FORMAT = 1000
_MOST_SIGNS, _LARGEST = 3, 1e100  # per cents; beyond it no format makes sense
_LAST_DAY = 2_958_466  # 1 January 10000, which no format can show


class _Token(NamedTuple):
    kind: str
    text: str


def shown(written: str, code: str, *, since_1904: bool) -> str:
    """The number ``written`` in a file, as format ``code`` shows it; itself when it is none."""
    try:
        value = float(written)
    except ValueError:
        return written
    if not isfinite(value):
        return written
    sections = _sections(code[:_LONGEST_FORMAT])
    section = _section_for(value, sections)
    if any(token.kind in {"date", "elapsed"} for token in section):
        return _as_date(value, section, since_1904=since_1904) or _general(written, value)
    chosen = len(sections) > 1 and value < 0
    text = _as_number(written, abs(value) if chosen else value, section)
    return text if any(map(str.isalnum, text)) else _general(written, value)


def shown_text(text: str, code: str) -> str:
    """A text in a cell whose format adds words to texts: ``"dhr. "@``."""
    sections = _sections(code[:_LONGEST_FORMAT]) if "@" in code else ()
    section = next((s for s in reversed(sections) if any(t.text == "@" for t in s)), ())
    parts = [text if token.text == "@" else token.text for token in section if token.kind != "date"]
    return "".join(parts) if section else text


def builtin_format(number: int) -> str:
    """The format that Excel knows by this number."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    return _LOCAL.get(number) or BUILTIN_FORMATS.get(number, GENERAL)


@lru_cache(maxsize=1000)
def _sections(code: str) -> tuple[tuple[_Token, ...], ...]:
    """The parts between semicolons: for positive, negative, zero and text."""
    sections: list[list[_Token]] = [[]]
    for token in _tokens(_MONTH_FIRST.sub(r"\3-\1-", code)):
        if token == ("other", ";"):
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(tuple(section) for section in sections)


def _tokens(code: str) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or "blank"
        text = match[kind] if match.lastgroup else " "
        if kind in {"quoted", "escaped"}:
            kind = "literal"
        elif kind == "bracket":
            currency = _CURRENCY.match(text)
            if currency:
                kind, text = "literal", currency[1]
            elif _ELAPSED.fullmatch(text):
                kind = "elapsed"
            else:
                continue  # a colour, a condition, a language
        tokens.append(_Token(kind, text))
    return tokens


def _section_for(value: float, sections: tuple[tuple[_Token, ...], ...]) -> tuple[_Token, ...]:
    if value < 0 and len(sections) > 1:
        return sections[1]
    if value == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _general(written: str, value: float) -> str:
    """Whole, not in powers of ten: a long number may be somebody's."""
    if value == int(value) and abs(value) < 1e21:
        digits = written.strip()
        return digits if re.fullmatch(r"-?\d+", digits) else str(int(value))
    return f"{value:.15g}".replace(".", ",")


def _as_number(written: str, value: float, section: tuple[_Token, ...]) -> str:
    places = [i for i, t in enumerate(section) if t.kind == "other" and t.text in _DIGITS]
    if any(t.kind == "general" or t.text == "@" for t in section) or not (places or section):
        fill = _general(written if value < 0 else written.lstrip("-"), value)
        texts = [fill if t.kind == "general" or t.text == "@" else _literal(t) for t in section]
        return "".join(texts) if section else fill
    if not places:
        return "".join(map(_literal, section))
    pattern = section[places[0] : places[-1] + 1]
    if any(t.text in "/eE" for t in pattern):
        return _general(written, value)  # a fraction or a power: the number itself says more
    before = "".join(map(_literal, section[: places[0]]))
    after = list(section[places[-1] + 1 :])
    hundreds = sum(t == ("other", "%") for t in section)
    if hundreds > _MOST_SIGNS or abs(value) > _LARGEST:
        return _general(written, value)
    scaled = value * 100**hundreds
    while after and after[0] == ("other", ","):
        after.pop(0)
        scaled /= 1000
    sign = "-" if scaled < 0 else ""
    return sign + before + _digits(abs(scaled), pattern) + "".join(map(_literal, after))


def _literal(token: _Token) -> str:
    return token.text if token.kind in {"literal", "other", "blank"} else ""


def _digits(value: float, pattern: tuple[_Token, ...]) -> str:
    """``pattern`` runs from the first to the last digit, and may have words between them."""
    point = next((i for i, t in enumerate(pattern) if t == ("other", ".")), len(pattern))
    whole = [t for t in pattern[:point] if t.kind == "other" and t.text in _DIGITS]
    part = [t for t in pattern[point:] if t.kind == "other" and t.text in _DIGITS]
    grouped = any(t == ("other", ",") for t in pattern[:point])
    rounded = f"{value:.{min(len(part), 30)}f}"
    digits, _, decimals = rounded.partition(".")
    least = sum(t.text == "0" for t in whole)
    digits = digits.lstrip("0").rjust(least, "0")
    if grouped:
        digits = f"{int(digits or 0):,}".replace(",", ".").rjust(least, "0")
    else:
        digits = _with_words(digits, pattern[:point])
    shortest = sum(t.text == "0" for t in part)
    while len(decimals) > shortest and decimals.endswith("0"):
        decimals = decimals[:-1]
    return f"{digits},{decimals}" if decimals else digits


def _with_words(digits: str, pattern: tuple[_Token, ...]) -> str:
    """Put what stands between digits there: ``000-000`` and ``0000" "00``."""
    if all(t.text in _DIGITS for t in pattern):
        return digits
    left, pieces = list(digits), []
    for token in reversed(pattern):
        if token.kind == "other" and token.text in _DIGITS:
            pieces.append(left.pop() if left else "")
        else:
            pieces.append(_literal(token) if left else "")
    return "".join(left) + "".join(reversed(pieces))


def _as_date(value: float, section: tuple[_Token, ...], *, since_1904: bool) -> str:
    """An empty text for a number that is no day."""
    moment = _moment(value, since_1904=since_1904)
    if moment is None:
        return ""
    has_half = any(token.kind == "ampm" for token in section)
    pieces = []
    for index, token in enumerate(section):
        if token.kind == "date":
            pieces.append(_date_part(moment, section, index, has_half=has_half))
        elif token.kind == "elapsed":
            pieces.append(_elapsed(value, token.text))
        elif token.kind == "ampm":
            pieces.append("AM" if moment.hour < 12 else "PM")
        else:
            pieces.append(_literal(token))
    return "".join(pieces).strip()


def _moment(value: float, *, since_1904: bool) -> datetime | None:
    if not 0 <= value < _LAST_DAY - 1462 * since_1904:
        return None
    if since_1904:
        start = datetime(1904, 1, 1)
    else:
        # Excel believes in 29 February 1900, so days before it count from another day.
        start = datetime(1899, 12, 31) if value < 60 else datetime(1899, 12, 30)
    return start + timedelta(seconds=round(value * 86_400))


def _elapsed(value: float, unit: str) -> str:
    seconds = round(value * 86_400)
    total = seconds // {"h": 3600, "m": 60, "s": 1}[unit[0].lower()]
    return str(total).rjust(len(unit), "0")


def _date_part(moment: datetime, section: tuple[_Token, ...], index: int, *, has_half: bool) -> str:
    text = section[index].text.lower()
    length = min(len(text), 2)
    hour = (moment.hour % 12 or 12) if has_half else moment.hour
    month = _named(moment.month, len(text), MONTHS[moment.month - 1])
    written = {
        "y": f"{moment.year % 100:02}" if len(text) < 3 else str(moment.year),
        "e": str(moment.year),
        "m": str(moment.minute).rjust(length, "0") if _is_minute(section, index) else month,
        "d": _named(moment.day, len(text), WEEKDAYS[moment.weekday()]),
        "h": str(hour).rjust(length, "0"),
        "s": str(moment.second).rjust(2 if text.startswith("ss") else 1, "0"),
    }
    return written.get(text[0], "")


def _named(number: int, length: int, name: str) -> str:
    """A number in one or two digits, or with three letters and more a name."""
    if length < 3:
        return str(number).rjust(length, "0")
    if length == 3:
        return name[: 2 if name.endswith("dag") else 3]
    return name[0].upper() if length == 5 else name


def _is_minute(section: tuple[_Token, ...], index: int) -> bool:
    """An m is minutes behind hours or before seconds, and else a month."""
    times = [t for t in section if t.kind in {"date", "elapsed"}]
    place = sum(t.kind in {"date", "elapsed"} for t in section[:index])
    before = times[place - 1].text[0].lower() if place else ""
    after = times[place + 1].text[0].lower() if place + 1 < len(times) else ""
    return before == "h" or after == "s"
