"""How sure the networks must be before somebody stays on their word alone."""

from functools import cache

from woo.detect.words.name_parts import parse_name
from woo.model.finding import Role
from woo.reference.lexicon import is_common_surname, key
from woo.reference.office_holders import surnames

_STAYS, _STAYS_WHOLE, _STAYS_LISTED, _CALLED_SO = 0.85, 0.9, 0.5, 0.9
_STAYS_COMMON = 0.99
# Nobody is cited by a surname alone but who was cited before, or is known.
_CITED = 0.75


@cache
def _surnames_of_holders() -> frozenset[str]:
    """Without those that thousands have: *De Vries*."""
    known = (name for name in surnames() if not is_common_surname(name.rpartition(" ")[2]))
    return frozenset(map(key, known))


def sure_enough(role: Role, name: str, *, titled: bool) -> float:
    """How sure the model must be that somebody stays, or that a thing is called so.

    The whole name of somebody who should go tells most, so of that it must be surer; and less of a
    surname that a minister or member has, but for *mevrouw Visser*.
    """
    if role is Role.EPONYM:
        return _CALLED_SO
    parts = parse_name(name)
    alone = not (parts.is_whole or parts.initials)
    if role is Role.AUTHOR:
        return _CITED if alone else _STAYS
    if role is not Role.OFFICE_HOLDER:
        return _STAYS
    if alone and is_common_surname(name.rpartition(" ")[2]):
        return _STAYS_COMMON
    if not titled and key(name) in _surnames_of_holders():
        return _STAYS_LISTED
    return _STAYS_WHOLE if parts.is_whole else _STAYS
