"""Names that a scan broke in two: *Ma rtin*, *Dijkst ra*, *lnge borg*.

Text recognition puts a space where letters stand apart. The second half is no word then, and both
together are a name of the lists.
"""

import re
from collections.abc import Iterator

from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding
from woo.reference.lexicon import (
    is_first_name,
    is_in_use,
    is_of_language,
    is_ordinary,
    is_surname,
)

# The capital I is often read as a small l.
_HALVES = re.compile(
    r"(?<![\w.@-])(?P<first>[A-ZÀ-Þ][a-zà-ÿ]{0,9}|l[bcdfghjklmnpqrstvwxz][a-zà-ÿ]{1,8})"
    r"[ ](?P<second>[a-zà-ÿ]{2,9})(?![\w@-])"
)
_SHORTEST = 5


def detect_broken(document: Document) -> Iterator[Finding]:
    """Both halves as one name."""
    for match in _HALVES.finditer(document.text):
        first, second = match["first"], match["second"]
        whole = f"I{first[1:]}{second}" if first[0] == "l" else first + second
        if len(whole) < _SHORTEST or not (is_first_name(whole) or is_surname(whole)):
            continue
        if not (is_ordinary(whole) or _are_two(first, second)):
            yield finding(document.text, match.span(), Category.PERSON, "broken", 0.88)


def _are_two(first: str, second: str) -> bool:
    """*Jan ging*, *Hof man*: each is a word or a name by itself."""
    named = is_first_name(first) or is_surname(first)
    word = is_of_language(second) or is_in_use(second)
    return word and (named or is_of_language(first))
