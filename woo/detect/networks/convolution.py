"""Layers of the trained network in numpy: the largest of three linear maps, and convolutions.

A convolution over three words is worked out for four words together, after Winograd (Lavin and
Gray 2016, F(4, 3)): six products of matrices of the words' own width in place of twelve. What comes
out differs by rounding alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from woo.detect.networks.network import PIECES

_TINY: Final = 1e-8
# Words at a time: what is made of them stays in the processor's cache.
_BLOCK: Final = 256
_TILE: Final = 4  # words that a product makes together, from these and one to each side
# From the six words to what is multiplied, ...
_OF_WORDS: Final = (
    (4, 0, -5, 0, 1, 0),
    (0, -4, -4, 1, 1, 0),
    (0, 4, -4, -1, 1, 0),
    (0, -2, -1, 2, 1, 0),
    (0, 2, -1, -2, 1, 0),
    (0, 4, 0, -5, 0, 1),
)
# ... from the weights for the word before, the word and the word behind, ...
_OF_WEIGHTS: Final = (
    (1 / 4, 0, 0),
    (-1 / 6, -1 / 6, -1 / 6),
    (-1 / 6, 1 / 6, -1 / 6),
    (1 / 24, 1 / 12, 1 / 6),
    (1 / 24, -1 / 12, 1 / 6),
    (0, 0, 1),
)
# ... and from the products, and behind them the bias, to the four words.
_TO_WORDS: Final = (
    (1, 1, 1, 1, 1, 0, 1),
    (0, 1, -1, 2, -2, 0, 1),
    (0, 1, 1, 4, 4, 0, 1),
    (0, 1, -1, 8, -8, 1, 1),
)


@dataclass(frozen=True, slots=True)
class Maxout:
    """The largest of three linear maps, then normalised by row."""

    weights: Any = field(repr=False)  # (inputs, 3 x outputs)
    bias: Any = field(repr=False)
    gain: Any = field(repr=False)
    shift: Any = field(repr=False)

    @classmethod
    def of(cls, maxout: Any, norm: Any) -> "Maxout":
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
        """Of rows of inputs."""
        made = rows @ self.weights
        made += self.bias
        return self.normalised(made)

    def normalised(self, made: Any) -> Any:
        """The largest of the three maps, with mean 0 and spread 1, then gain and shift."""
        import numpy as np

        width = made.shape[1] // PIECES
        best = np.maximum(made[:, :width], made[:, width : 2 * width])
        np.maximum(best, made[:, 2 * width :], out=best)
        best -= best @ np.full((width, 1), 1 / width, best.dtype)
        spread = np.einsum("ij,ij->i", best, best)
        spread /= width
        spread += _TINY
        best /= np.sqrt(spread, out=spread)[:, None]
        best *= self.gain
        best += self.shift
        return best


class Convolutions:
    """Layers over three words, each with a way around it; zeros stand before and after a text."""

    def __init__(self, layers: Sequence[Maxout]) -> None:
        import numpy as np

        self._layers = layers
        self._weights = [_as_products(layer.weights) for layer in layers]
        self._of_words = np.array(_OF_WORDS, "float32")
        self._to_words = np.array(_TO_WORDS, "float32")

    def __call__(self, rows: Any) -> Any:
        """Of a row for each word of a text."""
        import numpy as np

        reach, length = len(self._layers), len(rows)
        made = np.empty_like(rows)
        for start in range(0, length, _BLOCK):
            end = min(start + _BLOCK, length)
            first = max(0, start - reach)
            block = self._through(rows[first : end + reach])
            made[start:end] = block[start - first : end - first]
        return made

    def _through(self, rows: Any) -> Any:
        """All layers over a block. What a layer makes of a place beyond an end, the next reads."""
        import numpy as np

        (length, width), beyond = rows.shape, len(self._layers) - 1
        tiles = -(-(length + 2 * beyond) // _TILE)
        padded = np.zeros((tiles * _TILE, width), rows.dtype)
        padded[beyond : beyond + length] = rows
        # By place in the tile first. Between the last word before a tile and the first behind it
        # stand its own four.
        state = np.zeros((_TILE + 2, tiles, width), rows.dtype)
        own = state[1:-1]
        own[:] = padded.reshape(tiles, _TILE, width).transpose(1, 0, 2)
        products = np.empty((_TILE + 3, tiles, PIECES * width), rows.dtype)
        for layer, weights in zip(self._layers, self._weights, strict=True):
            state[0, 1:], state[-1, :-1] = own[-1, :-1], own[0, 1:]
            tiled = (self._of_words @ state.reshape(_TILE + 2, -1)).reshape(state.shape)
            np.matmul(tiled, weights, out=products[:-1])
            products[-1] = layer.bias
            maps = self._to_words @ products.reshape(_TILE + 3, -1)
            own += layer.normalised(maps.reshape(_TILE * tiles, -1)).reshape(own.shape)
        padded.reshape(tiles, _TILE, width)[:] = own.transpose(1, 0, 2)
        return padded[beyond : beyond + length]


def _as_products(weights: Any) -> Any:
    """Of weights for three words on end, (3 x inputs, outputs), those of the six products."""
    import numpy as np

    of_words = weights.astype("float64").reshape(3, -1, weights.shape[1])
    return np.einsum("pw,wio->pio", np.array(_OF_WEIGHTS), of_words).astype(weights.dtype)
