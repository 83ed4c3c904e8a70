"""Office holders and signatories: who acts in public because of a function."""

import re
from collections.abc import Iterator

from woo.detect.council_meetings import in_council_meeting
from woo.detect.councils import has_party, party_at
from woo.detect.debates import in_debate
from woo.detect.domains import after_domain
from woo.detect.grammar import Name, name_before, read_name
from woo.detect.known_holders import known_holders
from woo.detect.lexicon import is_ordinary, is_surname
from woo.detect.name_lists import names_before, names_in_row, speaks_there
from woo.detect.no_office import without_office
from woo.detect.rare import mentions
from woo.detect.spans import finding, lines, person
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role

_FUNCTION = (
    r"(?:[Oo]ud-|[Vv]oormalig |[Tt]oenmalig |[Dd]emissionair )?(?:[Mm]inister-?[Pp]resident|"
    r"[Vv]ice(?:minister)?-?[Pp]remier|[Mm]inister|MINISTER|"
    r"[Pp]remier|[Ss]taatssecretaris|STAATSSECRETARIS|[Bb]ewindspersoon|(?:[Tt]weede |[Ee]erste "
    r")?[Kk]amerlid|[Kk]amervoorzitter|[Ss]enator|"
    r"[Bb]urgemeester|[Ww]ethouder|[Gg]edeputeerde|[Cc]ommissaris van de Koning|"
    r"[Bb]oargemaster|[Ww]ethâlder|Bürgermeister(?:in)?|Landrat|Landrätin|"
    r"(?:EU-|[Ee]uro)commissaris|[Ee]uroparlementariër|"
    r"[Ff]ractievoorzitter|[Rr]aadsvoorzitter|[Rr]aadslid|"
    r"[Nn]ationale? [Oo]mbudsman|[Kk]inderombudsman|"
    r"(?:[Kk]inder|[Vv]oorzieningen|[Kk]anton|[Bb]estuurs|[Pp]olitie)?rechter|[Rr]echter-commissaris|"
    r"[Rr]aadsheer(?:-commissaris)?|[Ss]taatsraad|"
    r"[Aa]dvocaat-generaal|[Pp]rocureur-generaal|[Dd]ijkgraaf|"
    r"(?:[Hh]oog)?[Hh]eemraad(?: van dienst)?|"
    r"[Ss]tatenl(?:id|eden)|[Rr]aadsleden|"
    r"[Ww]ethouders|[Gg]edeputeerden|[Ll]oco-burgemeester|[Ff]ractieleider|[Ll]ijsttrekker|"
    r"[Ii]nformateur|[Ff]ormateur|[Aa]mbt(?:ge|s)no(?:ot|te)|[Aa]mbassadeur|[Bb]ondskanselier|[Pp]resident|"
    r"[Gg]ouverneur|[Mm]inisters|[Ss]taatssecretarissen|[Bb]urgemeesters|"
    r"[Aa]mbassador|[Ss]tate [Ss]ecretary|[Pp]rime [Mm]inister|[Tt]aoiseach|[Mm]ayor|"
    r"[Cc]ommissioner|(?:enkel|meer)voudige[ ][a-z]{0,15}kamer|"
    r"[Mm]in\.-pres\.|MP|[Ss]tas|[Bb]gm\.?|[Bb]urg\.|[Ww]eth\.|[Ww]h\.?|[Rr]l\.?|CdK|Ged\.|[Aa]mb\.)"
)
_BEFORE_NAME = re.compile(rf"(?<![\w-]){_FUNCTION}(?=[ ,\n])")
# A comma is followed by a title, or by one name between commas: else people are summed up.
_THEN_NAME = re.compile(
    r"(?:[ ]?\n|[ ]|,[ ]?[ \n](?=(?:de heer|mevrouw|drs\.|mr\.|dr\.|ir\.)[ ])|"
    r",[ ](?=(?:(?:van|den?|der|te[nr]?|Van|De[nr]?|Te[nr]?)[ ]){0,2}"
    r"[A-ZÀ-Þ][\w'’-]{2,30}(?:[ ][A-ZÀ-Þ][\w'’-]{2,30})?,[ ][a-z]))"
    r"(?:(?:de heer|mevrouw|drs\.|mr\.|dr\.|ir\.)[ ])?"
)
_IN_ROW = re.compile(r"[;|\t]")
_SEVERAL = re.compile(r"(?:ministers|issen|burgemeesters|wethouders|eerden|leden)$", re.IGNORECASE)
# Anybody may be the prince of carnival.
_ROYAL = re.compile(
    r"\b(?:[Pp]rins(?:es)?|[Kk]oning(?:in)?|[Kk]roonprins(?:es)?)[ ](?P<name>Willem-Alexander|"
    r"Máxima|Maxima|Beatrix|Amalia|Catharina-Amalia|Alexia|Ariane|Constantijn|Laurentien|Margriet|"
    r"Pieter van Vollenhoven|Bernhard|Irene|Christina|Claus|Juliana|Wilhelmina|Hendrik|Maurits|"
    r"Charles|Filip|Mathilde|Albert|Boudewijn|Felipe|Letizia|Frederik|Harald|Carl Gustaf)(?!\w)"
)
_OFFICE = (
    r"(?:wethouder|burgemeester|raadslid|(?:Tweede |Eerste )?[Kk]amerlid|gedeputeerde|dijkgraaf|"
    r"heemraad|[Ss]tatenlid|minister(?!ie)|staatssecretaris|commissaris van de Koning|ombudsman|"
    r"fractievoorzitter|fractieleider|raadsvoorzitter|"
    r"ambassadeur)\b"
)
# *Slootweg (wethouder)*, *is raadslid*, *als wethouder*, *, dijkgraaf van Rivierenland*; in a
# signature on the next line, where another name may not follow: that is the next one of a list.
_AFTER_NAME = re.compile(
    rf"[ ]\((?:{_OFFICE}|(?:weth|wh|rl|bgm|burg|cdk|CdK)\.?\))|"
    rf"[ ](?:is|was)[ ](?:sinds[ ][\w ]{{2,15}}[ ])?(?:plaatsvervangend[ ]|plv\.[ ])?"
    rf"(?!ambassadeur){_OFFICE}|"
    rf"[ ]als[ ](?:nieuwe[ ]|waarnemend[ ]|tijdelijk[ ])?(?!ambassadeur){_OFFICE}|"
    rf"[ ]?[|\t][ ]?(?i:{_OFFICE})[ ]?(?=[|;\t\n]|$)|[;,](?i:{_OFFICE})(?=[;,\n]|$)|"
    r",[ ]lid[ ]van[ ](?:het[ ]Europees[ ]Parlement|de[ ](?:Tweede|Eerste)[ ]Kamer|"
    r"de[ ]gemeenteraad|Provinciale[ ]Staten)\b|"
    rf",[ ](?:de[ ]|onze[ ])?{_OFFICE}(?=[ ]?(?:[,.;:)\n]|(?:van|te|in|voor|namens|bij)\b|$))|"
    rf",?[ ]?\n[ \t>]{{0,8}}(?:[Dd]e[ ])?(?i:{_OFFICE})"
    r"(?![ ]?:|[ ](?:de heer|mevrouw)|,[ ](?:beste|geachte|dag|hallo)[ ])"
)
# *B. Wesselink, S. Kolthof en R. Amezian (wethouders)*.
_OFFICES_BEHIND = re.compile(
    r"[ ]?\n?[ ]?\((?:wethouders|gedeputeerden|(?:raads|staten)leden|[Kk]amerleden|bewindslieden)\)"
)
_CAPITAL_BEHIND = re.compile(r"[ ][A-ZÀ-Þ]")
# *A. Smit, rechter* above *B. Bakker, griffier*; *voor de minister mr. B. Bakker*, who pleads.
_PLEADS = re.compile(r"[ ,]{1,2}(?:mr|drs|ir|dr)\.")
_OF_ANOTHER = re.compile(r"(?:\w,[ ](?:de[ ])?|\b(?:voor|namens)[ ](?:de[ ]|het[ ])?)$")
_OFFICE_LINE = re.compile(
    r"^[ \t>]{0,8}(?:de|het|DE|HET|De|Het|(?:H|h)oogachtend, de)?[ ]?(?:minister(?!ie)|"
    r"staatssecretaris|burgemeester|commissaris van de koning|"
    r"college van burgemeester|gedeputeerde staten|minister-president|voorzitter van|"
    r"(?:dagelijks|algemeen) bestuur van|"
    r"kinderombudsman|nationale ombudsman)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:is|was|zijn|waren|heeft|had|hebben|wordt|werd|zal|zou|kan|kon|wil|wilde|zei|zegt|vroeg|vraagt|"
    r"deelt|schrijft|schreef|besluit|besloot|komt|kwam|gaat|ging)\b"
)
_BOARD_LINE = re.compile(
    r"[ \t>]{0,8}namens (?:burgemeester en wethouders|gedeputeerde staten|(?:de|het) [\w ]{0,30}"
    r"(?:bestuur (?=van)|(?:dagelijks|algemeen) bestuur|college|directie|raad|ministers?|"
    r"staatssecretaris|burgemeester|commissaris|dijkgraaf))[\w, -]{0,90}$",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(
    r"\b(?:namens (?:deze|dezen|hem|haar)|voor deze|n\.d\.|loco)\b[, ]{0,3}", re.IGNORECASE
)
_HEAD = re.compile(
    r"^[ \t>]{0,8}(?:de|het)?[ ]?(?:plv\.?|plaatsvervangend|wnd\.?|waarnemend)?[ ]?(?:hoofd|"
    r"directeur|secretaris|manager|afdelings|teamleider|"
    r"inspecteur|griffier|programma)",
    re.IGNORECASE,
)
_LINES_BELOW = 6
# A board of several is signed for by two: *A. Smit, secretaris* above *B. Bakker, voorzitter*.
_BOARD = re.compile(r"college van|gedeputeerde staten|(?:dagelijks|algemeen) bestuur", re.I)
_FOR_BOARD = re.compile(
    r",?[ ](?:de[ ])?(?:(?:gemeente|provincie|loco-?)?secretaris(?:-directeur)?|voorzitter)$"
)
_FUNCTION_BEHIND = re.compile(r"^,[ ][a-z][\w -]{2,60}$")
_ADDRESS = re.compile(
    r"^[ \t>]{0,8}(?:[Aa]an|[Tt]\.a\.v\.|[Tt]er attentie van)[ :]{1,3}"
    r"(?:(?:de|het|Zijne Majesteits)[ ]|[^\n]{3,50},[ ])?"
    r"(?:burgemeester|minister(?!ie)|staatssecretaris|[Cc]ommissaris(?: van de Koning)?|"
    r"(?:[Nn]ationale |[Kk]inder)?[Oo]mbudsman|gedeputeerde(?! [Ss]taten)|wethouder|dijkgraaf)"
    r"(?:[ ](?:van|voor|der|te)\b[^\n]{0,70})?[ ,]{0,2}\n",
    re.MULTILINE,
)
_GREETING = re.compile(
    r"^[ \t>]{0,8}(?:[Zz]eer )?(?:[Hh]oog)?(?:[Gg]eachte|[Ww]aarde|[Bb]este)[ ](?:heer|mevrouw)[ ]",
    re.MULTILINE,
)
_OTHER_READER = re.compile(r"\bt\.a\.v\.|ter attentie van|^[ \t>]{0,8}(?:Van|Cc)\b", re.M | re.I)
_ADDRESS_REACH = 400  # characters
_IN_CHARGE = re.compile(
    r"^[ \t>|]{0,8}(?:(?:[Mm]ede)?[Pp]ortefeuillehouders?|[Pp]fh)\.?[ ]?[:|\t\n][ \t|:]{0,6}",
    re.MULTILINE,
)
_COLLEGES = ("college", "raad", "wethouder", "gemeente", "gedeputeerde", "provinci", "waterschap")
_OF_PLACE = re.compile(r"[ ]van[ ](?=[A-ZÀ-Þ]\S*$)")
_LABEL = re.compile(r"(?:aan|van|cc|t\.a\.v\.|kopie aan|ter attentie van)\s*:?$", re.IGNORECASE)


def detect_offices(document: Document) -> Iterator[Finding]:
    """Findings with the role OFFICE_HOLDER or SIGNATORY."""
    text = document.text
    for match in _BEFORE_NAME.finditer(text):
        position = after_domain(text, match.end())
        if not _is_of_another(text, match.start(), position):
            several = _SEVERAL.search(match.group()) is not None
            yield from _behind(text, position, several=several)
            yield from _in_brackets(text, position)
    for match in _ROYAL.finditer(text):
        span = match.span("name")
        yield finding(text, span, Category.PERSON, "offices", 0.96, Role.OFFICE_HOLDER)
    for match in _AFTER_NAME.finditer(text):
        name = name_before(text, match.start())
        if name and not _is_of_next(text, match):
            # Below a name, as one signs, it tells more than the address of a mailbox.
            score = 0.98 if "\n" in match.group() else 0.96
            yield person(text, name, "offices", score, Role.OFFICE_HOLDER)
    for match in _OFFICES_BEHIND.finditer(text):
        for name in names_before(text, match.start()):
            yield person(text, name, "offices", 0.96, Role.OFFICE_HOLDER)
    yield from _addressed(text)
    yield from _in_charge(text)
    yield from without_office(text)
    yield from _signatures(text)
    yield from known_holders(text)
    yield from in_debate(text)
    yield from in_council_meeting(text)


def _is_of_next(text: str, office: re.Match[str]) -> bool:
    """*Wethouder Bakker* on the line below a name; but *wethouder Financiën* is of the name."""
    below = "\n" in office.group() and _CAPITAL_BEHIND.match(text, office.end()) is not None
    over = after_domain(text, office.end()) > office.end() or party_at(text, office.end() + 1)
    return below and not over


def _addressed(text: str) -> Iterator[Finding]:
    """*Aan de burgemeester van Vlissingen*, and then *Geachte heer Van den Tillaar*."""
    for office in _ADDRESS.finditer(text):
        greeting = _GREETING.search(text, office.end(), office.end() + _ADDRESS_REACH)
        if greeting is None or _OTHER_READER.search(text, office.end(), greeting.start()):
            continue
        if name := read_name(text, greeting.end()):
            yield person(text, name, "offices", 0.97, Role.OFFICE_HOLDER)


def _in_charge(text: str) -> Iterator[Finding]:
    """*Portefeuillehouder: F. Wolters*, in what goes to a college."""
    if not mentions(text, _COLLEGES):
        return
    for label in _IN_CHARGE.finditer(text):
        for name in names_in_row(text, label.end(), has_party):
            yield person(text, name, "offices", 0.96, Role.OFFICE_HOLDER)


def _is_of_another(text: str, start: int, end: int) -> bool:
    """Tell whether the office from ``start`` to ``end`` is not that of who follows."""
    if _OF_ANOTHER.search(text, max(0, start - 24), start) is None:
        return False
    return text[end : end + 1] == "\n" or _PLEADS.match(text, end) is not None


def _in_brackets(text: str, position: int) -> Iterator[Finding]:
    """*De dijkgraaf (Rozenbeek)*."""
    name = read_name(text, position + 2) if text.startswith(" (", position) else None
    if name and text.startswith(")", name.end):
        yield person(text, name, "offices", 0.95, Role.OFFICE_HOLDER)


def _behind(text: str, position: int, *, several: bool) -> Iterator[Finding]:
    """The name that follows an office, or what it is over, at ``position``; or ``several``.

    *Wethouder Smit en de heer Bakker*: of the second nothing is said.
    """
    then = _THEN_NAME.match(text, position)
    if then is None or party_at(text, then.end()):
        return
    if "\n" in then.group() and _IN_ROW.search(text, text.rfind("\n", 0, position) + 1, position):
        return  # the last cell of a row: the name below it begins the next
    for one in names_in_row(text, then.end(), has_party):
        end = _before_place(text, one)
        if end and not speaks_there(text, then.end(), one.end):
            span = (one.start, end)
            yield finding(text, span, Category.PERSON, "offices", 0.96, Role.OFFICE_HOLDER)
        if not several:
            return


def _before_place(text: str, name: Name) -> int:
    """Where the name ends in *burgemeester Storm van Wessemerdal*; 0 when there is but a place.

    In *wethouder van Dijk* the last word is a surname.
    """
    last = name.words[-1]
    if is_surname(last) or is_ordinary(last) or name.initials:
        return name.end
    if text.startswith("van ", name.start):
        return 0
    place = _OF_PLACE.search(text, name.start, name.end)
    return place.start() if place else name.end


def _signatures(text: str) -> Iterator[Finding]:
    """The name under an office: the holder, or after *namens deze* the signatory."""
    below, role, above, board = 0, Role.OFFICE_HOLDER, "", False
    for start, line in lines(text):
        stripped = line.strip(" \t>")
        label, above = above, stripped or above
        if _LABEL.match(label):
            below = 0  # ``Aan`` with the minister below it: somebody is written to, nobody signs
        elif _OFFICE_LINE.match(line) and _is_office(stripped):
            role = Role.SIGNATORY if _ON_BEHALF.search(line) else Role.OFFICE_HOLDER
            below, board = _LINES_BELOW, _BOARD.search(line) is not None
        elif _BOARD_LINE.match(line):
            below, role, board = _LINES_BELOW, Role.SIGNATORY, False
        elif below and stripped:
            below -= 1
            behalf = _ON_BEHALF.search(line)
            role = Role.SIGNATORY if behalf or _HEAD.match(line) else role
            rest = line[behalf.end() :] if behalf else line
            offset = start + len(line) - len(rest) + len(rest) - len(rest.lstrip(" \t>"))
            name = read_name(text, offset)
            after = text[name.end : start + len(line)] if name else ""
            if role is Role.SIGNATORY:
                after = _FUNCTION_BEHIND.sub("", after)
            if name and board and _FOR_BOARD.fullmatch(after):
                yield person(text, name, "offices", 0.97, Role.SIGNATORY)
            elif name and not after.strip(" .,|"):
                yield person(text, name, "offices", 0.97, role)
                below = 0
            elif not (behalf or _HEAD.match(line) or _goes_on(stripped)):
                below = 0  # another piece of text: a name below it is not that of the office


def _is_office(line: str) -> bool:
    """False for a sentence that begins with an office and breaks off at the end of the line."""
    return len(line) < 120 and line[-1:] not in {".", ":", ";"} and not _SENTENCE.search(line)


def _goes_on(line: str) -> bool:
    """Tell whether a line is still the office: ``Koninkrijksrelaties,`` or ``en Sport``."""
    if line.endswith("."):
        return False
    return line[:1].islower() or line.endswith(",") or not any(map(str.isalpha, line))
