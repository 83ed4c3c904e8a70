"""Btw-id's (Wet OB 1968, art. 2a): of a sole trader the old form holds the BSN.

Since 2020 a sole trader has another number, with a check of its own (mod 97); a legal entity keeps
one that is made of its RSIN, which is nobody's.
"""

import re
from collections.abc import Iterator

from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role

_CANDIDATE = re.compile(
    r"(?<![A-Za-z0-9])NL[ .]?(?P<digits>[\dOl](?:[ .]?[\dOl]){8})"
    r"[ .]?B[ .]?[\dOl]{2}(?![A-Za-z0-9])"
)
_COMPANY = re.compile(
    r"\b(?:B\.?V\.?|N\.?V\.?|stichting|vereniging|gemeente|ministerie|co[öo]peratie)\b",
    re.IGNORECASE,
)
_LINES = 150


def detect_vat(document: Document) -> Iterator[Finding]:
    """Every btw-id; that of a company or foundation gets the role FUNCTIONAL."""
    text = document.text
    for match in _CANDIDATE.finditer(text) if "NL" in text else ():
        around = text[max(0, match.start() - _LINES) : match.end() + 40]
        digits = re.sub(r"[ .]", "", match["digits"]).replace("O", "0").replace("l", "1")
        # The tax authority gives out RSINs from 8; below that it is somebody's BSN or the new form.
        entity = digits.startswith("8") and _COMPANY.search(around) is not None
        role = Role.FUNCTIONAL if entity else Role.UNKNOWN
        yield finding(text, match.span(), Category.VAT_NUMBER, "vat", 0.95, role)
