"""Weigeringsgronden (Woo art. 5.1, 5.2, 5.4) by code."""

import re
from functools import cache

from woo.errors import InputError
from woo.model.ground import Ground
from woo.reference.tables import load_table

_DOTTED_LETTER = re.compile(r"^(5\.1\.[12])\.([a-i])$")


@cache
def all_grounds() -> dict[str, Ground]:
    """Every ground by its code, in the order of the law."""
    return {code: Ground(code=code, **facts) for code, facts in load_table("grounds").items()}


def ground(code: str) -> Ground:
    """The ground with this code; ``5.1.2.e`` is read as ``5.1.2e``.

    Raises InputError for a code that the Woo does not have.
    """
    written = _DOTTED_LETTER.sub(r"\1\2", code.strip().lower())
    try:
        return all_grounds()[written]
    except KeyError:
        raise InputError(
            "Onbekende weigeringsgrond.", f"Kies uit: {', '.join(all_grounds())}."
        ) from None
