"""The network of ``model``: what it sees of a word, of the words around it, and of the document.

Four words to each side are read one by one (convolutions). Farther away only the gist counts: the
mean of sixteen words to each side, and the mean over all places where the same word stands. So a
surname that is a minister's in the first line is one in the last.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WIDTH: Final = 96
NEAR: Final = 4
PIECES: Final = 3  # linear maps, of which the largest counts
_AFTER: Final = 3
_FAR: Final = 16
# LANG holds what the lists know of a word (``nlp.lists_of``).
_ROWS: Final = {"NORM": 6000, "PREFIX": 3000, "SUFFIX": 3000, "SHAPE": 500, "LANG": 1000}


def new_network() -> Any:
    """The network as it is before training, from a list of ``Doc`` to a row of scores a word."""
    from spacy.ml.models.tagger import build_tagger_model
    from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
    from thinc.api import Maxout, chain, with_array

    embed = MultiHashEmbed(
        width=_WIDTH,
        attrs=list(_ROWS),
        rows=list(_ROWS.values()),
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
    groups = [same_words(doc) for doc in docs]
    read = [gist(one, same) for one, same in zip(rows, groups, strict=True)]

    def learn(changes: list[Any]) -> Any:
        return back([_ungist(one, same) for one, same in zip(changes, groups, strict=True)])

    return read, learn


def same_words(doc: "Doc") -> Any:
    """For each word the number of its group of equal words."""
    import numpy as np

    _, groups = np.unique(doc.to_array(["NORM"]).reshape(-1), return_inverse=True)
    return groups


def gist(rows: Any, groups: Any) -> Any:
    """Each row with the means of what is left, right and the same: four times as wide."""
    import numpy as np

    left, right = _counts(len(rows))
    running, width = _running(rows), rows.shape[1]
    made = np.empty((len(rows), 4 * width), rows.dtype)
    made[:, :width] = rows
    np.divide(_sums(running, -_FAR, -1), left, out=made[:, width : 2 * width])
    np.divide(_sums(running, 1, _FAR), right, out=made[:, 2 * width : 3 * width])
    made[:, 3 * width :] = _means(rows, groups)
    return made


def _ungist(changes: Any, groups: Any) -> Any:
    """What ``gist`` did to the rows, turned around: the gradient of its input."""
    import numpy as np

    own, before, after, same = np.hsplit(changes, 4)
    left, right = _counts(len(changes))
    return (
        own
        + _sums(_running(before / left), 1, _FAR)
        + _sums(_running(after / right), -_FAR, -1)
        + _means(same, groups)
    )


def _counts(length: int) -> tuple[Any, Any]:
    """How many words each word has to its left and right within reach, at least 1."""
    import numpy as np

    left = np.clip(np.arange(length, dtype="float32"), 1, _FAR).reshape(-1, 1)
    return left, left[::-1]


def _running(rows: Any) -> Any:
    """The sums of all rows before each place."""
    import numpy as np

    sums = np.zeros((len(rows) + 1, rows.shape[1]), rows.dtype)
    np.cumsum(rows, axis=0, out=sums[1:])
    return sums


def _sums(running: Any, first: int, last: int) -> Any:
    """For each row the sum of the rows from ``first`` to ``last`` places on."""
    length = len(running) - 1
    return _shifted(running, last + 1, length) - _shifted(running, first, length)


def _shifted(running: Any, places: int, length: int) -> Any:
    """``length`` rows from so many ``places`` on, where the first and the last go on for ever."""
    import numpy as np

    if places <= 0:
        rows = running[: max(0, length + places)]
        return np.concatenate((np.repeat(running[:1], length - len(rows), axis=0), rows))
    rows = running[places : length + places]
    return np.concatenate((rows, np.repeat(running[-1:], length - len(rows), axis=0)))


def _means(rows: Any, groups: Any) -> Any:
    """For each row the mean of the rows of its group."""
    import numpy as np

    if not len(rows):
        return rows
    order = np.argsort(groups, kind="stable")
    starts = np.flatnonzero(np.diff(groups[order], prepend=-1))
    sums = np.add.reduceat(rows[order], starts, axis=0)
    sizes = np.diff(np.append(starts, len(rows))).astype(rows.dtype).reshape(-1, 1)
    sums /= sizes
    return sums[groups]
