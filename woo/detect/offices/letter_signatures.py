"""Who signs a letter or decision of an office where no line *namens …,* stands above the name.

On one line with it (*namens dezen, J. de Wit, afdelingshoofd*), behind an organ (*De griffier, M.
Oudejans*), behind *w.g.*, and below the closing of a letter that an office writes, with a function.
Under an e-mail nobody signs a decision (``detect.py``).
"""

import re
from collections.abc import Iterator

from woo.detect.rare import mentions
from woo.detect.spans import person
from woo.detect.words.grammar import Name, name_before, read_name, skip_titles
from woo.model.finding import Finding, Role
from woo.reference.abbreviations import units

# What somebody is who may sign for an office; who merely handles a case does not.
_FUNCTION = (
    r"(?:(?:plaatsvervangend|waarnemend|plv\.|wnd\.|algemeen|adjunct)[ -])?"
    r"(?:[\w-]*(?:hoofd|directeur(?:-generaal)?|teamleider|team-?manager|manager|secretaris|griffier|"
    r"hoofdinspecteur|inspecteur-generaal|kabinetschef|coördinator|commandant|korpschef|voorzitter|"
    r"rector|ambtenaar|burgemeester)|coördinerend[ ][\w-]+(?:[ ]inspecteur)?)"
)
# He signs too where the office is named with it: *medewerker bezwaar, namens de minister*.
_HANDLES = (
    r"(?:[\w-]*(?:medewerk(?:er|ster)|consulent|jurist|adviseur|specialist|behandelaar|inspecteur))"
)
_BEHIND = re.compile(rf",[ ]{_FUNCTION}\b[^\n]{{0,60}}?\.?[ ]*(?=\n|$|[ ]{{3}})", re.IGNORECASE)
_BELOW = re.compile(
    rf"[ ]*,?\n[ \t>]{{0,8}}{_FUNCTION}\b(?!:)[^\n.:]{{0,60}}(?=\n|$)", re.IGNORECASE
)
# *Geachte heer …*, and below the closing *Y. Postma* and *manager Klantcontact*: who leads a part
# of an office. A secretary or chairman may be of a club, and a coordinator writes mail.
_FORMAL = re.compile(r"^[ \t]{0,8}(?:(?:Hoogg|[Gg])e(?:achte|leerde)|Excellentie)\b", re.MULTILINE)
_LEADS = re.compile(
    r"(?:,[ ]|[ ]*,?\n[ \t>]{0,8})"
    r"(?:(?:plaatsvervangend|waarnemend|plv\.|wnd\.|algemeen|adjunct|regionaal)[ -])?"
    r"(?:[\w-]*hoofd|(?!onderdir)[\w-]*directeur|(?!klant|omgevings)[\w-]*manager|[\w-]*teamleider|"
    r"coördinerend[ ][\w -]+|[\w-]*inspecteur(?:-generaal)?|(?:invorderings|heffings)ambtenaar|"
    r"kabinetschef|voorzitter[ ]Raad)\b(?!:)[^\n.:]{0,60}(?=\n|$|[ ]{3})",
    re.IGNORECASE,
)
_LETTERHEAD = 300  # characters
_ENDS = re.compile(r"[ ]?(?:[.;][ ]*)?(?:\n|$)|[ ]?;[ ]")
_ANYTHING = re.compile(r"[ ]*,?\n[ \t>]{0,8}[a-zA-Z][a-z]{4,30}\b(?!:)[^\n.:@\d]{0,60}(?=\n|$)")
_CLOSED = re.compile(r"\b(?:groet(?:en)?|hoogachtend|hoogachting)[, ]*\s{0,4}$", re.IGNORECASE)
# *Namens dezen:*, *namens deze, directeur*; then the name.
_ON_BEHALF = re.compile(
    r"\b(?:[Nn]amens[ ](?:deze|dezen|dit|hem|haar)[,:]|[Vv]oor[ ]deze(?:[,:]|(?=\n)))[ \t]{0,3}"
    r"(?:\n{1,2}[ \t>]{0,8}(?:i\.o\.\n{1,2}[ \t>]{0,8})?)?"
    r"(?:(?:de[ ])?(?:directeur|afdelingshoofd|manager)[ ])?(?=\S)"
)
# *Namens de Raad van bestuur,*: only with a function, for at a hearing somebody speaks so.
_OF_BOARD = re.compile(
    r"\b[Nn]amens[ ](?:het[ ]college|B&W|B[ ]en[ ]W|[Bb]urgemeester[ ]en[ ]wethouders|"
    r"de[ ](?:[Mm]inister|"
    r"[Ss]taatssecretaris|[Bb]urgemeester|[Rr]aad[ ]van[ ][Bb]estuur|(?:algemeen[ ])?directeur|"
    r"inspecteur-generaal)|het[ ](?:dagelijks|algemeen)[ ]bestuur|gedeputeerde[ ]staten|het[ ]Rijk)"
    r"[^\n,;:.()]{0,50}[,:][ \t]{0,3}(?:\n{1,2}[ \t>]{0,8})?(?=\S)",
)
_FOR_ORGAN = (
    r"namens[ ](?:de[ ](?:[Mm]inister|[Ss]taatssecretaris|[Bb]urgemeester|[Dd]ijkgraaf|"
    r"[Cc]ommissaris)|het[ ](?:college|(?:dagelijks[ ]|algemeen[ ])?bestuur)|"
    r"[Gg]edeputeerde[ ][Ss]taten|[Bb]urgemeester[ ]en[ ][Ww]ethouders|B&W|B[ ]en[ ]W)\b"
)
# Which one it is, and then the line ends: *namens het college bezig* is a sentence.
_ORGAN_ENDS = r"(?:[ ](?:van|voor|en)[ ][^\n.:;]{2,70})?[.,]?[ ]*(?=\n|$)"
# *Dianne Verlaan*, and below it *directeur Consulaire Zaken, namens de minister*.
_BELOW_NAME = re.compile(
    rf",?[ ]{{0,2}}\n[ \t>]{{0,8}}(?:{_FUNCTION}|{_HANDLES})\b[^\n,.:;]{{0,80}},?"
    rf"(?:[ ]|\n[ \t>]{{0,8}}){_FOR_ORGAN}{_ORGAN_ENDS}",
    re.IGNORECASE,
)
# *Afgegeven namens B&W door S. Popma, vergunningverlener*
_GIVEN_BY = re.compile(
    rf"\b(?:[Aa]fgegeven|[Vv]erleend|[Oo]ndertekend|[Gg]etekend|[Bb]esloten)[ ]{_FOR_ORGAN}"
    r"(?:[ ]van[ ](?:de[ ])?[\w-]{2,30})?[ ]door[ ](?=\S)"
)
# *namens UWV*, on a line of its own, and then who signs and what he is.
_OF_BODY = re.compile(
    r"^[ \t>]{0,8}[Nn]amens[ ](?:de[ ]|het[ ])?(?P<body>[A-ZÀ-Þ][\w-]{1,30})"
    r"(?:[ ][^\n,.:;()]{1,40})?,?[ ]*\n{1,2}[ \t>]{0,8}(?=\S)",
    re.MULTILINE,
)
_BODY = re.compile(
    r"(?:gemeente|provincie|waterschap|hoogheemraadschap|omgevingsdienst|veiligheidsregio|"
    r"belastingdienst|douane|rijkswaterstaat|staatstoezicht|inspectie|politie|ministerie)",
    re.IGNORECASE,
)
# Nothing closes the letter: a name and a function are its last lines.
_LAST_LINES = re.compile(
    rf"\n[ \t]*\n[ \t>]{{0,8}}"
    rf"(?=[^\n]{{4,60}}(?:\n[ \t>]{{0,8}}|,[ ]){_FUNCTION}[^\n.:]{{0,60}}\s*\Z)",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"(?:^|(?<=[.;,][ ]))(?:[Nn]amens[ ])?[Dd]e[ ](?:(?:adjunct-|plv\.[ ]|plaatsvervangend[ ])?"
    r"(?:griffier|directeur|heffingsambtenaar|invorderingsambtenaar|commandant|geneesheer-directeur|"
    r"korpschef|inspecteur-generaal|hoofdinspecteur|ingenieur))"
    r"(?:[ ]van[ ]de[ ]commissie)?(?:,[ ]?|[ ])(?:\n{1,2}[ \t]{0,40})?(?=[^\n,]{2,60}"
    r"(?:,[ ][a-z][^\n]{0,50})?[.;]?[ ]*(?:\n|$|[ ]de[ ]))",
    re.MULTILINE,
)
_WAS_SIGNED = re.compile(
    r"\b(?:w\.?[ ]?g\.|[Ww]as getekend|get\.|gez\.|getekend)(?:[ :]{1,3}|\)[ \t]*\n[ \t]{0,40})"
    r"(?P<organ>(?:secretaris|griffier|voorzitter|burgemeester)[ ])?"
)
# *burgemeester en wethouders van Lunterbroek,*, and below it who sign for it, side by side or one
# below the other: *M. Tolhuis / mr. A. Westerbeek*, *secretaris / burgemeester*.
_ORGAN_SIGNS = re.compile(
    r"^[ \t>]{0,8}(?:[Nn]amens[ ])?(?:[Hh]et[ ]college[ ]van[ ])?"
    r"(?:[Bb]urgemeester[ ]en[ ][Ww]ethouders|[Gg]edeputeerde[ ][Ss]taten|"
    r"[Pp]rovinciale[ ][Ss]taten|[Dd]e[ ](?:gemeente)?raad|"
    r"[Hh]et[ ](?:dagelijks|algemeen)[ ]bestuur)\b[^\n.:;]{0,60},[ ]*\n\s{0,4}"
    r"(?P<signs>(?:[^\n]{2,90}(?:\n[ \t]*){1,3}){1,5})",
    re.MULTILINE,
)
_MAY_SIGN = re.compile(
    r"\b(?:(?:gemeente|provincie)?secretaris|(?:raads|staten)?griffier|burgemeester|dijkgraaf|"
    r"commissaris (?:van de Koning(?:in)?|der Koningin)|voorzitter)(?:-directeur)?\b",
    re.IGNORECASE,
)
_NEXT_SIGNS = re.compile(r"(?:^|\n|[ ]/[ ]|[ ]{3,})[ \t>]*(?=[A-ZÀ-Þ]\.|(?:mr|drs|ir|dr)\.)")
_CLOSING = re.compile(
    r"^[ \t>]{0,8}(?:[Hh]oogachtend|[Mm]et[ ](?:de[ ]meeste[ ]|verschuldigde[ ])?hoogachting|"
    r"(?:[Mm]et[ ])?(?:[Vv]riendelijke|[Hh]artelijke)[ ]groet(?:en)?)[ ]?[,.]?[ ]*\n"
    # The office, on a line of its own.
    r"\s*(?:[^\n]{3,70},[ ]*\n\s*)?",
    re.MULTILINE,
)
_HEADERS = re.compile(
    r"^[ >]*(?:Van|From|Verzonden|Sent|Onderwerp|Subject)[ ]?:[ ]\S", re.MULTILINE
)
_OFFICE_WRITES = re.compile(
    r"\buw[ ](?:aanvraag|bezwaar(?:schrift)?|woo-verzoek|melding|klacht|zienswijze|"
    r"uitkering|vergunning|betaling)|\bu[ ](?:kunt|kan)\b[^.\n]{0,60}\b(?:bezwaar|beroep)\b|"
    r"\b(?:wij|we|ik)[ ](?:besluiten|besluit|hebben[ ]besloten|heb[ ]besloten)\b|"
    r"\bbesluit(?:en)?[ ](?:wij|ik|u)\b|\bons kenmerk\b",
    re.IGNORECASE,
)
# What an office decides; an official who writes an e-mail does not.
_DECIDES = re.compile(
    r"\b(?:u kunt|kunt u)\b[^.\n]{0,60}\b(?:bezwaar|beroep)\b|"
    r"\b(?:besluiten|besluit|beschikking)\b[^.\n]{0,80}\b(?:verleend|toegekend|afgewezen|geweigerd|"
    r"ingetrokken|toegewezen|opgelegd)\b|\b(?:wij|ik)[ ](?:besluiten|besluit|wijzen|wijs)\b",
    re.IGNORECASE,
)
_OF_DECISION = re.compile(r"besluit|vastgesteld|verordening|beschikking|vergadering", re.IGNORECASE)
# Of a club as well, which writes letters too.
_OF_CLUB = re.compile(
    r"[ ]*,?\s{1,9}(?:(?:waarnemend|plaatsvervangend)[ ])?(?:voorzitter|secretaris)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\bB\.?V\.?(?!\w)|\bN\.V\.|\badvoca|\bnotaris|\bstichting\b|\bvereniging\b|\bVvE\b|makelaar|"
    r"\bgmbh\b|\bltd\b",
    re.IGNORECASE,
)
_FIRM_BEFORE, _FIRM_BEHIND, _FROM_END = 200, 120, 200  # characters
_WORDS = (
    *("namens", "voor deze", "hoogacht", "groet", "w.g", "w. g", "getekend", "get.", "gez."),
    "de griffier",
    *("de directeur", "ambtenaar,", "commandant", "korpschef", "de ingenieur", "inspecteur"),
    *("wethouders", "staten", "bestuur,", "raad"),
)


def letter_signatures(text: str) -> Iterator[Finding]:
    """Findings with the role SIGNATORY."""
    if not mentions(text, _WORDS):
        return
    for behalf in _ON_BEHALF.finditer(text):
        yield from _signed(text, behalf.end(), sure=True)
    for board in _OF_BOARD.finditer(text):
        # A school has a college too: *van bestuur*.
        closes = _closes(text, board) and " van bestuur" not in board.group()
        yield from _signed(text, board.end(), sure=closes, whatever=closes)
    yield from _below_organs(text)
    for given in _GIVEN_BY.finditer(text):
        yield from _signed(text, given.end(), sure=False)
    if _OF_DECISION.search(text):
        yield from _below_decision(text)
    if not _HEADERS.search(text):
        yield from _in_letter(text)


def _in_letter(text: str) -> Iterator[Finding]:
    """Who signs where nothing says that it is an e-mail."""
    for body in _OF_BODY.finditer(text):
        if body["body"] in units() or _BODY.match(body["body"]):
            yield from _signed(text, body.end(), sure=False, whatever=_closes(text, body))
    for name in _by_function(text):
        yield person(text, name, "offices", 0.97, Role.SIGNATORY)
    if _OFFICE_WRITES.search(text):
        yield from _below_closing(text)
    elif _FORMAL.search(text) and not _FIRM.search(text, 0, _LETTERHEAD):
        yield from _leading(text)


def _by_function(text: str) -> Iterator[Name]:
    """Who signs on behalf of an organ that stands with the function below the name."""
    for match in _BELOW_NAME.finditer(text):
        name = name_before(text, match.start())
        if name and name.is_sure:
            yield name


def _below_organs(text: str) -> Iterator[Finding]:
    """Everybody with initials, where what they are stands there too."""
    for organ in _ORGAN_SIGNS.finditer(text):
        start, end = organ.span("signs")
        if _MAY_SIGN.search(text, start, end) is None:
            continue
        for place in _NEXT_SIGNS.finditer(text, start - 1, end):
            name = read_name(text, skip_titles(text, place.end()))
            if name and name.initials and name.end <= end:
                # Who holds an office and signs, holds it: that is surer.
                yield person(text, name, "offices", 0.9, Role.SIGNATORY)


def _closes(text: str, signing: re.Match[str]) -> bool:
    """Whether a letter closes right before it."""
    return _CLOSED.search(text, max(0, signing.start() - 60), signing.start()) is not None


def _below_decision(text: str) -> Iterator[Finding]:
    # At the end: who attends a meeting stands at its head.
    for organ in _ORGAN.finditer(text, max(0, len(text) - _FROM_END)):
        yield from _signed(text, organ.end(), sure=True)
    for signed in _WAS_SIGNED.finditer(text):
        if not _is_of_firm(text, *signed.span()):
            yield from _signed(text, signed.end(), sure=bool(signed["organ"]))


def _below_closing(text: str) -> Iterator[Finding]:
    for closing in _CLOSING.finditer(text):
        if not _is_of_firm(text, *closing.span()):
            yield from _signed(text, closing.end(), sure=False)
    last = _LAST_LINES.search(text, max(0, len(text) - _FROM_END))
    if last and _DECIDES.search(text) and not _is_of_firm(text, *last.span()):
        yield from _signed(text, last.end(), sure=False)


def _leading(text: str) -> Iterator[Finding]:
    """Below the closing of a letter of which nothing else says that an office writes it."""
    for closing in _CLOSING.finditer(text):
        name = read_name(text, skip_titles(text, closing.end()))
        leads = name is not None and name.is_sure and _LEADS.match(text, name.end)
        if name and leads and not _is_of_firm(text, *closing.span()):
            yield person(text, name, "offices", 0.97, Role.SIGNATORY)


def _signed(text: str, position: int, *, sure: bool, whatever: bool = False) -> Iterator[Finding]:
    """The name at ``position``; when not ``sure``, only with a function behind or below it.

    ``whatever`` lets any function do: where a letter closes for an office, its consulent signs too.
    """
    name = read_name(text, skip_titles(text, position))
    if name is None or not (name.is_sure or (sure and name.is_known)):
        return
    of_club = not sure and _OF_CLUB.match(text, name.end) is not None
    has_function = _has_function(text, name) or (whatever and _ANYTHING.match(text, name.end))
    if (has_function and not of_club) or (sure and _ENDS.match(text, name.end)):
        yield person(text, name, "offices", 0.97, Role.SIGNATORY)


def _has_function(text: str, name: Name) -> bool:
    return any(pattern.match(text, name.end) is not None for pattern in (_BEHIND, _BELOW))


def _is_of_firm(text: str, start: int, end: int) -> bool:
    return _FIRM.search(text, max(0, start - _FIRM_BEFORE), end + _FIRM_BEHIND) is not None
