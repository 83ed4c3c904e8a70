"""Letters that stand for somebody because the document itself says so: ``LH = Lies Hoving``.

A column of minutes gives everyone's letters, a field book explains them, a remark in the margin
begins with them. From there on they stand for the name wherever they occur in that document.
"""

import re
from collections.abc import Iterator

from woo.detect.columns import cells_below
from woo.detect.grammar import read_name
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

_LETTERS = r"[A-Z](?:[a-z]{0,3}[A-Z]){1,4}"
_CELL = re.compile(_LETTERS)
_HEADING = re.compile(
    r"(?:initialen|init\.?|monogram(?:men)?|paraaf)(?=[\"' ]*(?:$|[|;,\t\n]|[ ]{2}))"
)
# *LH = Lies Hoving*, also several in a line.
_EXPLAINED = re.compile(rf"(?<![\w.@/-])(?P<letters>{_LETTERS})[ ]?=[ ]?(?=[A-ZÀ-Þ])")
# *[HB: mag dit zo weg?]*: who makes a remark.
_REMARK = re.compile(rf"\[(?P<letters>{_LETTERS}):[ ]")
# *Paraaf: KvD 3/4 - WJO 3/4*.
_INITIALLED = re.compile(r"\b[Pp]ara(?:af|fen)\b")
_DATED = re.compile(rf"(?<![\w.@/-])(?P<letters>{_LETTERS})[ ]\d{{1,2}}[/-]\d{{1,2}}(?!\d)")
_REACH = 160
_SCORE = 0.8


def detect_monograms(document: Document) -> Iterator[Finding]:
    """Every place of letters that the document explains."""
    text = document.text
    known = {*_in_columns(text), *_explained(text), *_remarks(text), *_initialled(text)}
    if not known:
        return
    every = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w.@/-])(?:{every})(?![\w@-])", text):
        yield finding(text, match.span(), Category.PERSON, "monograms", _SCORE)


def _in_columns(text: str) -> Iterator[str]:
    for start, end in cells_below(text, _HEADING):
        if _CELL.fullmatch(text, start, end):
            yield text[start:end]


def _explained(text: str) -> Iterator[str]:
    """Only by a name that is one: *BTW = Belasting Toegevoegde Waarde* is none."""
    for match in _EXPLAINED.finditer(text):
        name = read_name(text, match.end())
        if name is not None and name.is_known:
            yield match["letters"]


def _remarks(text: str) -> Iterator[str]:
    yield from (match["letters"] for match in _REMARK.finditer(text))


def _initialled(text: str) -> Iterator[str]:
    for word in _INITIALLED.finditer(text):
        for match in _DATED.finditer(text, word.end(), word.end() + _REACH):
            yield match["letters"]
