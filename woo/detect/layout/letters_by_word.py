"""Letters that stand for somebody by the word before them: *par: hb*, *beh. RvS*, *gezien JB*.

Also of who makes a remark in a margin (*Opmerking [SB1]*), and below a note (*Akkoord. EH*).
"""

import re
from collections.abc import Iterator

from woo.detect.layout.paraaf_letters import LETTERS
from woo.reference.abbreviations import units, units_in_small_letters
from woo.reference.lexicon import is_first_name, is_not_name, is_of_language

_DAY = r"[0-3]?\d[/-][01]?\d(?:[/-]\d{2,4})?"
_END = rf"[ ]*(?:$|[,;)\"”]|[ ]{{2}})|[ ]{_DAY}|[ ](?:akk|ok|en)\b|[ ]?/"
_SHORT = "v(?:dr?)?[A-Z]{1,2}"  # *vD*, *vdB*
# Whose paraaf it is, who handles or saw it.
_BEHIND_WORD = re.compile(
    r"\b(?:(?:[Pp]ar|PAR|[Mm]edepar|[Bb]eh|[Cc]ons|[Ss]urv|[Oo]ntv|[Cc]ontr)\.?|[Pp]araaf|PARAAF|[Pp]arafen|"
    r"[Mm]edeparaaf|[Bb]ehandeld(?: door)?|[Bb]ehandelaar(?: alle)?|[Gg]ezien|[Oo]ntvangen|"
    r"[Ii]ngevuld door|[Oo]p(?:gesteld|genomen) door|[Hh]uisbezoek|[Ee]rbij|[Bb]ijgewerkt|"
    r"[Ii]nvoer):?[ ]{1,3}"
    rf"(?:{LETTERS}|{_SHORT}(?!\w))"
    rf"(?:(?:[ ]?[/,+][ ]?|[ ]en[ ]|[ ]{{2}}){LETTERS})*(?={_END}|\.)",
    re.MULTILINE,
)
_SMALL_BEHIND_WORD = re.compile(
    r"\b(?:[Pp]ar(?:aaf)?|[Bb]eh(?:andeld door)?|[Cc]ons|[Oo]ntv(?:angen)?|"
    r"[Vv]erwerkt(?:[ ](?:door|[A-Z]{2,3}))?)[.:]{1,2}[ ]{1,3}"
    rf"(?P<letters>(?:v[dD])?[A-Za-z]{{2,10}})(?={_END})",
    re.MULTILINE,
)
# *Verbalisanten: jdkok, mvh*, *DGWB: ldk (tel. akk.)*
_SMALL_LIST = re.compile(
    r"\b(?:[Vv]erbalisant|[Ss]urveillant|[Tt]oezichthouder|BOA|[Cc]ontroleur)(?:en|s|['’]s)?:"
    r"[ ]{1,3}"
    r"[a-z]{2,10}(?:(?:,|[ ]en|[ ]?/)[ ]?[a-z]{2,10})*[ ]*$",
    re.MULTILINE,
)
_IN_LIST = re.compile(r"(?<=[: ,/])(?P<letters>[a-z]{2,10})(?=[ ]*(?:,|$|/| en ))", re.MULTILINE)
_AGREED_BY = re.compile(r"\b[A-Z]{2,6}:[ ](?P<letters>[a-z]{2,4})[ ]\((?:tel\.?[ ])?akk")
# *Opmerking [SB1]: dit klopt niet*, as word processors print it.
_REMARK = re.compile(
    r"\b(?:[Oo]pmerking(?:en)?|[Oo]pm\.|Met opmerkingen|Commented|Comment)[ ]\[?"
    r"(?P<letters>[A-Za-z]{2,5})-?\d{1,3}\]?[ ]?:"
)
# *Geregeld bij de buren. EH"*: at the end of a note, behind a sentence, not an abbreviation.
_NOTE_ENDS = re.compile(
    r"(?<=[a-zà-ÿ]{5}[.!?…])(?<!odsd\.)[ ]{1,2}"
    r"(?P<letters>[A-Z]{2,3}|[A-Z][a-z]{1,2}[A-Z]|[A-Z]\.(?:[A-Z]\.)?)"
    r"(?=[\"”'’}\]]{0,2}[ \t]*$)",
    re.MULTILINE,
)
# *- termijnbrief – YK – 26 jan*, in a list of actions.
_IN_ACTION = re.compile(
    r"[ ][–-][ ](?P<letters>[A-Z]{2,3})[ ][–-][ ](?:z\.?s\.?m|asap|gereed|loopt|"
    r"\d{1,2}[ ](?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))"
)
# *communicatie|R. el Amrani|RA, met opm.|25/6*
_IN_CELL = re.compile(
    rf"[|][ ]?(?P<letters>{LETTERS}),[ ](?:met[ ]opm|akk|onder[ ]voorbehoud|zie[ ]opm)"
)
# *YK licht toe.*: who does something at the beginning of a line of minutes.
_SAYS = re.compile(
    r"^[ \t>•*-]{0,6}(?P<letters>[A-Z]{2}|[A-Z](?:[a-z]{1,2}|v|vd)[A-Z])[ ](?="
    r"(?:licht|meldt|vraagt|geeft|stelt|zegt|koppelt|stuurt|belt|deelt|bespreekt|vindt|mist|pakt|"
    r"zoekt|checkt|schrijft|regelt|overlegt|mailt|benoemt|antwoordt|reageert|sluit aan)\b)",
    re.MULTILINE,
)
# *doorgezonden 9/3/21 – cvl*: below a stamp with a day; *uitnodigen – lvdh 14-6*.
_STAMPED = re.compile(
    rf"{_DAY}[ ][–—-][ ](?P<letters>[a-z]{{2,3}})[ \t]*$|"
    rf"[ ][–—-][ ](?P<dated>[a-z]{{2,5}})[ ]{_DAY}[ \t]*$|"
    rf"\b(?:doorge(?:stuurd|zonden)|ontvangen)[^\n()]{{0,40}},[ ](?P<sent>[a-z]{{2,3}})[ ]{_DAY}\)",
    re.MULTILINE,
)
# *Parafen: MdH 3/10, ky 4/10*, *akk. pvz 10/5*: in small letters, with a day, where they initial.
_INITIALS_LINE = re.compile(
    r"\b(?:[Pp]ara(?:af|fen)|[Mm]edepara(?:af|fen)|[Aa]kk(?:oord)?|[Gg]ezien)\b[^\n]{3,120}"
)
_SMALL_DATED = re.compile(rf"(?<![\w.@/-])(?P<letters>[a-z]{{2,4}})[ ]{_DAY}(?![\w/-])")
# *akk. AP/JvG*, *Akkoord ASb / LK*
_AGREED = re.compile(
    rf"\b[Aa]kk(?:oord|\.)[ ](?P<one>{LETTERS})(?:[ ]?/[ ]?(?P<other>{LETTERS}))?(?={_END})",
    re.MULTILINE,
)
_ONE_OR_SHORT = re.compile(rf"(?<!\w)(?:{LETTERS}|{_SHORT})(?!\w)")
_NOTHING = frozenset(
    (
        *("akk", "nvt", "tbd", "ntb", "ok", "zie", "ja", "nee", "niet", "geen", "leeg", "gez"),
        *("van", "door"),
    )
)


def letters_by_word(text: str) -> Iterator[tuple[int, int]]:
    """Where such letters stand; those of an office or of the language stand for nobody."""
    in_capitals = (
        one
        for match in _BEHIND_WORD.finditer(text)
        for one in _ONE_OR_SHORT.finditer(text, *match.span())
    )
    others = (
        match for form in (_NOTE_ENDS, _SAYS, _IN_ACTION, _IN_CELL) for match in form.finditer(text)
    )
    for match in (*in_capitals, *others):
        span = match.span(match.lastgroup or 0)
        if not _is_office(text[slice(*span)], least=3 if match.re is _ONE_OR_SHORT else 2):
            yield span
    for match in _AGREED.finditer(text):
        for group in ("one", "other"):
            if match[group] and not _is_office(match[group], least=2):
                yield match.span(group)
    dated = (
        one
        for line in _INITIALS_LINE.finditer(text)
        for one in _SMALL_DATED.finditer(text, *line.span())
    )
    listed = (
        one for row in _SMALL_LIST.finditer(text) for one in _IN_LIST.finditer(text, *row.span())
    )
    in_small = (
        match
        for form in (_SMALL_BEHIND_WORD, _STAMPED, _AGREED_BY)
        for match in form.finditer(text)
    )
    for match in (*in_small, *listed, *dated):
        letters = match[match.lastgroup or 0]
        is_unit = match.re is not _SMALL_BEHIND_WORD and letters in units_in_small_letters()
        if not (is_unit or _is_word(letters)):
            yield match.span(match.lastgroup or 0)
    yield from (match.span("letters") for match in _REMARK.finditer(text))


def _is_office(letters: str, least: int) -> bool:
    """Two letters of an office are behind a word for who did it more often somebody's."""
    return (len(letters) >= least and letters in units()) or is_not_name(letters)


def _is_word(letters: str) -> bool:
    """Of the language, or a name; in letters with a tussenvoegsel, *vdHeide*, is neither."""
    small = letters.casefold()
    known = letters.islower() and (is_of_language(small) or is_first_name(small))
    return small in _NOTHING or known
