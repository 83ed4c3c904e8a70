"""Organisations that publish: the official address and name of each (TOOI)."""

from dataclasses import dataclass
from functools import cache

from woo.reference.choices import unknown_choice
from woo.reference.tables import load_table


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


@cache
def organisation(name: str) -> Organisation:
    """The organisation with this short name (``BZK``), TOOI code (``gm0363``) or official name.

    Raises InputError, with the nearest names, for an organisation that is not in the lists and
    for a name that two of them share.
    """
    short_names: dict[str, str] = load_table("organisations")["short_names"]
    codes = {short.casefold(): code for short, code in short_names.items()}
    wanted = name.strip().casefold()
    known = all_organisations()
    found = [one for one in known.values() if wanted in (one.code.casefold(), one.label.casefold())]
    if wanted in codes:
        found = [known[codes[wanted]]]
    if len(found) == 1:
        return found[0]
    if found:
        choices = [one.code for one in found]
        raise unknown_choice("Deze naam hoort bij meer dan één organisatie", "", choices)
    labels = [one.label for one in known.values()]
    error = unknown_choice("Onbekende organisatie", name.strip(), [*short_names, *labels])
    error_advice = error.advice or f"Ministeries: {', '.join(short_names)}."
    raise type(error)(error.message, error_advice)
