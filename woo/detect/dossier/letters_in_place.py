"""Where letters stand that mean somebody: *zeg tegen FJ*, *AF zit klaar*, alone in a cell."""

import re

from woo.reference.abbreviations import units
from woo.reference.lexicon import is_not_name
from woo.text.headed_rows import heading_above

# A monogram of two or three capitals may be any abbreviation, unless it stands as a signature.
_SIGNS = re.compile(r"(?:\n|^|[.!?…] |[Pp]araaf[: ]{1,3}|[Gg]roet(?:en|jes)?,?\s{1,3}|/ ?)$")
# Who speaks in a chat, behind the time; three letters in a cell of a table.
_SPEAKS = re.compile(r"(?:^|\n)[\[(]?\d[\d/.:T, -]{4,22}[\])]?[ ]{1,2}(?:- )?$")
_IN_CELL = re.compile(r"[|;\t][ ]?$")
_CELL_ENDS = re.compile(r"[ ]?(?:[|;\t\n]|$)")
_TO_SOMEBODY = re.compile(
    r"(?:->|→|=|@)[ ]?$|"
    r"\b(?:tegen|volgens|aldus|vraag|namens|zegt|bel|mail|[Hh]oi|[Hh]a|[Bb]este|[Dd]ag|[Vv]erdachte|"
    r"[Ww]oordvoering|[Bb]ehandelaar|met|aan|door|analist|[Aa]ctie(?:houder)?|i\.o\.) $"
)
# *Wij (PB, Nadia, ik)*: of several people
_BESIDE_NAME = re.compile(r",[ ][A-ZÀ-Þ][a-zà-ÿ]{2,15}[,)]")
# The heading of a column with who does what.
_WHO = re.compile(
    r"(?:wie|actiehouder|trekker|eigenaar|door|paraaf|behandelaar|uitvoerder)\b", re.I
)
# Of who is named in the same text: *vraag 3 voor AF*, *AF zit klaar*, *melding (DJ, vandaag)*.
_FOR_SOMEBODY = re.compile(r"\b(?:voor|naar) $")
_DOES = re.compile(
    r"[ ](?:notuleert|zit|doet|pakt|checkt|levert|reageert|maakt|haalt|legt|werkt)\b"
)
_AND_NAMED = re.compile(r"[ ]en[ ][A-ZÀ-Þ][a-zà-ÿ]{2,15}[ ](?=[a-z])")  # *HJ en Nadia hebben*
_IN_BRACKETS = re.compile(r"(?<=[a-zA-Z\d] )\($")
_BRACKET_GOES_ON = re.compile(r",[ ]|\)")
# *zal AJ appen*, *GB belt terug*: what somebody does, or has done to him.
_ACTS = re.compile(
    r"[ ](?:gebeld|gesproken|gemaild|appen|bellen|mailen|vragen|belt|belde|appt|appte|mailt|mailde|"
    r"vraagt|vroeg|zegt|zei|wil|wilde|"
    r"gaat|ging|komt|kwam|regelt|stuurt|stuurde|kijkt|kan|weet|wist|wisten|denkt|vindt|vond|tekent|"
    r"heeft getekend|leest|las|zit te|lacht|vermoordt|"
    r"boos|ziek|akkoord|ok|oké|ook niet|neemt over|haakt aan|sluit aan|"
    r"schrijft)\b"
)
# Who decide together are no person, whoever has these initials.
BODIES = frozenset(
    ["AB", "DB", "OR", "MT", "GS", "PS", "OM", "EK", "TK", "AZ", "BZ", "EZ", "AP", "BC", "BV", "NV"]
)


def is_addressed(text: str, match: re.Match[str]) -> bool:
    """``zeg tegen FJ``: somebody, also in a text that does not name the person otherwise."""
    told = _TO_SOMEBODY.search(text[max(0, match.start() - 14) : match.start()])
    in_row = text.startswith("(", match.start() - 1) and _BESIDE_NAME.match(text, match.end())
    return bool(told or in_row) or _ACTS.match(text, match.end()) is not None


def is_body(letters: str) -> bool:
    """*MT*, *OM*: who decide together."""
    return is_not_name(letters) or letters in BODIES


def is_abbreviation(letters: str) -> bool:
    """*VNG*: what is called by letters."""
    return is_not_name(letters) or letters in units()


def tells_anywhere(letters: str) -> bool:
    """Three letters and more that no body, paper or thing is known by, whoever is in the text."""
    return len(letters) > 2 and not is_abbreviation(letters)


def has_its_place(text: str, match: re.Match[str]) -> bool:
    """Where somebody's letters stand: before what is said in a chat, or alone in a cell."""
    before = text[max(0, match.start() - 30) : match.start()]
    if _SPEAKS.search(before):
        return True
    three = len(match.group()) > 2 and not is_not_name(match.group())
    alone = _IN_CELL.search(before) and _CELL_ENDS.match(text, match.end())
    told = three or (alone and _WHO.match(heading_above(text, match.start()).strip()))
    return bool(told and alone)


def is_meant(text: str, match: re.Match[str]) -> bool:
    """Mixed case (``FJvdZ``) is sure, and so are three capitals that are no known abbreviation.

    Two capitals must be a signature.
    """
    monogram = match.group()
    if not monogram.isupper():
        return True
    if len(monogram) > 2 and not is_not_name(monogram):
        return True
    before = text[max(0, match.start() - 12) : match.start()]
    alone = text[match.end() : match.end() + 2].lstrip(" \t").startswith(("\n", "\f")) or (
        match.end() == len(text)
    )
    return _SIGNS.search(before) is not None and (alone or "araaf" in before)


def has_part(text: str, match: re.Match[str]) -> bool:
    """Something is for him, or he does something: *vraag 3 voor AF*, *AF zit klaar*."""
    before = text[max(0, match.start() - 8) : match.start()]
    in_brackets = _IN_BRACKETS.search(before) and _BRACKET_GOES_ON.match(text, match.end())
    if _AND_NAMED.match(text, match.end()):
        return True
    return bool(_FOR_SOMEBODY.search(before) or _DOES.match(text, match.end()) or in_brackets)
