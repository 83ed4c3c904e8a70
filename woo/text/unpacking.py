"""Limits on zip archives from others, before anything in them is read."""

from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - an exception, named as such

# What ``zipfile`` raises for an archive that is damaged, locked or packed in an unknown way.
DAMAGED = (
    *(BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError),
    ZlibError,
)
_CHUNK = 1024 * 1024


class TooLargeError(ValueError):
    """An archive that unpacks to more than it may."""


@dataclass(frozen=True, slots=True)
class UnpackLimits:
    """``total`` and ``small`` in bytes after unpacking; ``ratio`` is of unpacked to packed.

    An office file packs its XML 10 to 40 times; a bomb some 1,000 times. An entry up to ``small``
    may be packed as tightly as it likes.
    """

    entries: int = 10_000
    total: int = 1024 * 1024 * 1024
    ratio: int = 200
    small: int = 10 * 1024 * 1024


def check_limits(package: ZipFile, limits: UnpackLimits) -> None:
    """Unpack every entry once, counting: the sizes that a zip declares may be lies.

    Raises TooLargeError, or one of ``DAMAGED``.
    """
    entries = package.infolist()
    if len(entries) > limits.entries or sum(e.file_size for e in entries) > limits.total:
        raise TooLargeError
    for entry in entries:
        if entry.file_size > max(limits.small, limits.ratio * entry.compress_size):
            raise TooLargeError
    for entry in entries:
        with package.open(entry) as stream:
            while stream.read(_CHUNK):
                pass
