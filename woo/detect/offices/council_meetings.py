"""Who attends the meeting of a council or its committee, and who presides: its members."""

import re
from collections.abc import Iterator

from woo.detect.offices.councils import is_listed_name
from woo.detect.offices.parties import party_in_brackets
from woo.detect.rare import mentions
from woo.detect.spans import person
from woo.detect.words.grammar import Name
from woo.detect.words.name_lists import names_in_row
from woo.model.finding import Finding, Role
from woo.reference.abbreviations import units

# Who is there, or not, where a council meets; up to those who work for it.
_ATTENDANCE = re.compile(
    r"(?<!\w)(?:(?:[Mm]ede |Verder )?[Aa]anwezig(?:en|e leden)?|Afwezig(?: met kennisgeving)?|"
    r"Aanw\.|Afw\.|Afgemeld|Present|(?<!\w )Leden)[ ]?:\s{0,4}(?P<row>[^\n]{10,4000})"
)
_STAFF = re.compile(
    r"\b(?:(?:griffiers?|secretaris)[ ](?=[A-ZÀ-Þ])|griffie\b|ambtelijk|adviseur|beleids|notul|"
    r"verslag|begeleid|ondersteun|inspre|gast|tolk|publiek|namens|appellant|eiser|direct)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[ ]?\((?P<what>[^()\n]{1,40})\)")
# What stands near the list of who attends a council, and not near that of those who prepare it.
_ITS_CLERK = re.compile(r"griffier[ ]?:|\((?:raads|staten)?griffier\)", re.IGNORECASE)
_ITS_BOARD = re.compile(
    r"\b(?:wethouders?|gedeputeerden?|(?:hoog)?heemraden)(?:[ ]?:|[ ](?=[A-ZÀ-Þ]))", re.IGNORECASE
)
# *Verslag college van burgemeester en wethouders*, and below it who were there.
_RECORD = r"\b(?:verslag|notulen|besluitenlijst|besluiten en actiepunten)\b"
_BOARD = (
    r"\b(?:college van b|(?:dijkgraaf|dijkgraef) en (?:hoog)?heemraden\b|gedeputeerde staten\b)"
)
_OF_BOARD = re.compile(
    rf"(?:{_RECORD}[^\n]{{0,30}}{_BOARD}|{_BOARD}[^\n]{{0,60}}\n{{0,2}}[^\n]{{0,30}}{_RECORD})"
    r"[^\n]{0,60}\n(?:[^\n]{0,60}\n){0,3}[^\n]{0,80}$",
    re.IGNORECASE,
)
# *CdK Verbeek (vz), Hoitink, Bosma, Lamain; provinciesecretaris Ilse Woltering*
_PRESIDED = re.compile(
    r"(?:de )?(?:CdK|commissaris|dijkgraaf|burgemeester)[ ][^;\n]{10,300};[^;\n]{0,30}"
    r"(?:gemeente|provincie)?secretaris",
    re.IGNORECASE,
)
# *Hectors (vz), Mol, Vos, De Haan, Wolf, griffier Lindhout*
_LED_AND_CLERKED = re.compile(
    r"[^\n,;]{3,40}[ ]\((?:vz|voorz(?:itter)?)\.?\),[^\n;]{10,300},[ ]"
    r"(?:en[ ])?(?:plv\.?[ ])?(?:(?:raads|staten)griffier|griffier)[ ](?=[A-ZÀ-Þ])"
)
_NEAR = 400  # characters
_FEWEST, _MANY_PARTIES, _MOST_LINES = 5, 3, 200
# *Voorzitter: dhr. T. Peeters / dhr. P. van Dijk*, where a griffier is there too.
_PRESIDES = re.compile(
    r"(?:^|[.;|][ ]?|\bVerslag[ ])[ \t*]{0,6}[Vv]oorzitter[ ]?(?:\([^()\n]{1,20}\))?[ ]?[:|][ ]?|"
    r"\bDe voorzitter,[ ](?=(?:dhr\.|mw\.|mevr\.|de heer|mevrouw)[ ])",
    re.MULTILINE,
)
_WHERE_ONE_PRESIDES = ("griffier", "leden der kamer")
# *Wethouders: de heer P. Barnhoorn*, and on the next line *de heer P. van Bockhove*.
_LABELLED = re.compile(
    r"(?:^[ \t*]{0,6}|[.;][ ])(?:Wethouders?|Collegeleden|Raadsleden|(?:De )?[Ll]eden|"
    r"Gedeputeerden|Heemraden|Statenleden)[ ]?:\s{1,3}",
    re.MULTILINE,
)
_AND_ANOTHER = re.compile(
    r"(?:[ ]\([^()\n]{1,60}\))?"
    r"(?:[ ]?/[ ]?|[ ,;]{0,2}\n[ \t]{0,6}(?=(?:de heer|mevrouw|dhr\.|mw\.)[ ]))"
)


def in_council_meeting(text: str) -> Iterator[Finding]:
    """Findings with the role OFFICE_HOLDER."""
    for match in _ATTENDANCE.finditer(text):
        yield from _attending(text, match)
    if mentions(text, _WHERE_ONE_PRESIDES):
        for pattern in (_PRESIDES, _LABELLED):
            for match in pattern.finditer(text):
                yield from _labelled(text, match.end())


def _attending(text: str, list_: re.Match[str]) -> Iterator[Finding]:
    """Who attends as a member: in a list with parties, or beside the griffier and the board.

    Not behind whom a function stands, nor behind the first who works for them.
    """
    start, end = list_.span("row")
    staff = _STAFF.search(text, start, end)
    stop = staff.start() if staff else end
    names = [one for one in names_in_row(text, start, is_listed_name) if one.end <= stop]
    parties = sum(party_in_brackets(text, one.end) for one in names)
    members = [one for one in names if _is_member_here(text, one.end, parties)]
    near = text[max(0, start - _NEAR) : end + _NEAR]
    of_council = (
        len(members) >= _FEWEST
        and _ITS_CLERK.search(near) is not None
        and _ITS_BOARD.search(near) is not None
    )
    of_board = _is_of_board(text, list_)
    if parties > 1 or of_council or of_board:
        for one in members:
            yield person(text, one, "councils", 0.95, Role.OFFICE_HOLDER)


def _is_of_board(text: str, list_: re.Match[str]) -> bool:
    """By what stands above the list, or by who sits first and last in it."""
    above = _OF_BOARD.search(text, max(0, list_.start() - _NEAR), list_.start())
    row = list_.start("row")
    return any((above, _PRESIDED.match(text, row), _LED_AND_CLERKED.match(text, row)))


def _is_member_here(text: str, end: int, parties: int) -> bool:
    """Nothing in brackets behind the name, or a party, *vz* or the like.

    Among many parties *(BOP)* is one too, when it is no office.
    """
    bracket = _BRACKET.match(text, end)
    if bracket is None or party_in_brackets(text, end):
        return True
    what = bracket["what"]
    is_local = what.isupper() and what.isalpha() and what not in units()
    return what.casefold().rstrip(".") in {"voorzitter", "vz", "voorz"} or (
        parties >= _MANY_PARTIES and is_local
    )


def _labelled(text: str, position: int) -> Iterator[Finding]:
    """The names behind a label for office holders, in a row or each with its title on a line."""
    name: Name | None = None
    for _ in range(_MOST_LINES):
        for name in names_in_row(text, position, is_listed_name):
            yield person(text, name, "councils", 0.95, Role.OFFICE_HOLDER)
        another = _AND_ANOTHER.match(text, name.end) if name and name.end > position else None
        if another is None:
            return
        position = another.end()
