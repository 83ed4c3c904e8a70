"""Addresses of somebody's page on a social network; those of organisations stay."""

import re
from collections.abc import Iterator

from woo.detect.rare import mentions
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding
from woo.reference.handles import is_organisation
from woo.reference.lexicon import is_ordinary

_SITES = (
    "linkedin|twitter|x|facebook|fb|instagram|tiktok|bsky|github|gitlab|"
    "youtube|threads|snapchat|t|mastodon"
)
_HOSTS = (
    "linkedin.",
    "twitter.",
    "x.com",
    "facebook.",
    "fb.",
    "instagram.",
    "tiktok.",
    "bsky.",
    "github.",
    "gitlab.",
    "youtube.",
    "threads.",
    "snapchat.",
    "t.me",
    "mastodon",
    "/@",
    "x.example",
)
_NETWORKS = (
    *("snap", "insta", "tiktok", "telegram", "discord", "reddit", "twitch", "facebook", "linkedin"),
    *("bluesky", "mastodon", "skype", "u/"),
)
_PROFILE = re.compile(
    rf"(?<![\w.@/-])(?:https?://)?(?:[a-z]{{1,3}}\.|[a-z]{{2}}-[a-z]{{2}}\.)?(?P<site>{_SITES})\.[a-z]{{2,8}}/"
    r"(?P<path>[^\s<>\"'“”|,;\])(]{2,120})",
    re.IGNORECASE,
)
# *Snapchat: robbie_maes93*, *u/limbo_frits*.
_CALLED = re.compile(
    r"\b(?:Snapchat|Snap|Instagram|Insta|TikTok|Telegram|Discord|Reddit|Twitch|Facebook|LinkedIn|"
    r"Bluesky|Mastodon|Skype)[ \t]{0,12}:[ \t]{0,3}"
    r"(?P<name>@?(?=[\w.-]*[a-z])[\w.-]{3,30}\w)(?![\w@/])"
)
_REDDIT = re.compile(r"(?<![\w/.])u/(?P<name>[\w-]{3,20})(?![\w/])")
_FEDERATED = re.compile(
    r"(?<![\w.@/])https?://[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}/@(?P<path>[\w.]{2,40})(?:@[\w.-]{3,60})?"
)
_PATH = {
    "linkedin": r"(?:in|pub)/[^/?#]{2,}",
    "facebook": r"(?:profile\.php\?id=\d+|people/[^/]{2,}/\d+|[\w.-]{4,}/?(?:[?#].*)?$)",
    "fb": r"[\w.-]{4,}/?(?:[?#].*)?$",
    "bsky": r"profile/[\w.:-]{3,}",
    "tiktok": r"@[\w.]{2,}",
    "youtube": r"(?:@[\w.-]{2,}|user/[\w.-]{2,}|c/[\w.-]{2,})",
    "threads": r"@[\w.]{2,}",
    "mastodon": r"@[\w.]{2,}",
    "snapchat": r"add/[\w.-]{2,}",
    "t": r"[a-z]\w{3,}/?$",
}
_PLAIN_PATH = r"@?[\w.-]{2,40}(?:/status/\d+|/?(?:[?#].*)?$)"
# First parts of a path that belong to the site.
_OWN = frozenset(
    [
        "home",
        "search",
        "hashtag",
        "i",
        "intent",
        "share",
        "explore",
        "login",
        "signup",
        "settings",
        "about",
        "privacy",
        "terms",
        "help",
        "events",
        "groups",
        "pages",
        "sharer",
        "sharer.php",
        "watch",
        "company",
        "school",
        "jobs",
        "feed",
        "posts",
        "p",
        "reel",
        "reels",
        "stories",
        "tv",
        "hashtag",
        "messages",
        "notifications",
        "compose",
        "marketplace",
        "gaming",
        "permalink.php",
        "photo",
        "photo.php",
        "features",
        "pricing",
        "orgs",
        "topics",
        "collections",
        "trending",
        "sponsors",
        "enterprise",
        "policies",
        "legal",
        "downloads",
        "joinchat",
        "addstickers",
        "business",
        "ads",
        "developers",
    ]
)
_HOST_OF_T = re.compile(r"t\.me/", re.IGNORECASE)
_TRAILING = ".:!?…"


def detect_social_profile(document: Document) -> Iterator[Finding]:
    """Every address of a profile of a person."""
    text = document.text
    yield from _by_name(text)
    if not mentions(text, _HOSTS):
        return
    for match in _PROFILE.finditer(text):
        end = match.start("path") + len(match["path"].rstrip(_TRAILING))
        if _is_person(match, text[match.start("path") : end]):
            yield finding(
                text, (match.start(), end), Category.SOCIAL_PROFILE, "social_profile", 0.97
            )
    for match in _FEDERATED.finditer(text):
        if not is_organisation(match["path"]):
            yield finding(text, match.span(), Category.SOCIAL_PROFILE, "social_profile", 0.9)


def _by_name(text: str) -> Iterator[Finding]:
    """Behind the name of the network, or as that writes it."""
    if not mentions(text, _NETWORKS):
        return
    for pattern in (_CALLED, _REDDIT):
        for match in pattern.finditer(text):
            name = match["name"].lstrip("@")
            if not (is_organisation(name) or is_ordinary(name) or "." in name[-4:]):
                span = match.span("name") if pattern is _CALLED else match.span()
                yield finding(text, span, Category.SOCIAL_PROFILE, "social_profile", 0.9)


def _is_person(match: re.Match[str], path: str) -> bool:
    site = match["site"].casefold()
    if site == "t" and not _HOST_OF_T.search(match.group()):
        return False
    first = re.split(r"[/?#]", path)[0]
    if first.casefold().lstrip("@") in _OWN and not path.startswith(("in/", "pub/")):
        return False
    if re.match(_PATH.get(site, _PLAIN_PATH), path) is None:
        return False
    return not is_organisation(first.lstrip("@"))
