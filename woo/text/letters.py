"""Which letters a reader sees in one character.

Unicode's compatibility forms (full width, mathematical, circled) are left to NFKD; here is what
it does not undo: letters of other alphabets with the shape of a Latin one, small capitals, letters
with a stroke, white letters on black. After Unicode's ``confusables.txt`` (UTS 39), shapes that
hold in any typeface only.
"""

import re
import unicodedata
from functools import lru_cache

_SHAPES = {
    # Cyrillic; capital and small letter share a shape, or only the capital does.
    "авеіјкмнорстухѕԁһӏԛԝѵѡ": "abeijkmhopctyxsdhlqwvw",
    # Greek, small letters; what differs from its capital in shape comes below.
    "αβεζικμορτχω": "abezikmoptxw",
    "ΝνΗηΥυ": "nvhnyu",
    # Armenian.
    "օսոհց": "ounhg",
    # Lisu and Cherokee, which have capitals only.
    "ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ": "bpdtgkjczfmnlsrvhwxyaeiou",
    "ᎠᎡᎢᎪᎫᎬᎳᎷᎻᎽᏀᏃᏚᏞᏟᏢᏦᏴᏙ": "drtajewmhygzslcpkbv",
    # The palochka is a stroke like a capital I.
    "Ӏ": "i",
}
_LETTER_OF = {
    sign: letter
    for signs, letters in _SHAPES.items()
    for sign, letter in zip(signs, letters, strict=True)
} | {"æ": "ae", "œ": "oe", "ɑ": "a"}
_NAMED = re.compile(
    r"LATIN (?:SMALL|CAPITAL) LETTER (?:DOTLESS |SCRIPT |INSULAR )?([A-Z])(?: WITH .+)?"
    r"|LATIN LETTER SMALL CAPITAL ([A-Z])"
    r"|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER ([A-Z])"
    r"|REGIONAL INDICATOR SYMBOL LETTER ([A-Z])"
)
# Letters that Unicode takes for no other with a sign on it.
_STROKED = dict(zip("ŁłĐđıĦħŦŧ", "LlDdiHhTt", strict=True)) | {"Œ": "Oe", "œ": "oe"}
_LATIN_1 = 0xFF
# Letters to Unicode, but nothing is drawn for them: fillers of Hangul.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0")


@lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """The letters and digits in one character: ``É`` gives ``e``, ``ﬁ`` ``fi``, ``-`` nothing."""
    # A capital that does not look like its small letter (Greek nu) is taken by its own shape.
    return "".join(
        _LETTER_OF.get(part)
        or "".join(map(_letters, unicodedata.normalize("NFKD", part.casefold())))
        for part in unicodedata.normalize("NFKD", character)
    )


def plain_letters(sign: str) -> str:
    """*S* for *Ş*, *ij* for the one letter *ĳ*; what Latin-1 has stays, as *é*."""
    if not sign or ord(sign) <= _LATIN_1:
        return sign
    parts = unicodedata.normalize("NFKD", sign)
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    return "".join(_STROKED.get(letter, letter) for letter in letters)


def is_invisible(character: str) -> bool:
    """Marks and format characters that do not separate words (accents, zero width, soft hyphen)."""
    return unicodedata.category(character) in {"Mn", "Me", "Cf"} or character in _BLANK


def _letters(sign: str) -> str:
    """The letters or digits in one sign, which is decomposed and case folded; often itself."""
    if sign in _LETTER_OF:
        return _LETTER_OF[sign]
    named = _NAMED.fullmatch(unicodedata.name(sign, ""))
    if named:
        return named[named.lastindex or 1].lower()
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    return "" if not sign.isalnum() or sign in _BLANK or _is_mark(sign) else sign


def _is_mark(sign: str) -> bool:
    """A letter to Unicode but to no reader: ``ʼ``, ``ˆ``, the Arabic stretching line."""
    return sign == "\u0640" or (unicodedata.category(sign) == "Lm" and "\u02b0" <= sign <= "\u02ff")
