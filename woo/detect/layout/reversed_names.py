"""Names in directory order: ``Vries, J.P. de (Jan) - BZK``, ``Jansen, Fatima (DGOO)``."""

import re
from collections.abc import Iterator

from woo.detect.spans import finding
from woo.detect.words.grammar import CAPITALISED, INITIALS, LETTER, PARTICLES
from woo.detect.words.name_parts import is_call_name
from woo.model.document import Document
from woo.model.finding import Category, Finding
from woo.reference.lexicon import is_first_name, is_not_name, is_place, is_surname

_SURNAME = f"(?:{PARTICLES}[ ])?{CAPITALISED}(?:[ ]{CAPITALISED})?"
# *van der*, behind who is called by her first name.
_PARTICLE_BEHIND = "(?:[ ](?:van|de|den|der|ter|ten))"
_TAIL = (
    f"(?:[ ]{PARTICLES}(?![{LETTER}]))?(?:[ ]?\\((?P<call>{CAPITALISED})\\)"
    # *Tak, P.C. (Petra) van der*
    f"(?:{_PARTICLE_BEHIND}(?![{LETTER}])){{0,2}})?"
)
_DEGREES = r"(?:(?:mr|drs|dr|ir|ing|prof|mw|dhr)\.[ ]?){0,2}"
_WITH_INITIALS = re.compile(
    f"(?P<surname>{_SURNAME}),[ ]{{0,2}}{_DEGREES}"
    f"(?P<initials>{INITIALS}|[A-Z]{{1,4}}(?=[ ,;)(\\n])){_TAIL}"
)
_WITH_FIRST_NAME = re.compile(
    f"(?P<surname>{_SURNAME}),[ ]{{0,2}}(?P<first>{CAPITALISED})(?:[ ]{INITIALS})?{_TAIL}"
)
# *Kuiper, W. Slager*: the initials are the next one's.
_NEXT_NAME = re.compile(f"[ ](?:{PARTICLES}[ ])?[A-ZÀ-Þ][a-zà-ÿ]{{2}}")
# *A. Verschuren, T. Wiersma*: two people, whose initials come first.
_INITIALS_BEFORE = re.compile(f"(?<![{LETTER}]){INITIALS}[ ](?:{PARTICLES}[ ])?$")
# *Hennie Wolters, Jochem (zoon)*, *burgemeester Schouten, Fred (politie)*: two people each.
_NAMED_BEFORE = re.compile(
    r"(?:(?P<first>[A-ZÀ-Þ][a-zà-ÿ]{1,14})|\b(?:burgemeester|wethouder|gedeputeerde|minister|"
    r"staatssecretaris|dijkgraaf|[Kk]amerlid|raadslid|voorzitter))[ ]$"
)
# *Doorgestuurd door Van Osch, AHM aan Coolen, P*
_FORWARDED = re.compile(
    rf"\b(?:[Dd]oorgestuurd|[Vv]erzonden|[Oo]ntvangen|[Gg]emaakt|[Oo]pgesteld)[ ]door[ ]"
    rf"(?P<by>{_SURNAME},[ ][A-Z]{{1,4}})(?![\w.])"
    rf"(?:[ ]aan[ ](?P<to>{_SURNAME},[ ][A-Z]{{1,4}})(?![\w.]))?"
)
# *Verstappen, Karin vd Bosch*, on one line or two.
_SURNAME_NEXT = re.compile(f"[ ]{{1,2}}\n?(?:{PARTICLES}[ ])?(?P<word>{CAPITALISED})")
_ALSO_LISTED = re.compile(f",[ ](?P<word>{CAPITALISED})(?=,| en |[.;\n]|$)")
_LONGEST_INITIALS = 24
_START = re.compile(f"(?<![{LETTER}\\d.@-])(?=[A-ZÀ-Þ]|van |de |den |ten |ter |el |al )")
# *SCHOENMAECKERS.R* of a badge reader, *DALM.V.VAN*; *LANDVREUGD/R MR* of an airline.
_IN_LOG = re.compile(
    r"(?<![\w.@/-])[A-Z][A-Z'-]{3,}\.[A-Z](?:\.[A-Z])?(?:\.(?:VAN|DE|DEN|DER|VD|TEN|TER))?(?![\w.@-])"
)
_BOOKED = re.compile(
    r"(?<![\w.@/-])[A-Z][A-Z'-]+(?:[ ][A-Z'-]+){0,2}/[A-Z]+(?:[ ][A-Z]+)?"
    r"[ ](?:MRS?|MS|MSTR|MISS|DR)(?!\w)"
)
# *VD BRINK WMA   ma 6,0  di 6,0*: the beginning of a line of a roster, as payroll systems print it.
_IN_ROSTER = re.compile(
    r"^[ \t]{0,8}(?P<name>(?:(?:VAN|VD|V\.D\.|DE|DEN|DER|TEN|TER|EL)[ ]){0,2}"
    r"(?P<surname>[A-Z]{3,16}(?:-[A-Z]{3,16})?)[ ][A-Z]{1,4})(?=[ ]{2}|[ ]?[\t;|])",
    re.MULTILINE,
)
# *6 Groen, Rosalie Burgerzaken x x*: a numbered list, of which the page has no columns.
_NUMBERED = re.compile(
    rf"^[ \t]{{0,8}}\d{{1,3}}[.)]?[ ]{{1,4}}"
    rf"(?P<name>(?P<surname>{CAPITALISED}),[ ](?P<first>{CAPITALISED})"
    rf"(?:{_PARTICLE_BEHIND}+(?![{LETTER}]))?)(?=[ ]|$)",
    re.MULTILINE,
)
# *SMIT, Gerardus Johannes*, as a register writes it.
_REGISTERED = re.compile(
    rf"(?<![\w@-])(?:{PARTICLES}[ ])?[A-ZÀ-Þ]{{2,24}}(?:-[A-ZÀ-Þ]{{2,24}})?,[ ]"
    r"(?P<given>[A-ZÀ-Þ][a-zà-ÿ]{1,16}(?:[ -][A-ZÀ-Þ][a-zà-ÿ]{1,16}){1,3})(?![\w-])"
)
_FEWEST_NUMBERED = 4  # rows
_MOST_OF_ROSTER = 2  # of so many lines one begins with a known surname
# After a name in directory order: a unit in brackets, a separator, an address, or the end.
_AFTER = re.compile(r"[ ]{3}|[ \t]{0,3}(?:\(|;|<|\n|-|/|\||\Z|\[)")


def read_reversed(text: str, start: int) -> tuple[int, int] | None:
    """The span of a name in directory order that begins at ``start``, or None."""
    match = _with_initials(text, start)
    if match:
        return _span(match, with_call_name=True)
    match = _WITH_FIRST_NAME.match(text, start)
    if match and _is_parted(text, match):
        return _span(match, with_call_name=False)
    if match and _can_be_surname(match["surname"]) and _can_be_first_name(match["first"]):
        if _begins_another(text, match) or _is_row_of_surnames(text, match):
            return None
        capitals = match["surname"].isupper() and text.startswith(", ", match.end())
        known = is_first_name(match["first"]) and not capitals
        return _span(match, with_call_name=False) if known or _ends_there(text, match) else None
    return None


def _is_parted(text: str, match: re.Match[str]) -> bool:
    """*Praag, Jo van*: the tussenvoegsel behind the first name makes any word a surname."""
    behind = text[match.end("first") : match.end()].partition("(")[0].strip()
    last = behind.rpartition(" ")[2]
    known = is_first_name(match["first"]) or text[match.end() : match.end() + 1] in {'"', "<", ";"}
    return last.islower() and known and not _begins_another(text, match)


def _begins_another(text: str, match: re.Match[str]) -> bool:
    """*Kuypers, Olena Bondarenko*: the first name is that of the next one in the list."""
    after = _SURNAME_NEXT.match(text, match.end())
    return after is not None and (is_surname(after["word"]) or not is_first_name(after["word"]))


def _is_another(text: str, match: re.Match[str]) -> bool:
    """Whether the first name is of the next one: what stands before the surname belongs to it."""
    start = match.start()
    before = _NAMED_BEFORE.search(text, max(0, start - 18), start)
    named = before and (before["first"] is None or is_first_name(before["first"]))
    return bool(named) or _begins_another(text, match)


def _is_row_of_surnames(text: str, match: re.Match[str]) -> bool:
    """*Bierens, Karaca, Ramdin en Wezel*: the second of them is a first name too."""
    following = _ALSO_LISTED.match(text, match.end())
    return following is not None and not is_first_name(following["word"])


def _ends_there(text: str, match: re.Match[str]) -> bool:
    """Not one of *Hilbers, Verschuren, Ezzahiri* or *STEGEMAN, AYDIN, LIM*: those are three."""
    listed = text.endswith(", ", 0, match.start())
    return not listed and _AFTER.match(text, match.end()) is not None


def _with_initials(text: str, start: int) -> re.Match[str] | None:
    match = _WITH_INITIALS.match(text, start)
    if match is None or _NEXT_NAME.match(text, match.end()):
        return None
    if match["surname"].isupper() and len(match["initials"]) > 2 and "." not in match["initials"]:
        return None  # *STEGEMAN, LIM* and *BOONSTRA, VAN AALST* are two people each
    # *Haar, J. van der*: the tussenvoegsel behind it makes any word a surname.
    has_particle = text[match.end("initials") : match.end()].strip().islower()
    return match if has_particle or _can_be_surname(match["surname"]) else None


def _span(match: re.Match[str], *, with_call_name: bool) -> tuple[int, int]:
    """Without the brackets when they hold a unit: ``Bakker, Teun (PAW)``."""
    call = match["call"]
    if call and not (with_call_name and is_call_name(call)):
        before_brackets = match.string[match.start() : match.start("call")].rstrip("( ")
        return match.start(), match.start() + len(before_brackets)
    return match.span()


def detect_reversed(document: Document) -> Iterator[Finding]:
    """Names in directory order, in running text only when what follows confirms it."""
    text = document.text
    yield from _by_machine(text)
    yield from _in_numbered_rows(text)
    yield from _registered(text)
    for sent in _FORWARDED.finditer(text):
        for group in ("by", "to"):
            if sent[group]:
                yield finding(text, sent.span(group), Category.PERSON, "reversed", 0.9)
    for place in _START.finditer(text):
        match = _with_initials(text, place.start())
        if match and "." in match["initials"]:
            if _INITIALS_BEFORE.search(
                text, max(0, place.start() - _LONGEST_INITIALS), place.start()
            ):
                continue
            span = _span(match, with_call_name=True)
            yield finding(text, span, Category.PERSON, "reversed", 0.9)
            continue
        match = _WITH_FIRST_NAME.match(text, place.start())
        told = match and (_is_parted(text, match) or _confirmed(text, match))
        if match and told and not _is_another(text, match):
            span = _span(match, with_call_name=False)
            yield finding(text, span, Category.PERSON, "reversed", 0.8)


def _by_machine(text: str) -> Iterator[Finding]:
    """As logs and bookings write it, in capitals."""
    for pattern in (_IN_LOG, _BOOKED):
        for match in pattern.finditer(text):
            yield finding(text, match.span(), Category.PERSON, "reversed", 0.9)
    roster = list(_IN_ROSTER.finditer(text))
    known = sum(is_surname(match["surname"]) for match in roster)
    if len(roster) > 1 and _MOST_OF_ROSTER * known >= len(roster):
        for match in roster:
            yield finding(text, match.span("name"), Category.PERSON, "reversed", 0.88)


def _registered(text: str) -> Iterator[Finding]:
    for match in _REGISTERED.finditer(text):
        if all(map(is_first_name, re.split("[ -]", match["given"]))):
            yield finding(text, match.span(), Category.PERSON, "reversed", 0.9)


def _in_numbered_rows(text: str) -> Iterator[Finding]:
    """Where half of the rows have a known surname and first name, all of them name somebody."""
    rows = list(_NUMBERED.finditer(text))
    known = sum(is_surname(row["surname"]) and is_first_name(row["first"]) for row in rows)
    if len(rows) >= _FEWEST_NUMBERED and _MOST_OF_ROSTER * known >= len(rows):
        for row in rows:
            yield finding(text, row.span("name"), Category.PERSON, "reversed", 0.88)


def _confirmed(text: str, match: re.Match[str]) -> bool:
    """A known surname and a known first name, and an end as a list has it."""
    surname, first = match["surname"].split()[-1], match["first"]
    if not is_first_name(first) or is_first_name(surname) or is_place(surname):
        return False
    if surname.isupper() and first.isupper():
        return _AFTER.match(text, match.end()) is not None
    return is_surname(surname) and _AFTER.match(text, match.end()) is not None


def _can_be_surname(surname: str) -> bool:
    words = surname.split()
    if len(words) > 1 and is_first_name(words[0]) and not is_surname(words[0]):
        return False
    return not any(is_not_name(word) or is_place(word) for word in surname.split()[-1:])


def _can_be_first_name(word: str) -> bool:
    return not is_not_name(word) and (is_first_name(word) or not is_surname(word))
