"""What the model sees beside names and numbers, and when it is none: an address, a log-in."""

import re
from typing import TYPE_CHECKING

from woo.detect.networks.model_numbers import is_parcel
from woo.detect.networks.model_words import is_english_month
from woo.detect.prose.nlp import text_of
from woo.detect.special.whose_fact import OF_CLUB, is_general
from woo.model.finding import Category
from woo.reference.handles import is_no_user
from woo.reference.lexicon import is_ordinary
from woo.text.keys import is_key

if TYPE_CHECKING:
    from spacy.tokens import Span

# *K-24-0886*
_CASE = re.compile(r"[A-Z]{1,5}-(?:20)?[12]\d-\d{3,6}")
# *Epilepsie Vereniging Nederland*
_CLUB = re.compile(r"\b(?:Vereniging|Stichting|Fonds)\b")
# A union by itself does something; *lid van de FNV* tells of somebody.
_UNION = re.compile(r"FNV|CNV|VCP|ACP|NPB|VVMC|AOb|NU'91|De Unie")
# Of a file or a session; of a card in a network.
_HEX = re.compile(r"(?=.*\d)[\da-f]{5,}(?:-[\da-f]{2,})*")
_MAC = re.compile(r"(?:[\dA-Fa-f]{2}[:-]){3}[\dA-Fa-f]{2}")
# *HV5754,*: of a row of cells, where a table says what they are.
_CELLS = re.compile(r"^[,;:]|,")
_MAC_REACH = 12  # characters
_AT = re.compile(r"[@©®]|\b(?:at|apenstaartje?|apestaartje?)\b|[(\[{]a[)\]}]", re.IGNORECASE)
_LONGEST_ABBREVIATION = 5


def _is_address(span: "Span") -> bool:
    """A house has a number; a parcel of land is no home, and a day of a month neither."""
    is_day = span.start > 0 and is_english_month(span.doc[span.start - 1].text)
    return any(map(str.isdigit, span.text)) and not (is_day or is_parcel(span))


def _is_special(span: "Span") -> bool:
    """Somebody's: general talk about an illness stays, and so does a label."""
    text = text_of(span.doc)
    of_club = _CLUB.search(span.text) or OF_CLUB.match(text, span.end_char)
    is_label = text.startswith(":", span.end_char)
    by_itself = _UNION.fullmatch(span.text) is not None
    return not (of_club or is_label or by_itself or is_general(text, span.start_char))


def _is_user_name(span: "Span") -> bool:
    """No word of the language, no abbreviation of an office, and no key or number of a machine."""
    text, around = span.text, text_of(span.doc)
    if is_key(around, span.start_char, span.end_char) or is_no_user(text):
        return False
    of_card = _MAC.search(around, max(0, span.start_char - _MAC_REACH), span.end_char + _MAC_REACH)
    if _CELLS.search(text) or _HEX.fullmatch(text) or of_card:
        return False
    is_abbreviation = text.isupper() and text.isalpha() and len(text) <= _LONGEST_ABBREVIATION
    word = text.rstrip("0123456789")
    is_number = _CASE.fullmatch(text) or not any(map(str.isalpha, text))
    known = is_abbreviation or is_number or (len(word) > 2 and is_ordinary(word))
    return len(text) > 1 and not known


def _is_mailbox(span: "Span") -> bool:
    """With its sign, read well or badly, or with the name of the sign."""
    return _AT.search(span.text) is not None


OTHERS_CHECKS = {
    Category.SPECIAL: _is_special,
    Category.USERNAME: _is_user_name,
    Category.ADDRESS: _is_address,
    Category.EMAIL: _is_mailbox,
}
