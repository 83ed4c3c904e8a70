"""Names by the trained model: a spaCy tagger that says of each word whether it is in a name.

It looks at the word, its shape, what the lists know of it, and four words to each side. It is
trained by ``training/train.py`` with the tokenizer of ``nlp``; ``training/MODEL.md`` tells on what.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from woo.detect.agreement import MODEL
from woo.detect.lexicon import is_ambiguous, is_first_name, is_frequent, is_not_name, is_surname
from woo.detect.nlp import docs, has, nlp
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role

if TYPE_CHECKING:
    from spacy.pipeline import Tagger
    from spacy.tokens import Doc, Token

# The letter of a label says in what quality somebody is named.
ROLES: Final = {
    "P": Role.UNKNOWN,
    "H": Role.OFFICE_HOLDER,
    "S": Role.SIGNATORY,
    "A": Role.AUTHOR,
    "E": Role.EPONYM,
}
OUTSIDE: Final = "O"
LABELS: Final = (OUTSIDE, *(f"{place}-{letter}" for letter in ROLES for place in "BI"))
# A word is in a name from this chance on; somebody stays only when the model is rather sure.
_NAME, _STAYS = 0.4, 0.7
# What the lists take for ordinary words asks for more.
_DOUBTFUL = 0.85
# Characters at a time: what the network makes of them stays in the processor's cache.
_PIECE = 6000
_THING = re.compile(
    r"..(?:museum|instituut|stichting|ziekenhuis|straat|laan|plein|kade|gracht|singel|dreef|park|"
    r"polder|plassen|gemaal|centrum|college|lyceum|school|terrein|haven|brug|tunnel|stadion)(?:en)?$",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"(?<=\w)['’]s$")
_PATH_SIGNS = frozenset("@/\\=_")
_WEB = re.compile(r"(?:://|www\.|\.[a-z]{2,6}/|\\|=|@)\S*$")
# How wide and deep the network is; a change asks for a new training.
_WIDTH, _DEPTH = 96, 4
_ROWS = {"NORM": 6000, "PREFIX": 1000, "SUFFIX": 3000, "SHAPE": 2000}


def new_tagger() -> "Tagger":
    """The tagger as it is before training, on the vocabulary of ``nlp``."""
    from spacy.ml.models.tagger import build_tagger_model
    from spacy.ml.models.tok2vec import (
        MaxoutWindowEncoder,
        MultiHashEmbed,
        build_Tok2Vec_model,
    )
    from spacy.pipeline import Tagger
    from spacy.tokens import Doc
    from spacy.training import Example

    embed = MultiHashEmbed(
        width=_WIDTH,
        attrs=list(_ROWS),
        rows=list(_ROWS.values()),
        include_static_vectors=False,
    )
    encode = MaxoutWindowEncoder(width=_WIDTH, window_size=1, maxout_pieces=3, depth=_DEPTH)
    words = build_Tok2Vec_model(embed, encode)
    tagger = Tagger(nlp().vocab, build_tagger_model(words))
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


@cache
def _tagger() -> "Tagger":
    """The trained tagger that ships with the package."""
    tagger = new_tagger()
    folder = resources.files("woo.reference").joinpath("model")
    with resources.as_file(folder) as path:
        tagger.model.from_bytes((path / "names.bin").read_bytes())
    return tagger


def detect_by_model(document: Document) -> Iterator[Finding]:
    """Every name that the model sees, with the chance that it is one."""
    yield from findings_by(_tagger(), document.text)


def findings_by(tagger: "Tagger", text: str) -> Iterator[Finding]:
    """Every name that a tagger, such as one in training, sees in a text."""
    for offset, doc in docs(text, _PIECE):
        for name in _names_in(doc, tagger):
            start = doc[name.first].idx
            last = doc[name.last]
            end = last.idx + len(_GENITIVE.sub("", last.text))
            span = (offset + start, offset + end)
            yield finding(text, span, Category.PERSON, MODEL, name.score, name.role)


@dataclass(frozen=True, slots=True)
class _ModelName:
    """The first and the last word of a name in a ``Doc``."""

    first: int
    last: int
    score: float
    role: Role


def _names_in(doc: "Doc", tagger: "Tagger") -> Iterator[_ModelName]:
    """The names that a tagger sees in a text, in order."""
    if not len(doc):
        return
    yield from _names(doc, _chances(tagger.model.predict([doc])[0]))


def _chances(scores: Any) -> Any:
    """The scores of each label for each word as chances that add up to one (softmax)."""
    import numpy as np

    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def _names(doc: "Doc", chances: Any) -> Iterator[_ModelName]:
    """``chances``: a row for each word, a column for each of ``LABELS``."""
    inside = (1 - chances[:, 0] >= _NAME).tolist()
    begins = chances[:, 1::2].sum(axis=1) > chances[:, 2::2].sum(axis=1)
    text = doc.text
    places = [i for i, is_inside in enumerate(inside) if is_inside and _is_word(doc[i], text)]
    for group in _groups(doc, places, begins.tolist()):
        rows = chances[group]
        by_role = (rows[:, 1::2] + rows[:, 2::2]).mean(axis=0)
        best = int(by_role.argmax())
        role = list(ROLES.values())[best]
        if role is not Role.UNKNOWN and by_role[best] < _STAYS * by_role.sum():
            role = Role.UNKNOWN
        score = min(1.0, max(0.01, float(by_role.sum())))
        if score < _DOUBTFUL and _is_doubtful(doc, group):
            continue
        yield _ModelName(group[0], group[-1], round(score, 3), role)


def _is_word(token: "Token", text: str) -> bool:
    """No white space, code, piece of a web address, or compound such as *Abbemuseum*."""
    if token.is_space or not _PATH_SIGNS.isdisjoint(token.text):
        return False
    word = token.text
    if sum(map(str.isdigit, word)) > 1 or (_THING.search(word) and not is_surname(word)):
        return False
    start = token.idx
    return (
        start == 0
        or text[start - 1] not in "/\\=@"
        or not _WEB.search(text, max(0, start - 60), start)
    )


def _is_code(word: str) -> bool:
    """An abbreviation or a word in lower case, in no list: a name only when that is sure."""
    listed = is_first_name(word) or is_surname(word)
    return not listed and (word.islower() or word.isupper())


def _is_doubtful(doc: "Doc", group: Sequence[int]) -> bool:
    """Nothing but tussenvoegsels, common words, and words that are no names."""
    first = doc[group[0]]
    opens = first.i == 0 or doc[first.i - 1].text[-1] in ".!?:\n"
    if len(group) == 1 and (_is_code(first.text) or (opens and is_ambiguous(first.text))):
        return True
    return all(
        has(doc[index], "particle")
        or is_frequent(doc[index].text)
        or is_not_name(doc[index].text)
        or len(doc[index]) < 2
        for index in group
    )


def _groups(doc: "Doc", places: Sequence[int], begins: Sequence[bool]) -> Iterator[list[int]]:
    """The words of each name: consecutive, with at most a line break between, one beginning."""
    if not places:
        return
    group = [places[0]]
    for before, place in pairwise(places):
        between = doc[before + 1 : place]
        goes_on = all(token.is_space and token.text.count("\n") < 2 for token in between)
        if goes_on and not begins[place]:
            group.append(place)
            continue
        yield from _worth(doc, group)
        group = [place]
    yield from _worth(doc, group)


def _worth(doc: "Doc", group: Iterable[int]) -> Iterator[list[int]]:
    """Without signs at the ends; nothing when no more than a tussenvoegsel or initial is left."""
    words = list(group)
    while words and not any(map(str.isalpha, doc[words[-1]].text)):
        words.pop()
    while words and not any(map(str.isalpha, doc[words[0]].text)):
        words.pop(0)
    if any(not has(doc[index], "particle") and not _is_initial(doc[index].text) for index in words):
        yield words


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."
