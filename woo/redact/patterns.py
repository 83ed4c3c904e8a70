"""Regular expressions of a user, for ``woo pdf redact --pattern``.

They are searched in the text as it is read, and once more with words put together that are broken
over a line or stored with ligatures and invisible marks. A space in a pattern also stands for a
line break; a point does not, so that ``Naam: .*`` ends at the end of the line.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from woo.errors import InputError
from woo.text.letters import is_invisible

# For all text of one document, per pattern. A sane pattern takes some milliseconds per page.
_SECONDS = 10.0
_LONGEST = 1000
_TOKEN = re.compile(
    r"\\[NpP]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?#[^)]*\)|\{[^}]*\}| |.", re.DOTALL
)
_HYPHENATED = re.compile("(?<=[^\\W\\d_])[-\u00ad\u2010\u2011][ \t]*[\n\f]+")
_BREAK = re.compile("[ \t]*[\n\f][ \t\n\f]*")


def matches(text: str, patterns: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The spans of everything that a pattern matches; the same span can come twice.

    Raises InputError for a pattern that is wrong, matches nothing at all, or takes too long.
    """
    compiled = [compile_pattern(pattern) for pattern in patterns]
    if not compiled:
        return
    forms = [(text, range(len(text) + 1)), *_forms(text)]
    for pattern in compiled:
        for form, offsets in forms:
            for start, end in _found(pattern, form):
                yield offsets[start], offsets[end - 1] + 1


def compile_pattern(pattern: str) -> Any:
    """Raises InputError when a pattern is wrong, or matches the empty text."""
    import regex

    if len(pattern) > _LONGEST:
        raise InputError(
            f"Een patroon heeft meer dan {_LONGEST} tekens.", "Splits het in meer patronen."
        )
    try:
        compiled = regex.compile(pattern)
        if not compiled.flags & regex.VERBOSE:
            compiled = regex.compile(_with_breaks(pattern))
        is_empty = compiled.search("", timeout=_SECONDS) is not None
    except (regex.error, RecursionError, OverflowError, ValueError):
        raise InputError(
            "Een patroon is geen geldige reguliere expressie.",
            "Zet een \\ voor een teken als ( [ * + ? om het letterlijk te zoeken.",
        ) from None
    except TimeoutError:
        raise _too_slow() from None
    if is_empty:
        raise _empty()
    return compiled


def _with_breaks(pattern: str) -> str:
    """A space in the pattern also matches a line break."""
    return _TOKEN.sub(lambda token: r"\s" if token.group() == " " else token.group(), pattern)


def _found(pattern: Any, text: str) -> Iterator[tuple[int, int]]:
    try:
        for match in pattern.finditer(text, timeout=_SECONDS):
            if match.end() == match.start():
                raise _empty()
            if match.group().strip():
                yield match.span()
    except TimeoutError:
        raise _too_slow() from None


def _empty() -> InputError:
    return InputError(
        "Een patroon past ook op lege tekst en zou overal lakken.",
        "Eis met + of een letterlijk teken dat er iets staat.",
    )


def _too_slow() -> InputError:
    return InputError(
        f"Een patroon kost meer dan {_SECONDS:g} seconden.",
        "Vermijd herhaling binnen herhaling, zoals (a+)+.",
    )


def _forms(text: str) -> Iterator[tuple[str, Sequence[int]]]:
    """The text put together in two ways: without the hyphen at a line end, and with it."""
    without = _put_together(text, keep_hyphen=False)
    yield without
    hyphenated = _put_together(text, keep_hyphen=True)
    if hyphenated[0] != without[0]:
        yield hyphenated


def _put_together(text: str, *, keep_hyphen: bool) -> tuple[str, Sequence[int]]:
    """Broken words and compatibility forms undone; offsets lead back to ``text``."""
    pieces: list[str] = []
    offsets = array("l")
    skipped = {
        index
        for match in _HYPHENATED.finditer(text)
        for index in range(match.start() + keep_hyphen, match.end())
    }
    breaks = {
        index for match in _BREAK.finditer(text) for index in range(match.start() + 1, match.end())
    }
    starts = {match.start() for match in _BREAK.finditer(text)}
    for index, character in enumerate(text):
        if index in skipped or index in breaks:
            continue
        piece = "\n" if index in starts else _plain(character)
        pieces.append(piece)
        offsets.extend([index] * len(piece))
    return "".join(pieces), offsets


def _plain(character: str) -> str:
    if character.isascii():
        return character
    return "" if is_invisible(character) else unicodedata.normalize("NFKC", character)
