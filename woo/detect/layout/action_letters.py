"""Letters that stand for somebody in minutes: who was there, and who has to do what.

*Aanwezig: HvL, AK, MdJ (notulen)*; below *Actiepunten* a line that ends in *: JK/ASB* or *(WG,
JW)*, or begins with them: *14.2 HD levert de lijst*.
"""

import re
from collections.abc import Iterator

from woo.reference.lexicon import is_not_name

_ONE = r"(?:[A-Z](?:[a-z]{0,3}[A-Z]){1,3}|[A-Z]{2}[a-z]{1,2})"
_SEVERAL = rf"{_ONE}(?:[ ]?[/+&,][ ]?{_ONE}){{0,4}}"
_HEAD = re.compile(
    r"^[ \t>*#\d.]{0,8}(?:[Aa]ctie(?:s|lijst|punten)?|[Bb]esluiten(?:[ ]?/[ ]?| en )acties|"
    r"[Aa]fspraken|[Aa]ctie- en besluitenlijst)[ \t]*:?[ \t]*$",
    re.MULTILINE,
)
_LIST_ENDS = re.compile(r"\n[ \t]*\n|\Z")
# *: JK/ASB*, *(WG, JW), voor 1 maart*; *memo – KP – 14/6*, *bezoek campings, GR, week 29*.
_AT_END = re.compile(
    rf"(?::[ ]|[ ][–—-][ ]|\(|(?<=[a-z]),[ ](?={_SEVERAL},[ ]))(?P<letters>{_SEVERAL})"
    r"(?:\),[ ](?:voor|uiterlijk|vóór)[^\n]{2,20}|\)?[ \t.]*|"
    r"(?:[ ][–—-]|,)[ ](?:week[ ]\d{1,2}|\d{1,2}[/-]\d{1,2}|z\.?s\.?m\.?|[a-z]{2,5}dag)[ \t.]*)$",
    re.MULTILINE,
)
# Of two capitals or in mixed case: more of them are an organisation (*LVNL nodigt uit*).
_AT_START = re.compile(
    r"^[ \t>•*-]{0,8}(?:\d[\d./-]{0,8}[.)]?[ ])?"
    r"(?P<letters>[A-Z]{2}|[A-Z](?:[a-z]{1,3}[A-Z]){1,2})[ ](?=(?:[–—-][ ])?[a-z]{3})",
    re.MULTILINE,
)
# *A71  NP  Omwonendenbrief*: a row of number, who, and what.
_IN_ROW = re.compile(
    rf"^[ \t]*[A-Z]?\d{{1,3}}[.)]?[ ]{{1,3}}(?P<letters>{_SEVERAL})(?:[ ]{{2,}}|[ ](?=[A-Z][a-z]))",
    re.MULTILINE,
)
# *16-03  kostenoverzicht stuw   WS   voor 1 maart*: in a column of its own.
_IN_COLUMN = re.compile(
    rf"[a-z.)][ ]{{2,}}(?P<letters>{_SEVERAL})(?=[ ]{{2,}}|[ \t]*$)", re.MULTILINE
)
# *Actie: AK panel; GJtV brieven verzamelen*, all on one line.
_ON_A_LINE = re.compile(r"\b[Aa]cties?[ ]?:[ ](?P<rest>[^\n]{4,200})")
_DOES = re.compile(rf"(?:^|;[ ])(?P<letters>{_ONE})[ ](?=[a-z]{{3}})")
_PRESENT = re.compile(
    r"^[ \t>*]{0,8}(?:[Aa]anwezig(?:en)?|[Aa]fwezig|[Dd]eelnemers|[Bb]ijwezend|AANWEZIG)[ ]?:[ ]"
    rf"(?P<letters>{_ONE}(?:[ ]\([a-z. ]{{1,12}}\))?"
    rf"(?:,[ ]?(?:en[ ])?{_ONE}(?:[ ]\([a-z. ]{{1,12}}\))?){{2,12}})",
    re.MULTILINE,
)
_LETTERS = re.compile(_ONE)
# *Vraag MA: wie heeft dat besloten?*, *Antwoord CMcA: ik.*
_ASKED = re.compile(
    rf"^[ \t>*]{{0,8}}(?P<what>[Vv]raag|[Aa]ntwoord)[ ](?P<letters>{_ONE})[ ]?:[ ]", re.MULTILINE
)


def who_was_there(text: str) -> Iterator[str]:
    """Everybody in a list of nothing but letters."""
    for present in _PRESENT.finditer(text):
        yield from _LETTERS.findall(present["letters"])


def who_asks(text: str) -> Iterator[str]:
    """Who asks and who answers, where both are told."""
    found = list(_ASKED.finditer(text))
    if len({one["what"].lower() for one in found}) > 1:
        yield from (one["letters"] for one in found)


def who_acts(text: str) -> Iterator[str]:
    """Whose letters stand at the end or the beginning of a line in a list of actions."""
    for actions in _ON_A_LINE.finditer(text):
        for does in _DOES.finditer(actions["rest"]):
            if not is_not_name(does["letters"]):
                yield does["letters"]
    end = 0
    for head in _HEAD.finditer(text):
        if head.start() < end:
            continue  # in the list of the head before
        stop = _LIST_ENDS.search(text, head.end() + 1)
        end = stop.start() if stop else len(text)
        for pattern in (_AT_END, _AT_START, _IN_ROW, _IN_COLUMN):
            for line in pattern.finditer(text, head.end(), end):
                for letters in _LETTERS.findall(line["letters"]):
                    if not is_not_name(letters):
                        yield letters
