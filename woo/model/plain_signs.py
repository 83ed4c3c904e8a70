"""Signs that Word, the web and other systems have for the same thing, brought to one.

Whoever reads a text sees no difference between a space and one that does not break, and rules and
networks need see none. Each sign becomes one sign, so that offsets stay what they are.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Spaces that do not break or have another width.
_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HYPHENS: Final = "\u2010\u2011"
# Letters, digits and signs as wide as Chinese ones.
_WIDE: Final = "\uff01-\uff5e"
_LINE_ENDS: Final = "\v\u0085\u2028\u2029"
# A hyphen where they join the digits of a number: *Tiel–Waardenburg* is no name, *1921–1949* none.
_DASHES: Final = "\u2012\u2013\u2212"
# Beside a letter.
_APOSTROPHES: Final = "`\u00b4\u02bc\u2032"

_SPACE = re.compile(f"[{_SPACES}]")
# That of Windows keeps its two signs.
_LINE_END = re.compile(rf"[{_LINE_ENDS}]|\r(?!\n)")
_HYPHEN = re.compile(
    rf"[{_HYPHENS}]|(?<=\d)[{_DASHES}](?=[\dA-Z])(?!(?<=[12]\d{{3}}.)[12]\d{{3}}(?!\d))|"
    rf"(?<=[A-Z])[{_DASHES}](?=\d)"
)
_APOSTROPHE = re.compile(
    rf"(?<=[^\W\d_])[{_APOSTROPHES}](?=[^\W\d_])|(?<!\w)[{_APOSTROPHES}](?=[stn]\b)"
)
_WIDE_SIGN = re.compile(f"[{_WIDE}]")
_ANY = re.compile(f"[\r{_SPACES}{_HYPHENS}{_WIDE}{_LINE_ENDS}{_DASHES}{_APOSTROPHES}]")


# Every detector asks for the text of the same document.
@lru_cache(maxsize=4)
def plain_signs(text: str) -> str:
    """``text``, as long as before, with one kind of space, hyphen, apostrophe and line end."""
    if _ANY.search(text) is None:
        return text
    text = _WIDE_SIGN.sub(lambda sign: unicodedata.normalize("NFKC", sign.group()), text)
    text = _LINE_END.sub("\n", _SPACE.sub(" ", text))
    return _APOSTROPHE.sub("'", _HYPHEN.sub("-", text))
