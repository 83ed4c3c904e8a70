"""The trained network of ``network`` without the machinery of training: numpy only, so faster.

The layers are those of ``new_network``, in the same order; ``tests/detect/test_model.py`` holds the
two against each other. What the network makes of a word by itself is remembered: texts repeat
their words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from woo.detect.networks.network import NEAR, PIECES, gist, same_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TINY: Final = 1e-8
_MOST_WORDS: Final = 1 << 15  # remembered; some 13 MB


@dataclass(frozen=True, slots=True)
class _Maxout:
    """The largest of three linear maps, then normalised by row."""

    weights: Any = field(repr=False)  # (inputs, 3 x outputs)
    bias: Any = field(repr=False)
    gain: Any = field(repr=False)
    shift: Any = field(repr=False)

    @classmethod
    def of(cls, maxout: Any, norm: Any) -> "_Maxout":
        """From two nodes of thinc; its weights are (outputs, 3, inputs)."""
        import numpy as np

        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        turned = weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)
        return cls(
            np.ascontiguousarray(turned),
            np.ascontiguousarray(bias.T.reshape(-1)),
            norm.get_param("G").copy(),
            norm.get_param("b").copy(),
        )

    def __call__(self, rows: Any) -> Any:
        import numpy as np

        made = rows @ self.weights
        made += self.bias
        width = made.shape[1] // PIECES
        best = np.maximum(made[:, :width], made[:, width : 2 * width])
        np.maximum(best, made[:, 2 * width :], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / width
        spread = np.einsum("ij,ij->i", best, best).reshape(-1, 1) / width + _TINY
        best *= self.gain / np.sqrt(spread)
        best += self.shift
        return best


class Forward:
    """Gives for a ``Doc`` a row of scores a word, as the network that it is made from does."""

    def __init__(self, network: Any) -> None:
        """``network`` is trained; later changes of its weights are not followed."""
        import numpy as np

        self._embed = network.get_ref("embed")
        nodes = list(network.walk(order="dfs_pre"))
        layers = [
            _Maxout.of(node, following)
            for node, following in pairwise(nodes)
            if node.name == "maxout"
        ]
        # The first is the embedding's own, the one behind the near ones mixes in the gist.
        self._near, self._mix = layers[1 : NEAR + 1], layers[NEAR + 1]
        self._after = layers[NEAR + 2 :]
        softmax = network.get_ref("output_layer")
        self._scores, self._bias = softmax.get_param("W").T.copy(), softmax.get_param("b").copy()
        # Where the row of each known word stands. The rows take memory only once they are filled.
        self._known: dict[int, int] = {}
        self._rows = np.empty((_MOST_WORDS, len(layers[0].gain)), self._scores.dtype)

    def __call__(self, doc: "Doc") -> Any:
        """Scores, before softmax: a row for each word, a column for each label."""
        rows = _through(self._near, self._words(doc))
        rows = self._mix(gist(rows, same_words(doc)))
        return _through(self._after, rows) @ self._scores + self._bias

    def _words(self, doc: "Doc") -> Any:
        """What the network makes of each word by itself."""
        numbers: Any = doc.to_array(["ORTH"]).reshape(-1).tolist()
        words = set(numbers)
        new = [number for number in words if number not in self._known]
        if len(self._known) + len(new) > _MOST_WORDS:
            self._known.clear()
            new = list(words)
        if new:
            self._remember(doc.vocab, new)
        return self._rows[[self._known[number] for number in numbers]]

    def _remember(self, vocabulary: Any, numbers: list[int]) -> None:
        from spacy.tokens import Doc

        words = Doc(vocabulary, words=[vocabulary.strings[number] for number in numbers])
        (rows,) = self._embed.predict([words])
        first = len(self._known)
        self._rows[first : first + len(numbers)] = rows
        self._known.update(zip(numbers, range(first, first + len(numbers)), strict=True))


def _through(layers: Sequence[_Maxout], rows: Any) -> Any:
    """Convolutions over three words with a way around them; zeros stand before and after."""
    import numpy as np
    from numpy.lib.stride_tricks import as_strided

    padding, width = len(layers), rows.shape[1]
    padded = np.zeros((len(rows) + 2 * padding + 2, width), rows.dtype)
    padded[padding + 1 : padding + 1 + len(rows)] = rows
    inner = padded[1:-1]
    # Three rows on end lie one behind the other in memory: seen so, each row with its neighbours.
    threes = as_strided(padded, (len(inner), 3 * width), padded.strides)
    for layer in layers:
        inner += layer(np.ascontiguousarray(threes))
    return inner[padding : padding + len(rows)]
