"""Names in minutes: who is present, who speaks, who writes in a chat."""

import re
from collections import Counter
from collections.abc import Iterator

from woo.detect.layout.reversed_names import read_reversed
from woo.detect.spans import finding, person
from woo.detect.words.grammar import Name, read_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_ambiguous, is_first_name, is_frequent

_LIST = re.compile(
    r"^[ \t>|*#\d.]{0,10}(?:Aanwezig(?:en)?|Afwezig(?:en)?|Deelnemers|Deelnemerslijst|Genodigden|"
    r"Aan tafel|Verhinderd|"
    r"Present|Absent|Afmelding(?:en)?|Afgemeld|Bericht van verhindering|Toehoorders|Leden|Gasten|"
    r"Te informeren personen|Betrokkenen|Sprekers|Bezetting|Verslag|Notulen|Namens [^:\n]{1,40}|"
    r"Attendees|Participants)"
    r"[^:\n]{0,40}(?::|\n)[ \t*]{0,4}",
    re.MULTILINE | re.IGNORECASE,
)
_LIST_END = re.compile(r"\n[ \t]*\n|\n[ \t>*|]{0,6}[A-Za-z][^:\n,]{0,40}:|\f|\n\d{1,2}[.)] |\Z")
_ITEM = re.compile(r"(?:[^,;\n/()]|\([^()\n]{0,60}\))+")
_LEADING = re.compile(r"(?:[ \t>|*•–-]|\d{1,2}[.)]|(?:en|namens|de|het) (?=[A-Z])){0,6}")
# *Samira H., Wil, wethouder Te Velde*: a first name that is a word, alone.
_ALONE = re.compile(r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{1,14})(?=[ ]?(?:[,;(\n]|$))")
_ITEM_JOIN = re.compile(r"[ ](?:en|&)[ ](?=[A-ZÀ-Þ])")
_SPEAKER = re.compile(
    r"^[ \t>*]{0,6}(?:\[?\(?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\)?\]?,?[ -]{1,3}|"
    r"\[?\d{1,2}[-/]\d{1,2}[-/]\d{2,4},?[ ]\d{1,2}:\d{2}(?::\d{2})?\]?[ -]{1,3})",
    re.MULTILINE,
)
# Copied from Signal: *JorindeVandaag 07:52Heb jij …*.
_GLUED = re.compile(
    r"^(?P<name>[A-ZÀ-Þ][^\W\d_]{1,20}(?:[ ][A-ZÀ-Þ][^\W\d_]{1,20}){0,2}?)"
    r"(?=(?:Vandaag|Gisteren|(?:maan|dins|woens|donder|vrij|zater|zon)dag|\d{1,2}[-/]\d{1,2}[-/]\d{2,4})"
    r"[ ,]{1,2}\d{1,2}:\d\d)",
    re.MULTILINE,
)
# *Krys 🌷: dat is toch …*: what somebody put behind a name in a telephone.
_SPEAKER_END = re.compile(
    r"[ ]{0,2}(?:[^\w\s:;,.()\[\]/|-]{1,6}[ ]{0,2})?(?:\([^()\n]{0,60}\))?[ ]{0,2}:"
)
# *Lieve: nee*, *T: ok*, in an exchange without times; *V:* and *A:* are question and answer.
_TURN = re.compile(r"^[ \t>~]{0,4}(?P<label>[A-ZÀ-Þ][a-zà-ÿ]{0,14}):[ ](?=\S)", re.MULTILINE)
_QUESTION, _TURNS, _TWO = frozenset({"V", "A", "Q"}), 4, 2
# *OCW/HO&S*, *Park Voorn 4*
_GOES_ON = re.compile(r"&|[ ]\d")
_LONGEST = 6000


def detect_meetings(document: Document) -> Iterator[Finding]:
    """Names in attendance lists and before a colon in a chat or minutes."""
    text = document.text
    for start in _LIST.finditer(text):
        limit = min(len(text), start.end() + _LONGEST)
        end = _LIST_END.search(text, start.end(), limit)
        yield from _present(text, start.end(), end.start() if end else limit)
    for match in _SPEAKER.finditer(text):
        name = read_name(text, match.end())
        if name and not name.is_wordy and _SPEAKER_END.match(text, name.end):
            yield person(text, name, "meetings", 0.9)
    yield from _turns(text)
    for match in _GLUED.finditer(text):
        yield finding(text, match.span("name"), Category.PERSON, "meetings", 0.9)


def _turns(text: str) -> Iterator[Finding]:
    """Who takes turns: first names that are words and single letters, beside sure first names."""
    turns = list(_TURN.finditer(text))
    times = Counter(turn["label"] for turn in turns)
    again = {label for label, number in times.items() if number > 1}
    sure = {
        one for one in again if is_first_name(one) and not (is_ambiguous(one) or is_frequent(one))
    }
    if len(turns) < _TURNS or len(again) < _TWO or not sure:
        return
    for turn in turns:
        label = turn["label"]
        letter = len(label) == 1 and label not in _QUESTION
        # *Van:* heads a mail, whoever is called so.
        if label in again and (letter or (is_first_name(label) and not is_frequent(label))):
            yield finding(text, turn.span("label"), Category.PERSON, "meetings", 0.9)


def _present(text: str, start: int, end: int) -> Iterator[Finding]:
    """The name at the head of every item of a list, the items parted by , ; / or a line."""
    for item in _ITEM.finditer(text, start, end):
        position = _LEADING.match(text, item.start()).end()  # type: ignore[union-attr]
        span = read_reversed(text, position)
        if span:
            yield finding(text, span, Category.PERSON, "meetings", 0.9)
            continue
        alone = _ALONE.match(text, position)
        if alone and is_first_name(alone["name"]) and read_name(text, position) is None:
            yield finding(text, alone.span("name"), Category.PERSON, "meetings", 0.9)
            continue
        for _ in range(3):
            name = read_name(text, position)
            if name is None or name.is_wordy or not _acceptable(text, name, end):
                break
            if _GOES_ON.match(text, name.end):
                break
            yield person(text, name, "meetings", 0.85, Role.UNKNOWN)
            joined = _ITEM_JOIN.match(text, name.end)
            if joined is None:
                break
            position = joined.end()


def _acceptable(text: str, name: Name, end: int) -> bool:
    """A known name, or two unknown capitalised words that fill the item."""
    if name.is_known:
        return True
    after = text[name.end : min(end, name.end + 2)].lstrip()[:1]
    return len(name.words) >= 2 and after in {"", "(", ",", ";"}
