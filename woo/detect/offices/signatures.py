"""Who signs for an office: its holder, and who signs on behalf of it."""

import re
from collections.abc import Iterator

from woo.detect.offices.office_lines import is_of_name_above
from woo.detect.spans import person
from woo.detect.words.grammar import read_name
from woo.model.finding import Finding, Role
from woo.text.lines import lines

_OFFICE_LINE = re.compile(
    r"^[ \t>]{0,8}(?:de|het|DE|HET|De|Het|(?:H|h)oogachtend, de)?[ ]?(?:minister(?!ie)|"
    r"staatssecretaris|burgemeester|commissaris (?:van de koning(?:in)?|der koningin)|"
    r"dijkgraaf van|"
    r"college van burgemeester|gedeputeerde staten|deputearre steaten|"
    r"minister-president|voorzitter van|"
    r"(?:dagelijks|algemeen) bestuur van|"
    r"kinderombudsman|nationale ombudsman)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:is|was|zijn|waren|heeft|had|hebben|wordt|werd|zal|zou|kan|kon|wil|wilde|zei|zegt|vroeg|vraagt|"
    r"deelt|schrijft|schreef|besluit|besloot|komt|kwam|gaat|ging)\b"
)
_BOARD_LINE = re.compile(
    r"[ \t>]{0,8}(?:namens|[uú]t namme fan) (?:burgemeester en wethouders|"
    r"gedeputeerde staten|deputearre steaten|boargemaster en wethâlders|(?:de|het|it) [\w ]{0,30}"
    r"(?:bestuur (?=van)|voorzitter van |(?:dagelijks|algemeen) bestuur|college|"
    r"directie|raad|ministers?|"
    r"staatssecretaris|burgemeester|commissaris|dijkgraaf))[\w, -]{0,90}$",
    re.IGNORECASE,
)
# *namens Gedeputeerde Staten, P.J. Kerris, teammanager*, where it ends a line.
_SIGNS = re.compile(
    r"\b[Nn]amens[ ](?:het[ ]college(?:[ ]van[ ][\w& ]{3,40})?|[Gg]edeputeerde[ ][Ss]taten|"
    r"[Bb]urgemeester[ ]en[ ][Ww]ethouders|B&W|de[ ](?:[Mm]inister|[Ss]taatssecretaris|"
    r"[Bb]urgemeester)|het[ ](?:dagelijks|algemeen)[ ]bestuur)(?:[ ]van[ ][^,.\n]{2,50})?,[ ]"
)
# *genomen namens het college door N. Wijnbelt*, *ondertekend door Th. Zwerver, namens B&W*
_SIGNED_FOR = re.compile(
    r"\b[Nn]amens[ ](?:het[ ]college|burgemeester[ ]en[ ]wethouders|B&W|"
    r"[Gg]edeputeerde[ ][Ss]taten|de[ ](?:minister|staatssecretaris|burgemeester))"
    r"(?:[ ]van[ ][\w& ]{3,40}?)?[ ](?:genomen[ ]|ondertekend[ ]|getekend[ ])?door[ ]"
    r"(?=[A-ZÀ-Þ]|van |de )"
)
_SIGNED_BY = re.compile(r"\b(?:onder|ge)tekend[ ]door[ ](?=[A-ZÀ-Þ]|van |de )")
_FOR_BEHIND = re.compile(
    r",?[ ]namens[ ](?:het[ ]college|burgemeester|B&W|[Gg]edeputeerde|deze|"
    r"de[ ](?:minister|staatssecretaris|burgemeester))"
)
_LINE_ENDS = re.compile(
    r"(?:,[ ](?:[a-z]{2,12}\.?[ ])?[a-z-]{0,20}(?:manager|leider|hoofd|directeur|secretaris|"
    r"adviseur|consulent|jurist|coördinator|medewerk(?:er|ster)|inspecteur|wethouder|burgemeester)"
    r"[\w ,&-]{0,50})?\.?[ ]*(?:\n|$)"
)
# *De griffier,* and *De heffingsambtenaar,* alone on a line: an organ of the office signs below it.
_ORGAN_LINE = re.compile(
    r"[ \t>]{0,8}(?:namens )?(?:de|het) (?:(?:heffings|invorderings)ambtenaar|ontvanger|"
    r"(?:raads|staten)?griffier|(?:gemeente|provincie)?secretaris|directeur|korpschef|inspecteur|"
    r"rector|officier van justitie|hoofd|(?:plaatsvervangend )?voorzitter)"
    r"(?:[ ][^.:\n,]{1,50})?,[ ]*$",
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
_BOARD = re.compile(
    r"college van|gedeputeerde staten|deputearre steaten|(?:dagelijks|algemeen) bestuur", re.I
)
_FOR_BOARD = re.compile(
    r",?[ ](?:de[ ])?(?:(?:gemeente|provincie|loco-?)?se[ck]retaris(?:-directeur)?|"
    r"voorzitter|foarsitter)[ ]?$"
)
_COLUMN = re.compile(r"[^\s>|](?:[^|\t ]|[ ](?![ |]))*")
_FUNCTION_BEHIND = re.compile(r"^,[ ][a-z][\w -]{2,60}$")
_LABEL = re.compile(r"(?:aan|van|cc|t\.a\.v\.|kopie aan|ter attentie van)\s*:?$", re.IGNORECASE)

# *De heer H. Adriaanse* above *Duinweg 102*.
_ADDRESSEE = re.compile(
    r"[ \t>]{0,8}(?:[Aa]an )?(?:[Dd]e heer(?:[ /]{1,3}mevrouw)?|[Mm]evrouw|[Dd]hr\.?|[Mm]w\.?|"
    r"[Mm]evr\.?|[Ff]amilie)[ ](?P<name>[^\n\d]{2,60})\n(?:[ \t>]{0,8}[^\n\d]{2,60}\n)?"
    r"[^\n]{3,50}[ ]\d"
)
_LETTERHEAD = re.compile(
    rf"{_OFFICE_LINE.pattern}[^\n]{{0,60}}\n{{1,3}}{_ADDRESSEE.pattern}", re.MULTILINE | re.I
)


def signatures(text: str) -> Iterator[Finding]:
    """Findings with the role OFFICE_HOLDER or SIGNATORY, or CITIZEN for who is written to."""
    yield from _below_office(text)
    yield from _behind_board(text)
    yield from _in_sentence(text)
    yield from _written_to(text)


def _below_office(text: str) -> Iterator[Finding]:
    """The name under an office: the holder, or after *namens deze* the signatory."""
    below, role, above, board = 0, Role.OFFICE_HOLDER, "", False
    for start, line in lines(text):
        stripped = line.strip(" \t>")
        label, above = above, stripped or above
        if _LABEL.match(label) or _ADDRESSEE.match(text, start):
            below = 0  # ``Aan`` with the minister below it: somebody is written to, nobody signs
        elif _OFFICE_LINE.match(line) and _is_office(stripped):
            role = Role.SIGNATORY if _ON_BEHALF.search(line) else Role.OFFICE_HOLDER
            # Of who is named above it, a table of who was there says, with a line for each cell.
            below = 0 if is_of_name_above(text, start) else _LINES_BELOW
            board = _BOARD.search(line) is not None
        elif _BOARD_LINE.match(line) or _ORGAN_LINE.match(line):
            below, role, board = _LINES_BELOW, Role.SIGNATORY, False
        elif board and below and (signed := list(_for_board(text, start, line))):
            below -= 1
            yield from signed
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
            if name and not after.strip(" .,|"):
                yield person(text, name, "offices", 0.97, role)
                below = 0
            elif not (behalf or _HEAD.match(line) or _goes_on(stripped)):
                below = 0  # another piece of text: a name below it is not that of the office


def _for_board(text: str, start: int, line: str) -> Iterator[Finding]:
    """*A. Smit, secretaris*, and on the same line, farther on, *B. Bakker, voorzitter*."""
    for column in _COLUMN.finditer(line):
        name = read_name(text, start + column.start())
        if name and _FOR_BOARD.fullmatch(text, name.end, start + column.end()):
            yield person(text, name, "offices", 0.97, Role.SIGNATORY)


def _behind_board(text: str) -> Iterator[Finding]:
    """Who signs on the same line as the board: *Namens het college, R. Bloemhoff, consulent*."""
    for board in _SIGNS.finditer(text):
        name = read_name(text, board.end())
        if name and name.is_sure and _LINE_ENDS.match(text, name.end):
            yield person(text, name, "offices", 0.97, Role.SIGNATORY)


def _in_sentence(text: str) -> Iterator[Finding]:
    """Who signed for an office, where a text tells of it."""
    for match in _SIGNED_FOR.finditer(text):
        if name := read_name(text, match.end()):
            yield person(text, name, "offices", 0.95, Role.SIGNATORY)
    for match in _SIGNED_BY.finditer(text):
        name = read_name(text, match.end())
        if name and _FOR_BEHIND.match(text, name.end):
            yield person(text, name, "offices", 0.95, Role.SIGNATORY)


def _written_to(text: str) -> Iterator[Finding]:
    """*De burgemeester* at the head of a letter, and then who it is for: that one holds nothing."""
    for head in _LETTERHEAD.finditer(text):
        if name := read_name(text, head.start("name")):
            yield person(text, name, "offices", 0.5, Role.CITIZEN)


def _is_office(line: str) -> bool:
    """False for a sentence that begins with an office and breaks off at the end of the line."""
    return len(line) < 120 and line[-1:] not in {".", ":", ";"} and not _SENTENCE.search(line)


def _goes_on(line: str) -> bool:
    """Tell whether a line is still the office: ``Koninkrijksrelaties,`` or ``en Sport``."""
    if line.endswith("."):
        return False
    return line[:1].islower() or line.endswith(",") or not any(map(str.isalpha, line))
