"""The network of ``model``: what it sees of a word, of the words around it, and of the document.

Four words to each side are read one by one (convolutions). Farther away only the gist counts: the
mean of sixteen words to each side, and the mean over all places where the same word stands. So a
surname that is a minister's in the first line is one in the last.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WIDTH: Final = 96
NEAR: Final = 4
PIECES: Final = 3  # linear maps, of which the largest counts
_AFTER: Final = 3
_FAR: Final = 16
# LANG holds what the lists know of a word (``nlp.lists_of``).
ROWS: Final = {"NORM": 9000, "PREFIX": 3000, "SUFFIX": 4000, "SHAPE": 500, "LANG": 2000}


def new_network() -> Any:
    """The network as it is before training, from a list of ``Doc`` to a row of scores a word."""
    from spacy.ml.models.tagger import build_tagger_model
    from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
    from thinc.api import Maxout, chain, with_array

    embed = MultiHashEmbed(
        width=_WIDTH,
        attrs=list(ROWS),
        rows=list(ROWS.values()),
        include_static_vectors=False,
    )
    near = MaxoutWindowEncoder(width=_WIDTH, window_size=1, maxout_pieces=PIECES, depth=NEAR)
    after = MaxoutWindowEncoder(width=_WIDTH, window_size=1, maxout_pieces=PIECES, depth=_AFTER)
    mix: Any = with_array(Maxout(_WIDTH, _WIDTH * 4, nP=PIECES, dropout=0.0, normalize=True))
    words: Any = chain(_with_gist(build_Tok2Vec_model(embed, near)), mix, after)
    words.set_dim("nO", _WIDTH)
    network = build_tagger_model(words)
    network.set_ref("embed", embed)
    return network


def _with_gist(words: Any) -> Any:
    """A layer that puts next to each word's row the gist of what is left, right and the same."""
    from thinc.api import Model

    def start(model: Any, X: Any = None, Y: Any = None) -> None:  # noqa: ARG001, N803 - thinc's
        model.layers[0].initialize(X=X)

    return Model("gist", _read, init=start, layers=[words], dims={"nO": _WIDTH * 4})


def _read(
    model: Any,
    docs: Sequence["Doc"],
    is_train: bool,  # noqa: FBT001 - thinc's
) -> tuple[list[Any], Callable[[list[Any]], Any]]:
    rows, back = model.layers[0](docs, is_train)
    groups = [SameWords.of(doc) for doc in docs]
    read = [gist(one, same) for one, same in zip(rows, groups, strict=True)]

    def learn(changes: list[Any]) -> Any:
        return back([_ungist(one, same) for one, same in zip(changes, groups, strict=True)])

    return read, learn


@dataclass(frozen=True, slots=True)
class SameWords:
    """Where in a text the same word stands: the places by word, and where those of a word begin."""

    places: Any = field(repr=False)
    starts: Any = field(repr=False)
    counts: Any = field(repr=False)

    @classmethod
    def of(cls, doc: "Doc") -> "SameWords":
        """Of words as their norm is."""
        import numpy as np

        words = doc.to_array(["NORM"]).reshape(-1)
        places = words.argsort(kind="stable")
        sorted_words = words[places]
        begins = np.ones(len(words), bool)
        np.not_equal(sorted_words[1:], sorted_words[:-1], out=begins[1:])
        starts = begins.nonzero()[0]
        return cls(places, starts, np.diff(starts, append=len(words)))

    def means(self, rows: Any) -> Any:
        """For each row the mean of the rows of the same word."""
        import numpy as np

        made = np.empty_like(rows)
        if len(rows):
            sums = np.add.reduceat(rows[self.places], self.starts, axis=0)
            sums /= self.counts.astype(rows.dtype)[:, None]
            made[self.places] = sums.repeat(self.counts, axis=0)
        return made


def gist(rows: Any, same: SameWords) -> Any:
    """Each row with the means of what is left, right and the same: four times as wide."""
    import numpy as np

    (left, right), sums = _counts(len(rows)), _sums(rows)
    width = rows.shape[1]
    made = np.empty((len(rows), 4 * width), rows.dtype)
    made[:, :width] = rows
    np.divide(sums[: -_FAR - 1], left, out=made[:, width : 2 * width])
    np.divide(sums[_FAR + 1 :], right, out=made[:, 2 * width : 3 * width])
    made[:, 3 * width :] = same.means(rows)
    return made


def _ungist(changes: Any, same: SameWords) -> Any:
    """What ``gist`` did to the rows, turned around: the gradient of its input."""
    import numpy as np

    own, before, after, alike = np.hsplit(changes, 4)
    left, right = _counts(len(changes))
    return (
        own
        + _sums(before / left)[_FAR + 1 :]
        + _sums(after / right)[: -_FAR - 1]
        + same.means(alike)
    )


def _counts(length: int) -> tuple[Any, Any]:
    """How many words each word has to its left and right within reach, at least 1."""
    import numpy as np

    left = np.clip(np.arange(length, dtype="float32"), 1, _FAR).reshape(-1, 1)
    return left, left[::-1]


def _sums(rows: Any) -> Any:
    """The sums of as many rows on end as the gist reaches.

    Those before each row, and from the first but so many rows on those behind each.
    """
    import numpy as np

    sums = np.zeros((len(rows) + 2 * _FAR, rows.shape[1]), rows.dtype)
    sums[_FAR : _FAR + len(rows)] = rows
    count = 1
    while count < _FAR:  # which is a power of two
        sums = sums[:-count] + sums[count:]
        count *= 2
    return sums
