"""Make ``words_in_use.bin``: the words that the passages use in lower case, and not as a name.

``python -m training.words_in_use``. A dictionary has many words that nobody writes; that of two
equal words one is a name is likelier for those.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from training.lists import write_numbers
from training.marked import Passage, read_passages

PASSAGES = Path(__file__).parent / "passages"
_WORD = re.compile(r"(?<![\w.@/-])[^\W\d_A-Z]{3,24}(?![\w@/])")


def _unmarked(passage: Passage) -> Iterator[str]:
    """The text between the marks."""
    end = 0
    for mark in passage.marks:
        yield passage.text[end : mark.start]
        end = mark.end
    yield passage.text[end:]


def main() -> None:
    pieces = (piece for one in read_passages(PASSAGES) for piece in _unmarked(one))
    write_numbers("words_in_use", {word for piece in pieces for word in _WORD.findall(piece)})


if __name__ == "__main__":
    main()
