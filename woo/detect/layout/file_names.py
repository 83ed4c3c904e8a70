"""People in the names of files: ``nota_v3_opm_Wierenga.docx``, ``memo_pvdberg_def.docx``."""

import re
from collections.abc import Iterator

from woo.detect.contacts.formed_users import FORM, is_formed
from woo.detect.spans import finding
from woo.detect.words.grammar import LETTER
from woo.model.document import Document
from woo.model.finding import Category, Finding
from woo.reference.handles import is_organisation
from woo.reference.lexicon import (
    is_ambiguous,
    is_compound,
    is_first_name,
    is_like_surname,
    is_not_name,
    is_of_language,
    is_ordinary,
    is_place,
    is_surname,
)

# Its words are joined by signs: in *brief van Wierenga (2).docx* the other detectors see them.
_ENDING = re.compile(
    r"\.(?:docx?|docm|xls[xm]?|pptx?|pdf|msg|eml|txt|rtf|odt|ods|csv|zip|jpe?g|png|tiff?|html?|mp[34]|"
    r"wav|mov|pst)(?!\w)",
    re.IGNORECASE,
)
_BEFORE_ENDING = re.compile(r"(?<![\w@~()+.-])[\w~()+.-]+$")
_JOINED = re.compile(r"[_~+-]|[a-z][A-Z]")
_PIECE = re.compile(f"[A-ZÀ-Þ][{LETTER}'’]*?(?=[A-ZÀ-Þ_\\d.~()+-]|$)|[{LETTER}'’]+")
# Behind these stands who it is of or from.
_OF = re.compile(
    r"(?:^|[_~+ -])(?:opm|opmerkingen|reactie|mail|brief|van|fam|familie|mw|mevr|dhr|cv|gesprek|"
    r"bezwaar|zienswijze|versie|input|aanvulling|tekst|verslag|akkoord|door|aan)[_~+-]?$",
    re.IGNORECASE,
)
# *vdMeulen_Jayden_plan.docx*, *Ozturk_Dilara*
_WITH_FIRST_NAME = re.compile(
    f"(?<![^\\W_])(?:vd|van|de)?(?P<last>[A-ZÀ-Þ][{LETTER}'’]{{2,20}})_"
    f"(?P<first>[A-ZÀ-Þ][{LETTER}'’]{{2,20}})(?![^\\W_])"
)
_LOG_IN = re.compile(FORM)
_SHORTEST, _LONGEST = 3, 200


def without_ending(word: str) -> str:
    """*Saskia* of *Saskia.txt*."""
    ending = _ENDING.search(word) if "." in word else None
    return word[: ending.start()] if ending and ending.end() == len(word) else word


def detect_file_names(document: Document) -> Iterator[Finding]:
    """Every piece of a file's name that is somebody's name."""
    text = document.text
    for ending in _ENDING.finditer(text):
        window = max(0, ending.start() - _LONGEST)
        stem = _BEFORE_ENDING.search(text[window : ending.start()])
        # *gesprek Saskia.txt*: the ending keeps the others from the last word.
        if stem is None or not (_JOINED.search(stem.group()) or stem.group().isalpha()):
            continue
        start = window + stem.start()
        for piece in _PIECE.finditer(text, start, ending.start()):
            behind_cue = _OF.search(text[start : piece.start()]) is not None
            if _is_name(piece.group(), behind_cue=behind_cue):
                yield finding(text, piece.span(), Category.PERSON, "file_names", 0.9)
        for pair in _WITH_FIRST_NAME.finditer(text, start, ending.start()):
            if is_first_name(pair["first"]) and not is_of_language(pair["last"].lower()):
                yield finding(text, pair.span(), Category.PERSON, "file_names", 0.9)


def _is_name(piece: str, *, behind_cue: bool) -> bool:
    """A name of the lists that is no word, or a log-in; behind *opm_* whatever is no word."""
    if piece.islower():
        log_in = _LOG_IN.fullmatch(piece) is not None and is_formed(piece)
        known = is_of_language(piece) or is_organisation(piece)
        return log_in or (behind_cue and len(piece) > _SHORTEST and not known)
    if len(piece) <= _SHORTEST or not piece[0].isupper() or piece.isupper():
        return False
    if is_not_name(piece) or is_place(piece) or is_ambiguous(piece) or is_ordinary(piece):
        return False
    if is_first_name(piece) or is_surname(piece):
        return True
    return behind_cue and (is_like_surname(piece) or not is_compound(piece))
