"""Who holds an office in a dossier: some documents say so, and so it holds in the others.

A mayor is *burgemeester Tolhuis* in the letter and *Tolhuis* in the mails about it. A name is hers
where nobody else in the dossier can be meant.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from woo.detect.dossier.mentions import Mention
from woo.detect.words.name_parts import NameParts
from woo.model.finding import Role
from woo.reference.lexicon import is_common_surname, is_first_name
from woo.reference.mailboxes import is_private_provider

# So often the words around the name must say it: once may have been read wrongly.
_ENOUGH = 2
# So many documents outweigh one in which a namesake was seen by no whole name: *M. Madlener wil*,
# of a minister, is no other Madlener, nor is *variant B. Palmen heeft*.
_OUTWEIGHS = 4
_OTHERS = frozenset({Role.OFFICIAL, Role.CITIZEN})


@dataclass(slots=True)
class _Namesakes:
    """Everybody in a dossier with one surname."""

    documents: set[int] = field(default_factory=set)  # that say that somebody holds an office
    times: int = 0  # that they say so
    contradicting: set[int] = field(default_factory=set)  # by whole name: an official or citizen
    # Before the holder's surname, with its tussenvoegsels: *Kees Boer* is not *Kees de Boer*.
    called: set[tuple[str, str]] = field(default_factory=set, repr=False)
    firsts: set[str] = field(default_factory=set, repr=False)  # those of them that are first names
    letters: set[str] = field(default_factory=set, repr=False)
    initials: set[str] = field(default_factory=set, repr=False)
    others: list[Mention] = field(default_factory=list, repr=False)


class DossierHolders:
    """Tells whether a mention is that of somebody whom other documents call an office holder."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._by_surname: dict[str, _Namesakes] = defaultdict(_Namesakes)
        for mention in mentions:
            if surname := mention.parts.surname_key:
                _count(self._by_surname[surname], mention)

    def is_meant(self, mention: Mention) -> bool:
        """By the same first name; else by initials or surname that nobody else here can have."""
        known = self._by_surname.get(mention.parts.surname_key)
        if mention.employee is not None or known is None:
            return False
        return _is_the_one_here(mention, known) or _is_known(mention, known)

    def overshadow(self, mentions: Sequence[Mention]) -> bool:
        """Tell whether the bare surname of who has these is a holder's wherever it stands."""
        surname = mentions[0].parts.surname_key
        known = self._by_surname.get(surname)
        if known is None or is_common_surname(mentions[0].parts.surname):
            return False
        return all(_is_somebody_else(one, known) for one in mentions) and _is_outweighed(
            mentions, known
        )


def _is_the_one_here(mention: Mention, known: _Namesakes) -> bool:
    """In one document with one name: the sender of a mail, who signs it as member of a council."""
    if mention.document not in known.documents:
        return False
    parts = mention.parts
    if parts.first_key:
        return _given(parts) in known.called
    return mention.role is Role.UNKNOWN and parts.initial_letters in known.initials


def _is_known(mention: Mention, known: _Namesakes) -> bool:
    parts = mention.parts
    # A document that names a holder twice tells of others, and not of a namesake in itself.
    said = len(known.documents) if mention.document in known.documents else known.times
    if said < _ENOUGH or len(known.documents) <= len(known.contradicting):
        return False
    if parts.first_key and (known.firsts or _given(parts) in known.called):
        return _given(parts) in known.called
    # Who signs a letter is often who holds the office.
    says_nothing = mention.role in {Role.UNKNOWN, Role.SIGNATORY}
    said_otherwise = not says_nothing and not _is_bare_address(mention)
    if said_otherwise or is_common_surname(parts.surname):
        return False
    letter = parts.initial_letters[:1]
    if letter and letter not in known.letters:
        return False  # *Jolanda* may be the *J. Kippersluis* of whom nobody says her first name
    # *H. Storm* is not *Marloes Storm*; *Storm* alone may be.
    like = [one for one in known.others if not letter or one.parts.initial_letters[:1] == letter]
    others = [one for one in like if _is_somebody_else(one, known)]
    return not others or (not letter and _is_outweighed(others, known))


def _given(parts: NameParts) -> tuple[str, str]:
    return parts.first_key, parts.particles.casefold()


def _is_outweighed(namesakes: Sequence[Mention], known: _Namesakes) -> bool:
    """In one document, without a first name; and many say that somebody holds the office."""
    return (
        len(known.documents) >= _OUTWEIGHS
        and len({one.document for one in namesakes}) == 1
        and not any(
            (one.by_rule and one.parts.first_key)
            or one.address
            or one.employee
            or one.role is not Role.UNKNOWN
            for one in namesakes
        )
    )


def _count(known: _Namesakes, mention: Mention) -> None:
    parts = mention.parts
    if mention.role is not Role.OFFICE_HOLDER:
        known.others.append(mention)
        if mention.role in _OTHERS and parts.is_whole and not _is_bare_address(mention):
            known.contradicting.add(mention.document)
        if mention.role is Role.SIGNATORY:
            known.letters |= {parts.initial_letters[:1]} - {""}
        return
    if mention.by_rule:
        known.documents.add(mention.document)
        known.times += 1
    if parts.first_key:
        known.called.add(_given(parts))
    if parts.first_key and not is_first_name(parts.first):
        return  # *Quote burgemeester Ruitenberg* calls nobody *Quote*
    known.firsts |= {parts.first_key} - {""}
    known.letters |= {parts.initial_letters[:1]} - {""}
    known.initials |= {parts.initial_letters} - {""}


def _is_somebody_else(mention: Mention, known: _Namesakes) -> bool:
    """With another first name or initial, or by layout or staff list an official or citizen."""
    parts = mention.parts
    if mention.employee is not None:
        return True
    if mention.role in _OTHERS and parts.is_whole and not _is_bare_address(mention):
        return parts.first_key not in known.firsts
    if parts.first_key and known.firsts:
        return parts.first_key not in known.firsts
    if parts.initial_letters:
        return parts.initial_letters[:1] not in known.letters
    return mention.role in _OTHERS


def _is_bare_address(mention: Mention) -> bool:
    """*gh.ruitenbeek@provincie.nl*, of a holder: that domain does not tell that she is a citizen.

    One where anybody may have a mailbox does.
    """
    bare = mention.address != "" and not mention.written and not mention.parts.first_key
    return bare and not is_private_provider(mention.address)
