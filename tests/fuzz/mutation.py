"""Breaks valid PDFs: flipped, cut, doubled and moved bytes, other numbers, strange tokens."""

import io
import re
import warnings
from functools import cache
from random import Random

import pikepdf

from tests.hostile.syntax import good
from tests.vectors import VECTORS

_NUMBER = re.compile(rb"\d+")
_OBJECT = re.compile(rb"\d+ 0 obj\b.*?endobj\s*", re.DOTALL)
_ODD = [b"0", b"-1", b"1", b"65535", b"65536", b"2147483647", b"4294967296", b"99999999999", b"0.5"]
_TOKENS = [
    b"<<",
    b">>",
    b"[",
    b"]",
    b"(",
    b")",
    b"endobj",
    b"stream\n",
    b"null",
    b"/",
    b"%",
    b"4 0 R",
]
_MOST_MUTATIONS = 8


@cache
def seeds() -> tuple[bytes, ...]:
    """Valid files to begin with: the vectors, and one with object streams."""
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as pdf:
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # qpdf on what is wrong with some of the vectors
        vectors = [VECTORS[name]() for name in sorted(VECTORS)]
    return (good(), packed.getvalue(), *(data for data in vectors if len(data) < 60_000))


def mutated(random: Random) -> bytes:
    """A seed with some things wrong with it."""
    data = bytearray(random.choice(seeds()))
    for _ in range(random.randint(1, _MOST_MUTATIONS)):
        random.choice(_MUTATIONS)(data, random)
    return bytes(data)


def _flip(data: bytearray, random: Random) -> None:
    for _ in range(random.randint(1, 10)):
        if data:
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _cut(data: bytearray, random: Random) -> None:
    at = random.randrange(len(data) + 1)
    del data[at : at + random.choice([1, 10, 100, len(data)])]


def _double(data: bytearray, random: Random) -> None:
    found = list(_OBJECT.finditer(bytes(data)))
    if found:
        copy = random.choice(found)[0]
        at = random.choice(found).start()
        data[at:at] = copy


def _move(data: bytearray, random: Random) -> None:
    at, size, to = (random.randrange(len(data) + 1) for _ in range(3))
    piece = data[at : at + size % 200]
    data[to:to] = piece


def _renumber(data: bytearray, random: Random) -> None:
    found = list(_NUMBER.finditer(bytes(data)))
    if found:
        place = random.choice(found)
        data[place.start() : place.end()] = random.choice(_ODD)


def _insert(data: bytearray, random: Random) -> None:
    at = random.randrange(len(data) + 1)
    data[at:at] = b" " + random.choice(_TOKENS) + b" "


_MUTATIONS = [_flip, _cut, _double, _move, _renumber, _renumber, _insert]
