"""Whose an address, telephone or mailbox is, where only the sentence around it tells.

The rules know a contact by its form and make much of it: a mailbox by its words, a number beside
*centrale*. Of the rest the model says which is an organisation's. A mailbox with a name in it and a
mobile telephone are somebody's, whatever the model makes of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from woo.detect.mailbox_owners import is_named
from woo.model.finding import Category, Finding, Role
from woo.reference.mailboxes import is_private_provider

_CONTACTS = frozenset(
    {Category.ADDRESS, Category.EMAIL, Category.PHONE, Category.IBAN, Category.VAT_NUMBER}
)
_MOBILE = re.compile(r"\D*(?:0|(?:00)?31\D{0,3}0?)\D?6")
# Of its letters.
_MOST = 0.6


def with_owners(findings: Sequence[Finding], model: str) -> Iterator[Finding]:
    """The findings; a contact on which ``model`` found an organisation's is FUNCTIONAL.

    What the detector ``model`` says of organisations is no finding by itself and is left out.
    """
    general = [f for f in findings if f.role is Role.FUNCTIONAL and f.detector == model]
    for one in findings:
        if one in general:
            continue
        theirs = one.category in _CONTACTS and not _is_somebodys(one) and _lies_in(one, general)
        yield replace(one, role=Role.FUNCTIONAL) if theirs else one


def _is_somebodys(one: Finding) -> bool:
    if one.category is Category.EMAIL:
        return is_private_provider(one.text) or is_named(one.text)
    return one.category is Category.PHONE and _MOBILE.match(one.text) is not None


def _lies_in(one: Finding, general: Sequence[Finding]) -> bool:
    """For the most part, in one of ``general``."""
    least = _MOST * (one.end - one.start)
    return any(min(one.end, other.end) - max(one.start, other.start) >= least for other in general)
