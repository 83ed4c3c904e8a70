"""Letters that stand for somebody because the document itself says so: ``LH = Lies Hoving``.

A column of minutes gives everyone's letters, a field book explains them, a remark in the margin
begins with them. From there on they stand for the name wherever they occur in that document.
"""

import re
from collections.abc import Iterator, Set

from woo.detect.layout.action_letters import who_acts, who_asks, who_was_there
from woo.detect.layout.columns import HEADING_ENDS, cells_below
from woo.detect.layout.paraaf_letters import LETTERS, dated_rows, initialled, signed_off
from woo.detect.spans import finding
from woo.detect.words.grammar import read_name
from woo.detect.words.own_letters import letters_below, letters_in_rows, own_letters
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.abbreviations import units
from woo.reference.lexicon import is_first_name, is_not_name, is_ordinary

_CELL = re.compile(LETTERS)
_DOTTED = re.compile(r"(?:[A-Z]\.){2,4}")
_SMALL = re.compile(r"(?!akk|nvt|n\.v\.t|tbd|ntb|ok)[a-z]{2,3}")
# *paraaf per blad: kjb*: in small letters only here.
_SMALL_PARAAF = re.compile(
    r"\b(?:[Pp]araaf(?:[ ][A-Za-z]{2,12}){0,3}|[Bb]ehandelaar|[Bb]ehandeld door|"
    r"[Oo]pgesteld door|(?:[Aa]an|[Oo]p)genomen door|[Tt]yp)[ ]?:[ ]?"
    r"(?P<letters>(?!akk|nvt|tbd|ntb|ok|zie|ja|nee|niet|geen|leeg|gez)[a-z]{2,4})"
    r"(?=[ \t]*$|[ ]{3})|"
    # *Akkoord: hk 4/7*, *Medegeparafeerd: wk, E. Kloos*
    r"\b(?:[Aa]kkoord|[Gg]ezien|(?:[Mm]ede)?[Gg]eparafeerd|[Mm]edeparaaf)[ ]?:[ ]?"
    r"(?P<seen>(?!akk|nvt|tbd|ntb|ok|zie|ja|nee)[a-z]{2,3})(?=[ ][0-3]?\d[/-]\d|,[ ][A-Z])",
    re.MULTILINE,
)
# The last cells of a row of who has to sign: *ir. W. Sterrenburg|ws|13-10*.
_SMALL_IN_ROW = re.compile(
    r"[^\n|]{3,60}[|][ ]?(?P<letters>(?!akk|nvt|tbd|ntb|ok|ja|nee)[a-z]{2,3})[ ]?[|][ ]?"
    r"[0-3]?\d[-/][01]?\d(?:[-/]\d{2,4})?[ ]?[|]?[ \t]*$",
    re.MULTILINE,
)
# A row of a list of actions that ends in who and when: *Cijfers naar gemeente|AJ|1-10*.
_ROW_ENDS = re.compile(
    rf"[a-z]{{3}}[^\n|]{{0,80}}[|][ ]?(?P<letters>{LETTERS})[ ]?[|][ ]?"
    r"(?:\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?|z\.?s\.?m\.?|direct|doorlopend)[ ]?[|]?[ \t]*$",
    re.MULTILINE,
)
# *^LK* below what an office writes on a platform.
_ON_PLATFORM = re.compile(r"\^(?P<letters>[A-Z]{2,3})(?![\w^])")
# *akkoord (LH 23/5)*
_IN_BRACKETS = re.compile(
    rf"\((?P<letters>{LETTERS}|(?:[A-Z]\.){{2,4}}),?[ ][0-3]?\d[-/][01]?\d(?:[-/]\d{{2,4}})?\)"
)
_HEADING = re.compile(r"(?:initialen|init\.?|monogram(?:men)?|paraaf|par\.)" + HEADING_ENDS)
# A table of Word gives a line for each cell.
_HEADING_LINE = re.compile(r"^[ \t]*(?:Initialen|Paraaf|INITIALEN)[ \t]*$", re.MULTILINE)
# *KM = me*
_EXPLAINED_AS_WRITER = re.compile(
    rf"(?<![\w.@/-])(?P<letters>{LETTERS})[ ]?=[ ]?(?:me|ik|mij|mijzelf|ondergetekende)\b"
)
_CELL_LINE = re.compile(rf"^[ \t]*(?P<letters>{LETTERS})[ \t]*$", re.MULTILINE)
# A list of actions with a line for each cell: *Actie*, *Wie*, *Wanneer*, and below them *HY, JM*.
_WHO_LINE = re.compile(
    r"^[ \t]*(?:(?:Besluit/)?actie|Wat|Onderwerp|Taak|Afspraak)[^\n]{0,20}\n"
    r"[ \t]*(?:Wie|Door|Door wie|Actiehouder|Trekker|Eigenaar|Uitvoerder)\??[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_CELL_LETTERS = rf"(?:{LETTERS}|(?:[A-Z]\.){{2,4}})"
_LETTERS_LINE = re.compile(
    rf"^[ \t]*(?P<letters>{_CELL_LETTERS}(?:(?:[ ]?[/,+&][ ]?|[ ]en[ ]){_CELL_LETTERS}){{0,4}})"
    r"(?=[ \t]*$|[ ]en[ ])",
    re.MULTILINE,
)
_AND = re.compile(r"[ ]?[+/&,][ ]?|[ ]en[ ]|\?$")
_BLANK_LINE = re.compile(r"\n[ \t]*\n|\f")
_TABLE_ENDS = re.compile(r"^[ \t]*(?:\d{1,2}\.?[ ]|$)", re.MULTILINE)
# *LH = Lies Hoving* or *LH = lies hoving*, also several in a line.
_EXPLAINED = re.compile(
    rf"(?<![\w.@/-])(?P<letters>{LETTERS})[ ]?=[ ]?"
    r"(?P<words>[^\W\d_][\w'’-]*(?:[ ][^\W\d_][\w'’-]*){0,4})"
)
# *[HB: mag dit zo weg?]*, *[opm. HB aan JU: …]*: who makes a remark, and to whom.
_REMARK = re.compile(
    rf"\[(?:[Oo]pm(?:erking)?\.?[ ]|[Nn]oot[ ]|[Vv]raag[ ])?(?P<letters>{LETTERS})"
    rf"(?:[ ](?:aan|@)[ ](?P<other>{LETTERS}))?:[ ]"
)
# *[LW1] Bewust verplaatst?*, as Word prints remarks.
_NUMBERED_REMARK = re.compile(
    rf"^[ \t>]{{0,8}}\[(?P<letters>{LETTERS})\d{{1,3}}\][ :]", re.MULTILINE
)
# *Opm. DW: kan pas na Pasen*
_REMARK_OF = re.compile(rf"\b[Oo]pm(?:erking)?\.?[ ](?P<letters>{LETTERS})[ ]?:[ ]")
# *Actie JH: schets*, *- netten bestellen — JM*: who has to do it.
_TO_DO = re.compile(
    rf"\b(?:[Aa]ctie(?:s|lijst|punt(?:en)?)?|AP)[ :]{{1,2}}(?P<letters>{LETTERS})[ ]?[:–—-]|"
    rf"^[ \t]*(?:[-•*]|\d{{1,2}}[.)])[ ][^\n]{{5,120}}[ ][–—-][ ]"
    rf"(?P<last>{LETTERS})[ \t]*$",
    re.MULTILINE,
)
_WHO = re.compile(
    r"(?:wie(?: [a-z]{2,12}){0,3}|actiehouders?|actie door|verbalisant(?:en)?|toezichthouder|"
    r"(?:monster)?genomen door|(?:gevonden|gemeld|getest|ingebracht|opgepakt) door|"
    r"tester|monsternemer|trekkers?|(?:plaats)?vervang(?:er|ing)|waarnemer|"
    r"medewerking|behandelaars?|beh\.?|uitvoerder|"
    r"toegewezen(?: aan)?|eigenaar|door|akkoord(?: door)?|fiat(?:teur)?|"
    r"(?:geaccordeerd|goedgekeurd|gecontroleerd|afgehandeld)(?: door)?|(?:keurings)?arts|beslisser|"
    r"budgethouder|verantwoordelijke?)" + HEADING_ENDS
)
# *RvdW*, *LdB*: with a tussenvoegsel in it they are somebody's, wherever they stand but behind an
# article.
_WITH_PARTICLE = re.compile(
    r"(?<![\w.@/-])(?<![Dd]e )(?<![Hh]et )(?<![Ee]en )[A-Z](?:v|vd|vdr|d|t)[A-Z]{1,2}(?![\w@-])"
)
# *Kind regards, LJ*, *alleen voor stroom. Gr AF*: who writes, at the end of a line.
_GREETING = re.compile(
    r"(?:^|[.!?)…] |[.!?]\n)[ \t>]*(?:[Gg]rt?n?\.?|[Gg]roet(?:en|jes)?|[Mm]vg|MVG|[Vv]r\.? ?gr\.?|"
    r"[Bb]est|(?:[Kk]ind|[Bb]est|[Ww]arm)(?: [Rr]egards)|[Rr]egards|[Cc]heers|[Tt]hanks|[Dd]ank|"
    rf"[Ll]iefs|[Kk]us(?:jes)?)[,.!]?[ \n](?P<letters>{LETTERS})\.?[ \t]*$",
    re.MULTILINE,
)
# Who initials under a function is in the column of functions too.
_FUNCTIONS = frozenset({"SG", "DG", "IG", "pSG", "PSG", "pDG", "PDG"})
# In a row of letters of people; *OK = Olga Kok* is one of them.
_AGREED = frozenset({"OK", "AKK", "NVT", "NTB"})
# *Behandeld door OJ/JvdB*; *collegiale toets I. Adriaanse (IA, 21-5)*.
_DONE_BY = re.compile(
    rf"\b(?:(?:[Bb]ehandeld|[Oo]pgesteld|[Gg]etoetst|[Gg]emaakt)[ ]door[ :]{{1,2}}|,[ ]gezien[ ]|"
    rf"[Ee]xemplaar[ ])(?P<letters>{LETTERS})(?=[ ]?(?:[/,.;\n]|$))"
)
_BEHIND_NAME = re.compile(
    rf"(?<=[a-zà-ÿ])[ ]\((?P<letters>{LETTERS}),[ ]\d{{1,2}}[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?\)"
)
# *concept 0.8 - RW*, *v0.3 JT.docx*: whose version it is.
_VERSION = re.compile(
    rf"\b(?:[Vv]|[Vv]ersie[ ]|[Cc]oncept[ ])\d{{1,2}}\.\d{{1,2}}[ _-]{{1,3}}(?P<letters>{LETTERS})"
    r"(?=\.(?:docx?|pdf|xlsx?|odt)\b|[ ]*(?:\n|$))"
)
# *overdracht RD -> ST*
_HANDS_OVER = re.compile(
    rf"\b[Oo]verdracht[ ](?P<letters>{LETTERS})[ ]?(?:->|→|aan)[ ]?(?P<other>{LETTERS})"
)
# *de initialen ltb en F.O.*, *par. PS*; *vWT* in a cell of its own.
_SAID = re.compile(
    rf"\b(?:[Ii]nitialen|par\.)[ ](?P<letters>{LETTERS}|(?:[A-Z]\.){{2,4}}|"
    r"(?<=initialen )(?!van|en|de|die|met|op|in|of)[a-z]{2,4}(?=[ .,;]))"
)
# *Paraaf JdV* at the end of a line, *Naar: AvdZ, GB*.
_BY_WORD = re.compile(
    rf"\b[Pp]araaf[ ]{{1,4}}(?P<signed>{LETTERS})[ \t]*$|"
    rf"^[ \t>]{{0,8}}Naar:[ ](?:{LETTERS},[ ])?(?P<sent>{LETTERS})[ \t]*$",
    re.MULTILINE,
)
_PARTICLE_FIRST = re.compile(
    r"(?:^|[|;\t])[ ]?(?P<letters>(?:v|vd|vdr)[A-Z]{1,3})(?=[ ]?(?:[|;\t]|$))", re.MULTILINE
)
# *Telefoonnotitie HS 3-6*, *Aantekening FO, 22 jan 2025*, *Reactie AB 10:42: oud adres*.
_NOTED = re.compile(
    r"\b(?:(?:[Gg]espreks|[Tt]elefoon)?[Nn]otitie|[Aa]antekening(?:en)?|[Rr]eactie|Memo)[ ]"
    rf"(?:van[ ])?(?P<letters>{LETTERS})(?P<surely>,|(?=[ ]\d{{1,2}}[:.]\d\d))?[ ]"
    r"(?=\d{1,2}(?:[-/:.]\d|[ ][a-z]{3}))"
)
_WRITTEN_SO = (
    _EXPLAINED_AS_WRITER,
    _REMARK_OF,
    _VERSION,
    _DONE_BY,
    _BEHIND_NAME,
    _IN_BRACKETS,
    _ON_PLATFORM,
    _SAID,
    _PARTICLE_FIRST,
)
# In the list of decisions of a college.
_IN_OFFICE = re.compile(r"(?:portefeuillehouders?|pfh\.?|portefeuille)" + HEADING_ENDS)
_SCORE = 0.8
_UNIT = 3  # letters


def detect_monograms(document: Document) -> Iterator[Finding]:
    """Every place of letters that the document explains; OFFICE_HOLDER for those of a college."""
    text = document.text
    has_rows = "|" in text
    written_so = (*_WRITTEN_SO, _ROW_ENDS) if has_rows else _WRITTEN_SO
    in_small = (_SMALL_PARAAF, _SMALL_IN_ROW) if has_rows else (_SMALL_PARAAF,)
    own = tuple(own_letters(text))
    in_capitals = {match["letters"] for match in own if not match["letters"].islower()}
    explained = set(_explained(text))
    known = {*in_capitals, *_in_columns(text), *explained, *_remarks(text)}
    known |= {
        *initialled(text),
        *_who_does(text),
        *signed_off(text),
        *(match["letters"] for one in written_so for match in one.finditer(text)),
        *_below_greetings(text),
        *(one for match in _HANDS_OVER.finditer(text) for one in match.groups()),
        *_WITH_PARTICLE.findall(text),
        *who_acts(text),
    } - units()
    known |= {*_who_noted(text), *_by_word(text)}
    known |= {*who_was_there(text), *who_asks(text), *dated_rows(text), *letters_below(text)}
    known |= set(letters_in_rows(text) if has_rows else ())
    known -= _FUNCTIONS | (_AGREED - explained)
    # Of two cells *Portefeuillehouder | A. Bakker* may be a label and its value.
    in_office = {text[start:end] for start, end in cells_below(text, _IN_OFFICE, 3)}
    in_office = {letters for letters in in_office if _CELL.fullmatch(letters)} - units()
    for match in _written(text, known | in_office):
        role = Role.OFFICE_HOLDER if match.group() in in_office else Role.UNKNOWN
        yield finding(text, match.span(), Category.PERSON, "monograms", _SCORE, role)
    small = (match for pattern in in_small for match in pattern.finditer(text))
    in_brackets = (match for match in own if match["letters"].islower())
    for match in (*small, *in_brackets):
        group = match.lastgroup or "letters"
        if (match.re is _SMALL_PARAAF and group == "letters") or not is_ordinary(match[group]):
            yield finding(text, match.span(group), Category.PERSON, "monograms", _SCORE)


def _written(text: str, letters: Set[str]) -> Iterator[re.Match[str]]:
    if letters:
        every = "|".join(sorted(map(re.escape, letters), key=len, reverse=True))
        # Behind a bar only in *JK/ASB*.
        yield from re.finditer(
            rf"(?<![\w.@-])(?<![^A-Z]/)(?:{every})(?:(?![\w@=-])|(?=\d{{1,3}}\]))", text
        )


def _in_columns(text: str) -> Iterator[str]:
    for start, end in cells_below(text, _HEADING):
        small = _SMALL.fullmatch(text, start, end) and not is_ordinary(text[start:end])
        if small or _CELL.fullmatch(text, start, end):
            yield text[start:end]
    for heading in _HEADING_LINE.finditer(text):
        below = _TABLE_ENDS.search(text, heading.end() + 1)
        stop = below.start() if below else len(text)
        for cell in _CELL_LINE.finditer(text, heading.end(), stop):
            if not is_not_name(cell["letters"]):
                yield cell["letters"]


def _explained(text: str) -> Iterator[str]:
    """Only by a name that is one: *BTW = Belasting Toegevoegde Waarde* is none."""
    beside = False  # somebody explained before: then a first name alone is one too
    for match in _EXPLAINED.finditer(text):
        name = read_name(text, match.start("words"))
        known = name is not None and name.is_known
        if known or _is_called(match["letters"], match["words"], beside=beside):
            beside = True
            yield match["letters"]


def _is_called(letters: str, words: str, *, beside: bool) -> bool:
    """``LH`` for *lies hoving*, ``PNG`` for *pascal*: a first name, whatever its capitals."""
    first, *others = words.casefold().split()
    surely = beside or any(other[0] == letters[1].casefold() for other in others)
    known = is_first_name(first) and (surely or not is_ordinary(first))
    return known and first[0] == letters[0].casefold()


def _remarks(text: str) -> Iterator[str]:
    for match in _REMARK.finditer(text):
        yield from filter(None, match.group("letters", "other"))
    numbered = _NUMBERED_REMARK.findall(text)
    yield from numbered if len(numbered) > 1 else ()


def _by_word(text: str) -> Iterator[str]:
    """*Paraaf WJZ* and *Paraaf SG* in a nota are cells for who initials for them."""
    for match in _BY_WORD.finditer(text):
        if match["sent"] or match["signed"] not in units():
            yield match["sent"] or match["signed"]


def _who_noted(text: str) -> Iterator[str]:
    """Before a comma or hour two letters of an office too, not of *Telefoonnotitie AP 24 mei*."""
    for match in _NOTED.finditer(text):
        letters = match["letters"]
        is_somebody = match["surely"] is not None and len(letters) < _UNIT
        if is_somebody or letters not in units():
            yield letters


def _who_does(text: str) -> Iterator[str]:
    """Who has to act: in a list of actions, or in its column."""
    for match in _TO_DO.finditer(text):
        yield match["letters"] or match["last"]
    for start, end in cells_below(text, _WHO):
        for part in _AND.split(text[start:end]):
            small = _SMALL.fullmatch(part) and not is_ordinary(part)
            if small or _CELL.fullmatch(part) or _DOTTED.fullmatch(part):
                yield part
    for heading in _WHO_LINE.finditer(text):
        below = _BLANK_LINE.search(text, heading.end())
        stop = below.start() if below else len(text)
        for line in _LETTERS_LINE.finditer(text, heading.end(), stop):
            yield from (one for one in _AND.split(line["letters"]) if not is_not_name(one))


def _below_greetings(text: str) -> Iterator[str]:
    for match in _GREETING.finditer(text):
        if not is_not_name(match["letters"]):
            yield match["letters"]
