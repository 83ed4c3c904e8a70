"""How much the width of a gap tells about a surname, in bits.

An attacker who knows the font, all other words and a list of surnames can try which of them fit
(Bland et al., *Story Beyond the Eye*). The list here is the one that detection has; the widths are
those of Helvetica, scaled so that the word that stood there has its real width.
"""

from collections.abc import Collection
from functools import lru_cache
from importlib import resources
from math import log2
from typing import Any

from woo.redact.layout import nearest_steps

# Thousandths of an em, from Adobe's font metrics of Helvetica.
_LOWER = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        (
            *(556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833),
            *(556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500),
        ),
        strict=True,
    )
)
_UPPER = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (
            *(667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833),
            *(722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611),
        ),
        strict=True,
    )
)
_WIDTHS = {**_LOWER, **_UPPER, "-": 333, "'": 191, "\u2019": 222}
_OTHER = 556
_EXACT = 0.1  # points: as precise as a gap can be measured


def width_of(word: str) -> float:
    """In em, in Helvetica."""
    return sum(_WIDTHS.get(letter, _OTHER) for letter in word) / 1000


@lru_cache(maxsize=1)
def _surnames() -> Any:
    """The widths of all surnames in em, sorted."""
    import numpy as np

    text = resources.files("woo.reference").joinpath("names/surnames.txt").read_text("utf-8")
    return np.sort(np.array([width_of(name) for name in text.split()]))


def bits_when_exact(word: str, width: float) -> float:
    """For a surname that was ``width`` points wide, when its gap keeps that width."""
    em = width / width_of(word)
    return _bits(_between((width - _EXACT) / em, (width + _EXACT) / em))


def bits_in_steps(word: str, width: float, gap: float, step: float, seen: Collection[int]) -> float:
    """The same when a gap of ``gap`` points around it became one of ``seen`` numbers of steps."""
    em, around = width / width_of(word), gap - width
    low, high = min(seen), max({*seen, nearest_steps(gap, step)})
    narrowest = 0.0 if low == 1 else (low - 0.5) * step - around
    return _bits(_between(narrowest / em, ((high + 0.5) * step - around) / em))


def _between(low: float, high: float) -> int:
    """How many surnames have a width (em) between two."""
    import numpy as np

    first, last = np.searchsorted(_surnames(), (low, high))
    return int(last - first)


def _bits(candidates: int) -> float:
    return log2(len(_surnames()) / max(1, candidates))


def list_bits() -> float:
    """What there is to know: the bits that single out one surname of the list."""
    return round(log2(len(_surnames())), 1)
