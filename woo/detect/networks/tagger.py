"""A network as a tagger of spaCy: before training, and to and from its weights."""

from typing import TYPE_CHECKING, Any

from woo.detect.networks.labels import LABELS, OUTSIDE
from woo.detect.networks.network import new_network
from woo.detect.prose.nlp import nlp

if TYPE_CHECKING:
    from spacy.pipeline import Tagger


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

    class Operations(NumpyOps):  # type: ignore[misc]  # thinc has no types
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
