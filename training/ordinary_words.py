"""Make ``woo/reference/names/ordinary_words.bin`` from a word list of Dutch.

``python -m training.ordinary_words /usr/share/dict/dutch`` (Debian package ``wdutch``). Only words
in lower case count: what OpenTaal writes with a capital is a name already.
"""

import sys
from pathlib import Path

import numpy as np

from woo.detect.lexicon import number_of

TARGET = Path(__file__).parent.parent / "woo" / "reference" / "names" / "ordinary_words.bin"


def main(source: Path) -> None:
    words = source.read_text("utf-8").split()
    numbers = {number_of(word) for word in words if word[0].islower() and len(word) > 1}
    TARGET.write_bytes(np.array(sorted(numbers), dtype="<u4").tobytes())
    print(f"{len(numbers)} words")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
