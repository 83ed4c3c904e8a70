"""Names by the trained model: two spaCy taggers that say of each word whether it is in a name.

They look at the word, its shape, what the lists know of it, and the words around (``network``); the
mean of their chances counts. They are trained by ``training/train.py`` with the tokenizer of
``nlp``; on what, ``training/MODEL.md``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from woo.detect.agreement import MODEL
from woo.detect.layout.file_names import without_ending
from woo.detect.networks.certainty import sure_enough
from woo.detect.networks.forward import Forward
from woo.detect.networks.labels import (
    LABELS,
    NAMES_END,
    NUMBERS,
    NUMBERS_END,
    OTHERS,
    OTHERS_END,
    ROLES,
)
from woo.detect.networks.model_numbers import end_of_number, is_sure_day, may_be_number
from woo.detect.networks.model_others import OTHERS_CHECKS
from woo.detect.networks.model_words import (
    consecutive,
    groups,
    is_doubtful,
    is_word,
    names_nobody,
    without_saint,
    without_signs,
)
from woo.detect.networks.network import SameWords
from woo.detect.networks.tagger import read_tagger
from woo.detect.prose.nlp import docs
from woo.detect.rare import mentions
from woo.detect.spans import finding
from woo.detect.words.grammar import is_titled
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc

# From a text to a row for each word with the chance of each of ``LABELS``, together 1.
Chances = Callable[["Doc"], Any]
NETWORKS: Final = ("names-1.bin", "names-2.bin")
# A word is in a name from this chance on.
_NAME = 0.25
_OTHER = {
    Category.SPECIAL: 0.6,
    Category.USERNAME: 0.5,
    Category.ADDRESS: 0.35,
    Category.EMAIL: 0.6,
}
# What tells goes on over words of less: *heeft na de val een nieuwe heup*.
_GOES_ON = {Category.SPECIAL: 0.1}
_NUMBER = 0.5
# A contact is an organisation's when it is seldom somebody's own: such as it stays.
_CONTACT, _ORGANISATION = 0.5, 0.95
_SOMEBODYS = [LABELS.index(f"{place}-{letter}") for letter in "DMTQB" for place in "BI"]
# What the lists take for ordinary words asks for more.
_DOUBTFUL = 0.95
_GENITIVE = re.compile(r"(?<=\w)['’]s$")
# Nobody holds an office in a text that speaks of none of these.
_OFFICES = (
    *("minister", "staatssecretaris", "bewinds", "kamer", "wethouder", "burgemeester", "raad"),
    *("gedeputeerde", "staten", "dijkgraaf", "heemraad", "fractie", "motie", "debat", "college"),
    *("rechter", "voorzitter", "president", "premier", "koning", "prins", "ombudsman", "kabinet"),
    *("politi", "partij", "bestuur", "commissaris", "senator", "spoeddebat", "coalitie", "lid "),
    *("stas", "mp ", "formateur", "ambassadeur", "portefeuille", "amendement", "officier"),
)
# Nor is anybody an author or artist in a text that speaks of no work.
_WORKS = (
    *("boek", "schreef", "schrij", "auteur", "rapport", "artikel", "onderzoek", "studie", "advies"),
    *("proefschrift", "diss", "literatuur", "noot", "vgl", "zie ", "et al", "e.a.", "oratie"),
    *("werk", "gedicht", "dicht", "roman", "schilder", "kunst", "museum", "cite", "citaat"),
    *("volgens", "aldus", "hoogle", "professor", "prof", "essay", "uitge", "druk", "compon"),
    *("muziek", "foto", "tentoonstelling", "beeld", "architect", "film", "column", "interview"),
    *("bron", "handboek", "theor", "filosoo", "historic", "eeuw", "collectie", "archief"),
    *("tekening", "concert", "19", "book", "author", "wrote", "report", "paper", "study", "20"),
)


@cache
def _shipped() -> Chances:
    """What the trained networks that ship with the package say together."""
    folder = resources.files("woo.reference").joinpath("model")
    files = [folder.joinpath(name) for name in NETWORKS]
    networks = [Forward(read_tagger(file.read_bytes()).model) for file in files]

    def mean(doc: "Doc") -> Any:
        same = SameWords.of(doc)
        return sum(chances_of(network(doc, same)) for network in networks) / len(networks)

    return mean


def detect_by_model(document: Document) -> Iterator[Finding]:
    """Every name that the model sees, with the chance that it is one."""
    yield from findings_by(_shipped(), document.text)


def findings_by(chances_in: Chances, text: str) -> Iterator[Finding]:
    """Everything that networks, such as one in training, see in a text."""
    foreign = {
        role
        for role, words in ((Role.OFFICE_HOLDER, _OFFICES), (Role.AUTHOR, _WORKS))
        if not mentions(text, words)
    }
    for offset, doc in docs(text):
        if not len(doc):
            continue
        chances = chances_in(doc)
        piece = text[offset : offset + doc[-1].idx + len(doc[-1])]
        seen = (
            *_names(doc, chances, piece),
            *_others(doc, chances),
            *_numbers(doc, chances),
            *_organisations(doc, chances),
        )
        for one in seen:
            role = Role.UNKNOWN if one.role in foreign else one.role
            last = doc[one.last]
            end = last.idx + len(_GENITIVE.sub("", without_ending(last.text)))
            start, end = offset + doc[one.first].idx, offset + end
            span = (start, end_of_number(text, start, end, one.category))
            if span[0] < span[1]:  # *.txt* alone is the ending of a file's name
                yield finding(text, span, one.category, MODEL, one.score, role)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The first and the last word of what the model sees in a ``Doc``."""

    first: int
    last: int
    score: float
    category: Category = Category.PERSON
    role: Role = Role.UNKNOWN


def chances_of(scores: Any) -> Any:
    """The scores of each label for each word as chances that add up to one (softmax)."""
    import numpy as np

    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def _others(doc: "Doc", chances: Any) -> Iterator[_Seen]:
    """What is no name; ``chances``: a row for each word, a column for each of ``LABELS``."""
    for number, category in enumerate(OTHERS.values()):
        begins, inside = chances[:, NAMES_END + 2 * number :][:, :2].T
        for words in _runs(doc, begins, inside, _OTHER[category], _GOES_ON.get(category)):
            if OTHERS_CHECKS[category](doc[words[0] : words[-1] + 1]):
                score = round(min(1.0, float((begins + inside)[words].mean())), 3)
                yield _Seen(words[0], words[-1], score, category)


def _numbers(doc: "Doc", chances: Any) -> Iterator[_Seen]:
    """A number of somebody, whichever: of which kind it is, the likeliest says."""
    begins, inside = (chances[:, OTHERS_END + n : NUMBERS_END : 2] for n in (0, 1))
    for words in _runs(doc, begins.sum(axis=1), inside.sum(axis=1), _NUMBER):
        by_kind = (begins + inside)[words].mean(axis=0)
        category = tuple(NUMBERS.values())[int(by_kind.argmax())]
        span, score = doc[words[0] : words[-1] + 1], min(1.0, float(by_kind.sum()))
        sure = category is not Category.BIRTH_DATE or is_sure_day(span, score)
        if sure and may_be_number(span, category):
            yield _Seen(words[0], words[-1], round(score, 3), category)


def _organisations(doc: "Doc", chances: Any) -> Iterator[_Seen]:
    """Where a contact of whichever kind is an organisation's; FUNCTIONAL."""
    own = chances[:, _SOMEBODYS].sum(axis=1)
    begins, inside = chances[:, NUMBERS_END:].T
    for words in _runs(doc, begins, inside, _CONTACT):
        theirs = float((begins + inside)[words].mean())
        score = theirs / (theirs + float(own[words].mean()))
        if score >= _ORGANISATION:
            yield _Seen(
                words[0], words[-1], round(min(1.0, score), 3), Category.ADDRESS, Role.FUNCTIONAL
            )


def _runs(
    doc: "Doc", begins: Any, inside: Any, sure: float, least: float | None = None
) -> Iterator[list[int]]:
    """Words side by side, without signs, of which one at least has the chance ``sure``.

    The others have that of ``least``, and without it ``sure`` too.
    """
    chances = begins + inside
    likely = (chances >= (sure if least is None else least)).nonzero()[0].tolist()
    places = [place for place in likely if not doc[place].is_space]
    for group in consecutive(doc, places, (begins > inside).tolist()):
        words = without_signs(doc, group)
        if words and chances[words].max() >= sure:
            yield words


def _names(doc: "Doc", chances: Any, text: str) -> Iterator[_Seen]:
    """In order; ``chances`` as for ``_others``; ``text`` is that of the document."""
    chances = chances[:, :NAMES_END]
    inside = (chances[:, 1:].sum(axis=1) >= _NAME).nonzero()[0].tolist()
    begins = chances[:, 1::2].sum(axis=1) > chances[:, 2::2].sum(axis=1)
    places = [place for place in inside if is_word(doc[place], text)]
    for found in groups(doc, places, begins.tolist()):
        if not (group := without_saint(doc, found)):
            continue
        rows = chances[group]
        by_role = (rows[:, 1::2] + rows[:, 2::2]).mean(axis=0)
        # Whoever is an office holder or else an author stays in both cases.
        role = list(ROLES.values())[1 + int(by_role[1:].argmax())]
        titled = is_titled(text, doc[group[0]].idx)
        sure = sure_enough(role, doc[group[0] : group[-1] + 1].text, titled=titled)
        if by_role[1:].sum() < sure * by_role.sum():
            role = Role.UNKNOWN
        score = min(1.0, max(0.01, float(by_role.sum())))
        doubted = score < _DOUBTFUL and is_doubtful(doc, group)
        if not (doubted or names_nobody(doc, group)):
            yield _Seen(group[0], group[-1], round(score, 3), role=role)
