"""Cross-references: ``[zie Kern](#kern)`` goes to the heading Kern, whatever number that gets.

A heading is known by its place alone, never by its text: the name of a place goes into the file,
and the text of a heading may be marked.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from woo.text.enumeration import NUMBERS, read_numbers

# The heading above the table of attachments. The program makes it, so it is none of those that are
# counted; no text has as many.
ATTACHMENTS = 1_000_000
ATTACHMENTS_NAME = "bijlagen"

_START = "#"
_HEADING = "#kop-"
_NUMBERED = re.compile(rf"\s*(?P<word>\w+)(?:\s[^\d]*)?\s(?P<numbers>{NUMBERS})\s*[.:]?\s*")
_PLURAL = re.compile(r"(?:en|s)$")


def slugs(titles: Iterable[str]) -> dict[str, int]:
    """The number of each heading by the name that an author gives it: ``Plan B`` is ``plan-b``.

    A second heading with the same words is ``plan-b-2``.
    """
    found: dict[str, int] = {}
    seen: dict[str, int] = {}
    for number, title in enumerate(titles, 1):
        name = slug(title)
        seen[name] = seen.get(name, 0) + 1
        found.setdefault(name if seen[name] == 1 else f"{name}-{seen[name]}", number)
    return found


def numbered_names(titles: Iterable[str]) -> dict[str, int]:
    """More names for headings that end in numbers: ``Antwoord op vragen 3 en 4`` is ``antwoord-4``.

    The first word may be written as one: ``Antwoorden op de vragen 3 t/m 7`` is that too.
    """
    found: dict[str, int] = {}
    for number, title in enumerate(titles, 1):
        if match := _NUMBERED.fullmatch(title):
            word = slug(match["word"])
            for one in read_numbers(match["numbers"]):
                for name in (word, _PLURAL.sub("", word)):
                    found.setdefault(f"{name}-{one.number}", number)
    return found


def slug(title: str) -> str:
    """Lower-case letters and digits, a dash for each gap."""
    kept = "".join(c if c.isalnum() or c in "-_" else " " for c in title.casefold())
    return "-".join(kept.split())


def is_inside(url: str) -> bool:
    """Tell whether an address points to a place in the same document."""
    return url.startswith(_START)


def written_slug(url: str) -> str:
    """The name in an address as the author wrote it, after its number sign."""
    return slug(unquote(url.removeprefix(_START)))


def address(anchor: int) -> str:
    """The address of the heading with this number."""
    return f"{_HEADING}{anchor}"


def anchor_in(url: str) -> int | None:
    """The number in an address that ``address`` made; None for any other."""
    number = url.removeprefix(_HEADING)
    return int(number) if url.startswith(_HEADING) and number.isdigit() else None


def name(anchor: int) -> str:
    """The name of the heading with this number, as a format gives it to a place."""
    return address(anchor).removeprefix(_START)
