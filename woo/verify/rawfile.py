"""The file as bytes: how often it was saved, and what stands outside its objects."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_STREAM = re.compile(rb"\bstream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_LINEARIZED = re.compile(rb"/Linearized\s+1")
_MAX_REVISIONS = 50


@dataclass(frozen=True, slots=True)
class RawFile:
    """``outside`` is the file without the contents of its streams, which lie at ``spans``."""

    data: bytes = field(repr=False)
    outside: bytes = field(repr=False)
    spans: tuple[tuple[int, int], ...] = field(repr=False)
    revision_ends: tuple[int, ...]
    before: bytes = field(repr=False)
    after: bytes = field(repr=False)

    def stored(self) -> Iterator[bytes]:
        """Each stream as it stands in the file."""
        for start, end in self.spans:
            yield self.data[start:end]


def read_raw(data: bytes) -> RawFile:
    """Cut a file up without trusting its own tables."""
    spans = [match.span(1) for match in _STREAM.finditer(data)]
    ends = [end for end in _ends(data) if not _is_inside(end, spans)]
    header = max(data.find(b"%PDF-"), 0)
    after = data[ends[-1] :] if ends else b""
    return RawFile(
        data=data,
        outside=_outside(data, spans),
        spans=tuple(spans),
        revision_ends=tuple(ends[-_MAX_REVISIONS:]),
        before=data[:header].strip(),
        after=after.strip(b"\r\n\t \0"),
    )


def _ends(data: bytes) -> Iterator[int]:
    """Where each saved version ends. The first part of a linearised file is not a version."""
    linearised = _LINEARIZED.search(data[:2048]) is not None
    for index, match in enumerate(_END.finditer(data)):
        if not (linearised and index == 0 and match.end() < len(data) - 16):
            yield match.end()


def _is_inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < position <= end for start, end in spans)


def _outside(data: bytes, spans: list[tuple[int, int]]) -> bytes:
    pieces: list[bytes] = []
    at = 0
    for start, end in spans:
        pieces.append(data[at:start])
        at = end
    pieces.append(data[at:])
    return b"\n".join(pieces)
