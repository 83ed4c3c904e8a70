"""E-mail addresses, also ``naam [at] domein.nl`` and those broken over a line."""

import re
from collections.abc import Iterator

from woo.detect.lexicon import is_first_name, is_ordinary
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.mailboxes import is_government, owner_role, split_address

_LOCAL = r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}"
_DOMAIN = r"[^\W_](?:[\w-]{0,62})(?:\.[^\W_][\w-]{0,62}){0,5}\.[^\W\d_]{2,24}"
# A line may break after the sign or after a dot or hyphen of the domain. The local part cannot
# start in the middle of a word: that keeps the search linear.
_PLAIN = re.compile(
    rf"(?<![\w.!#$%&'*+/=?^`{{|}}~-]){_LOCAL}(?:@|\uff20)(?:\n[ \t>]{{0,4}})?{_DOMAIN}\b"
)
_AT = (
    r"[ \t]{0,2}(?:\[[ ]?(?:at|apenstaartje|@)[ ]?\]|\([ ]?(?:at|apenstaartje|@)[ ]?\)|\{at\}|"
    r"[ ]AT[ ])[ \t]{0,2}"
)
_DOT = r"(?:\.|[ ]?[\[(]?(?:dot|punt|\.)[\])][ ]?|[ ](?:dot|punt)[ ])"
_OBFUSCATED = re.compile(
    rf"(?<![\w.-])[\w.+-]{{1,64}}{_AT}[^\W_][\w-]{{0,62}}(?:{_DOT}[^\W_][\w-]{{0,62}}){{0,4}}{_DOT}[^\W\d_]{{2,24}}\b",
    re.IGNORECASE,
)
_SPACED = re.compile(rf"(?<![\w.-])[\w.+-]{{1,64}}[ ]@[ ]?{_DOMAIN}\b")
_BROKEN_DOMAIN = re.compile(
    r"[\w.-]{1,60}@[\w-]{1,60}(?:\.|-)\n[ \t>]{0,4}[\w-]{1,40}(?:\.\w{2,10})?\b"
)

_WORDS = re.compile(r"[^\W\d_]{3,}")


def detect_email(document: Document) -> Iterator[Finding]:
    """Every e-mail address; a general mailbox gets the role FUNCTIONAL."""
    text = document.text
    for pattern in (_PLAIN, _OBFUSCATED, _SPACED, _BROKEN_DOMAIN):
        for match in pattern.finditer(text):
            start, end = _trimmed(match)
            role = _role(text[start:end])
            yield finding(text, (start, end), Category.EMAIL, "email", 0.99, role)


def _role(address: str) -> Role:
    """Whose it is; ``sofie.planning@`` is somebody's, although it names an office."""
    role = owner_role(address)
    words = _WORDS.findall(split_address(address)[0])
    if role is Role.FUNCTIONAL and any(is_first_name(w) and not is_ordinary(w) for w in words):
        return Role.OFFICIAL if is_government(address) else Role.CITIZEN
    return role


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Without the punctuation of the sentence around it."""
    start = match.start()
    while match.string[start] in ".'*`/=|{}":
        start += 1
    return start, match.end()
