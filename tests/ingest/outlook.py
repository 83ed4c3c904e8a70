"""Outlook messages made here, property by property, as [MS-OXMSG] has them.

The file around them is written by ``woo.ingest.outlook.compound_writing`` and read by olefile,
which know nothing of each other.
"""

import struct
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from woo.ingest.outlook.compound_writing import Tree, write_compound

Value = str | bytes | int | datetime | dict
Properties = dict[int, Value]

TABLE = "__properties_version1.0"
_LINE = struct.Struct("<HHI8s")
_CODE_PAGE = 0x3FFD

CLASS, SUBJECT, SENT_AT = 0x001A, 0x0037, 0x0039
FROM_NAME, FROM_ADDRESS, FROM_SMTP = 0x0042, 0x0065, 0x5D02
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
REPLY_TO, HEADERS, SHOWN_TO = 0x0050, 0x007D, 0x0E04
BODY, RTF, HTML, HTML_PAGE = 0x1000, 0x1009, 0x1013, 0x3FDE
MESSAGE_ID, REFERENCES, IN_REPLY_TO = 0x1035, 0x1039, 0x1042
NAME, ADDRESS, SMTP, KIND = 0x3001, 0x3003, 0x39FE, 0x0C15
DATA, METHOD, LONG_NAME, SHORT_NAME, MIME = 0x3701, 0x3705, 0x3707, 0x3704, 0x370E
TO, CC, BCC = 1, 2, 3

SASKIA = {FROM_NAME: "Wielwaal, Saskia", FROM_SMTP: "s.wielwaal@minkust.example"}


def recipient(name: str, address: str, kind: int = TO) -> Properties:
    """Somebody to whom the message went."""
    return {NAME: name, SMTP: address, KIND: kind}


def attachment(name: str, content: bytes | Tree, method: int = 1) -> Properties:
    """A file by value, or (method 5) a message as its tree."""
    return {LONG_NAME: name, DATA: content, METHOD: method}


def message_tree(
    properties: Properties,
    recipients: Sequence[Properties] = (),
    attachments: Sequence[Properties] = (),
    *,
    code_page: int = 0,
    inside: bool = False,
) -> Tree:
    """The streams and storages of a message; with a code page its texts are not Unicode."""
    if code_page:
        properties = {**properties, _CODE_PAGE: code_page}
    tree = _storage(properties, 24 if inside else 32, code_page)
    for number, found in enumerate(recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = _storage(found, 8, code_page)
    for number, found in enumerate(attachments):
        tree[f"__attach_version1.0_#{number:08X}"] = _storage(found, 8, code_page)
    return tree


def make_msg(
    properties: Properties,
    recipients: Sequence[Properties] = (),
    attachments: Sequence[Properties] = (),
    *,
    code_page: int = 0,
    named: Tree | None = None,
) -> bytes:
    """A whole file."""
    tree = message_tree(properties, recipients, attachments, code_page=code_page)
    tree["__nameid_version1.0"] = named or {}
    return write_compound(tree)


def named(sets: Sequence[bytes], numbers: Sequence[tuple[int, int]]) -> Tree:
    """The list of named properties: sets, and of each name the number and the set."""
    lines = (
        struct.pack("<IHH", number, (place + 3) << 1, index)
        for index, (number, place) in enumerate(numbers)
    )
    return {
        "__substg1.0_00020102": b"".join(sets),
        "__substg1.0_00030102": b"".join(lines),
        "__substg1.0_00040102": b"",
    }


def packed_rtf(rtf: bytes) -> bytes:
    """Compressed RTF ([MS-OXRTFCP]) in which every byte stands for itself."""
    end = len(rtf)
    units = [bytes([byte]) for byte in rtf]
    # The end is said by a reference to the very place where the next byte would be written.
    units.append(((207 + end) % 4096 << 4).to_bytes(2, "big"))
    body = b""
    for start in range(0, len(units), 8):
        piece = units[start : start + 8]
        body += bytes([sum(1 << bit for bit, unit in enumerate(piece) if len(unit) == 2)])
        body += b"".join(piece)
    return struct.pack("<II4sI", len(body) + 12, end, b"LZFu", 0) + body


def _storage(properties: Properties, reserved: int, code_page: int) -> Tree:
    tree: Tree = {}
    lines = []
    for tag, value in properties.items():
        kind, short, content = _written(value, code_page)
        lines.append(_LINE.pack(kind, tag, 6, short))
        if content is not None:
            tree[f"__substg1.0_{tag:04X}{kind:04X}"] = content
    tree[TABLE] = bytes(reserved) + b"".join(lines)
    return tree


def _written(value: Value, code_page: int) -> tuple[int, bytes, bytes | Tree | None]:
    """Type, short value, and what goes in a stream or storage of its own."""
    if isinstance(value, datetime):
        ticks = (value - datetime(1601, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) * 10
        return 0x0040, struct.pack("<Q", ticks), None
    if isinstance(value, int):
        return 0x0003, struct.pack("<Q", value), None
    if isinstance(value, dict):
        return 0x000D, struct.pack("<Q", 0xFFFFFFFF), value
    if isinstance(value, bytes):
        return 0x0102, struct.pack("<Q", len(value)), value
    if code_page:
        content = value.encode("utf-8" if code_page == 65001 else f"cp{code_page}")
        return 0x001E, struct.pack("<Q", len(content) + 1), content
    content = value.encode("utf-16-le")
    return 0x001F, struct.pack("<Q", len(content) + 2), content
