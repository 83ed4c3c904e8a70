"""Which office holder a letter goes to: *Aan de burgemeester van Vlissingen* and who is greeted."""

import re
from collections.abc import Iterator

from woo.detect.spans import person
from woo.detect.words.grammar import read_name
from woo.model.finding import Finding, Role

_ADDRESS = re.compile(
    r"^[ \t>]{0,8}(?:[Aa]an|[Tt]\.a\.v\.|[Tt]er attentie van)[ :]{1,3}"
    r"(?:(?:de|het|Zijne Majesteits)[ ]|[^\n]{3,50},[ ])?"
    r"(?:burgemeester|minister(?!ie)|staatssecretaris|[Cc]ommissaris(?: van de Koning)?|"
    r"(?:[Nn]ationale |[Kk]inder)?[Oo]mbudsman|gedeputeerde(?! [Ss]taten)|wethouder|dijkgraaf)"
    r"(?:[ ](?:van|voor|der|te)\b[^\n]{0,70}|,[ ](?:persoonlijk|vertrouwelijk))?[ ,]{0,2}\n",
    re.MULTILINE,
)
_GREETING = re.compile(
    r"^[ \t>]{0,8}(?:[Zz]eer )?(?:[Hh]oog)?(?:[Gg]eachte|[Ww]aarde|[Bb]este)[ ](?:heer|mevrouw)[ ]",
    re.MULTILINE,
)
_OTHER_READER = re.compile(r"\bt\.a\.v\.|ter attentie van|^[ \t>]{0,8}(?:Van|Cc)\b", re.M | re.I)
_ADDRESS_REACH = 400  # characters


def addressed(text: str) -> Iterator[Finding]:
    """*Aan de burgemeester van Vlissingen*, and then *Geachte heer Van den Tillaar*."""
    for office in _ADDRESS.finditer(text):
        greeting = _GREETING.search(text, office.end(), office.end() + _ADDRESS_REACH)
        if greeting is None or _OTHER_READER.search(text, office.end(), greeting.start()):
            continue
        if name := read_name(text, greeting.end()):
            yield person(text, name, "offices", 0.97, Role.OFFICE_HOLDER)
