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
from woo.detect.networks.model_numbers import may_be_number
from woo.detect.networks.model_words import (
    OTHERS_CHECKS,
    consecutive,
    groups,
    is_doubtful,
    is_word,
    names_nobody,
    without_saint,
    without_signs,
)
from woo.detect.networks.network import SameWords, new_network
from woo.detect.prose.nlp import docs, nlp
from woo.detect.rare import mentions
from woo.detect.spans import finding
from woo.detect.words.grammar import is_titled
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role

if TYPE_CHECKING:
    from spacy.pipeline import Tagger
    from spacy.tokens import Doc

# From a text to a row for each word with the chance of each of ``LABELS``, together 1.
Chances = Callable[["Doc"], Any]
NETWORKS: Final = ("names-1.bin", "names-2.bin")
# The letter of a label says in what quality somebody is named, ...
ROLES: Final = {
    "P": Role.UNKNOWN,
    "H": Role.OFFICE_HOLDER,
    "S": Role.SIGNATORY,
    "A": Role.AUTHOR,
    "E": Role.EPONYM,
}
# ... or what else of somebody stands here ...
OTHERS: Final = {
    "X": Category.SPECIAL,
    "U": Category.USERNAME,
    "D": Category.ADDRESS,
    "M": Category.EMAIL,
}
# ... or which of somebody's numbers.
NUMBERS: Final = {
    "G": Category.BIRTH_DATE,
    "T": Category.PHONE,
    "C": Category.CARE_NUMBER,
    "N": Category.PERSONNEL_NUMBER,
    "R": Category.IDENTITY_DOCUMENT,
    "K": Category.LICENCE_PLATE,
    "V": Category.V_NUMBER,
    "Z": Category.BSN,
    "Q": Category.IBAN,
    "B": Category.VAT_NUMBER,
    "I": Category.IP_ADDRESS,
}
# An address, telephone, mailbox or number of an organisation, which stays.
ORGANISATION: Final = "F"
OUTSIDE: Final = "O"
_LETTERS: Final = (*ROLES, *OTHERS, *NUMBERS, ORGANISATION)
LABELS: Final = (OUTSIDE, *(f"{place}-{letter}" for letter in _LETTERS for place in "BI"))
_NAMES_END: Final = 1 + 2 * len(ROLES)
_OTHERS_END: Final = _NAMES_END + 2 * len(OTHERS)
_NUMBERS_END: Final = _OTHERS_END + 2 * len(NUMBERS)
# A word is in a name from this chance on.
_NAME = 0.2
_OTHER = {
    Category.SPECIAL: 0.6,
    Category.USERNAME: 0.5,
    Category.ADDRESS: 0.2,
    Category.EMAIL: 0.6,
}
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


def new_tagger() -> "Tagger":
    """The tagger as it is before training, on the vocabulary of ``nlp``."""
    from spacy.pipeline import Tagger
    from spacy.tokens import Doc
    from spacy.training import Example

    tagger = Tagger(nlp().vocab, new_network())
    # spaCy takes the sizes of the layers from an example.
    doc = Doc(nlp().vocab, words=["Woo"], tags=[OUTSIDE])
    tagger.initialize(lambda: [Example(doc, doc)], labels=list(LABELS))
    operations = _fast_operations()
    for layer in tagger.model.walk():
        layer.ops = operations
    return tagger


def _fast_operations() -> Any:
    """Thinc's own, with numpy's multiplication of matrices: more than twice as fast on a CPU."""
    import numpy as np
    from thinc.api import NumpyOps

    class Operations(NumpyOps):  # type: ignore[misc]
        """Only ``gemm`` differs; its arguments are thinc's: ``trans1``, ``trans2`` turn one."""

        def gemm(self, x: Any, y: Any, out: Any = None, **turned: bool) -> Any:
            one = x.T if turned.get("trans1") else x
            other = y.T if turned.get("trans2") else y
            return np.matmul(one, other, out=out)

    return Operations()


def written(tagger: "Tagger") -> bytes:
    """The weights in half precision: half the room, and the chances stay what they were."""
    _set_precision(tagger, "float16")
    weights: bytes = tagger.model.to_bytes()
    _set_precision(tagger, "float32")
    return weights


def read_tagger(weights: bytes) -> "Tagger":
    """The tagger of which these are the weights."""
    tagger = new_tagger()
    tagger.model.from_bytes(weights)
    _set_precision(tagger, "float32")
    return tagger


def _set_precision(tagger: "Tagger", name: str) -> None:
    for node in tagger.model.walk():
        for parameter in node.param_names:
            if node.has_param(parameter):
                node.set_param(parameter, node.get_param(parameter).astype(name))


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
            span = (offset + doc[one.first].idx, offset + end)
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
        begins, inside = chances[:, _NAMES_END + 2 * number :][:, :2].T
        for words in _runs(doc, begins, inside, _OTHER[category]):
            if OTHERS_CHECKS[category](doc[words[0] : words[-1] + 1]):
                score = round(min(1.0, float((begins + inside)[words].mean())), 3)
                yield _Seen(words[0], words[-1], score, category)


def _numbers(doc: "Doc", chances: Any) -> Iterator[_Seen]:
    """A number of somebody, whichever: of which kind it is, the likeliest says."""
    begins, inside = (chances[:, _OTHERS_END + n : _NUMBERS_END : 2] for n in (0, 1))
    for words in _runs(doc, begins.sum(axis=1), inside.sum(axis=1), _NUMBER):
        by_kind = (begins + inside)[words].mean(axis=0)
        category = tuple(NUMBERS.values())[int(by_kind.argmax())]
        if may_be_number(doc[words[0] : words[-1] + 1], category):
            yield _Seen(words[0], words[-1], round(min(1.0, float(by_kind.sum())), 3), category)


def _organisations(doc: "Doc", chances: Any) -> Iterator[_Seen]:
    """Where a contact of whichever kind is an organisation's; FUNCTIONAL."""
    own = chances[:, _SOMEBODYS].sum(axis=1)
    begins, inside = chances[:, _NUMBERS_END:].T
    for words in _runs(doc, begins, inside, _CONTACT):
        theirs = float((begins + inside)[words].mean())
        score = theirs / (theirs + float(own[words].mean()))
        if score >= _ORGANISATION:
            yield _Seen(
                words[0], words[-1], round(min(1.0, score), 3), Category.ADDRESS, Role.FUNCTIONAL
            )


def _runs(doc: "Doc", begins: Any, inside: Any, least: float) -> Iterator[list[int]]:
    """Words side by side whose chance of the one or the other is ``least``, without signs."""
    likely = (begins + inside >= least).nonzero()[0].tolist()
    places = [place for place in likely if not doc[place].is_space]
    for group in consecutive(doc, places, (begins > inside).tolist()):
        if words := without_signs(doc, group):
            yield words


def _names(doc: "Doc", chances: Any, text: str) -> Iterator[_Seen]:
    """In order; ``chances`` as for ``_others``; ``text`` is that of the document."""
    chances = chances[:, :_NAMES_END]
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
