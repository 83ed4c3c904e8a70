"""Places that a text itself calls so: *de gemeente Merwelanden* makes *Merwelanden* no person."""

import re
from collections.abc import Iterator, Sequence

from woo.detect.agreement import MODEL
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_surname, key

# With the postcode: *8131 AB Hasselvoort*.
_POSTED = re.compile(
    r"\b\d{4}[ ]?[A-Z]{2}[ ]{1,2}(?P<name>[A-ZÀ-Þ][a-zà-ÿ'’-]{3,30})(?=[\s,;|.)]|$)"
)
_CALLED = re.compile(
    r"\b(?:[Gg]emeente|GEMEENTE|[Pp]rovincie|[Ww]aterschap|[Hh]oogheemraadschap|[Vv]eiligheidsregio|"
    r"[Oo]mgevingsdienst|[Rr]egio|GGD|[Pp]older|[Ww]ijk|[Dd]orp|[Bb]uurtschap|[Ee]iland|[Bb]uurt|"
    r"[Ss]tadsdeel|[Ii]ndustrieterrein|[Bb]edrijventerrein|[Ss]tation|[Vv]liegbasis|[Nn]atuurgebied|"
    r"[Rr]ivier|[Mm]eer|[Ll]andgoed)"
    r"[ ](?P<name>[A-ZÀ-Þ][\w'’-]{2,30}(?:[ -][A-ZÀ-Þ][\w'’-]{2,30})?)"
)


_BODY = re.compile(
    r"(?:Gemeente|Provincie|Waterschap|Hoogheemraadschap|Veiligheidsregio|Omgevingsdienst|Ministerie|"
    r"Rechtbank|Politie|Stichting|Vereniging)[ ](?:van[ ])?[A-ZÀ-Þ][\w'’ -]{2,40}"
)


def called_places(text: str) -> Iterator[str]:
    """The names of places as the text calls them, as often as it does."""
    for pattern in (_CALLED, _POSTED):
        yield from (match["name"] for match in pattern.finditer(text))


def without_places(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what only model or lists take for somebody and the text calls a place.

    And a body by its whole name, whatever follows it: *Waterschap Weerbroek (gemachtigde: …)*.
    """
    places = {key(match["name"]) for match in _CALLED.finditer(text)}
    return [one for one in findings if not (_is_body(one) or _is_place(one, places))]


def _is_body(one: Finding) -> bool:
    return one.category is Category.PERSON and _BODY.fullmatch(one.text) is not None


def _is_place(one: Finding, places: set[str]) -> bool:
    """A name on the lists stays somebody's: *de gemeente Bergen* and mevrouw Bergen."""
    return (
        one.category is Category.PERSON
        and one.detector in {MODEL, "names"}
        and one.role is Role.UNKNOWN
        and key(one.text) in places
        and not any(is_first_name(word) or is_surname(word) for word in one.text.split())
    )
