"""IP addresses, of either version; not the number of a version, an article or a section."""

import re
from collections.abc import Iterator
from ipaddress import ip_address

from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

_FOUR = re.compile(r"(?<![\w.:-])(?<!\d,)(?:\d{1,3}\.){3}\d{1,3}(?![\w]|[.,]\d)")
_SIX = re.compile(r"(?<![\w.:])[0-9A-Fa-f]{1,4}(?::{1,2}[0-9A-Fa-f]{1,4}){3,7}(?![\w:])")
_OTHER = re.compile(
    r"(?:versie|version|v\.?|release|firmware|build|artikel|art\.?|paragraaf|hoofdstuk|sectie|bijlage|punt|"
    r"eis|onderdeel|dossier|nummer|nr\.?|tabel|figuur|§)[ :]{0,2}$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:\bip\b|adres|host|server|bron|vanaf|client|login|inlog)", re.IGNORECASE)
_REACH = 25


def detect_ip(document: Document) -> Iterator[Finding]:
    """Every address that can be one; four small numbers only with a word that says so."""
    text = document.text
    for match in _FOUR.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        numbers = [int(part) for part in match.group().split(".")]
        if not _is_address(match.group()) or _OTHER.search(before):
            continue
        if max(numbers) > 31 or _LABEL.search(before):
            yield finding(text, match.span(), Category.IP_ADDRESS, "ip", 0.9)
    for match in _SIX.finditer(text) if ":" in text else ():
        if _is_address(match.group()):
            yield finding(text, match.span(), Category.IP_ADDRESS, "ip", 0.95)


def _is_address(written: str) -> bool:
    try:
        ip_address(written)
    except ValueError:
        return False
    return True
