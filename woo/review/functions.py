"""Functions that stand beside a name: ``secretaris-generaal N. Verzonnen``.

A policy may keep a name only where its function is named, so a function that is another's must not
count. In doubt nothing stands beside the name, and the name goes.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from woo.model.finding import Category, Finding
from woo.model.policy import function_key
from woo.text.headed_rows import heading_above
from woo.text.visible import visible

_REACH = 160  # characters
# What makes another function of it: plaatsvervangend secretaris-generaal, adviseur SG.
_OTHER = re.compile(
    r"(?:\w-|\b(?:plaatsvervangend|plaatsverv\.|plv\.?|pl\.|waarnemend|wnd\.?|loco|adjunct|"
    r"assistent|adviseur|secretaris|secretaresse|secretariaat|bureau|kabinet)[ ]|"
    # *de secretaresse van de SG, mevrouw Testers*: hers it is not.
    r"\b(?:assistente?|adviseur|adviseuse|secretaris|secretaresse|secretariaat|bureau|kabinet|"
    r"chauffeur|woordvoer(?:der|ster)|medewerk(?:er|ster)|collega|plaatsvervang(?:er|ster)|staf)"
    r"[ ]van[ ](?:(?:de|het|onze)[ ])?)$",
    re.IGNORECASE,
)
# Behind *de DG, Jan Proefman*; else people may be summed up.
_SENTENCE_GOES_ON = re.compile(
    r",[ ](?:heeft|had|is|was|zijn|waren|die|werd|schreef|sprak|stelt|stelde|stuurt|stuurde|"
    r"wil|wilde|zal|zou|kan|meldt|meldde|praat|belt|belde|zegt|zei|vraagt|vroeg|wordt|geeft|"
    r"gaf|komt|kwam|vindt|deelt|besluit|blijft|laat|liet|schrijft|volgende)\b"
)
# *op verzoek van SG⏎Jan Proefman wordt …*; on a line of his own, or before a colon, he is the next.
_GOES_ON = re.compile(r"[ ][a-zà-ÿ(]|[.,;)]")
# What heads a column of functions.
_FUNCTIONS = re.compile(r"\b(?:functie|rol|hoedanigheid|positie)", re.IGNORECASE)
_TITLE = r"(?:(?:de heer|heer|mevrouw|dhr|mevr|mw|mr|drs|dr|ir|ing|prof|jhr)\.?[ ]{1,2}){0,3}"
# Belastingdienst; van het ministerie van Zorg; Milieu en Water
_UNIT = r"(?:[ ](?:van|voor|bij|der|de|het|en|ministerie|dienst)|[ ][A-Z][\w&-]{0,40},?){0,8}"
_LINE_UNIT = r"(?:[ ][^\n.:;]{1,90})?"


class Functions:
    """The functions that a policy names, ready to be looked for."""

    def __init__(self, functions: Sequence[str]) -> None:
        self._by_key = {function_key(name): name for name in functions}
        self._patterns = _patterns(tuple(self._by_key)) if functions else None

    def beside(self, text: str, findings: Sequence[Finding]) -> dict[int, frozenset[str]]:
        """By the start of each name the functions that stand right before or after it."""
        if self._patterns is None or not self._patterns.any_function.search(text):
            return {}
        names = sorted((one.start, one.end) for one in findings if one.category is Category.PERSON)
        found = {}
        for place, (start, end) in enumerate(names):
            first = max(names[place - 1][1] if place else 0, start - _REACH)
            last = names[place + 1][0] if place + 1 < len(names) else len(text)
            named = {*self._before(text, first, start, end), *self._after(text, end, last)}
            if named:
                found[start] = frozenset(named)
        return found

    def _before(self, text: str, first: int, start: int, end: int) -> list[str]:
        assert self._patterns is not None  # noqa: S101 - asked by ``beside``
        forms = self._patterns
        window = visible(text[first:start]).text
        match = forms.same_line.search(window)
        if match is None and _GOES_ON.match(text, end):
            match = forms.wrapped.search(window)
        if match is None and _SENTENCE_GOES_ON.match(text, end):
            match = forms.apposed.search(window)
        if match is None and _fills_line(text, start, end):
            match = forms.line_above.search(window)
        if match is None:
            return []
        written = match.lastindex or 0
        if _OTHER.search(window[: match.start(written)]):
            return []
        return [self._by_key[function_key(match[written])]]

    def _after(self, text: str, end: int, last: int) -> list[str]:
        assert self._patterns is not None  # noqa: S101 - asked by ``beside``
        in_cell = self._patterns.in_cell.match(text, end)
        if in_cell and _FUNCTIONS.search(heading_above(text, in_cell.start(1))):
            return [self._by_key[function_key(in_cell[1])]]
        match = self._patterns.after_name.match(text, end)
        if match is None or match.end() > last:
            return []
        between = text[match.end() : last]
        own_line = "\n" in match.group()
        if re.fullmatch(f"[ ]{_TITLE}", between):
            return []  # Jan Proefman, secretaris-generaal Petra Testers: that one is hers
        if own_line and re.match(rf"{_UNIT}[ ]?[:|;\t]", text[match.end() :]):
            return []  # *DG Wonen: Jan Proefman*, below who is the next one of a list or table
        if own_line and last < len(text) and re.fullmatch(rf"{_UNIT}[ \t]*\n\s*{_TITLE}", between):
            return []  # the cells of a table, one below the other: of the row before or after?
        return [self._by_key[function_key(match[1])]]


def _fills_line(text: str, start: int, end: int) -> bool:
    """Tell whether nothing else stands on the line of a name, as under a letter."""
    line_end = text.find("\n", end)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : line_end if line_end >= 0 else len(text)]
    return not re.sub(_TITLE, "", before.strip(" \t>") + " ").strip() and not after.strip(" \t.,")


class _Patterns(NamedTuple):
    """Where a function may stand; each catches it."""

    any_function: re.Pattern[str]
    same_line: re.Pattern[str]
    """Before a name, also as the label of a line or the cell before."""
    line_above: re.Pattern[str]
    """Of a name alone on its line."""
    after_name: re.Pattern[str]
    apposed: re.Pattern[str]
    """*de DG, Jan Proefman, meldt*: between two commas, behind an article."""
    wrapped: re.Pattern[str]
    """A sentence that goes on on the next line: *op verzoek van SG⏎Testers*."""
    in_cell: re.Pattern[str]
    """The next one, *Jan Proefman | DG Milieu*."""


@lru_cache(maxsize=8)
def _patterns(keys: tuple[str, ...]) -> _Patterns:
    longest_first = sorted(keys, key=lambda key: (-len(key), key))
    function = "|".join(_written(key) for key in longest_first)
    word = rf"(?<!\w)({function})(?![\w-])"
    return _Patterns(
        any_function=re.compile(word),
        same_line=re.compile(
            rf"{word}{_UNIT}(?:[ ]{{1,2}}|,[ ](?=[a-z])){_TITLE}(?:\()?$|"
            rf"(?:^|\n)[ \t]*(?:\d{{1,3}}[ .]{{0,2}}[|;\t][ ]?)?{word}{_UNIT}"
            rf"(?:[ ]?[|;\t]|(?<!SG)(?<!DG):)[ ]?{_TITLE}$"
        ),
        line_above=re.compile(
            rf"(?:^|\n)[ \t>]*(?:(?:[Dd]e|DE)[ ]{word}{_LINE_UNIT},?|{word}{_LINE_UNIT},)[ \t]*\n"
            rf"\s*{_TITLE}$"
        ),
        after_name=re.compile(
            rf"(?:[ ]?\(|,[ ](?:de[ ])?|[ ]?[–-][ ]|,?[ \t]*\n[ \t]*(?:[Dd]e[ ])?){word}"
            rf"(?={_UNIT}(?:[\n.,;:)?!|\t]|[ ](?![A-Z])|$))"
        ),
        apposed=re.compile(rf"\b(?:[Dd]e|[Oo]nze|[Uu]w)[ ]{word}{_UNIT},?[ ]{_TITLE}$"),
        wrapped=re.compile(rf"(?<=[a-zà-ÿ][ ]){word}[ ]?\n{_TITLE}$"),
        in_cell=re.compile(rf"[ ]?[|;\t][ ]?{word}(?={_UNIT}[ ]?(?:[|;\t\n]|$))"),
    )


def _written(key: str) -> str:
    """Words of letters in either case; a short code (SG) only in capitals."""
    if len(key) <= 3:
        return re.escape(key.upper())
    # A line may end behind the hyphen.
    return "(?i:" + r"(?:[ ]|-[ ]?\n?)".join(map(re.escape, key.split(" "))) + ")"
