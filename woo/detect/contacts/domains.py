"""What an office is over, between the office and a name: *minister van Financiën Heinen*."""

import re
from functools import cache
from typing import Final

from woo.reference.lexicon import is_in_place, is_place
from woo.reference.office_holders import offices
from woo.reference.tables import load_table

_OVER = re.compile(
    r"[ ](?:(?:van|voor|in|te)[ ](?:de[ ]|het[ ])?"
    r"(?P<body>(?:gemeente|provincie|stad|waterschap|hoogheemraadschap)[ ])?)?"
)
_WORD = re.compile(r"[^\W\d_][\w&-]*")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w&-]*")
_JOINED = re.compile(r"[ ](?:en|&)[ ]|,?[ ]")
_PLACE = re.compile(
    r"(?:(?:Den|De|Het|Sint|'s-?|’s-?)[ ]?)?(?P<word>[A-ZÀ-Þ][\w-]+)"
    r"(?:[ ](?:aan|op|bij|en)[ ](?:den[ ]|de[ ])?[A-ZÀ-Þ][\w-]+)?"
)
_MOST: Final = 10  # words


def after_domain(text: str, position: int) -> int:
    """The place behind the portfolio or town that follows an office, else ``position`` itself."""
    over = _OVER.match(text, position)
    if over is None:
        return position
    portfolio = _after_portfolio(text, over.end())
    if portfolio > over.end():
        return portfolio
    place = _PLACE.match(text, over.end()) if len(over.group()) > 1 else None
    known = place and (over["body"] or is_place(place["word"]) or is_in_place(place["word"]))
    return place.end() if place and known else position


def _after_portfolio(text: str, position: int) -> int:
    """Behind *Onderwijs, Cultuur en Wetenschap*: as many words as portfolios are called by."""
    end = position
    for _ in range(_MOST):
        word = _WORD.match(text, position)
        if word is None or word.group().casefold() not in _portfolio_words():
            break
        end = word.end()
        joined = _JOINED.match(text, end)
        if joined is None:
            break
        position = joined.end()
    return end


@cache
def _portfolio_words() -> frozenset[str]:
    """The words of all ministers' portfolios, and those of towns and provinces."""
    national = (word for office in offices() for word in _CAPITALISED.findall(office))
    return frozenset(word.casefold() for word in (*national, *load_table("offices")["portfolios"]))
