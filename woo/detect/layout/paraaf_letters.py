"""Letters that stand for somebody because he initialled: *Paraaf: KvD 3/4 - WJO 3/4*."""

import re
from collections.abc import Iterator

from woo.reference.abbreviations import units
from woo.reference.lexicon import is_not_name

# *LH*, *RvdW*; *YBe*: an initial and how the surname begins.
LETTERS = r"(?:[A-ZÀ-Þ](?:[a-zà-ÿ]{0,3}[A-ZÀ-Þ]){1,4}|[A-ZÀ-Þ]{2}[a-zà-ÿ]{1,2})(?![a-zà-ÿ])"
# *Paraaf: KvD 3/4 - WJO 3/4*, *Routing: WA 4-7 / NJ 4-7*.
_INITIALLED = re.compile(
    r"\b(?:(?:[Pp]|[Mm]edep)ara(?:af|fen)(?:route|lijst)?|[Rr]outing|[Rr]ondgang)\b"
)
_DATED = re.compile(rf"(?<![\w.@/-])(?P<letters>{LETTERS})[ ]\d{{1,2}}[/-]\d{{1,2}}(?!\d)")
# *Geparafeerd: Pasman, AS, YL*, *Paraaf jurist | SEI*, *Acties: JE (waterschap)*.
_SIGNED_OFF = re.compile(
    r"\b(?:[Gg]eparafeerd|[Gg]etekend|[Vv]erslag|[Nn]otulen|[Pp]araaf|[Pp]arafen|[Mm]edepara(?:af|fen)|[Gg]econtroleerd|"
    r"[Gg]ezien|[Aa]kkoord|[Aa]cties|"
    r"(?P<there>[Aa]anw(?:ezig)?|[Aa]fw(?:ezig)?|[Vv]oorzitter))"
    r"(?:[ ](?:[a-z-]{2,20}|[A-Z]{2,4})){0,3}[ ]?[:|](?P<rest>[^\n:]{2,80})"
)
_LISTED = re.compile(
    rf"(?:^|[,;/+&|])[ ]?(?P<letters>{LETTERS})"
    r"(?=[ ]?(?:[,/+&|.()]|$)|[ ][–—-]|[ ]{2}|[ ][0-3]?\d[/-]\d)"
)
_REACH = 400
_BODY = 2
_ROW = 3  # letters with a date behind them


def signed_off(text: str) -> Iterator[str]:
    """Who saw it, approved it or has to do it: letters between commas behind the label."""
    for match in _SIGNED_OFF.finditer(text):
        for one in _LISTED.finditer(match["rest"]):
            # Three capitals among who was there may be a body.
            is_body = match["there"] and len(one["letters"]) > _BODY and one["letters"].isupper()
            if not (is_body or is_not_name(one["letters"])):
                yield one["letters"]


def initialled(text: str) -> Iterator[str]:
    """Letters with a date, behind a word for initials."""
    for word in _INITIALLED.finditer(text):
        for match in _DATED.finditer(text, word.end(), word.end() + _REACH):
            yield match["letters"]


def dated_rows(text: str) -> Iterator[str]:
    """Of a row of them each is somebody's, also *LU* between *AdR 22/4* and *RB 23/4*."""
    for match in _SIGNED_OFF.finditer(text):
        row = [one["letters"] for one in _DATED.finditer(match["rest"])]
        if len(row) >= _ROW and not units().issuperset(row):
            yield from row
