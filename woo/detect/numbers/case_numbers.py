"""Numbers of cases and sums of money: what a column or label calls so is nobody's number."""

import re
from collections.abc import Sequence
from functools import cache

from woo.detect.agreement import MODEL
from woo.detect.layout.alike import ALIKE
from woo.detect.layout.columns import HEADING_ENDS, cells_below
from woo.model.finding import Category, Finding
from woo.reference.tables import load_table

_NUMBERS = frozenset(
    {
        Category.PERSONNEL_NUMBER,
        Category.BSN,
        Category.V_NUMBER,
        Category.CARE_NUMBER,
        Category.IDENTITY_DOCUMENT,
        Category.PHONE,
    }
)
# *WJZ-2025-4440*: a unit, a year and a number.
_OF_UNIT = re.compile(r"[A-Z]{2,6}[-/](?:19|20)\d\d[-/]\d{2,7}")
_LEAST = 3  # columns: two are the labels and values of a form
# The value stands behind the label, or on the line below it in a column beside the text.
_BEHIND = r")\.?[ \t]{0,4}[:|]?[ \t]{0,12}\n?[ \t|]{0,12}(?P<number>[\w./-]*\d[\w./-]*)"


def without_case_numbers(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what the model alone, or a column like it, takes for a number of somebody."""
    if not any(_is_doubted(one) for one in findings):
        return list(findings)
    cases = {text[start:end] for start, end in cells_below(text, _heading(), _LEAST)}
    cases |= {match["number"] for match in _label().finditer(text)}
    return [
        one
        for one in findings
        if not (_is_doubted(one) and (one.text in cases or _OF_UNIT.fullmatch(one.text)))
    ]


def _is_doubted(one: Finding) -> bool:
    return one.detector in {MODEL, ALIKE} and one.category in _NUMBERS


@cache
def _heading() -> re.Pattern[str]:
    table = load_table("headings")
    names = "|".join((*table["case"], *table["amount"]))
    return re.compile(rf"(?:{names}){HEADING_ENDS}")


@cache
def _label() -> re.Pattern[str]:
    names = "|".join(load_table("headings")["case"])
    return re.compile(rf"(?<![\w-])(?:{names}{_BEHIND}", re.IGNORECASE)
