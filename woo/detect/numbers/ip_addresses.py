"""Internet addresses (RFC 791, RFC 4291): whose line or machine it was; private ranges as well.

Not those of a server or of a whole network (RFC 4632), which are nobody's.
"""

import ipaddress
import re
from collections.abc import Iterator

from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

_FOUR = re.compile(
    r"(?<![\w.-])(?<!\w/)(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}(?!\w|\.\d|,\d{1,2}(?![\d.])|-\d)"
)
_SIX = re.compile(r"(?<![\w:.])[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{0,4}){2,8}(?![\w:])")
_VERSION = re.compile(
    r"(?<![a-z])(?:versies?|version|ver\.?|v\.?|release|build|update|patch|firmware|artikel(?:en)?|artt?\.?|paragra(?:af|fen)|"
    r"par\.?|§|sectie|hoofdstuk|hfst\.?|bijlage|punt|onderdeel|eis|lid|oid|norm|tabel|figuur|pagina|stap|"
    r"wp|taak|nr\.?|nummer|€|euro)[ :=]{0,2}$",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"\bip(?:v[46])?\b|\bip-|server|\bhost|vanaf|firewall|subnet|netwerk|\bvpn\b|\blog|\bbron\b|inlog|adres|gateway|"
    r"\bdns\b|\bping\b|router|poort",
    re.IGNORECASE,
)
# *gateway 145.21.0.9*, *dst=10.12.0.4*, *srv-gba1|10.84.1.10*
_OF_SERVER = re.compile(
    r"(?:\b(?:mail)?server|\"host\":|\b[\w-]{0,12}(?:prd|prod|db|lb)-[\w-]{1,12}|\bgateway|\bdst=|"
    r"\bproxy\d*|\bnode[ ][\w-]{1,20}|\bsrv-?[\w-]{0,20}|"
    r"\brouter|"
    r"\bload ?balancer|\bmx[\w.]{0,40})\W{0,3}(?:ip|adres)?\W{0,3}$",
    re.IGNORECASE,
)
# Below this every number can be that of a section or a version.
_SMALL, _REACH = 40, 120


def detect_ip_address(document: Document) -> Iterator[Finding]:
    """Every address that is valid and no version or section number."""
    text = document.text
    for match in _FOUR.finditer(text):
        if _is_address(match.group()) and _is_meant(text, match):
            yield finding(text, match.span(), Category.IP_ADDRESS, "ip_address", 0.9)
    if "::" in text or text.count(":") > 6:
        for match in _SIX.finditer(text):
            if len(match.group()) > 6 and _is_address(match.group()):
                yield finding(text, match.span(), Category.IP_ADDRESS, "ip_address", 0.97)


def _is_address(written: str) -> bool:
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return False
    return not (address.is_unspecified or address.is_loopback or address.is_multicast)


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """False for ``versie 10.0.19.4``, and for small numbers without a word about a network."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    if _VERSION.search(before) or _OF_SERVER.search(before) or text.startswith("/", match.end()):
        return False
    octets = [int(octet) for octet in match.group().split(".")]
    if octets[0] == 0 or octets[:2] == [255, 255]:
        return False
    if max(octets) < _SMALL or octets[1:3] == [0, 0]:
        return _NETWORK.search(before) is not None
    return True
