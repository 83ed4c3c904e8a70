"""Whose a mailbox is: an office's, an official's or somebody else's."""

import re

from woo.detect.lexicon import is_first_name, is_ordinary, is_surname
from woo.model.finding import Role
from woo.reference.mailboxes import is_functional, is_government, split_address

_WORD = re.compile(r"[^\W\d_]{8,}")


def owner_role(address: str) -> Role:
    """FUNCTIONAL for a general mailbox, OFFICIAL for the government's, CITIZEN for another."""
    if is_functional(address) or _is_described(split_address(address)[0]):
        return Role.FUNCTIONAL
    return Role.OFFICIAL if is_government(address) else Role.CITIZEN


def _is_described(local: str) -> bool:
    """``inburgering@``: one ordinary word of some length, that is no name."""
    return (
        _WORD.fullmatch(local) is not None
        and is_ordinary(local)
        and not is_first_name(local)
        and not is_surname(local)
    )
