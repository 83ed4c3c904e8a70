"""How well a tagger finds names on its own, word by word of the marks."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.pipeline import Tagger

from training.marked import Passage
from woo.detect.model import names_in
from woo.detect.nlp import nlp
from woo.model.finding import Category, Role

_STAY = frozenset({Role.OFFICE_HOLDER, Role.SIGNATORY, Role.AUTHOR, Role.EPONYM})


@dataclass
class Counted:
    """Names that must go: marked, found whole, found in vain; and those who stay, harmed."""

    wanted: int = 0
    found: int = 0
    extra: int = 0
    kept: int = 0
    harmed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        return 2 * self.found / max(1, self.wanted + self.found + self.extra)

    def __str__(self) -> str:
        recall = self.found / max(1, self.wanted)
        precision = self.found / max(1, self.found + self.extra)
        return (
            f"recall {recall:.3f} precision {precision:.3f} F1 {self.f1:.3f} "
            f"harmed {self.harmed}/{self.kept}"
        )


def score(passages: Iterable[Passage], tagger: Tagger) -> Counted:
    """Counts over passages, one text each."""
    counted = Counted()
    for passage in passages:
        doc = nlp().make_doc(passage.text)
        spans = [
            (doc[name.first].idx, doc[name.last].idx + len(doc[name.last]))
            for name in names_in(doc, tagger)
            if name.role not in _STAY
        ]
        covered = {index for span in spans for index in range(*span)}
        marks = [mark for mark in passage.marks if mark.category is Category.PERSON]
        going = [mark for mark in marks if mark.role not in _STAY]
        letters = [
            {i for i in range(mark.start, mark.end) if passage.text[i].isalnum()} for mark in going
        ]
        counted.wanted += len(going)
        counted.found += sum(one <= covered for one in letters)
        every = set().union(*letters) if letters else set()
        counted.extra += sum(not every & set(range(*span)) for span in spans)
        staying = [mark for mark in marks if mark.role in _STAY]
        counted.kept += len(staying)
        counted.harmed += sum(not covered.isdisjoint(range(m.start, m.end)) for m in staying)
    return counted
