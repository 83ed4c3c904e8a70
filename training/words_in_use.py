"""Make ``words_in_use.bin``: the words that the passages use in lower case, and not as a name.

``python -m training.words_in_use``. A dictionary has many words that nobody writes; that of two
equal words one is a name is likelier for those.
"""

import re
from collections import Counter
from collections.abc import Iterator

from training.lists import write_numbers
from training.marked import PASSAGES, Passage, read_passages

_WORD = re.compile(r"(?<![\w.@/-])[^\W\d_A-Z]{3,24}(?![\w@/])")
_LEAST = 2  # passages: half a word of a bad scan stands in one


def _unmarked(passage: Passage) -> Iterator[str]:
    """The text between the marks."""
    end = 0
    for mark in passage.marks:
        yield passage.text[end : mark.start]
        end = mark.end
    yield passage.text[end:]


def main() -> None:
    times = Counter[str]()
    for passage in read_passages(PASSAGES):
        times.update({word for piece in _unmarked(passage) for word in _WORD.findall(piece)})
    write_numbers("words_in_use", {word for word, count in times.items() if count >= _LEAST})


if __name__ == "__main__":
    main()
