"""Numbers that a word before them explains: of a passport, an employee, a foreigner, a doctor.

Each kind has a label (the word), and a shape. Between them may stand a few signs and small words;
in a table the label is the heading of the column or the field to the left.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

# What may stand between a label and its number: "is", ":", "(nr.", "(Nederlands)".
_BETWEEN = (
    r"(?:[ \t\u00a0]{0,20}(?:[:=#.,|;(–-]|nummer|nrs?\b\.?|no\b\.?|is|was|met|van|hiervan|luidt|"
    r"en|ja|"
    r"blijft|ophalen|kaart|kopie|nieuwe?|oude?|mijn|uw)){0,4}[ \t\u00a0]{0,20}\n?[ \t]{0,20}"
)
_END = r"(?![\w])(?![.,-]\d)"


@dataclass(frozen=True, slots=True)
class _Kind:
    """``alone`` is a shape so particular that it needs no label; ``quick`` a text it always has."""

    category: Category
    labelled: re.Pattern[str]
    alone: re.Pattern[str] | None = None


def _kind(category: Category, label: str, shape: str, alone: str | None = None) -> _Kind:
    return _Kind(
        category,
        re.compile(rf"(?<![A-Za-z])(?i:(?:{label}){_BETWEEN})(?P<number>{shape}){_END}"),
        re.compile(rf"(?<![\w.,/+-])(?P<number>{alone}){_END}") if alone else None,
    )


_SEPARATOR = r"[ .\u00a0-]?"
# IND, Vreemdelingenbesluit: ten digits, written 287.123.4567; all begin with 2.
_V_NUMBER = rf"[12]\d{{2}}{_SEPARATOR}\d{{3}}{_SEPARATOR}\d{{4}}"
# Paspoortuitvoeringsregeling: nine signs, no O; also those of other countries.
_DOCUMENT = r"[A-Z]{1,3}[ ]?(?=[A-Z0-9 ]*\d)(?:[A-Z0-9][ ]?){5,8}[A-Z0-9]"
_KINDS = (
    _kind(
        Category.V_NUMBER,
        r"v[- ]?(?:nummer|nr)|vreemdelingen(?:nummer|nr)|ind[- ]?(?:nummer|nr|zaak|dossier)|"
        r"card number",
        _V_NUMBER,
        r"2[6-9]\d\.\d{3}\.\d{4}",
    ),
    _kind(
        Category.IDENTITY_DOCUMENT,
        r"paspoort\w*|passport\w*|identiteitskaart\w*|id[- ]?(?:kaart|bewijs|kopie)|ni[k-]nummer|"
        r"kopie[ ]id|"
        r"reisdocument\w*|verblijfsdocument\w*|document(?:nummer|nr|[ ]nr)|doc[. ]{1,2}nr|"
        r"legitimatie\w*",
        _DOCUMENT,
        r"[A-NP-Z]{2}[A-NP-Z0-9]{6}\d(?<=[A-Z0-9]{9})(?<!\d{9})",
    ),
    _kind(
        Category.IDENTITY_DOCUMENT,
        r"rijbewijs\w*|r-bewijs|driving licen[cs]e|nummer id-bewijs",
        r"\d{10}",
    ),
    _kind(
        Category.PERSONNEL_NUMBER,
        r"pers(?:oneels)?[. -]{0,2}(?:nummer|nr|no|dossier)\w*\.?|p[- ]?(?:nummer|nr)\.?|"
        r"(?:mede)?werkn?e?[mr]*(?:nummer|nr)|dienst(?:nummer|nr)|employee (?:id|number)|"
        r"stamnummer",
        r"[A-Z]?[ -]?\d{2}-?\d{3,8}",
        r"P-?0\d{5,8}|P[1-3]\d{4,5}",
    ),
    _kind(
        Category.CARE_NUMBER,
        r"b[il1]g(?:[- ]?(?:nummer|nr|register|registratie|registratienummer))?|"
        r"skj(?:[- ]?register|[- ]?nummer)?|"
        r"uw registratie met nummer",
        r"\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{2,3}|\d{9}",
    ),
    _kind(
        Category.CARE_NUMBER,
        r"agb(?:[- ]?(?:code|nummer|nr))?",
        r"\d{2}[ .-]?\d{3}[ .-]?\d{3}",
    ),
)
# What shows that a number may stand here at all.
_SOME = re.compile(r"\d{3}")


def detect_labelled_numbers(document: Document) -> Iterator[Finding]:
    """Every number with its label before it, and those whose shape says enough."""
    text = document.text
    if _SOME.search(text) is None:
        return
    for kind in _KINDS:
        for match in kind.labelled.finditer(text):
            if _is_number(match["number"]):
                yield finding(text, match.span("number"), kind.category, "labelled", 0.97)
        for match in kind.alone.finditer(text) if kind.alone else ():
            if _is_number(match["number"]):
                yield finding(text, match.span("number"), kind.category, "labelled", 0.7)


def _is_number(written: str) -> bool:
    """At least four digits, or signs of both kinds as documents have them; no date."""
    digits = sum(map(str.isdigit, written))
    return digits >= 3 and not _DATE.fullmatch(written.strip())


_DATE = re.compile(r"(?:19|20)\d\d|\d{1,2}[-. ]\d{1,2}[-. ](?:19|20)\d\d")
