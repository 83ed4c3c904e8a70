"""Titles as they may be published: subjects and file names hold names too."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from woo.detect.detect import detect
from woo.detect.lexicon import is_compound, is_ordinary
from woo.detect.propagate import propagate
from woo.model.decision import Decision
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category
from woo.pipeline.basis import Basis
from woo.text.matcher import Matcher
from woo.text.plain import one_line

_NAME_PART = re.compile(r"[^\W\d_]{4,}")
_WORD = re.compile(r"[^\W\d_]{5,}")
_SHORTEST_WITHIN = 4
MAX_TITLE = 400  # characters; open.minvws takes 500
_SEARCHED = 10 * MAX_TITLE  # a title is shortened after the search: half a name is not found


def clean_title(
    document_id: str, untrusted_title: str, basis: Basis, own: Sequence[Decision]
) -> str:
    """The title with ``[5.1.2e]`` in the place of whatever goes.

    What goes is what is found in the title itself, and whatever goes in the document (``own``).
    """
    title = one_line(untrusted_title)[:_SEARCHED].strip() or "Zonder titel"
    document = Document(kind=DocumentKind.TEXT, untrusted_title=title, pages=(title,))
    found = propagate(document, detect(document), basis.people)
    labels = {
        (decision.start, decision.end): decision.label
        for decision in basis.decide(document_id, document, found)
        if decision.redact
    }
    going = dict(_going(own))
    labels |= _said(title, going)
    clean = title
    for start, end in reversed(list(_longest_apart(labels))):
        clean = f"{clean[:start]}[{labels[start, end]}]{clean[end:]}"
    return _shortened(clean)


def _said(title: str, going: Mapping[str, str]) -> dict[tuple[int, int], str]:
    """Where the title says what goes: as words, and within what is no word of the language.

    *Verslagjansen* says a name; *Kamerbrief* does not, whoever is called Kamer.
    """
    matcher = Matcher(going)
    said = {(one.start, one.end): going[one.term] for one in matcher.find(title)}
    for word in _WORD.finditer(title):
        if is_ordinary(word.group()) or is_compound(word.group()):
            continue
        for match in matcher.find(word.group(), whole_words=False):
            if match.end - match.start >= _SHORTEST_WITHIN:
                said[word.span()] = going[match.term]
    return said


def _shortened(title: str) -> str:
    """At most ``MAX_TITLE`` characters, cut between words where there is more than one."""
    if len(title) <= MAX_TITLE:
        return title
    cut = title[: MAX_TITLE - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _going(own: Sequence[Decision]) -> Iterator[tuple[str, str]]:
    """What goes with its label: whole texts, and the longer words of names."""
    for decision in own:
        if not decision.redact:
            continue
        if any(character.isalnum() for character in decision.text):
            yield decision.text, decision.label
        if decision.category in (Category.PERSON, Category.TERM):
            for word in _NAME_PART.findall(decision.text):
                yield word, decision.label


def _longest_apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without overlaps, in order; of two that overlap the longer stays."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
    return sorted(kept)
