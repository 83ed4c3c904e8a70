"""Weigeringsgronden (Woo art. 5.1, 5.2, 5.4) by code."""

import re
from functools import cache

from woo.errors import InputError
from woo.model.ground import Ground
from woo.reference.tables import load_table

_WOB_DOTTED = re.compile(r"^(10\.[12])\.?([a-g])$")
_CODE = r"\d{1,2}\.\d(?:\.\d)?\.?[a-i]?"
# Nothing but codes: *[5.1.2e]*, *[5.1.2e 5.1.2f]*; not *[5.1 Jansen]*.
_IN_BRACKETS = rf"\[{_CODE}(?:[ ,;]{{1,2}}{_CODE}){{0,9}}\]"
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


@cache
def successors() -> dict[str, str]:
    """The ground of the Woo by the code that the Wob (until 1 May 2022) had for it: ``10.2e``."""
    return {code: str(facts["woo"]) for code, facts in load_table("wob_grounds").items()}


def successor(code: str) -> str:
    """The ground of the Woo for a code of the Wob, however dotted; empty for any other code."""
    written = _WOB_DOTTED.sub(r"\1\2", code.strip().lower().removesuffix("."))
    return successors().get(written, "")


def between_codes(text: str) -> list[str]:
    """The pieces between the codes for what is gone: of ``Brief [5.1.2e] van [5.1.2e]`` three.

    A letter of a code makes no word with what stands behind it: *[5.1.2e] nieuws* is no *e-nieuws*.
    """
    return re.split(_IN_BRACKETS, text)
