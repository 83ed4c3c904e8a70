"""Who stands behind a label for an office: *Portefeuillehouder: F. Wolters*."""

import re
from collections.abc import Iterator

from woo.detect.offices.parties import has_party
from woo.detect.rare import mentions
from woo.detect.spans import finding, person
from woo.detect.words.grammar import read_name
from woo.detect.words.name_lists import names_in_row
from woo.model.finding import Category, Finding, Role

_IN_CHARGE = re.compile(
    r"(?:^[ \t>|]{0,8}|\()(?:(?:[Mm]ede)?[Pp]ortefeuillehouders?|[Pp]fh)\.?[ ]?[:|\t\n][ \t|:]{0,6}"
    r"(?:(?:de heer|dhr\.|mevrouw|mevr\.|mw\.)[ ])?",
    re.MULTILINE,
)
# *B. (Bas) Oudejans*
_WITH_CALL_NAME = re.compile(r"(?:[A-Z]\.[ ]?){1,4}\([A-ZÀ-Þ][\w-]{1,15}\)[ ]")
# *Dijkgraaf: Rogier van der Sande (via het secretariaat)*, in a list of who to call.
_LABEL = re.compile(
    r"^[ \t*•-]{0,6}(?:Burgemeester|Dijkgraaf|Wethouder|Gedeputeerde|Minister|Staatssecretaris|"
    r"Commissaris van de Koning)[ ]?:[ ](?=[A-ZÀ-Þ])",
    re.MULTILINE,
)
_LABEL_ENDS = re.compile(r"[ ]{0,3}(?:\n|\(|$)")
_COLLEGES = (
    "college",
    "raad",
    "wethouder",
    "gemeente",
    "gedeputeerde",
    "provinci",
    "waterschap",
    " gs ",
    "b&w",
)


def in_charge(text: str) -> Iterator[Finding]:
    """Behind an office and a colon; *Portefeuillehouder: F. Wolters*, in what goes to a college."""
    for label in _LABEL.finditer(text):
        name = read_name(text, label.end())
        if name and len(name.words) > 1 and _LABEL_ENDS.match(text, name.end):
            yield person(text, name, "offices", 0.96, Role.OFFICE_HOLDER)
    if not mentions(text, _COLLEGES):
        return
    for label in _IN_CHARGE.finditer(text):
        called = _WITH_CALL_NAME.match(text, label.end())
        if called and (name := read_name(text, called.end())):
            span = (label.end(), name.end)
            yield finding(text, span, Category.PERSON, "offices", 0.96, Role.OFFICE_HOLDER)
        for name in names_in_row(text, label.end(), has_party):
            yield person(text, name, "offices", 0.96, Role.OFFICE_HOLDER)
