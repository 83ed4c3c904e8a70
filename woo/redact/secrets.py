"""Whether a string says something that was redacted."""

import re
from collections.abc import Mapping, Sequence

from woo.model.decision import Decision
from woo.model.finding import Category
from woo.redact.title import Title
from woo.text.folding import fold
from woo.text.matcher import Match, Matcher

_WORD = re.compile(r"[^\W\d_]{4,}|\d{4,}")
_TITLE_WORD = re.compile(r"[^\W\d_]{5,}")
_SHORT = 4


class Secrets:
    """The redacted texts of one document, and the longer words in its names.

    ``also`` are texts, with their labels, that may stand beside the pages without being on one.
    """

    def __init__(
        self, decisions: Sequence[Decision], also: Mapping[str, str] | None = None
    ) -> None:
        self._labels: dict[str, str] = {
            text: label for text, label in (also or {}).items() if fold(text).text
        }
        for decision in decisions:
            if decision.redact and fold(decision.text).text:
                self._labels.setdefault(decision.text, decision.label)
        long = [text for text in self._labels if len(fold(text).text) >= _SHORT]
        short = [text for text in self._labels if len(fold(text).text) < _SHORT]
        # Half a name is still a name; a place out of an address is just a place.
        words = {
            word: decision.label
            for decision in decisions
            if decision.redact and decision.category in (Category.PERSON, Category.TERM)
            for word in _WORD.findall(decision.text)
        }
        self._labels = words | self._labels
        # A name has its capital; a term of the reviewer goes in whatever case.
        terms = {one.text for one in decisions if one.redact and one.category is Category.TERM}
        capitals = frozenset(one for one in self._labels if one[:1].isupper())
        self._names = capitals - terms - (also or {}).keys()
        self._known: dict[str, str | None] = {}
        self._anywhere = Matcher(long)
        self._alone = Matcher([*short, *words])
        self._within = Matcher([*long, *words])

    def label_of(self, text: str) -> str | None:
        """The label of the first secret that ``text`` holds, or None when it holds none."""
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def in_title(self, title: Title) -> dict[tuple[int, int], str]:
        """Where a title says a secret, with its label: as words, and within a made-up word.

        *Verslagjansen* says a name; *Kamerbrief*, a word of the language, does not, whoever is
        called Kamer.
        """
        said = {
            (match.start, match.end): self._labels[match.term]
            for matcher in (self._anywhere, self._alone)
            for match in matcher.find(title.text)
            if not self._is_office(title, match)
        }
        for word in _TITLE_WORD.finditer(title.text):
            if title.is_word(word.group()):
                continue
            for match in self._within.find(word.group(), whole_words=False):
                said[word.span()] = self._labels[match.term]
        return said

    def _is_office(self, title: Title, match: Match) -> bool:
        written = title.text[match.start : match.end]
        return match.term in self._names and written.islower() and title.is_office(written)

    def _find(self, text: str) -> str | None:
        for match in self._anywhere.find(text, whole_words=False):
            return self._labels[match.term]
        for match in self._alone.find(text):
            return self._labels[match.term]
        return None
