"""V-numbers: the ten digits by which the IND and the police know a foreign national.

Source: Protocol Identificatie en Labeling; written ``287.123.4567`` or without points.
"""

import re
from collections.abc import Iterator

from woo.detect.layout.columns import GAP, values_below
from woo.detect.rare import mentions
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

_GAP = r"[ .-]?"
_TEN = rf"\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?![\w]|[.,-]\d)"
# With points the groups of three, three and four (or the four first, by mistake) are no amount and
# no telephone number; behind the letter V the groups do not matter.
_POINTED = re.compile(
    r"2(?<![\w.,/+-]2)(?:\d{2}\.\d{3}\.\d{4}|\d{3}\.\d{3}\.\d{3})(?![\w]|[.,-]\d)"
)
_LETTERED = re.compile(r"V(?<![\w.]V)[-.: ]{0,3}(?P<number>2\d(?:[ .]?\d){8})(?![\w]|[.,-]\d)")
_CALLED = re.compile(
    r"(?<![\w])(?:v[-_ ]?(?:nummers?|nr|dossier)\b\.?|vreemdelingen(?:nummer|nr)\b\.?|"
    r"(?:zaak(?:nummer)?|dossier(?:nummer)?|klantnummer)(?: bij de)? ind|ind[- ](?:nummer|nr|"
    r"zaaknummer)|"
    rf"card number){GAP}(?P<number>(?:V[ ])?\d(?:{_GAP}\d){{9}}(?![\w]|[.,-]\d))",
    re.IGNORECASE,
)
_WORDS = (
    *("v-n", "v_n", "v-d", "vnr", "v n", "v.nr", "vnummer", "vreemdeling", "ind", "card n"),
    *("asiel", "coa", "dt&v", "avim", "bvv"),
)
_HEADING = re.compile(r"v[-_ ]?(?:nummer|nr)\b|vreemdelingen(?:nummer|nr)")
_VALUE = re.compile(_TEN)
# Where foreign nationals are spoken of; in the name of a file an underscore may stand behind it.
_BARE = re.compile(
    rf"(?<![\w.,/+-])2[5-9]\d(?:\d{{7}}|{_GAP}\d{{3}}{_GAP}\d{{4}}|[ .]\d{{4}}[ .]\d{{3}}|"
    r"\d\.\d\d\.\d{4})(?![^\W_]|[.,-]\d)"
)
_OF_FOREIGNERS = re.compile(
    r"\b(?:IND|COA|DT&V|AVIM|v-?n(?:umme)?rs?|v\.nr|bvv|vreemdeling\w*|asiel\w*)\b", re.IGNORECASE
)


def detect_v_number(document: Document) -> Iterator[Finding]:
    """Every V-number: with points, behind its label, in its column, or near the IND."""
    text = document.text
    for match in _POINTED.finditer(text):
        yield _found(text, match.span(), 0.9)
    for match in _LETTERED.finditer(text):
        yield _found(text, match.span("number"), 0.95)
    if not mentions(text, _WORDS):
        return
    for match in _CALLED.finditer(text):
        yield _found(text, match.span("number"), 0.98)
    for cell in values_below(text, _HEADING, _VALUE):
        yield _found(text, cell.span(), 0.95)
    if _OF_FOREIGNERS.search(text):
        for match in _BARE.finditer(text):
            yield _found(text, match.span(), 0.8)


def _found(text: str, span: tuple[int, int], score: float) -> Finding:
    return finding(text, span, Category.V_NUMBER, "v_number", score)
