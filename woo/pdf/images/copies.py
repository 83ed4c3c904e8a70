"""The same picture under another number in the file: as it is, or encoded anew."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.images.parts import Part
from woo.pdf.images.shown import shown

# With more pictures of one shape than this, as in a long scan, they are not all decoded.
_MOST = 24
_SIDE = 48  # pixels of the small versions that are compared
_SHAPE = 0.02  # by which height to width may differ
_ALIKE = 0.965  # correlation of the whole; two pages of text reach 0.94
_SAME = 0.9  # correlation of what lies under a box
_FEATURELESS = 4.0  # levels: a blank page is like every other blank page


@dataclass(slots=True)
class Hit:
    """An image with the parts of it that lie under boxes, and the pages (from 1) where they do."""

    image: Any
    parts: set[Part] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)


def with_copies(pdf: Any, hits: dict[tuple[int, int], Hit]) -> list[Hit]:
    """The hits, and the same parts for every other image in the file that is the same picture."""
    if not hits:
        return []
    images = list(_images(pdf))
    by_data: dict[bytes, list[Hit]] = {}
    for hit in hits.values():
        by_data.setdefault(_fingerprint(hit.image), []).append(hit)
    lengths = {int(hit.image.get("/Length", -1)) for hit in hits.values()}
    others: list[Any] = []
    for image in images:
        if image.objgen in hits:
            continue
        data = _fingerprint(image) if int(image.get("/Length", -1)) in lengths else b""
        if data in by_data:
            by_data[data].append(Hit(image))
        else:
            others.append(image)
    for same in by_data.values():
        parts = set().union(*(hit.parts for hit in same))
        same += [Hit(image) for image in _encoded_anew(same[0].image, parts, others)]
        for hit in same:
            hit.parts |= parts
    return list({hit.image.objgen: hit for same in by_data.values() for hit in same}.values())


def _images(pdf: Any) -> Iterator[Any]:
    import pikepdf

    for value in pdf.objects:
        if isinstance(value, pikepdf.Stream) and value.get("/Subtype") == "/Image":
            yield value


def _fingerprint(image: Any) -> bytes:
    return hashlib.sha256(image.read_raw_bytes()).digest()


def _encoded_anew(image: Any, parts: Iterable[Part], others: Iterable[Any]) -> Iterator[Any]:
    """The images that look the same: another resolution, another quality, another format.

    What lies under the boxes must look the same too: two forms that were filled in differ there.
    """
    shape = _shape(image)
    near = [other for other in others if abs(_shape(other) / shape - 1) < _SHAPE]
    if not near or len(near) > _MOST:
        return
    picture = _grey(image)
    if picture is None or _small(picture).std() < _FEATURELESS:
        return
    for other in near:
        copy = _grey(other)
        if (
            copy is not None
            and _alike(picture, copy) > _ALIKE
            and all(_alike(_around(part, picture), _around(part, copy)) > _SAME for part in parts)
        ):
            yield other


def _shape(image: Any) -> float:
    return max(1, int(image.get("/Width", 1))) / max(1, int(image.get("/Height", 1)))


def _grey(image: Any) -> Any | None:
    """The picture in grey; None when it cannot be decoded."""
    try:
        return shown(image).convert("L")
    except (RuntimeError, ValueError, OSError, MemoryError, KeyError):
        return None


def _around(part: Part, picture: Any) -> Any:
    """What lies in a part of a picture, and as much all round."""
    x0, y0, x1, y1 = part.bounds
    wide, high = x1 - x0, y1 - y0
    edges = (max(0, x0 - wide / 2), max(0, y0 - high / 2), x1 + wide / 2, y1 + high / 2)
    left, upper, right, lower = (
        round(edge * size) for edge, size in zip(edges, picture.size * 2, strict=True)
    )
    right, lower = min(right, picture.width), min(lower, picture.height)
    return picture.crop((left, upper, max(right, left + 1), max(lower, upper + 1)))


def _small(picture: Any) -> Any:
    import numpy as np
    from PIL import Image

    small = picture.resize((_SIDE, _SIDE), Image.Resampling.BOX)
    return np.asarray(small, dtype="float32")


def _alike(one: Any, other: Any) -> float:
    """The correlation of two pictures, -1 to 1; 1 when both are even."""
    import numpy as np

    first, second = _small(one), _small(other)
    if first.std() < 1 or second.std() < 1:
        return 1.0 if first.std() < 1 and second.std() < 1 else 0.0
    return float(np.corrcoef(first.ravel(), second.ravel())[0, 1])
