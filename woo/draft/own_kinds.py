"""Say what is wrong with the kind of an organisation before anybody writes in it."""

import re
from collections.abc import Iterator

from woo.draft.kind_data import DataError
from woo.draft.kinds import Kind, KindField
from woo.reference.grounds import all_grounds

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_KIND = "soort"  # in the front matter it says which kind this is
_TITLE = "titel"


def check_kind(kind: Kind) -> None:
    """Raise DataError with the place of the first thing that does not fit."""
    names: set[str] = set()
    for at, one in enumerate(kind.fields):
        for message in _wrong_in(one, names):
            raise DataError(f"fields.{at}.", message)
        names.add(one.name)
    if _TITLE not in names:
        raise DataError("fields", f"Elke soort heeft het veld '{_TITLE}'. Zet het bij 'fields'.")
    titles: set[str] = set()
    for at, section in enumerate(kind.sections):
        own = {title.casefold() for title in section.titles}
        if own & titles:
            raise DataError(f"sections.{at}.", "Deze kop is al die van een ander onderdeel.")
        titles |= own


def _wrong_in(one: KindField, before: set[str]) -> Iterator[str]:
    if not _NAME.fullmatch(one.name):
        yield "Een naam heeft kleine letters, cijfers en _, en begint met een letter."
    if one.name == _KIND:
        yield f"Een veld kan niet '{_KIND}' heten: daarmee zegt een brontekst welke soort zij is."
    if one.name in before:
        yield f"Het veld '{one.name}' staat er twee keer."
    if one.type == "choice" and not one.choices:
        yield "Een veld met type 'choice' heeft ook 'choices': waaruit iemand kiest."
    if one.type == "table" and not one.columns:
        yield "Een veld met type 'table' heeft ook 'columns': de namen van de kolommen."
    if one.personal and not one.ground:
        yield "Een veld met 'personal' heeft ook 'ground', zoals \"5.1.2e\"."
    if one.ground and one.ground not in all_grounds():
        yield f"Deze grond is er niet. Kies uit: {', '.join(all_grounds())}."
    yield from _wrong_in_patterns(one)


def _wrong_in_patterns(one: KindField) -> Iterator[str]:
    for key, pattern in (("pattern", one.pattern), ("unwanted", one.unwanted)):
        try:
            re.compile(pattern)
        except re.error:
            yield f"Dit '{key}' is geen geldige reguliere expressie."
    if one.unwanted and not one.unwanted_advice:
        yield "Een veld met 'unwanted' heeft ook 'unwanted_advice': wat iemand dan doet."
