"""Decide whether what a token pattern matched is a name: a check for each rule."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from woo.detect.prose.nlp import has
from woo.reference.lexicon import (
    is_ambiguous,
    is_first_name,
    is_frequent,
    is_ordinary,
    is_place,
    is_surname,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TITLES_IN_FULL = frozenset({"heer", "mevrouw", "meneer", "mijnheer", "mejuffrouw", "familie"})
_HEADING_LETTERS = frozenset(f"{letter}." for letter in "ABCDEFGH")
# The word after a name that makes it the name of a thing.
_THING = frozenset(
    [
        "stichting",
        "instituut",
        "museum",
        "groep",
        "huis",
        "college",
        "school",
        "bv",
        "b.v.",
        "nv",
        "n.v.",
        "fonds",
        "academie",
        "universiteit",
        "ziekenhuis",
        "centrum",
        "norm",
        "prijs",
        "lezing",
        "fabriek",
        "bank",
        "advocaten",
        "makelaardij",
        "bouw",
        "holding",
        "foundation",
        "consultancy",
        "straat",
        "laan",
        "plein",
        "weg",
        "kade",
        "mc",
        "medisch",
        "park",
        "stadion",
        "kerk",
        "en",
        "zn.",
        "zonen",
        "transport",
        "lyceum",
    ]
)


# A street, a hall, a building, an evening: *Ada Lovelacelaan*, *Will Tura-avond*.
_THING_ENDING = re.compile(
    r"..(?:straat|laan|plein|kade|gracht|singel|dreef|steeg|zaal|avond|prijs|museum|instituut|"
    r"college|school|stadion|fonds|gebouw|garage)$|-(?:gebouw|hof|pad|zaal|tunnel|brug|huis|groep|ploeg|beurs|lezing)$",
    re.IGNORECASE,
)


# *PO-map Lunshof*
_OF_UNIT = re.compile(r"[A-Z]{2,}-[a-z]")


def _capitals(span: "Span") -> list[str]:
    return [token.text for token in span if has(token, "capital")]


def _titled(span: "Span") -> bool:
    """A title before it is proof; an abbreviation or a thing is no name.

    Nor is *Maar* in *die meneer. Maar*: behind a title in full a dot ends the sentence, and behind
    the abbreviation *LT* a line that ends with it.
    """
    words = _capitals(span) or [span[-1].text]
    near = span.doc[max(0, span.start - 2) : span.end]
    ended = any(
        (title.lower_ in _TITLES_IN_FULL and dot.text == ".")
        or (title.text.isupper() and dot.text == "." and "\n" in near.text)
        for title, dot in pairwise(near)
    )
    nobody = ended or _is_thing(span) or _is_abbreviation(words[-1])
    return not (nobody or _lives_there(span))


def _lives_there(span: "Span") -> bool:
    """*meneer W. uit de Lindehof*; of who is called Uit de Bulten a list has the name."""
    words = _capitals(span)
    return bool(words) and not is_surname(words[-1]) and any(t.text == "uit" for t in span)


def _after_initials(span: "Span") -> bool:
    """``J. de Vries``, but not ``B. Conclusie`` at the head of a section or in a list."""
    words = _capitals(span)
    if not words or _is_abbreviation(words[-1]) or _is_thing(span):
        return False
    if _lives_there(span) or span[0].text in {"B.V.", "N.V.", "V.O.F."}:
        return False
    if is_surname(words[-1]) or _has_particle(span):
        return True
    is_heading = _starts_line(span) and span[0].text in _HEADING_LETTERS
    counts = len(span) == 2 and len(span[0]) == 2 and is_ordinary(words[-1])
    return not (is_heading or counts)


def _first_and_capital(span: "Span") -> bool:
    """A first name that is a word too needs a known surname after it."""
    words = _capitals(span)
    first, last = words[0], words[-1]
    if len(words) < 2 or _is_thing(span) or _is_abbreviation(last) or is_place(first):
        return False
    if is_ambiguous(first) and not is_frequent(first) and is_surname(last) and _has_particle(span):
        return True
    if is_ambiguous(first) or len(first) < 3:
        return (
            is_surname(last)
            and not is_frequent(first)
            and not (_opens_sentence(span) and is_ambiguous(last))
        )
    return not is_place(last) or is_surname(last)


def _first_and_particle(span: "Span") -> bool:
    """Not *Harrie Jansen van Recycling Limburg*: behind a whole name *van* tells where he works.

    And *te* before *Den Velde* where he lives.
    """
    words = [token for token in span if not token.is_space]
    at = next((n for n, token in enumerate(words) if token.text == "van"), 0)
    whole = at > 1 and is_first_name(words[0].text) and is_surname(words[at - 1].text)
    plain = whole and has(words[min(at + 1, len(words) - 1)], "capital")
    lives = any(a.text == "te" and b.text in {"Den", "De", "Het"} for a, b in pairwise(words))
    return not (plain or lives) and _first_and_capital(span)


def _has_particle(span: "Span") -> bool:
    return any(has(token, "particle") for token in span)


def _capital_and_surname(span: "Span") -> bool:
    """An unknown word before a surname that is no ordinary word or place."""
    words = _capitals(span)
    first, last = words[0], words[-1]
    if (
        len(words) < 2
        or is_place(last)
        or is_ambiguous(last)
        or is_ambiguous(first)
        or is_place(first)
    ):
        return False
    if _is_thing(span) or _opens_sentence(span) or _is_abbreviation(first) or len(last) < 3:
        return False
    if _OF_UNIT.match(first):
        return False
    return not _is_abbreviation(last) and not first.endswith(("se", "isch", "ische"))


def _surname_and_first(span: "Span") -> bool:
    """``Nguyễn Thị Hoa``: the surname first, when neither is an ordinary word or a place."""
    words = _capitals(span)
    if _is_thing(span) or is_first_name(words[0]) or any(len(word) < 3 for word in words):
        return False
    return not any(is_ambiguous(word) or is_place(word) for word in words)


def _capital_and_like(span: "Span") -> bool:
    """Two unknown words of which the second ends as a surname does; *Nationale Xxman* does not."""
    first = span[0].text
    return not first.endswith("e") and not is_frequent(first) and _capital_and_surname(span)


def _particle_and_surname(span: "Span") -> bool:
    """``Xx van der Velde``: two particles or more, or one that only names have."""
    particles = " ".join(t.text.casefold() for t in span if has(t, "particle"))
    known = particles.count(" ") or particles in {"el", "ait", "aït", "ben", "ter", "ten", "v.d."}
    return bool(known) and _capital_and_surname(span)


def _single_first(span: "Span") -> bool:
    """One first name that stands alone: no capitalised word or digit touches it."""
    doc, token = span.doc, span[0]
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and (
        after.text[:1].isupper() or after.text[:1].isdigit() or _is_thing(span)
    ):
        return False
    if before is not None and before.text[:1].isupper() and not _is_first_word(before):
        return False
    return not (token.text.isupper() and len(token.text) < 5) and not (
        is_surname(token.text) and _opens_sentence(span)
    )


def _has_capital(span: "Span") -> bool:
    """``Karima B.``."""
    return bool(_capitals(span))


def _bare_initials(span: "Span") -> bool:
    """``JP Jansen``: only before a surname that is no ordinary word or place."""
    last = span[-1].text
    return not (is_ambiguous(last) or is_place(last) or is_first_name(last) or _is_thing(span))


def _reachable(span: "Span") -> bool:
    """Two capitalised words before a telephone number, no place or abbreviation."""
    words = _capitals(span)
    return len(words) > 1 and not any(is_place(w) or _is_abbreviation(w) for w in words)


def _announced(span: "Span") -> bool:
    words = _capitals(span)
    return (
        bool(words)
        and not is_place(words[0])
        and not _is_abbreviation(words[-1])
        and not _is_thing(span)
    )


def _is_abbreviation(word: str) -> bool:
    """``VNG``: capitals only, and in none of the lists."""
    return word.isupper() and len(word) < 7 and not (is_first_name(word) or is_surname(word))


def _is_thing(span: "Span") -> bool:
    """True for ``Anne Frank Huis``: the name of a thing, by the word in or after it."""
    last = span[-1].lower_
    following = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    return (
        last in _THING
        or (_THING_ENDING.search(last) is not None and not is_surname(last))
        or (following in _THING - {"en"} and span.doc[span.end].text[:1].isupper())
        or (following in {"bv", "b.v.", "nv", "n.v.", "mc"})
    )


def _is_first_word(token: "Token") -> bool:
    """True for ``Volgens`` at the head of a sentence: its capital means nothing."""
    return _opens_sentence(token.doc[token.i : token.i + 1]) and not is_first_name(token.text)


def _starts_line(span: "Span") -> bool:
    return span.start == 0 or "\n" in span.doc[span.start - 1].text


def _opens_sentence(span: "Span") -> bool:
    """True at the start of the text, after the end of a sentence, and after a blank line."""
    if span.start == 0:
        return True
    before = span.doc[span.start - 1].text
    return before in {".", "!", "?", ":", "•", "-"} or before.count("\n") > 1


CHECKS: "dict[str, Callable[[Span], bool]]" = {
    "title": _titled,
    "initials": _after_initials,
    "first_capital": _first_and_capital,
    "first_particle": _first_and_particle,
    "capital_surname": _capital_and_surname,
    "capital_like": _capital_and_like,
    "particle_surname": _particle_and_surname,
    "first": _single_first,
    "first_initial": _has_capital,
    "bare_initials": _bare_initials,
    "contact": _reachable,
    "surname_first": _surname_and_first,
    "colleague": _announced,
}
