"""Who signs with a letter or two: *R.* below the last sentence, *Groet, H.*, or *groetjes p*."""

import re
from collections.abc import Iterator

from woo.detect.layout.letters import CLOSING
from woo.reference.abbreviations import units
from woo.reference.lexicon import is_of_language
from woo.text.lines import lines

_LETTERS = r"(?:[A-Z]\.?(?:[ -]?[A-Z]\.?){0,3}|[A-Z][a-z]{0,3}[A-Z]{1,2}|[a-z]{2,4})"
# What may follow the closing on its line or on the next one: nothing but the letters.
_BELOW_CLOSING = re.compile(rf"[ \t>]*(?P<letters>{_LETTERS})[ \t]*$")
# The foot of our own page may follow.
_TEXT_ENDS = r"\s*(?:Pagina \d+ van \d+\s*)?\Z"
# The end of a message: of the text, or the one it answers.
_END = (
    r"(?=\n[ \t]*\n?(?:>|-{2,}|_{3}|Van:|From:|(?i:disclaimer)|Op [^\n]{5,60} schreef|"
    rf"On [^\n]{{5,60}} wrote)|{_TEXT_ENDS})"
)
# *… dat weet ik niet.* / empty line / *J.*; with its point also on the next line, or the same one.
_LAST = re.compile(
    r"\n[ \t]*\n[ \t]*[-–/]?[ ]?"
    r"(?P<letters>(?:[A-Z]\.){1,3}|[A-Z](?=[ \t]*(?:\n|\Z))|[A-Z]{2,4}\.?|[a-z]{2,3})[ \t]*"
    rf"{_END}|(?:\n[ \t]*|[.!?][ ])(?P<single>[A-Z]\.)[ \t]*{_END}|"
    rf"[.!?][ ]?\n[ \t]*(?P<capitals>[A-Z]{{2,3}}|(?:[A-Z]\.){{1,3}})[ \t]*{_END}"
)
# What one ends a short message with, besides a greeting.
_PARTING = re.compile(
    r"(?<![\w-])(?:thx|tnx|thanks|bedankt|dank(?:je(?:wel)?)?|succes|gr|grt|groet(?:en|jes)?|"
    r"liefs|xx?(?=[ !.,])|fijn weekend|tot (?:straks|morgen|zo|dan))[ ]?[!.,]{0,3}[ ]?"
    r"(?=[A-Z]?\.?[ \t]*$)",
    re.IGNORECASE,
)
_PARTING_REACH = 24
_MAIL = re.compile(
    r"^[ \t>*|]{0,12}(?:(?:Van|From|Aan|To|Onderwerp|Subject|Verzonden|Sent)[*]{0,2}[ ]?:|"
    r"(?:Hoi|Ha|Beste|Dag|Hallo|Hi)\b)",
    re.IGNORECASE | re.MULTILINE,
)
# In a mail also below a line that no point ends, in a quoted one, and above what is added.
_LAST_OF_MAIL = re.compile(
    r"^[ \t>]{0,8}[-–]?[ ]?(?P<letters>(?:[A-Z]{1,4}|[A-Z]?[a-z]{1,2}[A-Z]?)\.?)[ \t]*$"
    rf"(?={_TEXT_ENDS}|(?:\n[ \t>]*)*\n[ \t>]*(?:-{{2}}|_{{3}}|[*]?(?:Van|From|Verzonden|Sent|"
    r"Verstuurd|Begin|Outlook|PS|P\.S)\b|Op[ ](?:\d|[a-z]{2})|On[ ][A-Z]|"
    r"[^\n]{1,80}\bschreef\b))",
    re.MULTILINE,
)
_GREETS = re.compile(
    r"\b(?:[Gg]roet(?:en|jes)?|[Gg]rt?n?\.?|[Mm]vg|[Dd]oei|[Kk]us(?:jes)?|[Ll]iefs)[,.!]?[ ]?[ \n]"
    r"(?P<letters>[a-zA-Z]{1,2}\.?)[\"”'’]?[ \t]*$",
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
    """Where somebody signs so; more in a text that is a ``mail`` or looks like one."""
    found = {*_below_closings(text)}
    found |= {match.span(match.lastgroup or 0) for match in _LAST.finditer(text)}
    if mail or _MAIL.search(text):
        matches = (*_LAST_OF_MAIL.finditer(text), *_GREETS.finditer(text))
        found |= {match.span("letters") for match in matches if not _says_something(text, match)}
    yield from sorted(found)


def _below_closings(text: str) -> Iterator[tuple[int, int]]:
    """On the line of a closing or the first one below it."""
    below = False
    for start, line in lines(text):
        closing = CLOSING.match(line) or _PARTING.search(line, max(0, len(line) - _PARTING_REACH))
        place = closing.end() if closing else 0
        signed = _BELOW_CLOSING.match(line, place) if closing or below else None
        # ``mvg jan`` is of the detectors of names.
        if signed and not (closing and signed["letters"].islower()):
            yield start + signed.start("letters"), start + signed.end("letters")
        below = bool(closing) or (below and not line.strip())


def _says_something(text: str, match: re.Match[str]) -> bool:
    """*Nee.* and *FYI*, or the body that somebody works for, on the line below the name."""
    word = match["letters"].rstrip(".")
    if word.casefold() in _SHORT_WORDS:
        return True
    if len(word) == 1 or match.re is _GREETS:
        return False
    above = text[: match.start()].rstrip(" \t>\n")
    below_a_name = above[-1:].isalpha() and not _BLANK_LINE.search(text, len(above), match.start())
    return below_a_name and (word in units() or is_of_language(word.casefold()))
