"""User names and profiles on social media."""

import re
from collections.abc import Iterator

from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.tables import load_table

_SITE = r"(?:https?://)?(?:[a-z]{1,3}\.|www\.|m\.)?"
_HANDLE = r"[\w.%-]{2,60}"
_TLD = r"\.(?:com|nl|social|app|net|org|example)"
_PROFILE = re.compile(
    rf"(?<![\w/.@-])(?:{_SITE}(?:"
    rf"linkedin{_TLD}/in/{_HANDLE}|"
    rf"(?:twitter|x|instagram|facebook|github|threads|pinterest|telegram){_TLD}/@?{_HANDLE}|"
    rf"(?:tiktok|youtube|mastodon|medium){_TLD}/@{_HANDLE}|"
    rf"bsky\.app/profile/{_HANDLE})/?)(?![\w])",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"/(?:company|school|groups?|events?|pages?|watch|search|hashtag|share|home|login|intent|p|"
    r"reel)\b",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?<![\w.@/+-])@(?P<name>[A-Za-z0-9_](?:[\w.]{1,28})[A-Za-z0-9_])(?![\w@])(?!\.\w)"
)
_LABELLED = re.compile(
    r"(?<![a-z])(?:gebruikersnaam|gebruiker|username|user[- ]?id|inlognaam|loginnaam|login|account|"
    r"inlogcode|accountnaam|nickname|schuilnaam)[ \t]{0,10}(?:[:=(|;\"'‘“]|is|van|"
    r"laat zien)[ \t(\"'‘“:]{0,4}"
    r"(?P<name>[A-Za-z0-9][\w.@-]{2,30}[A-Za-z0-9])(?![\w@])",
    re.IGNORECASE,
)
# A code: letters with digits, a dot or a line in between. A word is not.
_CODE = re.compile(r"(?=.*[\d_.])[a-z][a-z0-9_.-]+", re.IGNORECASE)
_AFTER = re.compile(
    r"(?<![a-z])(?:account|gebruiker|user|door|"
    r"login)[ ](?P<name>[a-z][a-z]{1,14}[\d_.][a-z0-9_.]{0,14}[a-z0-9])(?![\w@])"
)
_CHAT = re.compile(
    r"^[ \t\[└]{0,6}(?:[\d:./-]{3,10}[\] ,–-]{1,4}){0,2}"
    r"(?:<(?P<between>[a-z][\w.-]{2,25})>|(?P<before>(?=[a-z.]{0,24}[_\d.])[a-z][\w.]{2,25}):[ ])",
    re.MULTILINE,
)


def detect_accounts(document: Document) -> Iterator[Finding]:
    """Profiles; handles with @; user names after a word that says so, and in chats between < >."""
    text = document.text
    if "/" in text:
        for match in _PROFILE.finditer(text):
            if not _NO_PERSON.search(match.group()):
                yield finding(text, match.span(), Category.SOCIAL_PROFILE, "accounts", 0.95)
    if "@" in text:
        for match in _AT.finditer(text):
            role = _role(match["name"])
            yield finding(text, match.span(), Category.USERNAME, "accounts", 0.8, role)
    for pattern in (_LABELLED, _AFTER):
        for match in pattern.finditer(text):
            if _CODE.fullmatch(match["name"]):
                yield finding(text, match.span("name"), Category.USERNAME, "accounts", 0.9)
    for match in _CHAT.finditer(text):
        group = "between" if match["between"] else "before"
        yield finding(text, match.span(group), Category.USERNAME, "accounts", 0.7)


def _role(handle: str) -> Role:
    """FUNCTIONAL for the handle of an organisation."""
    plain = handle.casefold().replace("_", "").replace(".", "")
    known = load_table("offices")["handles"]
    return Role.FUNCTIONAL if any(word in plain for word in known) else Role.UNKNOWN
