"""Numbers of staff: *personeelsnummer*, *P-nummer*, *dienstnummer*."""

import re
from collections import Counter
from collections.abc import Iterator

from woo.detect.layout.columns import DIGIT, GAP, values_below
from woo.detect.rare import lowered, mentions
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

_NR = r"(?:nummers?|nrs?|no|id)\b\.?"
_LABEL = (
    rf"(?:personee?l?s?(?:dossier)?[-. ]?{_NR}|pers\.?[-. ]?{_NR}|p(?:[- ]|\.[ ]?){_NR}|"
    rf"(?:sal(?:aris)?\.?|loon|anci[eë]nniteits)[- ]?{_NR}|emp(?:loyee)?[-_ ]?id|"
    rf"medewerkers?[- ]?{_NR}|"
    # The DNR 2011 are conditions of engineers.
    rf"werknemers?[- ]?{_NR}|dienst{_NR}|dnr\b\.?(?! ?2011\b)|stamnummer|"
    r"employee ?(?:number|id)|salarisnummer|"
    rf"stam(?:boek)?{_NR}|sap[- ]?(?:{_NR})?|p-dossier|rijksnummer|"
    rf"rbtv(?:[- ]?{_NR})?|tolk(?:en)?[- ]?{_NR}|"
    rf"(?:legitimatie(?:bewijs)?|(?:toegangs|dienst|beveiligings|rijks)?pas)[- ]?{_NR}|"
    rf"personalnr\.?|medew\.|boa[- ]?akte(?:[- ]?{_NR})?|boa(?:['’]?s)?\b|verbalisant|controleur|"
    rf"(?:toezichthouder|handhaver|opsporingsambtenaar)s?:?(?:[ ]met)?[ ]?{_NR}|"
    r"genummerd|verb(?:al)?\.|dienstpas|mdw\.?(?:[ ]code)?|operator|opsteller|dn\b)"
)
_WORDS = (
    "personeel",
    "pers",
    "p-n",
    "p n",
    "p. n",
    "p.n",
    "loon",
    "sal.",
    "anci",
    "emp",
    "controleur",
    "verb",
    "mdw",
    "operator",
    "opsteller",
    "medewerker",
    "werknemer",
    "dienst",
    "dnr",
    "stam",
    "sap",
    "p-d",
    "rijksn",
    "employee",
    "salaris",
    "rbtv",
    "tolk",
    "personaln",
    "medew.",
    "boa",
    "verbalisant",
    "legitimatie",
    "pasn",
    "pas n",
    "pas-n",
    "dn ",
    "toezichthouder",
    "handhaver",
    "opsporingsambtenaar",
    "genummerd",
)
# *0900-8844* is called by everybody; *22-06-2023 20:15* is a moment.
_VALUE = (
    r"(?!0[89]00\b|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)"
    rf"(?:(?!BSN)[A-Z]{{1,4}}[- ]?)?{DIGIT}(?:[ .-]?{DIGIT}){{3,9}}(?![\w]|[.,/-]\d)"
)
_CALLED = re.compile(
    rf"(?<![\w-])(?P<label>{_LABEL})(?:[ ]\([A-Za-z][\w .-]{{1,20}}\))?"
    rf"(?:,?[ ](?:is|blijft|was|van u is|oud|nieuw|bij jou|van jou))?{GAP}"
    rf"(?P<number>{_VALUE})(?:,?[ ](?:(?:en )?nieuw|was|wordt)[ ](?P<other>{_VALUE}))?",
    re.IGNORECASE,
)
# *Toezichthouders: nr. 55208 en nr. 61174*
_NEXT = re.compile(rf"(?:,|[ ]en)[ ](?:nr|no|nummer)\.?[ ](?P<number>{_VALUE})")
# *J. Ossewaarde (ON 8776460)*, where police or staff is spoken of.
_BEHIND_NAME = re.compile(
    r"(?<![\w'’-])[A-ZÀ-Þ][\w'’-]{1,30}[ ]\((?P<number>(?:[A-Z]{1,3}[ -]?)?\d{5,8})\)(?![\w-])"
)
# *R.P. van den Akker, hoofdagent, 151209*
_BEHIND_RANK = re.compile(
    r"\b(?:surveillant|(?:hoofd)?agent|brigadier|wachtmeester|(?:hoofd)?inspecteur),?[ ]"
    r"(?P<number>\d{5,7})(?![\w-]|[.,/]\d)",
    re.IGNORECASE,
)
_POLICE = re.compile(
    r"\b(?:politie|verbalisant|agent|brigadier|hoofdagent|inspecteur|boa|rapporteur|rechercheur|"
    r"medewerker|collega)\b[^\n]{0,80}$",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"{_LABEL}")
_CELL = re.compile(rf"(?!(?:19|20)\d\d\b){_VALUE}")
# ``P`` with five to eight digits, where somebody of the staff is named.
_CODE = re.compile(r"P(?<![\w./#-]P)[- ]?\d{5,8}(?![\w/]|[.,-]\d)")
# Of who inventories or removes asbestos: *DIA K.J. Hoving, certificaat 51E-030418-410882*.
_CERTIFICATE = re.compile(r"(?<![\w-])5\d[A-Z]-\d{6}-\d{3,6}(?![\w-])")
_STAFF = re.compile(
    r"(?:werknemer|medewerk(?:st)?er|collega|inspecteurs?|toezichthouders?|verbalisant|beambte|boa|naam|"
    r"personeels\w+|p-n\w+|pers\.? ?nr|[A-ZÀ-Þ][\w'’-]+[ ]?[,(])[^\n.;]{0,60}$",
    re.IGNORECASE,
)
# *P-2205871 OOSTERLING M*, as a gate writes who passed it.
_NAME_BEHIND = re.compile(r"[ ]{1,3}[A-Z][A-Z'-]{2,}(?:[ ][A-Z'-]+){0,2}[ ][A-Z]\b")
_AND = re.compile(r"P\d{5,8}(?:,| en| of| of de)? $")
_THING = re.compile(
    r"(?:project|product|polis|plan|order|pomp|peil|perceel|parkeer|paal|factuur|kenmerk|artikel|meldings?|besluit)"
    r"\w*[ .:#-]{0,3}(?:nr\.?|nummer)?[ .:]{0,2}$",
    re.IGNORECASE,
)


# *22:31:07 C118 Melder mw …*: who writes the log of an incident.
_AT_WORK = re.compile(
    r"^[ \t]*(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T])?\d{1,2}:\d\d(?::\d\d)?[ ]{1,3}"
    r"(?P<code>[A-Z]\d{2,4})[ ]{1,3}(?=[A-Za-z])",
    re.MULTILINE,
)
_OFTEN = 3  # times that one of them writes


def detect_personnel_number(document: Document) -> Iterator[Finding]:
    """Every number that a label, a column or the mention of staff says is an employee's."""
    text = document.text
    staff = mentions(text, _WORDS) and _HEADING.search(lowered(text)) is not None
    for match in _CALLED.finditer(text) if staff else ():
        if _ends_row(match):
            continue
        yield _found(text, match.span("number"), 0.95)
        following = _NEXT.match(text, match.end())
        while following:
            yield _found(text, following.span("number"), 0.9)
            following = _NEXT.match(text, following.end())
        if match["other"]:
            yield _found(text, match.span("other"), 0.9)
    yield from (_found(text, span, 0.8) for span in _of_police(text))
    for match in _CODE.finditer(text):
        before = text[max(0, match.start() - 90) : match.start()]
        of_staff = staff or _STAFF.search(before) or _AND.search(before)
        if not _THING.search(before) and (of_staff or _NAME_BEHIND.match(text, match.end())):
            yield _found(text, match.span(), 0.85)
    for match in _CERTIFICATE.finditer(text):
        yield _found(text, match.span(), 0.9)
    codes = list(_AT_WORK.finditer(text))
    often = Counter(match["code"] for match in codes)
    for match in codes if max(often.values(), default=0) >= _OFTEN else ():
        yield _found(text, match.span("code"), 0.85)
    for cell in values_below(text, _HEADING, _CELL) if staff else ():
        yield _found(text, cell.span(), 0.95)


def _of_police(text: str) -> Iterator[tuple[int, int]]:
    """Behind a name, where police or staff is spoken of, and behind a rank."""
    for match in _BEHIND_NAME.finditer(text):
        if _POLICE.search(text, max(0, match.start() - 100), match.start()):
            yield match.span("number")
    yield from (match.span("number") for match in _BEHIND_RANK.finditer(text))


def _ends_row(match: re.Match[str]) -> bool:
    """*…;boa*, and on the next line the number of another case: the word is a cell of its own."""
    text, end = match.string, match.end("label")
    on_next_line = "\n" in text[end : match.start("number")]
    return on_next_line and text[match.start() - 1 : match.start()] in {";", "|", "\t", " "}


def _found(text: str, span: tuple[int, int], score: float) -> Finding:
    return finding(text, span, Category.PERSONNEL_NUMBER, "personnel_number", score)
