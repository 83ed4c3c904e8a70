"""Whose a mailbox is, by the words of its address and the lists of names."""

import re
from functools import lru_cache

from woo.detect.words.grammar import JOINED_PARTICLE
from woo.model.finding import Role
from woo.reference.abbreviations import units_in_small_letters
from woo.reference.lexicon import (
    is_compound,
    is_first_name,
    is_in_place,
    is_in_use,
    is_like_surname,
    is_of_language,
    is_ordinary,
    is_place,
    is_surname,
    may_be_name,
)
from woo.reference.mailboxes import (
    is_functional,
    is_government,
    is_private_provider,
    split_address,
)

_WORDS = re.compile(r"[^\W\d_]+")
_PARTICLE = re.compile(rf"^{JOINED_PARTICLE}(?=\w{{3}})")
# *j.kamer@*, *mc.v.ommen@*, *wvanderlaan@*
_INITIAL = re.compile(
    r"[a-z][._][a-z]|[a-z]{2,3}\.(?:v|d|vd|van|de)\.[a-z]|[a-z]{1,2}vande[nr]?[a-z]{3,}$"
)
# Of what somebody makes a living: *atelierwillemijnvanoijen*, *saskiadevriescoaching*.
_TRADES = (
    "atelier|praktijk|studio|(?:advies)?bureau|foto(?:grafie|graaf)?|coach(?:ing)?|advies|massage|"
    "(?:kap)?salon|yoga|tolk|vertalingen|tekst|rijschool|tandarts|huisarts|notaris|advocaat|"
    "advocatuur|administratie|timmerwerken|schilderwerken|hoveniers?|klusbedrijf|training|design"
)
_TRADE = re.compile(rf"^(?:{_TRADES})|(?:{_TRADES})$")
# The mailboxes of who works alone.
_OF_ONE = re.compile(
    r"info|contact|e?mail|post|hallo|hello|welkom|office|admin|(?:post|web)master|praktijk|studio|"
    r"atelier|administratie|boekhouding|factu(?:ur|ren)|planning|boekingen|bestellingen|"
    r"afspra(?:ak|ken)|secretariaat"
)
_SHORTEST_NAME, _SHORTEST_WORD, _SHORTEST_OWN = 3, 5, 4
_ABBREVIATION = 3
# *hondenmail.nl*, of which nobody knows the users.
_ANY_MAIL = re.compile(r"(?:^|\.)[\w-]*[a-z]mail\.")
_LONG = 8  # letters: *rechtmatigheid@* nobody calls himself
_YEAR = re.compile(r"\d{2,}")


@lru_cache(maxsize=4096)
def owner_role(address: str) -> Role:
    """FUNCTIONAL for a general mailbox, OFFICIAL for the government's, CITIZEN for another.

    ``sofie.planning@`` is somebody's, although it names an office; ``crisisteam@`` is nobody's,
    although no list has it: every word of it is an ordinary word. At a provider where anybody may
    have a mailbox it is somebody's own.
    """
    if is_private_provider(address):
        return Role.CITIZEN
    local, domain = split_address(address)
    words = _WORDS.findall(local)
    # In one piece: *Middenweg* above *@tess.vld* is no mailbox.
    whole = not any(map(str.isspace, address))
    of_task = whole and _is_of_a_task(words, domain, local)
    if not is_named(address) and (is_functional(address) or of_task):
        return Role.FUNCTIONAL
    return Role.OFFICIAL if is_government(address) else Role.CITIZEN


def is_named(address: str) -> bool:
    """Whether a first name, a surname or an initial stands in it."""
    local, domain = split_address(address)
    words = _WORDS.findall(local)
    return (
        any(
            len(word) >= _SHORTEST_NAME and is_first_name(word) and not is_ordinary(word)
            for word in words
        )
        or (_is_called_so(domain) and not _is_of_several(address, words))
        or _has_surname(address, words)
        or (len(words) == 1 and _is_only_surname(words[0]))
        or _INITIAL.match(local) is not None
    )


def _is_of_several(address: str, words: list[str]) -> bool:
    """``woo@lindewaard.nl``: that office nobody has alone; ``info@`` may be of Linde Waard."""
    is_office = is_functional(address) or _is_of_an_office(words, split_address(address)[0])
    return is_office and not any(map(_OF_ONE.fullmatch, words))


def _is_called_so(domain: str) -> bool:
    """``info@saskiadevries.nl``: the whole domain is one person's."""
    name = "".join(_WORDS.findall(domain.rpartition(".")[0].rpartition(".")[2]))
    name = _TRADE.sub("", name)
    return any(
        is_first_name(name[:cut]) and _is_surname(name[cut:], surely=cut > _SHORTEST_OWN)
        for cut in range(_SHORTEST_OWN, len(name) - _SHORTEST_OWN + 1)
    )


def _is_surname(word: str, *, surely: bool) -> bool:
    """Behind a longer first name what begins with a tussenvoegsel is one: *vanoijen*."""
    rest = _PARTICLE.sub("", word)
    return is_surname(rest) or (surely and rest != word)


def _has_surname(address: str, words: list[str]) -> bool:
    """``redactie.wopkema@``: beside a word that an office may have, a surname that is no place.

    Outside the government any word that no list has counts as one.
    """
    outside = not is_government(address)
    return len(words) > 1 and any(
        len(word) >= _SHORTEST_WORD
        and (outside or is_surname(word) or is_like_surname(word))
        and not (is_place(word) or is_in_place(word) or is_ordinary(word))
        and (is_like_surname(word) or not is_compound(word))
        and not is_functional(f"{word}@")
        for word in words
    )


def _is_only_surname(word: str) -> bool:
    """``pietersma@``: what is a surname and nothing else."""
    return (
        len(word) >= _SHORTEST_WORD
        and (is_surname(word) or is_like_surname(word))
        and not (is_of_language(word) or is_place(word) or is_in_place(word))
    )


def _is_of_a_task(words: list[str], domain: str, local: str) -> bool:
    """Words and abbreviations, at the government: elsewhere a short word may be somebody's own.

    ``n.kuiper`` begins with an initial; ``regietafels`` is two words.
    """
    if not words or len(words[0]) == 1:
        return False
    if not is_government(f"@{domain}"):
        return not _ANY_MAIL.search(domain) and _is_of_an_office(words, local)
    if any(len(word) >= _SHORTEST_NAME and is_first_name(word) for word in words):
        return False
    if len(words) == 1 and len(words[0]) <= _ABBREVIATION:
        # *dcc@*, *ncc@*; but *lxu@* is an initial and a surname.
        return not (is_surname(words[0]) or is_surname(words[0][1:]))
    telling = [word for word in words if len(word) >= _SHORTEST_WORD]
    return bool(telling) and all(map(_is_task, telling))


def _is_of_an_office(words: list[str], local: str) -> bool:
    """``abonnementen@``, ``test-formulier@``: long words for things, and no nickname.

    A short one may be somebody's own (``kwispel@``), and so is ``nachtuil1963@``.
    """
    if _YEAR.search(local) or sum(map(len, words)) < _LONG:
        return False
    return all(
        (_is_thing(word) or word in units_in_small_letters()) and not may_be_name(word)
        for word in words
    )


def _is_thing(word: str) -> bool:
    """Not *aan* and *met*, which a bad scan leaves of an address."""
    return len(word) > _ABBREVIATION and (is_ordinary(word) or is_in_use(word))


def _is_task(word: str) -> bool:
    if is_surname(word) or is_like_surname(word):
        return False
    return is_of_language(word) or is_place(word)  # *ac.schiphol@*
