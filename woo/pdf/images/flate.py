"""Rows of samples to bytes and back (ISO 32000-1, 8.9.3), compressed without loss."""

import zlib
from typing import Any

_SMALL = 8_000_000  # bytes; more is compressed faster and a little less


def unpack(data: bytes, size: tuple[int, int], count: int, bits: int) -> Any:
    """Bytes as an array of height x width x ``count``.

    What is missing is 0, what is left over goes. Raises ValueError for an odd number of bits.
    """
    import numpy as np

    width, height = size
    row = (width * count * bits + 7) // 8
    padded = data[: row * height].ljust(row * height, b"\0")
    rows = np.frombuffer(padded, dtype=np.uint8).reshape(height, row)
    if bits == 8:
        values = rows
    elif bits == 16:
        values = rows.view(">u2").astype(np.uint16)
    elif bits in {1, 2, 4}:
        single = np.unpackbits(rows, axis=1).reshape(height, -1, bits)
        weights = (1 << np.arange(bits - 1, -1, -1)).astype(np.uint8)
        values = (single * weights).sum(axis=2, dtype=np.uint8)
    else:
        raise ValueError("bits per component")
    return values[:, : width * count].reshape(height, width, count).copy()


def pack(values: Any, bits: int) -> Any:
    """The rows of ``unpack`` as an array of bytes, height x bytes per row."""
    import numpy as np

    height = values.shape[0]
    flat = values.reshape(height, -1)
    if bits == 8:
        return flat.astype(np.uint8)
    if bits == 16:
        return flat.astype(">u2").view(np.uint8).reshape(height, -1)
    places = np.arange(bits - 1, -1, -1)
    single = (flat[:, :, None] >> places) & 1
    return np.packbits(single.reshape(height, -1).astype(np.uint8), axis=1)


def write(image: Any, rows: Any, *, columns: int, count: int, bits: int, predicted: bool) -> None:
    """Compress rows into the image stream; ``predicted`` with the PNG predictors."""
    import pikepdf

    parameters = None
    if predicted:
        rows = _predict(rows, max(1, count * bits // 8))
        parameters = pikepdf.Dictionary(
            Predictor=15, Colors=count, BitsPerComponent=bits, Columns=columns
        )
    data = rows.tobytes()
    packed = zlib.compress(data, 9 if len(data) < _SMALL else 6)
    image.write(packed, filter=pikepdf.Name.FlateDecode, decode_parms=parameters)


def _predict(rows: Any, step: int) -> Any:
    """Each row with the PNG filter that leaves the smallest numbers, and its type in front."""
    import numpy as np

    wide = rows.astype(np.int16)
    left = np.zeros_like(wide)
    left[:, step:] = wide[:, :-step]
    up = np.zeros_like(wide)
    up[1:] = wide[:-1]
    corner = np.zeros_like(wide)
    corner[1:, step:] = wide[:-1, :-step]
    guesses = [np.zeros_like(wide), left, up, (left + up) // 2, _paeth(left, up, corner)]
    rests = [((wide - guess) & 0xFF).astype(np.uint8) for guess in guesses]
    sizes = np.stack([np.abs(rest.view(np.int8).astype(np.int16)).sum(axis=1) for rest in rests])
    best = sizes.argmin(axis=0)
    chosen = np.choose(best[:, None], rests)
    return np.concatenate([best[:, None].astype(np.uint8), chosen], axis=1)


def _paeth(left: Any, up: Any, corner: Any) -> Any:
    """The neighbour nearest to left + up - corner (PNG, 9.4)."""
    import numpy as np

    by_left, by_up = np.abs(up - corner), np.abs(left - corner)
    by_corner = np.abs(left + up - 2 * corner)
    is_left = (by_left <= by_up) & (by_left <= by_corner)
    return np.where(is_left, left, np.where(by_up <= by_corner, up, corner))
