"""Make ``sensitive_words/seldom.txt``: listed words that the passages seldom have in special data.

``python -m training.seldom_telling``. *arts* and *dossier* stand in many a text in which nothing is
told of anybody's health; *nierstenen* hardly ever.
"""

from collections import Counter
from pathlib import Path

from training.marked import PASSAGES, Passage, read_passages
from woo.model.finding import Category
from woo.reference.lexicon import key
from woo.reference.sensitive import WORD, tells_of
from woo.text.files import write_atomically

TARGET = Path(__file__).parent.parent / "woo" / "reference" / "sensitive_words" / "seldom.txt"
_LEAST = 0.45  # of the places of a word, with half a place in and half a place out on top


def _count(passage: Passage, inside: Counter[str], outside: Counter[str]) -> None:
    special = [mark for mark in passage.marks if mark.category is Category.SPECIAL]
    for match in WORD.finditer(passage.text):
        told = any(mark.start <= match.start() < mark.end for mark in special)
        (inside if told else outside)[key(match.group())] += 1


def main() -> None:
    inside, outside = Counter[str](), Counter[str]()
    for passage in read_passages(PASSAGES):
        _count(passage, inside, outside)
    listed = [word for word in {*inside, *outside} if any(tells_of(word))]
    seldom = sorted(
        word
        for word in listed
        if (inside[word] + 0.5) / (inside[word] + outside[word] + 1) < _LEAST
    )
    write_atomically(TARGET, ("\n".join(seldom) + "\n").encode())
    print(f"{len(listed)} listed words occur, {len(seldom)} seldom tell")


if __name__ == "__main__":
    main()
