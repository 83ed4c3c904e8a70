r"""Signs that stand written out: escapes of JSON, entities and tags of HTML, broken UTF-8.

Exports of systems hold *Zo\u00eb\n*, *Zo&euml;<br>* and *ZoÃ«* for *Zoë* and a line end.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Final

from woo.model.plain_signs import plain_signs

_JSON = re.compile(r"[{\[,]\s{0,40}\"[^\"\n]{1,60}\"\s{0,4}:")
# But *AMBT\noordhoekj* is a log-in of which nobody doubled the stroke.
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|[\"/\\]|"
    r"(?<![A-Z]{2}\\)[nrtbf]|[nrtbf](?![a-z]))"
)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[A-Za-z]{2,8});")
# A tag that holds nothing but how something looks; a line ends at some, a cell at others.
_LOOKS: Final = r"(?:[ ](?:class|style|dir|align|lang)=\"[^\"<>@]{0,80}\"){0,4}[ ]?/?>"
_TAG = re.compile(
    rf"</?(?:(?P<block>p|br|div|li|tr|ul|ol|table|h[1-6])|b|i|u|em|strong|span|sup|sub|"
    rf"(?P<cell>t[dh])){_LOOKS}",
    re.IGNORECASE,
)
# UTF-8 that somebody read as Windows-1252.
_BROKEN: Final = {
    letter.encode().decode("cp1252"): letter
    for letter in "ÀÂÃÄÅÆÇÈÉÊËÌÎÑÒÓÔÕÖØÙÚÛÜàâãäåæçèéêëìîïñòóôõöøùúûüÿğıŞşčćšžłńęąőűř’‘“”–…"
    if "\x81" not in (written := letter.encode().decode("cp1252", errors="replace"))
    and "\ufffd" not in written
}
_BEGIN_BROKEN: Final = {sign[0] for sign in _BROKEN}
_BROKEN_SIGN = re.compile("|".join(map(re.escape, sorted(_BROKEN, key=len, reverse=True))))


def written_out(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such a sign stands and what it is for; half of a pair is for nothing."""
    if "\\" in text and _JSON.search(text):
        yield from ((*match.span(), _of_json(match.group())) for match in _ESCAPE.finditer(text))
    if "&" in text:
        for match in _ENTITY.finditer(text):
            if sign := _of_entity(match.group()):
                yield *match.span(), sign
    if "<" in text:
        yield from ((*match.span(), _of_tag(match)) for match in _TAG.finditer(text))
    if any(sign in text for sign in _BEGIN_BROKEN):
        yield from (
            (*match.span(), _BROKEN[match.group()]) for match in _BROKEN_SIGN.finditer(text)
        )


def end_of_escape(text: str, place: int) -> int:
    """Where the sign that stands written out at ``place`` ends; ``place`` itself when none does."""
    for pattern in (_ESCAPE, _ENTITY, _BROKEN_SIGN):
        match = pattern.match(text, place)
        if match:
            return match.end()
    return place


def _of_json(escape: str) -> str:
    sign: str = json.loads(f'"{escape}"')
    return "" if "\ud800" <= sign <= "\udfff" else sign


def _of_tag(tag: re.Match[str]) -> str:
    if tag["block"]:
        return "\n"
    return "\t" if tag["cell"] and tag.group().startswith("</") else ""


def _of_entity(entity: str) -> str:
    """The sign, as plain as can be; nothing when it is for no sign or for two."""
    sign = plain_signs(html.unescape(entity))
    return sign if len(sign) == 1 else ""
