"""Who signs a mail with a letter or two: *R.* below the last sentence, or *groetjes p*."""

import re
from collections.abc import Iterator

from woo.reference.abbreviations import units
from woo.reference.lexicon import is_of_language

_MAIL = re.compile(
    r"^[ \t>*|]{0,12}(?:(?:Van|From|Aan|To|Onderwerp|Subject|Verzonden|Sent)[*]{0,2}[ ]?:|"
    r"(?:Hoi|Ha|Beste|Dag|Hallo|Hi)\b)",
    re.IGNORECASE | re.MULTILINE,
)
# Alone on the last line, or above what the mail answers.
_LAST_LINE = re.compile(
    r"^[ \t>]{0,8}[-–]?[ ]?(?P<letters>[A-Z]{1,4}|[A-Z]?[a-z]{1,2}[A-Z]?)\.?[ \t]*$"
    r"(?=(?:\n[ \t>]*)*(?:\Z|\n[ \t>]*(?:-{2}|_{3}|[*]?(?:Van|From|Verzonden|Sent|Verstuurd|Begin|"
    r"Outlook|PS|P\.S)\b|Op[ ](?:\d|[a-z]{2})|On[ ][A-Z]|[^\n]{1,80}\bschreef\b)))",
    re.MULTILINE,
)
_GREETING = re.compile(
    r"\b(?:[Gg]roet(?:en|jes)?|[Gg]rt?n?\.?|[Mm]vg|[Dd]oei|[Kk]us(?:jes)?|[Ll]iefs)[,.!]?[ ]?[ \n]"
    r"(?P<letters>[a-zA-Z]{1,2})\.?[\"”'’]?[ \t]*$",
    re.MULTILINE,
)
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_SHORT_WORDS = frozenset(
    [
        *("fyi", "ok", "oke", "okay", "end", "gr", "grt", "kr", "mvg", "vr", "nb", "ps", "cc"),
        *("nvt", "eom", "tia", "ja", "nee", "dank", "dus", "lol", "top", "yes", "no"),
    ]
)


def signed_in_short(text: str, *, mail: bool) -> Iterator[tuple[int, int]]:
    """Where somebody signs so, in a text that is a ``mail`` or looks like one."""
    if not (mail or _MAIL.search(text)):
        return
    for match in (*_LAST_LINE.finditer(text), *_GREETING.finditer(text)):
        if not _says_something(text, match):
            yield match.span("letters")


def _says_something(text: str, match: re.Match[str]) -> bool:
    """*Nee.* and *FYI*, or the body that somebody works for, on the line below the name."""
    word = match["letters"]
    if word.casefold() in _SHORT_WORDS:
        return True
    if len(word) == 1 or match.re is _GREETING:
        return False
    above = text[: match.start()].rstrip(" \t>\n")
    below_a_name = above[-1:].isalpha() and not _BLANK_LINE.search(text, len(above), match.start())
    return below_a_name and (word in units() or is_of_language(word.casefold()))
