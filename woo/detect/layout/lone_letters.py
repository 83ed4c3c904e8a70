"""Letters with a point that stand for somebody in a sentence: *ambtenaar R.*, *K. heeft gebeld*.

Once a text says that a letter is somebody, it is wherever it stands by itself.
"""

import re
from collections.abc import Iterator

_LONE = r"(?:[A-Z]\.(?:[ ]?[A-Z]\.){0,2})"
# No name goes on behind it: *K. Bakker*, *K. de Boer*.
_NO_NAME = r"(?![ ]?(?:(?:van|de[nr]?|v\.?d\.?|te[nr]?|el|al|in|op)[ ])*['’]?[A-ZÀ-Þ]|\w)"
_PERSON = (
    r"(?:[Dd]hr|[Mm]w|[Mm]evr|[Hh]r|[Hh]eer|[Mm]evrouw|[Mm]eneer|[Vv]erdachten?|[Cc]li[eë]nte?|"
    r"[Gg]etuigen?|[Bb]etrokkene|[Ss]lachtoffer|[Mm]elder|[Vv]rouw|[Zz]oon|[Dd]ochter|"
    r"[Nn]oemt zich|"
    r"[Jj]ongere|[Mm]inderjarige|[Ll]eerling|[Pp]ati[eë]nte?|[Ff]amilie|[Ff]am|[Bb]ewoner|[Mm]oeder|"
    r"[Vv]ader|[Dd]r|[Mm]r|[Aa]mbtenaar|[Mm]edewerk(?:st)?er|[Cc]ollega|[Kk]lasgenoot|[Aa]gent|[Vv]erloskundige|"
    r"[Aa]angever|[Ee]xpertise|\d\d-jarige|derde persoon|(?:casus|zaak)[ ]van)"
)
_TITLED = re.compile(
    rf"\b{_PERSON}[.,]?:?[ ][(\"'“‘]?(?:[Vv]an[ ](?:de[nr]?[ ])?)?(?P<letters>{_LONE}){_NO_NAME}|"
    # *verdachte in deze zaak, A.*
    rf"\b{_PERSON}[ ][\w ]{{1,24}}?[ ](?P<farther>[A-Z]\.(?:[ ]?[A-Z]\.)?)"
    r"(?=[ ,;:)\n][^A-ZÀ-Þ]|[\"”]|$)"
)
_FROM_HERE = re.compile(
    r"\((?:hierna|verder)(?:[ ]te noemen)?[: ]{1,2}[\"'“‘]?(?P<letters>[A-Z])\."
)
_BY_LABEL = re.compile(
    r"\b(?:[Vv]erslag|[Bb]eoordelaar|[Nn]otulen|[Nn]otulist|[Gg]ezien|[Aa]ldus|"
    r"(?:[Gg]etekend|[Vv]erzonden|[Gg]econtroleerd|[Oo]pgesteld|[Gg]etypt)[ ]door)[: ]{1,2}"
    rf"(?P<letters>{_LONE})(?=[ ]*(?:\n|$|[,;(]|[ ]doch))"
)
# *"gezien P. 12/9"*, *wat wil dit nog? – I.*: at the end of what is quoted or written beside.
_REMARKED = re.compile(
    r"(?:[–—-]|[\"'”’]|[a-z]{4}[.!?])[ ](?P<letters>[A-Z]\.(?:[A-Z]\.)?)[\"”’]?[ \t]*$",
    re.MULTILINE,
)
_ACTS = re.compile(
    r"(?<![\w./@-])(?P<letters>[A-Z])\.[ ](?=(?:is|was|heeft|had|wil|wilde|kan|kon|zegt|zei|belt|"
    r"belde|vraagt|vroeg|komt|kwam|gaat|ging|stuurt|stuurde|mailt|mailde|doet|deed|weet|wist|moet|"
    r"mag|zal|zou|vindt|vond|geeft|gaf|bleef|blijft|meldt|meldde|verklaart|verklaarde|neemt|nam|"
    r"loopt|woont|werkt|krijgt|kreeg|twijfelt|bedoelt|naar|helpt|praat|sprak|spreekt)\b)"
)
# *B. en W.*, *de Minister van A.*, *Cie. R.*; what begins a line may be numbered so.
_BODY = re.compile(
    r"(?:\b(?:en|van|van O\.,|[Cc]ie\.|t/m|kelder|bijlage|punt|lijn|groep|blok)[ ])$"
)
_REACH = 12


def lone_letters(text: str) -> Iterator[tuple[int, int]]:
    """The place of every such letter."""
    found = [
        *_TITLED.finditer(text),
        *_FROM_HERE.finditer(text),
        *(match for match in _ACTS.finditer(text) if not _is_other(text, match)),
    ]
    for match in (*found, *_BY_LABEL.finditer(text), *_REMARKED.finditer(text)):
        start, end = match.span(match.lastgroup or 0)
        yield start, end + text.startswith(".", end)
    known = "".join({match[match.lastgroup or 0][0] for match in found})
    if known:
        for match in re.finditer(rf"(?<![\w./@-])[{known}]\.{_NO_NAME}", text):
            if not _is_other(text, match):
                yield match.span()


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether it is a body's, or may be the letter of a list."""
    start = match.start()
    opens = start == 0 or text[start - 1] == "\n"
    body = _BODY.search(text, max(0, start - _REACH), start) or text.startswith(". en W", start + 1)
    return opens or bool(body)
