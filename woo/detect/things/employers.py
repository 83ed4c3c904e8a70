"""Where somebody works, which is no part of the name: *Maarten Schaap van de Rijksdienst*."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from woo.detect.things.firms import begins_with_form
from woo.detect.words.grammar import Name
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_surname

_BEHIND = re.compile(
    r"[ \n](?:van|bij|vd|v/d|v\.d\.)[ \n]{1,2}(?:(?:de|het)[ \n])?(?P<word>[A-ZÀ-Þ][\w'’-]*)"
)
# An office, a firm or a paper by the end of the word.
_ORGANISATION = re.compile(
    r"(?:.*(?:dienst|ministerie|inspectie|afdeling|directie|bureau|instituut|stichting|vereniging|"
    r"waterschap|politie|kantoor|loket|desk|secretariaat|maatschappij|linie|platform|co[öo]peratie|"
    r"verzekeraar|bond|federatie|academie|notariaat|makelaardij|[a-z]centrum|rechtbank|"
    r"universiteit|fabriek|commissie|school|omroep|redactie|ziekenhuis|praktijk|bedrijf|slachthuis)"
    r"|gemeente|provincie|gebr|firma)\.?",
    re.IGNORECASE,
)
# *Hugo Brand van De Vechtbode*: no tussenvoegsel goes on with a capital.
_PAPER = re.compile(r"[ ]van[ ](?:De|Het)[ \n]{1,2}(?P<title>[A-ZÀ-Þ][\w'’-]*)")


def without_employers(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; of somebody's name with an employer behind it only the name."""
    for one in findings:
        end = _end_of_name(one.text) if _may_end_so(one) else len(one.text)
        whole = end == len(one.text)
        yield one if whole else replace(one, end=one.start + end, text=one.text[:end])


def ends_as_organisation(word: str) -> bool:
    """True for *Rijksdienst*, *Garenfabriek* and *Bureau*, by how the word ends."""
    return _ORGANISATION.fullmatch(word) is not None and not is_surname(word)


def is_organisation(text: str, name: Name) -> bool:
    """*Meldpunt Wolf*, *Hotel De Gouden Karper*, where a field or header has a name."""
    return ends_as_organisation(name.words[0]) or begins_with_form(text[name.start : name.end])


def _may_end_so(one: Finding) -> bool:
    return one.category is Category.PERSON and one.role is not Role.EPONYM


def _end_of_name(text: str) -> int:
    for match in _BEHIND.finditer(text):
        word = match["word"]
        if ends_as_organisation(word):
            return match.start()
    paper = _PAPER.search(text)
    return paper.start() if paper and _has_paper(text, paper) else len(text)


def _has_paper(text: str, paper: re.Match[str]) -> bool:
    """Not *Anna Maria van De Wal*: a surname stands before it, and none behind it.

    But for more words, as of a firm: *Saskia Wegman van De Bruin Organisatieadvies*.
    """
    first, *others = text[: paper.start()].split()
    alone = not text[paper.end() :].strip()
    if not others or is_first_name(others[-1]) or (alone and is_surname(paper["title"])):
        return False
    return is_first_name(first) and is_surname(others[-1])
