"""Rows of a list of schools, practices and the like: the address there is that of the place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from woo.detect.contacts.dialled import is_mobile
from woo.detect.layout.columns import HEADING_ENDS, cells_below
from woo.detect.spans import line_start
from woo.model.finding import Category, Finding, Role

# The heading of a column of places. Not *organisatie*: beside it stands whom to call there.
_HEADING = re.compile(
    r"(?:naam )?(?:school|scholen|instelling|praktijk|ziekenhuis|huisartsenpraktijk|apotheek|hotel|"
    r"restaurant|winkel|sporthal|buurthuis|kinderopvang)(?:naam)?" + HEADING_ENDS
)
_LEAST = 3  # columns
_NEXT_CELL = re.compile(r"[ ]{0,3}[|;\t][ ]{0,3}")


def of_places(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The address in such a row becomes FUNCTIONAL, and the telephone right behind it."""
    rows = {
        line_start(text, start) for start, _ in cells_below(text, _HEADING, _LEAST, at_top=True)
    }
    if not rows:
        return list(findings)
    judged: list[Finding] = []
    before: Finding | None = None  # the last thing found
    for one in sorted(findings, key=lambda one: one.start):
        row = line_start(text, one.start)
        its_phone = (
            one.category is Category.PHONE
            and before is not None
            and before.category is Category.ADDRESS
            and before.start >= row
            and not is_mobile(one.text)
        )
        # *L. Hoes (met pensioen; Kasteellaan 9)*: in brackets stands somebody's.
        apart = text.rfind("(", row, one.start) > text.rfind(")", row, one.start)
        is_theirs = row in rows and not apart and (one.category is Category.ADDRESS or its_phone)
        is_theirs = is_theirs and not _is_of_first(text, row, before, one)
        before = one
        judged.append(replace(one, role=Role.FUNCTIONAL) if is_theirs else one)
    return judged


def _is_of_first(text: str, row: int, before: Finding | None, one: Finding) -> bool:
    """*Fenna Groot | Haverakker 90 | De Lasenberg*: a row that begins with somebody is his."""
    return (
        before is not None
        and before.category is Category.PERSON
        and not text[row : before.start].strip(" |")
        and _NEXT_CELL.fullmatch(text, before.end, one.start) is not None
    )
