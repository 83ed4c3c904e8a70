r"""The text as it is seen: without signs that draw nothing, each accent on its letter.

*+31\u202c*, a soft hyphen that no line ends at and a space of no width stand inside words and
numbers that came from a telephone, a chat or the web; a Mac writes *é* as two signs. The number of
a note and the marks of words that are *bold* or _italic_ are not read either. What stands written
out (``escapes``) is read as the sign that it is for.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from woo.text.escapes import end_of_escape, written_out
from woo.text.letters import plain_letters
from woo.text.spacing import left_out, needless

_ACCENTS: Final = "\u0300-\u036f"
_UNSEEN = re.compile(
    # Of direction and joining, of no width, and those that choose how the sign before them looks.
    # A soft hyphen at the end of a line is a hyphen.
    r"\u00ad(?![ \t]*\n)|[\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\ufe00-\ufe0f\ufeff\ufff9-\ufffb]|"
    rf"(?P<letter>[^\W_{_ACCENTS}])[{_ACCENTS}]+|"
    # Letters that rules and lists do not know: *Şahin*, *Łukasz*, *Dĳkstra*, *oﬃcieel*.
    r"(?P<foreign>[\u0100-\u024f\u1e00-\u1eff\ufb00-\ufb06])"
)
_RETURN = re.compile(r"\r(?=\n)")
# Word and a mail that may be wrapped anew (RFC 3676) leave the space where a line is broken.
_AT_LINE_END = re.compile(r"(?<=\S)[ ]+(?=\r?\n)")
_NOTE = re.compile(r"(?<=[^\W\d_]{2})[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?!\w)")
# *De heer **Jansen** (D66):* in a debate shows who speaks, and *_sanne_* is a name on a platform.
_EMPHASIS = re.compile(
    r"(?<![\w*_@/])(?P<opens>\*{1,3}|_{1,2})(?=[^\s*_])(?![a-z0-9.]+_)"
    r"[^\n*_]{1,80}(?<=[^\s:])(?P<closes>(?P=opens))(?![\w*_])"
    r"(?![^\n:]{0,40}:(?:\s|$))"
)


class Visible(NamedTuple):
    """What is seen of a text; ``places`` tells where each of its characters stood."""

    text: str
    places: Sequence[int]


def visible(text: str) -> Visible:
    """``text`` without what draws nothing."""
    if text.isascii() and text.replace(" ", "").isalpha() and "  " not in text:
        return Visible(text, range(len(text)))  # most names
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for start, end, letter in sorted({*_unseen(text), *_marks(text), *written_out(text)}):
        if start < done:
            continue
        pieces += [text[done:start], letter]
        places += [*range(done, start), *[start] * len(letter)]
        done = end
    if not done:
        return Visible(text, range(len(text)))
    places += range(done, len(text))
    return Visible("".join((*pieces, text[done:])), places)


def _unseen(text: str) -> Iterator[tuple[int, int, str]]:
    """What is not seen, and the letter that stands there all the same."""
    if text.isascii():
        return
    for match in _UNSEEN.finditer(text):
        # A letter with an accent that none has alone, stays without it.
        letter = unicodedata.normalize("NFC", match.group())[0] if match["letter"] else ""
        yield *match.span(), plain_letters(letter or match["foreign"] or "")
    yield from ((*match.span(), "") for match in _NOTE.finditer(text))


def _marks(text: str) -> Iterator[tuple[int, int, str]]:
    if "\r" in text:
        yield from ((*match.span(), "") for match in _RETURN.finditer(text))
    if " \n" in text or " \r" in text:
        yield from ((*match.span(), "") for match in _AT_LINE_END.finditer(text))
    for match in _EMPHASIS.finditer(text) if "*" in text or "_" in text else ():
        yield from ((*match.span(name), "") for name in ("opens", "closes"))
    yield from ((start, end, "") for start, end in needless(text))
    yield from ((place, place, " ") for place in left_out(text))


def end_of_sign(text: str, place: int) -> int:
    """Where what is seen as one sign at ``place`` ends: a letter with its accents, an escape."""
    match = _UNSEEN.match(text, place)
    if match and match["letter"]:
        return match.end()
    return max(place + 1, end_of_escape(text, place))
