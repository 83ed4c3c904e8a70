"""Deduce with its own configuration and lists, which are made for Dutch medical text."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version

from bench.peers.answering import Marker, Span, answer


def load() -> Marker:
    from deduce import Deduce

    deduce = Deduce()

    def mark(texts: Iterable[str]) -> Iterator[list[Span]]:
        for text in texts:
            found = deduce.deidentify(text).annotations
            yield sorted((one.start_char, one.end_char, one.tag) for one in found)

    return mark


if __name__ == "__main__":
    answer(f"deduce {version('deduce')}", load)
