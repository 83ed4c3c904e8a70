"""Devices that carry the name of who uses them: *NB-VDHEUVEL-03*, *iphone-van-guusje*.

An inventory or a log names the machine, and so who sat at it: it counts as a user's name.
"""

import re
from collections.abc import Iterator
from typing import Final

from woo.detect.contacts.formed_users import is_formed
from woo.detect.words.grammar import JOINED_PARTICLE
from woo.reference.lexicon import is_first_name, is_ordinary, is_surname

# What inventories call a machine by, before or behind who has it.
_KIND: Final = (
    r"(?:NB|LT|LPT|LAP|LAPTOP|PC|WS|DT|DESKTOP|TAB|TABLET|MAC|MACBOOK|IPAD|IPHONE|SURFACE|HP|DELL|"
    r"LENOVO|TEL|MOB|CHROMEBOOK)"
)
_NAMED_AFTER = re.compile(
    rf"(?<![\w.@-])(?P<device>(?:(?:[A-Z]{{2,5}}-)?{_KIND}\d{{0,2}}[-_](?P<user>[A-Z]{{4,14}})|"
    rf"(?:MIN|GEM|[A-Z]{{2,4}})-(?P<numbered>[A-Z]{{4,14}})(?=-\d)|"
    rf"(?P<owner>[A-Z]{{4,14}})[-_]{_KIND})(?:[-_][A-Z\d]{{1,4}})?)(?![\w.@-])"
)
# *iphone-van-guusje*
_TELEPHONE = re.compile(
    r"(?<![\w.@-])(?:iphone|ipad|macbook|laptop|galaxy)(?:[-_]van)?[-_]"
    r"(?P<first>[A-Za-zà-ÿ]{3,14})(?![\w@])",
    re.IGNORECASE,
)
_PARTICLE = re.compile(rf"^{JOINED_PARTICLE}(?=[a-z]{{4}})")


def devices(text: str) -> Iterator[tuple[int, int]]:
    """The place of every such name, whole."""
    for match in _NAMED_AFTER.finditer(text):
        name = match["user"] or match["numbered"] or match["owner"]
        if _is_somebody(name.lower(), anyhow=match["numbered"] is None):
            yield match.span("device")
    for match in _TELEPHONE.finditer(text):
        name = match["first"]
        if is_first_name(name.title()) and not (name.islower() and is_ordinary(name)):
            yield match.span()


def _is_somebody(name: str, *, anyhow: bool) -> bool:
    """An initial with a surname; beside the word for a machine also a surname or a first name."""
    if is_formed(name, marked=True):
        return True
    surname = _PARTICLE.sub("", name)
    return anyhow and not is_ordinary(name) and (is_surname(surname) or is_first_name(name.title()))
