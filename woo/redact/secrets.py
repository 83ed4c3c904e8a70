"""Whether a string says something that was redacted."""

import re
from collections.abc import Mapping, Sequence

from woo.model.decision import Decision
from woo.model.finding import Category
from woo.text.folding import fold
from woo.text.matcher import Match, Matcher

_WORD = re.compile(r"[^\W\d_]{4,}|\d{4,}")
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
        self._known: dict[str, str | None] = {}
        self._anywhere = Matcher(long)
        self._alone = Matcher([*short, *words])

    def label_of(self, text: str) -> str | None:
        """The label of the first secret that ``text`` holds, or None when it holds none."""
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def label_in_title(self, title: str) -> str | None:
        """As ``label_of``; but *Kamerbrief* does not say the name of an official called Kamer."""
        for match in self._anywhere.find(title, whole_words=False):
            if not _begins_a_word(title, match):
                return self._labels[match.term]
        for match in self._alone.find(title):
            return self._labels[match.term]
        return None

    def _find(self, text: str) -> str | None:
        for match in self._anywhere.find(text, whole_words=False):
            return self._labels[match.term]
        for match in self._alone.find(text):
            return self._labels[match.term]
        return None


def _begins_a_word(text: str, match: Match) -> bool:
    """A longer word begins with it, as its first letters."""
    return not text[: match.start][-1:].isalnum() and text[match.end : match.end + 1].islower()
