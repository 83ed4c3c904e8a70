"""Which mailboxes are nobody's own, which domains are the government's, and so: whose it is."""

import re
from functools import cache

from woo.reference.tables import load_table

_AT = re.compile(
    r"\s*(?:@|\uff20|[\[({]\s?(?:at?|ape?n?staart(?:je)?|@)\s?[\])}]|_at_|\sAT\s)\s*",
    re.IGNORECASE,
)
_WORD_BREAK = re.compile(r"[._+\-\d]+")
# ``zaal412@`` and ``kabinetspost@``; ``jpost@`` is somebody called Post.
_ROOM_OR_POST = re.compile(
    r"(?:zaal|kamer|room)[\d._-]*$|[a-z]{5,}s?post$|post$|[a-z]{2,}info$|[\w-]+-secr$"
)
# ``nai-ca@minbuza.nl``: consular affairs in Nairobi. A post goes by three letters.
_OF_EMBASSY = re.compile(r"[a-z]{3}-(?:ca|cdp|ea|ez|hma|os|pcz|pd|pol|secr|visa?|cons)")


def split_address(address: str) -> tuple[str, str]:
    """The local part and the domain, in lower case; also for ``naam [at] domein.nl``."""
    local, *rest = _AT.split(address.strip().casefold(), maxsplit=1)
    return local, re.sub(r"\s+", "", rest[0]) if rest else ""


@cache
def _functional_words() -> frozenset[str]:
    return frozenset(load_table("offices")["functional_mailboxes"])


@cache
def _functional_parts() -> tuple[str, ...]:
    return tuple(load_table("offices")["functional_parts"])


@cache
def _government_domain() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\.)(?:{'|'.join(load_table('offices')['government_domains'])})$")


def is_functional(address: str) -> bool:
    """True for ``info@`` and ``woo-verzoeken@``: a mailbox of an office, not of a person."""
    local, domain = split_address(address)
    if local.startswith("_") or _ROOM_OR_POST.match(local):
        return True
    if domain == "minbuza.nl" and _OF_EMBASSY.fullmatch(local):
        return True
    words = [word for word in _WORD_BREAK.split(local) if word]
    return any(word in _functional_words() for word in words) or any(
        part in local for part in _functional_parts()
    )


def is_private_provider(address: str) -> bool:
    """True when anybody may have a mailbox in the domain: ``gmail.com``, ``ziggo.nl``."""
    _, domain = split_address(address)
    return domain.partition(".")[0] in load_table("offices")["private_providers"]


def is_government(address: str) -> bool:
    """True when the domain belongs to a ministry, municipality or other public body."""
    _, domain = split_address(address)
    return _government_domain().search(domain) is not None
