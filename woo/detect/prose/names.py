"""Names by lists and shape: token patterns over first names, surnames, initials and titles."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from woo.detect.prose.name_checks import CHECKS
from woo.detect.prose.name_patterns import matcher
from woo.detect.prose.nlp import docs, has, nlp
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# *Drs.* of *Mr. Drs. C.A. van Wingerden* has the capital of a name.
_DEGREE = re.compile(r"(?:(?:Drs|Mr|Mrs|Ms|Ir|Ing|Dr|Prof)\.[ ]){1,3}(?=[A-ZÀ-Þ])")
# *Anna Visser heeft gebeld*: what no ship or shop does, whatever else the text speaks of.
_ACTS = re.compile(
    r"[ ](?:heeft|belde|belt|vraagt|vroeg|zegt|zei|mailt|mailde|schrijft|schreef|meldde|wil|wilde|"
    r"woont|woonde|werkt|werkte|verzoekt|verzocht|gaf aan|geeft aan|stuurt|stuurde|verklaart|"
    r"verklaarde|vindt|vond|weet|wist|denkt|dacht)\b"
)
# *Kamervragen van der Lee* above *Noor, de vragen …*: no name goes on below a blank line.
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ACTING = 0.88
_SCORES = {
    "title": 0.9,
    "initials": 0.85,
    "first_capital": 0.85,
    "first_particle": 0.9,
    "capital_surname": 0.6,
    "capital_like": 0.4,
    "particle_surname": 0.6,
    "first": 0.5,
    "first_initial": 0.6,
    "bare_initials": 0.5,
    "contact": 0.7,
    "surname_first": 0.6,
    "colleague": 0.8,
}


def detect_names(document: Document) -> Iterator[Finding]:
    """Every sequence of words that the lists or the shape show to be a name."""
    text = document.text
    for offset, doc in docs(text):
        for rule, span in _matches(doc):
            start, end = offset + span.start_char, offset + span.end_char
            degree = _DEGREE.match(text, start, end)
            acts = rule == "first_capital" and _ACTS.match(text, end) is not None
            yield finding(
                text,
                (degree.end() if degree else start, end),
                Category.PERSON,
                "names",
                _ACTING if acts else _SCORES[rule],
            )


def _matches(doc: "Doc") -> Iterator[tuple[str, "Span"]]:
    """The longest match of each pattern, without the title, checked word by word."""
    strings = nlp().vocab.strings
    for identity, start, end in matcher()(doc):
        rule = strings[identity]
        span = _without_title(doc[start:end], rule)
        if span is not None and CHECKS[rule](span) and not _BLANK_LINE.search(span.text):
            yield rule, span


def _without_title(span: "Span", rule: str) -> "Span | None":
    """The name after the title or the word that announces it."""
    if rule == "contact":
        return _without_details(span)
    if rule not in {"title", "colleague"}:
        return span
    parts = ("capital", "initials", "particle", "odd_surname")
    start = next((i for i, token in enumerate(span) if any(has(token, p) for p in parts)), None)
    return None if start is None else span[start:]


def _without_details(span: "Span") -> "Span":
    """Up to the last capitalised word: the telephone number has its own finding."""
    last = max(i for i, token in enumerate(span) if has(token, "capital"))
    return span[: last + 1]
