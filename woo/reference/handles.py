"""Whose a handle is: a person's, an organisation's, or everybody's."""

import re
from functools import cache

from woo.reference.office_holders import full_names
from woo.reference.tables import load_table
from woo.text.folding import fold

_PIECE = re.compile(r"[_.\d-]+|(?<=[a-z])(?=[A-Z])")
# ``NVWA`` and ``NVWA_nl``
_OF_OFFICE = re.compile(
    r"(?:pvv|vvd|cda|d66|pvda|sp|gl|glpvda|cu|sgp|pvdd|denk|fvd|ja21|bbb|nsc|volt|mp|tk|mep|nl|"
    r"minister|minpres)$"
)
# What may stand where a user is named: a speaker by number, a service or its account.
_NO_USER = re.compile(
    r"(?:spr|spk|spreker|speaker)[ _-]?\d{1,2}|(?:svc|srv|sys)[_.-][\w.-]+|"
    r"(?:vpn|dlp|dns|dhcp|ldap|smtp|imap|proxy|firewall|cron|siem)(?:-[a-z]{2,4}\d{0,2})?",
    re.IGNORECASE,
)
# The account of a machine, of a service or of everybody.
_MACHINE = re.compile(
    r"(?:(?:svc|srv|sys|root|gast|guest|scan2)[_.-]?|(?:sa|scanner|printer|app|bot)[_.-]|system$)\w*$|"
    # Not *karin_bot*: some are called Bot.
    r"(?:auth|srv|web|db|app|proxy|vpn|dms|mail|node|gw|fw|sw|sql|ldap|api)[-_]?\d{1,3}$|"
    r"(?:jenkins|chat|service|helpdesk|nieuws|deploy|build|git|[a-z]{2,9}wacht|dependa|renovate)"
    r"[_-]?bot$",
    re.IGNORECASE,
)
# A server: *STUFIN-ACC-02*.
_HOST = re.compile(
    r"[A-Z][A-Z\d]{2,}-(?:TST|TEST|ACC|PRD|PROD|DEV|APP|DB|WEB|SRV|SQL|FS|DC)(?:-?\d{1,3})?$"
)
_ABBREVIATION = re.compile(r"[A-Z]{2,6}(?:_?nl)?$")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_table("handles")[kind])


def is_organisation(handle: str) -> bool:
    """True when a handle or the name of a page is clearly that of an office or a newspaper."""
    written = handle.strip("@")
    plain = written.casefold()
    return (
        plain in _words("whole") | _words("words")
        or _ABBREVIATION.match(written) is not None
        or any(part in plain for part in _words("parts"))
        or any(piece.casefold() in _words("words") for piece in _PIECE.split(written))
    )


def is_in_office(handle: str) -> bool:
    """True for ``@geertwilderspvv``: the account of somebody whom the lists of holders name."""
    letters = fold(handle).text
    return letters in _holders() or _OF_OFFICE.sub("", letters) in _holders()


@cache
def _holders() -> frozenset[str]:
    return frozenset(fold(name).text for name in full_names())


def is_everybody(handle: str) -> bool:
    """True for ``@channel``, which calls all, and for what is a word of a style sheet."""
    return handle.strip("@").casefold() in _words("everybody")


def is_machine(name: str) -> bool:
    """True for the account of a service or of everybody: ``svc_backup``, ``root``."""
    return (_MACHINE.match(name) or _HOST.match(name)) is not None


def is_no_user(word: str) -> bool:
    """True for a word that may stand where a user is named but names none: *geblokkeerd*."""
    return word in _words("no_names") or _NO_USER.fullmatch(word) is not None
