"""References to papers of parliament as a text writes them, and the form that is right.

The right forms: ``Kamerstukken II 2023/24, 30 821, nr. 216``, ``Kamerstuk 34 300 VII, nr. 60``,
``Kamerstukken I 2023/24, 33 328, AI``, ``Handelingen II 2023/24, nr. 12, item 5`` and
``Aanhangsel Handelingen II 2023/24, nr. 1234``. Source: the references in published Kamerstukken.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from woo.draft.vergaderjaar import read_vergaderjaar
from woo.model.values import dataclass

_YEAR = r"(?:(?i:vergaderjaar)\s+)?(?P<year>(?:19|20)\d\d\s*[-–/]\s*\d\d(?:\d\d)?)(?!\d)"
_CHAMBER = r"(?P<chamber>I{1,4}|TK|EK)(?![A-Za-z])"
_GAP = r"[\s,:]*"
# A number, but not the first half of a dossier number ("31 293") or of a date ("3 maart").
_NUMBER = r"\d{1,4}(?!\d|\s\d{3}\b|\s+(?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*)"
_AND = r"\s*(?:,\s*(?:en\s+)?|\ben\b|[-–/]|tot\s+en\s+met|t/m)\s*"
_NUMBERS = rf"(?P<numbers>{_NUMBER}(?:{_AND}{_NUMBER})*|[A-Z]{{1,3}}\b(?![a-z]))"
_LABEL_WORD = r"(?i:nrs?\b\.?|nummers?\b|nos?\b\.?|#)"
_LABEL = rf"(?P<label>{_LABEL_WORD}\s*)"
# A part of a dossier, as *21 501-20* (the European Council). In *30 821-20* the 20 is a paper.
_PART = (
    r"-\d{2}(?!\d)(?:(?<=21 501-..)|(?<=21501-..)|"
    rf"(?=[\s,:]*[-–]?\s*{_LABEL_WORD}))"
)
_DOSSIER = (
    rf"(?P<dossier>\d{{2}}[\s.]?\d{{3}})(?!\d)(?P<suffix>[\s-]?(?:[IVXLC]+|[A-Z])\b|{_PART})?"
)
_WHICH = (
    rf"{_DOSSIER}(?:[\s,:]*[-–]?\s*{_LABEL}{_NUMBERS}"
    rf"|[,-]\s*{_NUMBERS.replace('numbers', 'bare')}|\s(?P<letters>[A-Z]{{2,3}})\b)?"
)

_PAPER = re.compile(
    rf"\b(?P<word>(?i:Kamerstuk(?:ken)?)|(?:TK|EK)(?=[\s,]+(?:19|20)\d\d)){_GAP}(?:{_CHAMBER}{_GAP})?(?:{_YEAR}{_GAP})?{_WHICH}"
)
_MORE = re.compile(rf"\s*(?:,|;|en\b)\s*(?:en\s+)?(?P<start>){_WHICH}")
_MINUTES = re.compile(
    rf"\b(?i:Handelingen)\b{_GAP}(?:{_CHAMBER}{_GAP})?{_YEAR}{_GAP}{_LABEL}?"
    r"(?P<numbers>\d{1,3})\b(?:[\s,;-]*(?i:item\s*)?(?P<item>\d{1,3})\b(?!\s*[-–]))?"
)
_ANSWERS = re.compile(
    rf"\b(?i:Aanhangsel)\b(?:\s+(?:van\s+de\s+|der\s+)?(?i:Handelingen))?{_GAP}"
    rf"(?:{_CHAMBER}{_GAP})?(?:{_YEAR}{_GAP})?{_LABEL}?(?P<numbers>\d{{1,4}})\b"
)
# kst-30821-5: how a paper is called in its address.
_IN_ADDRESS = re.compile(
    r"(?<![\w/-])(?i:kst)[\s.-]{1,2}(?P<dossier>\d{2}[\s.]?\d{3})(?:-(?P<number>\d{1,4}))?(?![\w-])"
)
# There are two Chambers: who writes a third one means the second.
_CHAMBERS = {"TK": "II", "EK": "I", "III": "II", "IIII": "II"}
_RANGE = re.compile(r"[-–]|/|\bt/m\b|tot\s+en\s+met")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: where it stands, as written, its parts, and how it should be written.

    ``year`` is the vergaderjaar as written, at offset ``year_start``; ``falls`` tells that a range
    runs from high to low.
    """

    start: int
    end: int
    written: str
    right: str
    year: str = ""
    year_start: int = 0
    dossier: str = ""
    numbers: tuple[int, ...] = ()
    falls: bool = False

    @property
    def is_right(self) -> bool:
        """Tell whether it is written as it should be; a line end is a space."""
        return " ".join(self.written.split()) == self.right


def find_references(text: str) -> Iterator[Reference]:
    """Everything that is meant as a reference, in the order of the text."""
    answers = [_answers(one) for one in _ANSWERS.finditer(text)]
    minutes = [_minutes(one) for one in _MINUTES.finditer(text)]
    found = [*_papers(text), *answers, *map(_in_address, _IN_ADDRESS.finditer(text))]
    found += [one for one in minutes if not any(a.start < one.end <= a.end for a in answers)]
    yield from sorted(found, key=lambda one: one.start)


def _papers(text: str) -> Iterator[Reference]:
    for match in _PAPER.finditer(text):
        yield _paper(match)
        more = _MORE.match(text, match.end())
        while more:
            yield _more(more)
            more = _MORE.match(text, more.end())


def _in_address(match: re.Match[str]) -> Reference:
    digits, number = re.sub(r"\D", "", match["dossier"]), match["number"]
    dossier = f"{digits[:2]} {digits[2:]}"
    right = f"Kamerstuk {dossier}, nr. {number}" if number else f"Kamerstuk {dossier}"
    numbers = (int(number),) if number else ()
    return Reference(match.start(), match.end(), match[0], right, dossier=dossier, numbers=numbers)


def short_year(written: str) -> str:
    """``2023–2024`` as ``2023/24``; a year that does not exist gets the end that follows."""
    start = int(written[:4])
    return f"{start}/{(start + 1) % 100:02d}"


def _paper(match: re.Match[str]) -> Reference:
    dossier, numbers, which = _which(match)
    letters = bool(numbers) and not numbers[0].isdigit()
    word, usual = match["word"].capitalize(), "I" if letters else "II"
    if match["word"] in _CHAMBERS:
        word, usual = "Kamerstukken", _CHAMBERS[match["word"]]
    right = f"{word} {_head(match, usual)}{which}"
    return _reference(match, right, numbers, dossier=dossier)


def _more(match: re.Match[str]) -> Reference:
    """Another dossier in the same reference: ``en 31 293, nr. 700``."""
    dossier, numbers, which = _which(match)
    start = match.start("start")
    listed = tuple(int(one) for one in re.findall(r"\d+", numbers))
    written = match[0][start - match.start() :]
    return Reference(start, match.end(), written, which, dossier=dossier, numbers=listed)


def _which(match: re.Match[str]) -> tuple[str, str, str]:
    """The dossier, the numbers as written, and both as they should be."""
    numbers = match["numbers"] or match["bare"] or match["letters"] or ""
    digits = "".join(c for c in match["dossier"] if c.isdigit())
    suffix = (match["suffix"] or "").strip(" -\n")
    between = "-" if suffix.isdigit() else " " if suffix else ""
    dossier = f"{digits[:2]} {digits[2:]}{between}{suffix}"
    right = f"{dossier}, {_label(match, numbers)}{_listed(numbers)}" if numbers else dossier
    return dossier, numbers, right


def _minutes(match: re.Match[str]) -> Reference:
    right = f"Handelingen {_head(match)}nr. {match['numbers']}"
    if match["item"]:
        right += f", item {match['item']}"
    return _reference(match, right, match["numbers"])


def _answers(match: re.Match[str]) -> Reference:
    right = f"Aanhangsel Handelingen {_head(match)}nr. {match['numbers']}"
    if match["year"] and not match["chamber"] and "vergaderjaar" in match[0].casefold():
        # The form that the Tweede Kamer itself uses.
        years = read_vergaderjaar(match["year"]) or match["year"]
        right = f"Aanhangsel Handelingen, vergaderjaar {years}, nr. {match['numbers']}"
    return _reference(match, right, match["numbers"])


def _head(match: re.Match[str], usual: str = "II") -> str:
    """The Chamber and the vergaderjaar, as far as they are written; a year has a Chamber."""
    chamber = _CHAMBERS.get(match["chamber"] or "", match["chamber"] or "")
    if not match["year"]:
        return f"{chamber} " if chamber else ""
    return f"{chamber or usual} {short_year(match['year'])}, "


def _label(match: re.Match[str], numbers: str) -> str:
    """``nr.``; nothing before the letters of the Eerste Kamer unless the author wrote it."""
    if not numbers[0].isdigit():
        return "nr. " if match["label"] else ""
    many = len(re.findall(r"\d+", numbers)) > 1
    written = (match["label"] or "").strip()
    return f"{written} " if many and written in {"nr.", "nrs."} else "nrs. " if many else "nr. "


def _listed(numbers: str) -> str:
    if not numbers[0].isdigit():
        return numbers
    return " ".join(numbers.split())


def _reference(match: re.Match[str], right: str, numbers: str, *, dossier: str = "") -> Reference:
    listed = tuple(int(one) for one in re.findall(r"\d+", numbers))
    return Reference(
        match.start(), match.end(), match[0], right,
        year=match["year"] or "",
        year_start=match.start("year"),
        dossier=dossier,
        numbers=listed,
        falls=bool(_RANGE.search(numbers))
        and any(b <= a for a, b in pairwise(listed)),
    )  # fmt: skip
