"""Systems and projects with a first name in capitals: *VERA*, *HERMES*."""

import re
from collections.abc import Sequence

from woo.detect.agreement import MODEL
from woo.detect.spans import line_start
from woo.detect.words.lexicon import is_surname
from woo.model.finding import Category, Finding

_SHORTEST = 3
_LOWER = re.compile(r"[a-zà-ÿ]{3}")


def without_acronyms(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what the model alone takes for somebody and the text writes in capitals only.

    Who is written so in a line of capitals, or elsewhere as *Vera*, is somebody.
    """
    return [one for one in findings if not _is_acronym(text, one)]


def _is_acronym(text: str, one: Finding) -> bool:
    written = one.text
    if one.category is not Category.PERSON or one.detector != MODEL or not written.isalpha():
        return False
    if len(written) < _SHORTEST or not written.isupper() or is_surname(written):
        return False
    start = line_start(text, one.start)
    end = text.find("\n", one.end)
    line = text[start : one.start] + text[one.end : end if end >= 0 else len(text)]
    return _LOWER.search(line) is not None and not re.search(rf"\b{written.title()}\b", text)
