"""``woo`` itself, by the same rules: ``python -m bench.peers.own_spans everything|rules``."""

import sys
from collections.abc import Iterable, Iterator

from bench.peers.answering import Marker, Span, answer

MODEL = "model"
"""The name of the detector that is a trained model; the others are rules and lists."""


def load(what: str) -> Marker:
    """``rules`` leaves the trained model out."""
    from tests.golden.annotated import find_all
    from woo.detect.detectors import DETECTORS

    if what == "rules":
        DETECTORS.pop(MODEL, None)

    def mark(texts: Iterable[str]) -> Iterator[list[Span]]:
        for text in texts:
            yield [(one.start, one.end, one.category.value) for one in find_all(text)]

    return mark


if __name__ == "__main__":
    answer("woo", lambda: load(sys.argv[1]))
