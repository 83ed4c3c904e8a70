"""What is known of single words: names, ordinary words, places. Lists: ``reference/names/``."""

import re
import sys
import unicodedata
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from importlib import resources
from zlib import crc32

_SURNAME_ENDING = re.compile(
    r"..(?:stra|sma|inga|enga|ema|mans|huis|kamp|horst|me[iy]jer|meier|ssen|rsen|lsen|nsen|ski|"
    r"ska|wicz|"
    r"oglu|ovic|evic|yan|ides|berg|boer|man|veld|brink|steen|ouli|oui|aoui|ouch|singh)$"
)


_SHORTEST_PART = 4  # of a compound


@cache
def _words(*names: str) -> frozenset[str]:
    """The keys of lists in ``reference/names``."""
    folder = resources.files("woo.reference").joinpath("names")
    texts = (folder.joinpath(f"{name}.txt").read_text("utf-8") for name in names)
    return frozenset(key(line) for text in texts for line in text.splitlines() if line)


def things() -> tuple[str, ...]:
    """Names of persons that are the name of a firm, place or prize: ``Albert Heijn``."""
    return _lines("things")


def medicines() -> tuple[str, ...]:
    """What medicines are called: ``Depakine``."""
    return _lines("medicines")


def well_known() -> tuple[str, ...]:
    """People of history and the arts by their whole name: ``Johan de Witt``, ``Hannah Arendt``."""
    return _lines("well_known")


def _lines(name: str) -> tuple[str, ...]:
    folder = resources.files("woo.reference").joinpath("names")
    return tuple(filter(None, folder.joinpath(f"{name}.txt").read_text("utf-8").splitlines()))


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """A word without accents and case, so that ``Özlem``, ``OZLEM`` and ``ozlem`` are one."""
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFKD", word.replace("ı", "i")).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("’", "'")


def is_first_name(word: str) -> bool:
    """True for ``Fatima``, also for ``Jan-Willem`` when both halves are first names."""
    known = _words("first_names", "more_first_names")
    folded = key(word)
    return folded in known or ("-" in folded and all(p in known for p in folded.split("-")))


def is_common_surname(word: str) -> bool:
    """True for ``Jansen`` and ``Vries``: in one place there may be several who have it."""
    return key(word) in _words("common_surnames")


def is_surname(word: str) -> bool:
    """True for ``Jansen``, also for a double surname of which one half is known."""
    known = _words("surnames", "more_surnames")
    folded = key(word)
    return folded in known or ("-" in folded and any(p in known for p in folded.split("-")))


def is_like_surname(word: str) -> bool:
    """True for a word that ends as surnames do and ordinary words seldom: ``Brouwhuis``."""
    return _SURNAME_ENDING.search(key(word)) is not None and not is_ambiguous(word)


def may_be_name(word: str) -> bool:
    """True for a first name, a surname, and what ends as surnames do."""
    return is_first_name(word) or is_surname(word) or is_like_surname(word)


@lru_cache(maxsize=65536)
def number_of(word: str) -> int:
    """The number under which the lists in ``.bin`` have a word: CRC-32 of its key."""
    return crc32(key(word).encode())


@cache
def _numbers(name: str) -> "array[int]":
    """Sorted numbers, 4 bytes each: a tenth of the memory that the words would take."""
    file = resources.files("woo.reference").joinpath("names", f"{name}.bin")
    numbers = array("I", file.read_bytes())
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _has_number(word: str, name: str) -> bool:
    """True for a word of the list; one in ten thousand others is too."""
    numbers, number = _numbers(name), number_of(word)
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number


def is_ordinary(word: str) -> bool:
    """True for a word that dictionaries have in lower case."""
    return _has_number(word, "ordinary_words")


@lru_cache(maxsize=65536)
def is_compound(word: str) -> bool:
    """True for two ordinary words written as one: ``regietafels``, ``Vreemdelingennummer``.

    An s may join them.
    """
    return any(
        is_ordinary(word[:cut])
        and (is_ordinary(word[cut:]) or (word[cut] == "s" and is_ordinary(word[cut + 1 :])))
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


def is_of_language(word: str) -> bool:
    """True for a word of the dictionary, also for two written as one."""
    return is_ordinary(word) or is_compound(word)


def is_in_use(word: str) -> bool:
    """True for a word that the passages of training have in lower case, and not as a name."""
    return _has_number(word, "words_in_use")


def is_in_place(word: str) -> bool:
    """True for a word of the name of a town or hamlet, here or abroad; many are surnames too."""
    return _has_number(word, "place_words")


def is_in_institution(word: str) -> bool:
    """True for a word of the name of a hospital or practice, founders' names among them."""
    return _has_number(word, "institution_words")


def is_ambiguous(word: str) -> bool:
    """True for a name that is an ordinary word as well: ``Mark``, ``Bakker``, ``Wit``."""
    return key(word) in _words("ambiguous")


def is_english(word: str) -> bool:
    """True for an English word that looks like a log-in: an initial and a surname, ``goods``."""
    return word in _words("english")


def is_frequent(word: str) -> bool:
    """True for a name that is one of the commonest words: ``Groot``, ``Mei``, ``Wil``."""
    return key(word) in _words("frequent")


def is_place(word: str) -> bool:
    """True for a municipality, region, country or large city."""
    return key(word) in _words("places")


def is_proper_noun(word: str) -> bool:
    """True for what has a capital and is nobody's name: ``Oeganda``, ``Oegandezen``, ``Urdu``.

    The networks were trained without this list, and get no sight of it.
    """
    return key(word) in _words("proper_nouns")


def is_medicine(word: str) -> bool:
    """True for ``Depakine``."""
    return key(word) in _words("medicines")


def is_not_name(word: str) -> bool:
    """True for capitalised words that name nobody: ``Team``, ``Directie``, ``Rijkswaterstaat``."""
    folded = key(word).rstrip(".")
    known = _words("not_names", "brands")
    last = folded.rpartition("-")[2]
    return folded in known or (len(last) > 3 and last in known)
