"""Names in the header lines of e-mails, also in quoted ones, in Dutch and English."""

import re
from collections.abc import Iterator

from woo.detect.contacts.mailbox_owners import owner_role
from woo.detect.layout.reversed_names import read_reversed
from woo.detect.spans import finding, person
from woo.detect.things.employers import is_organisation
from woo.detect.words.grammar import read_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role

_LABEL = (
    r"(?:Van|Aan|Cc|CC|Kopie|Bcc|BCC|From|To|Afzender|Ontvangers?|Namens|Sender|Reply-To|"
    r"Beantwoorden aan|"
    r"Organisator|Organizer|Vereiste deelnemers|Optionele deelnemers|Required Attendees|"
    r"Optional Attendees|Verzonden door|Sent by|Gemaakt door|Gewijzigd door|Deelnemers)"
)
_HEADER = re.compile(rf"^[ \t>|*_]{{0,12}}{_LABEL}[ *]{{0,3}}:[ \t*]{{0,8}}", re.MULTILINE)
# The next header, a blank line, or a label of any kind ends the list of names.
_END = re.compile(r"\n[ \t>|*]{0,12}(?:\n|[A-Za-z][\w .-]{0,28}:|$)|\f|\Z")
# A line of running text, which no list of names is.
_PROSE = re.compile(r"\n[^\n;@]*?(?:[ ][a-z]{2,20}){6}")
_LONGEST = 4000
_UNSURE = 0.6  # only with the model's agreement
_WROTE = re.compile(
    r"^[ \t>]{0,12}(?:Op|On|Am|Le)[ ][^\n]{4,90}?(?:schreef|"
    r"\d{1,2}[:.]\d{2}(?:[ ]?[AaPp]\.?[Mm]\.?)?"
    r"(?:[ ]uur)?,?(?:[ ](?:schreef|at|door))?|20\d\d,?)[ \n]{1,2}",
    re.MULTILINE,
)
_WROTE_END = re.compile(
    r"[^:\n]{0,90}(?:\n[> ]{0,6}[^:\n]{0,60})?(?:schreef|wrote|:)", re.IGNORECASE
)
_NAME_ENDS = re.compile(r"[ \t]{0,3}(?:[;,(<|/\n\[&-]|en\b|\Z)")
_ADDRESS = re.compile(r"[<(\[]?[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,120}[>)\]]?")


def detect_headers(document: Document) -> Iterator[Finding]:
    """Senders and receivers; the role follows the domain of the address beside the name."""
    text = document.text
    for header in _HEADER.finditer(text):
        limit = min(len(text), header.end() + _LONGEST)
        ending = _END.search(text, header.end(), limit)
        end = ending.start() if ending else limit
        prose = _PROSE.search(text, header.end(), end)
        yield from _names(text, header.end(), prose.start() if prose else end)
    for match in _WROTE.finditer(text):
        name = read_name(text, match.end(), wrapped=True)
        if name and _WROTE_END.match(text, name.end):
            yield person(text, name, "headers", 0.9)


def _names(text: str, start: int, end: int) -> Iterator[Finding]:
    """The names between two places: first by ``;``, else by ``,`` after each address."""
    region = text[start:end]
    for match in re.finditer(r"[^;\n>]+>?", region):
        chunk_start = start + match.start()
        on_first_line = "\n" not in region[: match.start()].strip()
        yield from _chunk(text, chunk_start, start + match.end(), on_first_line=on_first_line)


def _chunk(text: str, start: int, end: int, *, on_first_line: bool) -> Iterator[Finding]:
    """The name or names in one piece of a header, which may end in an address.

    An unknown word counts on the first line or beside an address only.
    """
    chunk = text[start:end]
    address = _ADDRESS.search(chunk)
    role = owner_role(address.group().strip("<>()[]")) if address else Role.UNKNOWN
    if role is Role.FUNCTIONAL:
        return
    position = start + len(chunk) - len(chunk.lstrip(" \t'\"|,*"))
    stop = start + address.start() if address else end
    while position < stop:
        span = read_reversed(text, position)
        if span and span[1] <= stop:
            yield finding(text, span, Category.PERSON, "headers", 0.97, role)
            position = span[1]
        else:
            name = read_name(text, position)
            if name is None or name.end > stop:
                return
            if name.is_wordy or is_organisation(text, name):
                return
            if not (on_first_line or address or name.is_known):
                return
            # Below the first line *B. Import met ontheffing* is a sentence.
            if not (on_first_line or address or _NAME_ENDS.match(text, name.end)):
                return
            # *Aan: Meldpunt Wolf*: capitals alone make no name.
            sure = address is not None or name.is_sure or name.is_known
            yield person(text, name, "headers", 0.95 if sure else _UNSURE, role)
            position = name.end
        following = re.compile(r"[^,\n]{0,60},[ \t]{0,4}").match(text, position)
        if following is None:
            return
        position = following.end()
