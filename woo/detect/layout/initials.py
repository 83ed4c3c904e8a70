"""One or a few letters that stand for somebody by their place: *Groet, H.*, *de heer W.*, *RH: …*.

Letters that the document explains are of ``monograms``; here nothing does, only where they stand.
"""

import re
from collections.abc import Iterator

from woo.detect.layout.letters_by_word import letters_by_word
from woo.detect.layout.lone_letters import lone_letters
from woo.detect.layout.signed_in_short import signed_in_short
from woo.detect.offices.parties import party_at
from woo.detect.spans import finding, repeated
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category, Finding
from woo.reference.abbreviations import units, units_in_small_letters
from woo.reference.lexicon import is_first_name, is_not_name, is_of_language
from woo.text.lines import lines

# *Ons kenmerk: 20250077/FL/mk*: of a lawyer and who typed it.
_OF_REFERENCE = re.compile(
    r"\b(?:[Kk]enmerk|[Rr]ef(?:erentie)?\.?|[Dd]ossier(?:nummer)?)[ ]?[:|\n][^\n]{2,24}/"
    r"(?P<one>[A-Z]{2,3}|[A-Z][a-z]{1,2}[A-Z])/(?P<other>[a-z]{2,3})(?!\w)"
)
# *Es,* above a mail to Esra.
_SHORTENED = re.compile(r"^[ \t>]{0,4}(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{1,4}),[ \t]*$", re.MULTILINE)
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,20}")
_LONGEST_HEADER, _LONGEST_SHORT = 2000, 5
# Who speaks in a report or chat. *V:* and *A:* are question and answer.
_SPEAKER = re.compile(
    r"^[ \t>]{0,4}(?:\[?\d{1,2}[:.]\d\d\]?[ ])?"
    r"(?P<letters>[A-Z]\.(?:[A-Z]\.)?|[A-Z](?:[a-z]{0,2}[A-Z]){1,3})"
    # *HV 3/6: gebeld met de bewindvoerder*
    r"(?:[ ]\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)?"
    r"(?:[ ]\([^()\n]{1,14}\))?:(?=[ ][^\d\s])",
    re.MULTILINE,
)
# *E: …* and *D: …* below *Eefje > Daan*, or where *Oudshoorn (O)* stands at the head.
_TURN = re.compile(r"^[ \t>]{0,4}(?P<letters>[A-Z]):(?=[ ][^\d\s])", re.MULTILINE)
_TOLD = re.compile(r"[a-zà-ÿ][ ]\((?P<letters>[A-Z])\)")
_QUESTION_AND_ANSWER = ({"V", "A"}, {"Q", "A"}, {"I", "R"}, {"I", "G"}, {"V", "G"})
_FEWEST_TURNS, _HEAD = 4, 300
# *08-10-2020 10:15 tvl  Gebeld, spreekt Pools*
_NOTES = re.compile(
    r"^[ \t>]*(?:\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?[ T])?\d{1,2}[:.]\d\d[ ]{1,3}"
    r"(?P<letters>[a-z]{2,4})[ ]{1,3}(?=[A-Z(])",
    re.MULTILINE,
)
_NOBODY = frozenset((
    "NB", "PS", "CC", "BCC", "RE", "FW", "FWD", "AW", "OK", "QA", "VR", "AN", "TEL", "FAX", "URL",
    "ID", "NR", "IP", "EN", "NL", "DE", "FR", "UK", "EU", "TV", "ZOZ", "PTO", "EOF", "STOP", "MVG",
    "KvK", "BTW", "BSN", "IBAN", "MvT", "RvS", "BIC", "RSIN", "DOB", "ISBN", "DOI", "SN", "PN",
    "MEMO", "NOTA", "FYI", "EOM", "TIA", "PDF", "SOC", "NOC", "KCC",
    # Who speaks at a hearing.
    "VZ", "VRZ", "VOORZ", "BZM", "GEM", "VERW", "VERD", "OVJ", "OvJ", "RCH", "GRF", "TOLK", "ADV",
    "ja", "nee", "ok", "nvt", "ps", "nb", "mvg", "gr", "en", "of", "xxx", "dus", "thx", "top",
))  # fmt: skip
_TWICE = 2


def detect_initials(document: Document) -> Iterator[Finding]:
    """Letters below a closing, behind a title, and before a colon where people speak."""
    text = document.text
    spans = {
        *signed_in_short(text, mail=document.kind is DocumentKind.EMAIL),
        *lone_letters(text),
        *_speakers(text),
        *_of_references(text),
    }
    spans |= set(_by_turns(text))
    spans |= {*_shortened(text), *_noters(text), *letters_by_word(text)}
    for start, end in sorted(spans):
        if text[start:end] not in _NOBODY and not is_not_name(text[start:end]):
            yield finding(text, (start, end), Category.PERSON, "initials", 0.9)


def _of_references(text: str) -> Iterator[tuple[int, int]]:
    for match in _OF_REFERENCE.finditer(text):
        yield from (match.span("one"), match.span("other"))


def _shortened(text: str) -> Iterator[tuple[int, int]]:
    """How a first name begins that stands on a line with an address."""
    if "@" not in text:
        return
    found = [match for match in _SHORTENED.finditer(text) if not is_first_name(match["name"])]
    named = {
        word[:length]
        for _, line in (lines(text) if found else ())
        if "@" in line
        for word in _CAPITALISED.findall(line[:_LONGEST_HEADER])
        for length in range(2, min(len(word), _LONGEST_SHORT + 1))
    }
    yield from (match.span("name") for match in found if match["name"] in named)


def _noters(text: str) -> Iterator[tuple[int, int]]:
    """Who writes twice in a log, by letters in small that are no word and no unit."""
    for match in repeated(_NOTES.finditer(text), "letters"):
        letters = match["letters"]
        if not is_of_language(letters) and letters not in units_in_small_letters():
            yield match.span("letters")


def _is_service(letters: str) -> bool:
    """Two letters of a unit may be somebody's too."""
    return letters in _NOBODY or (len(letters) > 2 and letters in units())


def _speakers(text: str) -> Iterator[tuple[int, int]]:
    """Two who take turns, or one who speaks twice; *GHOR:* is a service that reports."""
    turns = [
        match
        for match in _SPEAKER.finditer(text)
        if not (_is_service(match["letters"]) or party_at(text, match.start("letters")))
    ]
    if len(turns) >= _TWICE:
        yield from (match.span("letters") for match in turns)


def _by_turns(text: str) -> Iterator[tuple[int, int]]:
    """Single letters that take turns, and begin the names at the head of the text."""
    turns = list(_TURN.finditer(text))
    speakers = {turn["letters"] for turn in turns}
    if len(turns) < _FEWEST_TURNS or len(speakers) < _TWICE:
        return
    told = [match for match in _TOLD.finditer(text, 0, _HEAD) if match["letters"] in speakers]
    known = {match["letters"] for match in told}
    called = {word[0] for word in _CAPITALISED.findall(text[:_HEAD]) if is_first_name(word)}
    if speakers <= called and speakers not in _QUESTION_AND_ANSWER:
        known = speakers
    yield from (match.span("letters") for match in told)
    yield from (turn.span("letters") for turn in turns if turn["letters"] in known)
