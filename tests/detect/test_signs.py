"""How a text is stored must not matter: which space it has, and what in it nobody sees."""

import html
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

import pytest

from tests.golden.annotated import GOLDEN, find_all, goes
from training.marked import Passage, read_passages
from woo.text.visible import visible

pytestmark = pytest.mark.slow

_LONG_WORD = 6
# No list has them: they are read as what they are made of.
_FOREIGN = {"S": "Ş", "L": "Ł", "g": "ğ"}


def _soft_hyphens(text: str) -> Iterator[str]:
    """One in the middle of each long word."""
    for place, sign in enumerate(text):
        around = text[max(0, place - _LONG_WORD // 2) : place + _LONG_WORD // 2]
        yield "\u00ad" + sign if len(around) == _LONG_WORD and around.isalpha() else sign


STORED: dict[str, Callable[[str], Iterable[str]]] = {
    "spaces that do not break": lambda text: (s.replace(" ", "\u00a0") for s in text),
    "hyphens that do not break": lambda text: (s.replace("-", "\u2011") for s in text),
    "soft hyphens": _soft_hyphens,
    "spaces of no width": lambda text: (s + "\u200b" if s in "@./" else s for s in text),
    "signs of direction": lambda text: ("\u202a" + s if s.isdigit() else s for s in text),
    "accents by themselves": lambda text: (unicodedata.normalize("NFD", s) for s in text),
    "escapes of JSON": lambda text: (json.dumps(s)[1:-1] for s in text),
    "entities of HTML": lambda text: (
        html.escape(s, quote=False) if s != "\xa0" else "&nbsp;" for s in text
    ),
    "letters of other languages": lambda text: (_FOREIGN.get(s, s) for s in text),
    "stretched lines": lambda text: (
        s + " " if s == " " and text[max(0, place - 3) : place].isalpha() else s
        for place, s in enumerate(text)
    ),
    "line ends of Windows": lambda text: (s.replace("\n", "\r\n") for s in text),
}


# What tells that signs are written out.
FRAMES = {"escapes of JSON": ('{"tekst":\n', "\n}")}


def covered(text: str) -> set[int]:
    """The places of the letters and digits that go."""
    found = find_all(text)
    places = {i for one in found if goes(one.category, one.role) for i in range(one.start, one.end)}
    return {place for place in places if text[place].isalnum()}


@pytest.mark.parametrize("kind", STORED)
@pytest.mark.parametrize("passage", [*read_passages(GOLDEN)][::5], ids=lambda one: one.name)
def test_who_goes_goes_however_the_text_is_stored(passage: Passage, kind: str) -> None:
    before, behind = FRAMES.get(kind, ("", ""))
    plain = before + passage.text + behind
    pieces = [before, *STORED[kind](passage.text), behind]
    starts = [0, *accumulate(map(len, pieces))]
    going = covered("".join(pieces))
    # Of a letter and its accent the letter.
    left = [
        place
        for place in covered(plain)
        if not going.intersection(range(*starts[place - len(before) + 1 :][:2]))
    ]
    assert not left, "".join(plain[place] for place in left)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("bel \u202a+31\u200b6\u202c", "bel +316"),
        ("Wester\u00adveld", "Westerveld"),
        ("Wester\u00ad\nveld", "Wester\u00ad\nveld"),
        ("Zoe\u0308 en Andre\u0301", "Zoë en André"),
        ("J\u0301an", "Jan"),
        ("Şahin, Łukasz en Yıldız", "Sahin, Lukasz en Yildiz"),
        ("S\u0327ahin, Dĳkstra en de oﬃcier", "Sahin, Dijkstra en de officier"),
        ("Jansen\u00b9, Bakker\u00b2\u00b3.", "Jansen, Bakker."),
        ("de heer **Jan Bos** en _Piet_", "de heer Jan Bos en Piet"),
        ("2*3*4, __init__.py en jan_de_vries", "2*3*4, __init__.py en jan_de_vries"),
        ("@_sanne_ en **Jansen**: ja", "@_sanne_ en **Jansen**: ja"),
        ("* Jan\n* Piet", "* Jan\n* Piet"),
        ('{"tekst": "Hoi Zo\\u00eb\\nVan Piet"}', '{"tekst": "Hoi Zoë\nVan Piet"}'),
        ('{"wie": "wb\\\\njansen \\ud83d\\ude0a \\ud83d"}', '{"wie": "wb\\njansen 😊 "}'),
        ("log-in wb\\njansen", "log-in wb\\njansen"),
        ('{"wie": "AMBT\\noordhoekj"}', '{"wie": "AMBT\\noordhoekj"}'),
        ('<p class="x">Beste&nbsp;Zo&euml;,<br/><b>Jan</b> &amp; co', "\nBeste Zoë,\nJan & co"),
        ("<tr><td>Jan</td><td>Bos</td></tr>", "\nJan\tBos\t\n"),
        ('<a href="mailto:jan@x.nl"> <jansen> R&D;', '<a href="mailto:jan@x.nl"> <jansen> R&D;'),
        ("ReneÃ© en ZoÃ« zeiâ€™s", "Reneé en Zoë zei’s"),
        ("twee  woorden  staan  ver " * 10, "twee woorden staan ver " * 10),
    ],
)
def test_what_is_seen(written: str, seen: str) -> None:
    found = visible(written)
    assert found.text == seen
    assert len(found.places) == len(seen)
    assert list(found.places) == sorted(found.places)


def test_a_finding_takes_what_is_unseen_in_it_along() -> None:
    text = "De heer Wester\u00adveld sprak met mevrouw Andre\u0301."
    assert {"Wester\u00adveld", "Andre\u0301"} <= {one.text for one in find_all(text)}
    text = '{"tekst": "De heer Van Jansen\\u00e9\\nsprak met Chlo\\u00eb Westerveld."}'
    assert {"Van Jansen\\u00e9", "Chlo\\u00eb Westerveld"} <= {one.text for one in find_all(text)}
