"""E-mail addresses, also ``naam [at] domein.nl`` and those broken over a line."""

import re
from collections.abc import Iterator

from woo.detect.contacts.mailbox_owners import is_named, owner_role
from woo.detect.rare import mentions
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.mailboxes import is_functional, is_government, split_address

# Without the bar, which parts cells: *Postkamer|DIV|post@gemeente.nl*.
_LOCAL = r"[\w.!#$%&'*+/=?^`{}~-]{1,64}"
_DOMAIN = r"[^\W_](?:[\w-]{0,62})(?:\.[^\W_][\w-]{0,62}){0,5}\.[^\W\d_]{2,24}"
# A line may break after the sign or after a dot or hyphen of the domain. The local part cannot
# start in the middle of a word: that keeps the search linear.
_PLAIN = re.compile(rf"(?<![\w.!#$%&'*+/=?^`{{}}~-]){_LOCAL}@(?:\n[ \t>]{{0,4}})?{_DOMAIN}\b")
_AT = (
    r"[ \t]{0,2}(?:[\[({][ ]?(?:at?|ape?n?staart(?:je)?|@)[ ]?[\])}]|_at_|"
    r"[ ]AT[ ])[ \t]{0,2}"
)
_DOT = r"(?:\.|[ ]?[\[(]?(?:dot|punt|\.)[\])][ ]?|[ ](?:dot|punt)[ ])"
_OBFUSCATED = re.compile(
    rf"(?<![\w.-])[\w.+-]{{1,64}}{_AT}[^\W_][\w-]{{0,62}}(?:{_DOT}[^\W_][\w-]{{0,62}}){{0,4}}{_DOT}[^\W\d_]{{2,24}}\b",
    re.IGNORECASE,
)
# As somebody says it: *tineke punt visser apenstaart live punt nl*; the signs may be in brackets.
_SAID = r"[ ]\(?(?:punt|dot|streepje)\)?[ ]"
_SPOKEN = re.compile(
    rf"(?<![\w.-])[\w.-]{{1,30}}(?:{_SAID}[\w-]{{1,30}}){{0,4}}(?:,[ ]aan elkaar,)?"
    rf"[ ]\(?(?:ape?n?staart(?:je)?|at)\)?[ ]"
    rf"[\w-]{{2,40}}(?:{_SAID}[\w-]{{2,30}}){{0,3}}(?:{_SAID}|\.)[a-z]{{2,6}}\b",
    re.IGNORECASE,
)
_SPACED = re.compile(rf"(?<![\w.-])[\w.+-]{{1,64}}[ ]@[ ]?{_DOMAIN}\b(?![._]\w)")
# As text recognition gives it: another sign for @, a space behind it, a space or comma at a dot.
_MISREAD = re.compile(
    r"(?<![\w.-])[\w.+-]{2,64}[ ]?(?:[©®]|@{1,2})[ ]?[^\W_][\w-]{1,62}(?:[.,][ ]?[\w-]{2,40}){0,3}"
    r"(?:[ ]?[.,][ ]?(?:nl|com|org|eu|net|be|de)|[ ](?:nl|com))\b"
)
# Within an organisation, ``p.dinkla@belasting``, and with a digit read for a letter, ``….n1``.
_INTERNAL = re.compile(
    r"(?<![\w.@/:-])(?!(?:git|root|admin|svc|user|test)\b)[A-Za-z][\w.-]{2,30}@[A-Za-z][\w-]{2,30}"
    r"(?:\.[nN][1I|])?(?![\w@.-]|://)"
)
_BROKEN_DOMAIN = re.compile(
    r"(?<![\w.-])[\w.-]{1,60}@[ ]?[\w-]{1,60}"
    r"(?:(?:\.|-)\n[ \t>]{0,4}[\w-]{1,40}(?:\.\w{2,10})?|\n[ \t>]{0,4}-[\w.-]{2,40}|"
    r"\n[ \t>]{0,4}[\w-]{1,40}\.(?:nl|com|org|eu|net|be|de))\b"
)
# Below *#team-canon* somebody is called in a chat: *@dewi.lks*.
_BROKEN_SIGN = re.compile(
    r"(?<![\w.-])[\w.-]{2,60}\n[ \t>]{0,6}@[ ]?[^\W_][\w.-]{0,62}"
    r"\.(?:nl|com|org|eu|net|be|de|nu|frl|info|gov|edu|uk|fr)\b"
)

# An initial that a space or a line end cut off: *j. jansen@…*; a capital ends a sentence.
_INITIAL = re.compile(r"(?<![\w.])[a-z]\.\s$")
_POST_BOX = re.compile(r"\b(?:[Dd]ienst)?[Pp]ostbus[ ][^<>@,;\n]{2,50}[ ][<(\[]$")
# The number of a message is no mailbox, though it looks like one.
_MESSAGE_ID = re.compile(r"\b(?:message-id|in-reply-to)[ :]{0,3}<?$", re.IGNORECASE)
# Where a program went wrong: *java.lang.NullPointerException at nl.voorbeeld.Zaak.lees*.
_IS_CODE = re.compile(r"[\w.]+(?:Exception|Error)[ ]at[ ].+|\w+[ ]at[ ][\w.]*\.[A-Z]\w*\.\w+")
_SIGNED = (_PLAIN, _SPACED, _MISREAD, _INTERNAL, _BROKEN_DOMAIN, _BROKEN_SIGN)
_SPELT = (_OBFUSCATED, _SPOKEN)
_SIGNS = "@©®"
_AT_WORDS = (
    " at ",
    "at]",
    "at)",
    "at}",
    "staart",
    "(a)",
    "_at_",
    "[@",
    "(@",
    "@ )",
    "@ ]",
    "( @",
    "[ @",
)


def detect_email(document: Document) -> Iterator[Finding]:
    """Every e-mail address; a general mailbox gets the role FUNCTIONAL."""
    text = document.text
    signed = _SIGNED if any(sign in text for sign in _SIGNS) else ()
    spelt = _SPELT if mentions(text, _AT_WORDS) else ()
    for pattern in (*signed, *spelt):
        for match in pattern.finditer(text):
            start, end = _trimmed(match)
            numbered = _MESSAGE_ID.search(text, max(0, start - 20), start)
            if numbered or _IS_CODE.fullmatch(text, start, end):
                continue
            role = _role(text, start, text[start:end])
            if role is not Role.FUNCTIONAL and (
                initial := _INITIAL.search(text, max(0, start - 4), start)
            ):
                start = initial.start()
            yield finding(text, (start, end), Category.EMAIL, "email", 0.99, role)


def _role(text: str, start: int, address: str) -> Role:
    """FUNCTIONAL too behind *Postbus Programma Waterveen*, whatever it is called.

    Not FUNCTIONAL where the text names somebody as the mailbox is called: *Judith Zoetelief*.
    """
    role = owner_role(address)
    if _POST_BOX.search(text, max(0, start - 60), start) and not is_named(address):
        return Role.FUNCTIONAL
    local, _ = split_address(address)
    by_word = role is Role.FUNCTIONAL and not (is_functional(address) or is_government(address))
    if by_word and local.isalpha() and re.search(rf"(?<=\w )(?<!\. ){local.title()}\b", text):
        return Role.CITIZEN
    return role


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Without the punctuation of the sentence around it, and a key: *notified=ciso@…*."""
    start = max(match.start(), match.string.rfind("=", match.start(), match.end()) + 1)
    while match.string[start] in ".'*`/=|{}":
        start += 1
    return start, match.end()
