"""Organisations that publish: the official address and name of each (TOOI)."""

from dataclasses import dataclass
from functools import cache

from woo.errors import InputError
from woo.reference.choices import unknown_choice
from woo.reference.tables import load_table

_MOST_NAMED = 10
_BEFORE_SHORT_NAME = "ministerie van "  # *Ministerie van BZK*


@dataclass(frozen=True, slots=True)
class Organisation:
    """``uri`` and ``label`` exactly as in the value list; ``code`` as in ``mnre1034``."""

    code: str
    uri: str
    label: str


@cache
def all_organisations() -> dict[str, Organisation]:
    """Every organisation by its TOOI code."""
    table = load_table("organisations")
    return {
        code: Organisation(code, f"{table['base']}{kind}/{code}", label)
        for kind, labels in table["kinds"].items()
        for code, label in labels.items()
    }


def all_short_names() -> dict[str, str]:
    """What offices are called in practice (``BZK``), each with its TOOI code."""
    short_names: dict[str, str] = load_table("organisations")["short_names"]
    return short_names


@cache
def organisation(name: str) -> Organisation:
    """The organisation with this short name (``BZK``), TOOI code (``gm0363``) or official name.

    Raises InputError, with the nearest names, for an organisation that is not in the lists and
    for a name that two of them share.
    """
    short_names = all_short_names()
    codes = {short.casefold(): code for short, code in short_names.items()}
    wanted = name.strip().casefold().removeprefix(_BEFORE_SHORT_NAME)
    known = all_organisations()
    written = (name.strip().casefold(), wanted)
    found = [one for one in known.values() if {one.code, one.label.casefold()} & {*written}]
    if wanted in codes:
        found = [known[codes[wanted]]]
    if len(found) == 1:
        return found[0]
    if found:
        choices = [one.code for one in found]
        raise unknown_choice("Deze naam hoort bij meer dan één organisatie", "", choices)
    raise _unknown(name.strip(), wanted)


def _unknown(name: str, wanted: str) -> InputError:
    """The error that names what was meant: *gemeente Zwolle* for *Zwolle*, or what is nearest."""
    labels = [one.label for one in all_organisations().values()]
    named = [label for label in labels if wanted in label.casefold().split()][:_MOST_NAMED]
    short_names = all_short_names()
    error = unknown_choice("Onbekende organisatie", name, named or [*short_names, *labels])
    advice = error.advice or f"Ministeries: {', '.join(short_names)}."
    return InputError(error.message, f"{advice} De hele lijst: woo new --organisations.")
