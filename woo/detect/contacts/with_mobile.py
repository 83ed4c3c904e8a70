"""Who has a mobile telephone behind the name is somebody: *kazerne Piet Vijverberg 06-53001298*."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from woo.detect.agreement import MODEL
from woo.detect.offices.known_holders import BY_SURNAME
from woo.detect.words.name_parts import parse_name
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name

_MOBILE = re.compile(
    r"[ ,(:|–-]{1,4}(?:(?:[Tt]el|[Mm]ob(?:iel)?|[TM])[.:]{0,2}[ ])?"
    r"(?:\+31[ ]?(?:\(0\))?|0)6(?:[ .-]{0,2}\d){8}(?!\d)"
)
_GUESSED = frozenset({MODEL, BY_SURNAME})


def with_mobiles(text: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; whom only networks or a surname let stay goes, and so does a whole name."""
    for one in found:
        stays = one.category is Category.PERSON and _is_doubted(one)
        yield replace(one, role=Role.UNKNOWN) if stays and _MOBILE.match(text, one.end) else one


def _is_doubted(one: Finding) -> bool:
    if one.role is Role.EPONYM:
        parts = parse_name(one.text)
        return parts.is_whole and is_first_name(parts.first)
    return one.role in {Role.OFFICE_HOLDER, Role.AUTHOR} and one.detector in _GUESSED
