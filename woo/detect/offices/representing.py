"""Who sit or speak for an office at a hearing: *Namens de minister* above two names on a line."""

import re
from collections.abc import Iterator

from woo.detect.offices.councils import is_listed_name
from woo.detect.spans import person
from woo.detect.words.name_lists import names_in_row
from woo.model.finding import Finding, Role

_REPRESENT = re.compile(
    r"^[ \t]{0,4}[Nn]amens (?:de|het) [a-z][^\n:,]{3,40}:?[ ]?\n(?:(?:mr|drs|ir|dr)\. )?"
    r"(?=[A-ZÀ-Þ][^\n]{2,40},[ ](?:mevrouw|de heer|mw\.|dhr\.)[ ])",
    re.MULTILINE,
)


def representatives(text: str) -> Iterator[Finding]:
    """*mr. S. Blok, mevrouw E. van Dongen*: nobody signs a letter with another on his line."""
    for match in _REPRESENT.finditer(text):
        for one in names_in_row(text, match.end(), is_listed_name):
            yield person(text, one, "offices", 1.0, Role.OFFICIAL)
