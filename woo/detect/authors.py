"""Authors of what is published, by the way in which it is cited: their names stay."""

import re
from collections.abc import Iterator

from woo.detect.grammar import Name, name_before, read_name
from woo.detect.spans import person
from woo.model.document import Document
from woo.model.finding import Finding, Role

_OTHERS = r"(?:[ ]?,?[ ]?(?:e\.a\.|et al\.?|c\.s\.|\(red\.\)|\(eds?\.\)))?"
_YEAR = r"(?:18|19|20)\d\d[a-z]?"
# Bakker en Hulst (2019), Bakker e.a. (2019, p. 12), (Bakker 2019), Bakker, J. (2019).
_CITED = re.compile(
    rf"{_OTHERS}(?:[ \n]\({_YEAR}(?:[,:;][^()\n]{{0,30}})?\)|,?[ ]{_YEAR}(?=[),:;]|\.[ ]))"
)
# J. Bakker, 'De nota', Den Haag 2019: the title stands between quotes behind the name.
_TITLED = re.compile(
    rf"{_OTHERS},[ ]['‘’\"“„][^'’\"”\n]{{8,160}}['’\"”](?=.{{0,120}}?{_YEAR})", re.DOTALL
)
# The book is what its writer is known by: *het proefschrift van Jan de Boer*.
_WRITTEN_BY = re.compile(
    r"\b(?:boek|boekje|roman|proefschrift|dissertatie|biografie|monografie|handboek|oratie)"
    r"[ \n]van[ \n]"
)
_JOINED = re.compile(r"(?:,|[ ](?:en|&|and))[ ]$")
_MOST = 6


def detect_authors(document: Document) -> Iterator[Finding]:
    """Everybody who is cited with a year or a title."""
    text = document.text
    for pattern in (_CITED, _TITLED):
        for match in pattern.finditer(text):
            for name in _before(text, match.start()):
                yield person(text, name, "authors", 0.9, Role.AUTHOR)
    for match in _WRITTEN_BY.finditer(text):
        writer = read_name(text, match.end())
        if writer is not None and writer.is_known:
            yield person(text, writer, "authors", 0.9, Role.AUTHOR)


def _before(text: str, end: int) -> Iterator[Name]:
    """The name that ends here, and those joined to it."""
    for _ in range(_MOST):
        name = name_before(text, end)
        if name is None:
            return
        yield name
        joined = _JOINED.search(text, max(0, name.start - 6), name.start)
        if joined is None:
            return
        end = joined.start()
