"""The trained network of ``network`` without the machinery of training: numpy only, so faster.

The layers are those of ``new_network``, in the same order; ``tests/detect/test_model.py`` holds the
two against each other. What the network makes of a word by itself is remembered: texts repeat
their words.
"""

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from woo.detect.networks.convolution import Convolutions, Maxout
from woo.detect.networks.network import NEAR, ROWS, SameWords, gist

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST_WORDS: Final = 1 << 15  # remembered; some 13 MB


class Forward:
    """Gives for a ``Doc`` a row of scores a word, as the network that it is made from does."""

    def __init__(self, network: Any) -> None:
        """``network`` is trained; later changes of its weights are not followed."""
        import numpy as np

        nodes = list(network.walk(order="dfs_pre"))
        layers = [
            Maxout.of(node, following)
            for node, following in pairwise(nodes)
            if node.name == "maxout"
        ]
        # The first is the embedding's own, the one behind the near ones mixes in the gist.
        self._word, self._mix = layers[0], layers[NEAR + 1]
        self._near = Convolutions(layers[1 : NEAR + 1])
        self._after = Convolutions(layers[NEAR + 2 :])
        self._hash = network.ops.hash
        self._tables = sorted(
            (node.attrs["column"], node.attrs["seed"], node.get_param("E").copy())
            for node in nodes
            if node.name == "hashembed"
        )
        softmax = network.get_ref("output_layer")
        self._scores, self._bias = softmax.get_param("W").T.copy(), softmax.get_param("b").copy()
        # Where the row of each known word stands. The rows take memory only once they are filled.
        self._known: dict[int, int] = {}
        self._rows = np.empty((_MOST_WORDS, len(layers[0].gain)), self._scores.dtype)

    def __call__(self, doc: "Doc", same: SameWords | None = None) -> Any:
        """Scores, before softmax: a row for each word, a column for each label."""
        rows = self._near(self._words(doc))
        rows = self._mix(gist(rows, same or SameWords.of(doc)))
        return self._after(rows) @ self._scores + self._bias

    def _words(self, doc: "Doc") -> Any:
        """What the network makes of each word by itself."""
        numbers: Any = doc.to_array(["ORTH"]).reshape(-1).tolist()
        new = {number: place for place, number in enumerate(numbers) if number not in self._known}
        if len(self._known) + len(new) > _MOST_WORDS:
            self._known.clear()
            new = {number: place for place, number in enumerate(numbers)}
        if new:
            self._remember(doc, new)
        return self._rows[[self._known[number] for number in numbers]]

    def _remember(self, doc: "Doc", places: dict[int, int]) -> None:
        """The words by their numbers, each with a place where it stands."""
        import numpy as np

        features = doc.to_array(list(ROWS))[list(places.values())]
        parts = [
            table[self._hash(np.ascontiguousarray(features[:, column]), seed) % len(table)].sum(1)
            for column, seed, table in self._tables
        ]
        first = len(self._known)
        self._rows[first : first + len(places)] = self._word(np.hstack(parts))
        self._known.update(zip(places, range(first, first + len(places)), strict=True))
