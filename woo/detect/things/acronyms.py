"""Systems and programmes by how they are written: *VERA*, *HERMES*, *EenVandaag*."""

import re
from collections.abc import Sequence

from woo.detect.agreement import MODEL
from woo.detect.spans import line_end, line_start
from woo.model.finding import Category, Finding
from woo.reference.lexicon import is_first_name, is_surname

_SHORTEST = 3
_UNIT = re.compile(r"[A-Z]{2,4}-[A-Z\d]{1,3}")
_AND = re.compile(r"[ ](?:en|of)[ ](?=[a-z])")
# Where a thing is taken for somebody by the sentence around it.
_BY_SENTENCE = (MODEL, "offices")
# *EenVandaag*, *LeveringJob*; not *McDonald*, *VanDijk* or *JanWillem*.
_CAMEL = re.compile(
    r"(?!(?:Mac|Mc|Fitz|Van|Von|Den?|Der|Te[nr]|Ver|L[ae]|D[iau]|El|Al|Ben|A?bou|Bou|"
    r"Ait|Ou|Abu|Abd?|Bin|Ibn|Sint|St)[A-Z])"
    r"(?P<first>[A-Z][a-zà-ÿ]{1,20})(?P<last>[A-HJ-Z][a-zà-ÿ]{1,20})"
)
_LOWER = re.compile(r"[a-zà-ÿ]{3}")


def without_acronyms(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what the model alone takes for somebody and the text writes in capitals only.

    And wards and units: *IC-B*.

    Who is written so in a line of capitals, or elsewhere as *Vera*, is somebody.
    """
    return [
        one
        for one in findings
        if not (_is_acronym(text, one) or _is_unit(text, one) or _is_camel(one))
    ]


def _is_camel(one: Finding) -> bool:
    if one.category is not Category.PERSON or one.detector not in _BY_SENTENCE:
        return False
    parts = _CAMEL.fullmatch(one.text)
    return parts is not None and not all(
        is_first_name(part) or is_surname(part) for part in parts.groups()
    )


def _is_unit(text: str, one: Finding) -> bool:
    """*teamleider IC-B*; the first half of *Zomer- en herfstvakantie*."""
    if one.category is not Category.PERSON:
        return False
    is_half = one.detector == MODEL and one.text[-1] == "-"
    return _UNIT.fullmatch(one.text) is not None or (
        is_half and _AND.match(text, one.end) is not None
    )


def _is_acronym(text: str, one: Finding) -> bool:
    written = one.text
    if one.category is not Category.PERSON or one.detector != MODEL or not written.isalpha():
        return False
    if len(written) < _SHORTEST or not written.isupper() or is_surname(written):
        return False
    before = text[line_start(text, one.start) : one.start]
    line = before + text[one.end : line_end(text, one.end)]
    return _LOWER.search(line) is not None and not re.search(rf"\b{written.title()}\b", text)
