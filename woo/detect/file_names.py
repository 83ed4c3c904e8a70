"""People in the names of files: ``nota_v3_opm_Wierenga.docx``, ``mail_Anneloes_20210614.msg``."""

import re
from collections.abc import Iterator

from woo.detect.grammar import LETTER
from woo.detect.lexicon import (
    is_ambiguous,
    is_compound,
    is_first_name,
    is_like_surname,
    is_not_name,
    is_ordinary,
    is_place,
    is_surname,
)
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

# Its words are joined by signs: in *brief van Wierenga.docx* the other detectors see them.
_FILE = re.compile(r"(?<![\w@/~()+.-])[\w~()+.-]{5,200}(?![\w~()+.-])")
_ENDING = re.compile(
    r"\.(?:docx?|docm|xls[xm]?|pptx?|pdf|msg|eml|txt|rtf|odt|ods|csv|zip|jpe?g|png|tiff?|html?|mp[34]|"
    r"wav|mov|pst)[.)]?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[_~+-]|[a-z][A-Z]")
_PIECE = re.compile(f"[A-ZÀ-Þ][{LETTER}'’]*?(?=[A-ZÀ-Þ_\\d.~()+-]|$)|[{LETTER}'’]+")
# Behind these stands who it is of or from.
_OF = re.compile(
    r"(?:^|[_~+ -])(?:opm|opmerkingen|reactie|mail|brief|van|fam|familie|mw|mevr|dhr|cv|gesprek|"
    r"bezwaar|zienswijze|versie|input|aanvulling|tekst|verslag|akkoord|door|aan)[_~+-]?$",
    re.IGNORECASE,
)
_SHORTEST = 3


def detect_file_names(document: Document) -> Iterator[Finding]:
    """Every piece of a file's name that is somebody's name."""
    for match in _FILE.finditer(document.text):
        if not (_ENDING.search(match.group()) and _JOINED.search(match.group())):
            continue
        for piece in _PIECE.finditer(document.text, match.start(), match.end()):
            before = document.text[match.start() : piece.start()]
            if _is_name(piece.group(), behind_cue=_OF.search(before) is not None):
                span = piece.span()
                yield finding(document.text, span, Category.PERSON, "file_names", 0.9)


def _is_name(piece: str, *, behind_cue: bool) -> bool:
    """A name of the lists that is no word; behind *opm_* whatever is no word."""
    if len(piece) <= _SHORTEST or not piece[0].isupper() or piece.isupper():
        return False
    if is_not_name(piece) or is_place(piece) or is_ambiguous(piece) or is_ordinary(piece):
        return False
    if is_first_name(piece) or is_surname(piece):
        return True
    return behind_cue and (is_like_surname(piece) or not is_compound(piece))
