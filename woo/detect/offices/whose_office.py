"""Whether an office beside a name is that of somebody else, or no office at all there."""

import re

from woo.detect.contacts.domains import after_domain
from woo.detect.offices.parties import party_at
from woo.detect.spans import ends_row, line_start
from woo.detect.words.grammar import Name
from woo.reference.lexicon import is_first_name, is_of_language, is_surname, may_be_name

BY_ARTICLE = re.compile(r"\b[Dd]e[ ]$")
"""Before an office."""
_SAYS_BEHIND = re.compile(
    r"[ ](?!van\b|voor\b|te\b|in\b|der\b|en\b|namens\b|a\.i\.|for\b|of\b)[a-z]"
)
_ACTS_BEHIND = re.compile(r"[ ][A-ZÀ-Þ][\w'’-]+[ ](?!en\b|van\b|[Ii]n\b|bij\b|aan\b|op\b)[a-z]")
_CAPITAL_BEHIND = re.compile(r"[ ][A-ZÀ-Þ]")
# *A. Smit, rechter* above *B. Bakker, griffier*; *voor de minister mr. B. Bakker*, who pleads.
_PLEADS = re.compile(r"[ ,]{1,2}(?:mr|drs|ir|dr)\.")
_OF_ANOTHER = re.compile(r"(?:\w,[ ](?:de[ ])?|\b(?:voor|namens)[ ](?:de[ ]|het[ ])?)$")
# A subject ends in *de wethouder*, and below it somebody is called: *Pieter!*
_CALLED_OUT = re.compile(r"[!,][ \t]*(?:\n|$)")
_GREETS = re.compile(
    r"[ \t>]{0,8}(?:(?:[Zz]eer )?[Gg]eachte|[Bb]este|[Dd]ag|[Hh]oi|[Hh]a|[Hh]allo|[Ll]ieve)[ ]"
)
_TO_OFFICE = re.compile(r"[ \t>|]{0,8}(?:Aan|AAN|Van|Voor|T\.a\.v\.|Cc)[ :|\t]")
# *Marloes Dijkgraaf, Tjeerd Kuiken*
_GIVEN_NAME = re.compile(r"(?:\b(?P<first>[A-ZÀ-Þ][\w'’-]+)|[A-Z]\.)[ ]$")
_LONGEST_GIVEN = 20
_SENDER = re.compile(r"[Vv]an(?:[ ]{2,}|[ ]?:|\t)")
# *TER BESLISSING – Aan de Minister van SZW*, at the end of a line.
_HEADED_TO = re.compile(r"(?:^|[–|-][ ])(?:Aan|AAN)[ :]", re.MULTILINE)
_ON_BEHALF = re.compile(r"(?:Namens|Voor)[ ](?:de|het)[ ][A-Za-z]")
# What a sentence says of a name.
_GOES_ON = re.compile(r"[ ][a-z]{2,}")


def is_called_so(text: str, office: re.Match[str]) -> bool:
    """*M. Dijkgraaf*, *Marloes Dijkgraaf*: here the office is a surname."""
    if not is_surname(office.group()) or office.group().islower():
        return False
    given = _GIVEN_NAME.search(text, max(0, office.start() - _LONGEST_GIVEN), office.start())
    return given is not None and (given["first"] is None or is_first_name(given["first"]))


def is_of_next(text: str, office: re.Match[str]) -> bool:
    """*Wethouder Bakker* below a name, *(wethouder Bakker spreekt)* behind it.

    But *wethouder Financiën* is of the name.
    """
    end = office.end()
    if "\n" in office.group():
        if ends_row(text, office.start()):
            return True
        greeted = _GREETS.match(text, line_start(text, office.start()))
        if greeted or _SAYS_BEHIND.match(text, end):
            return True  # *De minister wil …*, which somebody writes
        following = _CAPITAL_BEHIND.match(text, end)
    else:
        following = _ACTS_BEHIND.match(text, end) if "(" in office.group() else None
    over = after_domain(text, end) > end or party_at(text, end + 1)
    return following is not None and not over


def is_of_another(text: str, start: int, end: int) -> bool:
    """Tell whether the office from ``start`` to ``end`` is not that of who follows."""
    if _OF_ANOTHER.search(text, max(0, start - 24), start) is None:
        return False
    return text[end : end + 1] == "\n" or _PLEADS.match(text, end) is not None


def is_spoken_to(text: str, name: Name) -> bool:
    """*Loubna, zie onder* below the subject *vraagje minister*."""
    alone = len(name.words) == 1 and not name.initials and is_first_name(name.words[0])
    goes_on = (
        alone and text.startswith(", ", name.end) and text[name.end + 2 : name.end + 3].islower()
    )
    return goes_on or _CALLED_OUT.match(text, name.end) is not None


def begins_anew(text: str, position: int, name: Name) -> bool:
    """Whether the line below an office at ``position`` is about somebody or something else.

    *aan  Stas Digitalisering* and below it *van  F. Nooteboom*: who writes to the other.
    """
    is_sender = _SENDER.match(text, name.start) is not None
    anew = is_sender or _is_only_called(name) or _is_subject(text, position, name)
    return anew or _is_another_line(text, position, name)


def _is_another_line(text: str, position: int, name: Name) -> bool:
    """*Aan de Minister van SZW* above *Nadia el Amrani heeft …*; *Namens de minister* of who sits.

    Behind who is written to his name stands alone on its line.
    """
    start = line_start(text, position)
    if _ON_BEHALF.match(text, start):
        return not text.startswith("\n", name.end)
    to_office = _HEADED_TO.search(text, start, position) is not None
    return to_office and _GOES_ON.match(text, name.end) is not None


def _is_only_called(name: Name) -> bool:
    """*geen oordeel over de burgemeester*, and below it *Pim zet het klaar*."""
    first = name.words[0]
    alone = len(name.words) == 1 and not name.initials
    return alone and is_first_name(first) and not is_surname(first)


def is_of_two(text: str, office: re.Match[str], then: re.Match[str]) -> bool:
    """*dat de minister mevrouw Verweij zelf moet bellen*: she is no minister."""
    start = office.start()
    by_article = BY_ARTICLE.search(text, max(0, start - 4), start) is not None
    return by_article and then.group().startswith((" de heer", " mevrouw"))


def _is_subject(text: str, position: int, name: Name) -> bool:
    """*Aan: de minister* above *Heropening Zwanendieptunnel*."""
    first = name.words[0]
    if not is_of_language(first) or may_be_name(first):
        return False
    return _TO_OFFICE.match(text, line_start(text, position)) is not None
