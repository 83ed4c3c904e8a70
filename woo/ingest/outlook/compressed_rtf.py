"""Unpack the compressed RTF of an Outlook message ([MS-OXRTFCP])."""

import struct

from woo.errors import UnreadableError

LONGEST_RTF = 20_000_000
"""Bytes, unpacked. Longer text is not typeset anyway."""

_HEADER = struct.Struct("<II4sI")
_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
# [MS-OXRTFCP] 2.1.2.1: what the window holds before the first byte.
_BEGINNING = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def unpack_rtf(content: bytes) -> bytes:
    """The RTF. Of a broken stream comes out what can be read: nothing, or less than there was.

    Raises UnreadableError when it is far too long.
    """
    if len(content) < _HEADER.size:
        return b""
    _, size, kind, _ = _HEADER.unpack_from(content)
    body = content[_HEADER.size :]
    if size > LONGEST_RTF or len(body) > LONGEST_RTF:
        raise UnreadableError(
            "De tekst van dit Outlook-bericht is te lang.",
            "Sla het bericht in Outlook op als pdf en voeg die toe.",
        )
    if kind == _PLAIN:
        return body[:size]
    return _unpack(body, size) if kind == _PACKED else b""


def _unpack(body: bytes, size: int) -> bytes:
    """Eight times a byte, or two that say where it stood before and how long it was.

    The window is the end of what came out: a place in it is turned into a distance back.
    """
    out = bytearray(_BEGINNING)
    end = len(_BEGINNING) + size
    place = 0
    while place < len(body) and len(out) < end:
        flags = body[place]
        place += 1
        for bit in range(8):
            if flags >> bit & 1:
                pair = int.from_bytes(body[place : place + 2].ljust(2, b"\0"), "big")
                place += 2
                distance = (len(out) - (pair >> 4)) % _WINDOW
                if distance == 0 or place > len(body):
                    return bytes(out[len(_BEGINNING) : end])
                _repeat(out, distance, (pair & 15) + 2)
            elif place < len(body):
                out.append(body[place])
                place += 1
    return bytes(out[len(_BEGINNING) : end])


def _repeat(out: bytearray, distance: int, length: int) -> None:
    """Copy from ``distance`` back; what is copied may be copied on, as in a run of one sign."""
    start = len(out) - distance
    if start < 0:  # a place in the window that was never written
        out += bytes(length)
        return
    piece = out[start : start + length]
    while len(piece) < length:
        piece += piece[: length - len(piece)]
    out += piece
