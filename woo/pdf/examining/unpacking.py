"""Does a PDF fit when it is unpacked? Asked before any engine unpacks it without a limit."""

from pathlib import Path

from woo.pdf.examining.objectwalk import (
    StreamKind,
    TooLargeError,
    UnreadablePdfError,
    decoded_stream,
    open_objects,
    stream_kind,
)

_MOST_BYTES = 2 * 1024**3
"""All streams together: twice what the verifier takes, which also counts what is dropped."""


_DROPPED = {StreamKind.EMBEDDED_FILE}


def fits_unpacked(path: Path) -> bool:
    """False for a decompression bomb: one stream, or all together, too large to handle.

    A file that qpdf cannot read, or a stream that does not unpack, is for the redactor to judge.
    """
    import pikepdf

    total = 0
    try:
        with open_objects(path.read_bytes()) as pdf:
            for item in pdf.objects:
                if isinstance(item, pikepdf.Stream) and stream_kind(item) not in _DROPPED:
                    total += _size(item)
                if total > _MOST_BYTES:
                    return False
    except TooLargeError:
        return False
    except UnreadablePdfError:
        return True
    return True


def _size(stream: object) -> int:
    try:
        return len(decoded_stream(stream))
    except UnreadablePdfError:
        return 0
