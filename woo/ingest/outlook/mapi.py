"""The properties of an Outlook message, its recipients and its attachments ([MS-OXMSG] 2.4).

A property has a number ([MS-OXPROPS]) and a type. Short values stand in one table; texts, bytes
and objects each have a stream or storage of their own, named after number and type.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from woo.ingest.charsets import decode
from woo.ingest.outlook.compound import Storage

TABLE = "__properties_version1.0"
_INT, _BOOL, _TIME = 0x0003, 0x000B, 0x0040
_OBJECT, _ANSI, _UNICODE, _BINARY = 0x000D, 0x001E, 0x001F, 0x0102
_PLAIN_TABLE, _MESSAGE_TABLE = 8, 32  # bytes before the first line
_LINE = struct.Struct("<HHI8s")
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_CODE_PAGES = {
    0: "cp1252", 10000: "mac-roman", 20127: "ascii", 20866: "koi8-r", 20932: "euc-jp",
    21866: "koi8-u", 28591: "latin-1", 50220: "iso-2022-jp", 50221: "iso-2022-jp",
    50222: "iso-2022-jp", 50225: "iso-2022-kr", 51932: "euc-jp", 51949: "euc-kr",
    52936: "hz", 54936: "gb18030", 65000: "utf-7", 65001: "utf-8",
}  # fmt: skip


class Tag(IntEnum):
    """Numbers of properties that are read here, with their names in [MS-OXPROPS]."""

    MESSAGE_CLASS = 0x001A
    SUBJECT = 0x0037
    SUBMIT_TIME = 0x0039  # PidTagClientSubmitTime
    SUBJECT_PREFIX = 0x003D
    FROM_NAME = 0x0042  # PidTagSentRepresentingName
    REPLY_TO_NAMES = 0x0050  # PidTagReplyRecipientNames
    FROM_ADDRESS = 0x0065  # PidTagSentRepresentingEmailAddress
    TRANSPORT_HEADERS = 0x007D
    RECIPIENT_TYPE = 0x0C15
    SENDER_NAME = 0x0C1A
    SENDER_ADDRESS = 0x0C1F
    DISPLAY_BCC = 0x0E02
    DISPLAY_CC = 0x0E03
    DISPLAY_TO = 0x0E04
    DELIVERY_TIME = 0x0E06
    NORMALIZED_SUBJECT = 0x0E1D
    BODY = 0x1000
    RTF = 0x1009
    HTML = 0x1013
    MESSAGE_ID = 0x1035
    REFERENCES = 0x1039
    IN_REPLY_TO = 0x1042
    DISPLAY_NAME = 0x3001
    ADDRESS = 0x3003
    DATA = 0x3701
    EXTENSION = 0x3703
    SHORT_NAME = 0x3704
    METHOD = 0x3705
    LONG_NAME = 0x3707
    MIME_TYPE = 0x370E
    SMTP_ADDRESS = 0x39FE
    INTERNET_CODE_PAGE = 0x3FDE
    MESSAGE_CODE_PAGE = 0x3FFD
    SENDER_SMTP = 0x5D01
    FROM_SMTP = 0x5D02


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of one thing. What is missing or broken is empty: ``""``, None."""

    storage: Storage = field(repr=False)
    charset: str
    """Of texts that are not Unicode."""
    short: dict[int, bytes] = field(repr=False)
    """Short values by number and type: ``0xNNNNTTTT``."""

    def text(self, tag: int) -> str:
        """A text. Zeros go, what stands after one stays: it could be there to be overlooked."""
        content = self._stream(tag, _UNICODE)
        if content is not None:
            text = content.decode("utf-16-le", "replace")
        else:
            text = decode(self._stream(tag, _ANSI) or b"", self.charset)
        return text.replace("\0", "")

    def line(self, tag: int) -> str:
        """A text on one line."""
        return " ".join(self.text(tag).split())

    def content(self, tag: int) -> bytes | None:
        """Bytes, None when there are none."""
        return self._stream(tag, _BINARY)

    def folder(self, tag: int) -> Storage | None:
        """An object, kept as a storage."""
        return self.storage.storage(_name(tag, _OBJECT))

    def number(self, tag: int) -> int | None:
        """A whole number."""
        value = self.short.get(tag << 16 | _INT)
        return None if value is None else int.from_bytes(value[:4], "little")

    def time(self, tag: int) -> datetime | None:
        """A moment in UTC."""
        value = self.short.get(tag << 16 | _TIME)
        if value is None:
            return None
        try:
            moment = _EPOCH + timedelta(microseconds=int.from_bytes(value, "little") // 10)
        except OverflowError:
            return None
        return moment

    def _stream(self, tag: int, kind: int) -> bytes | None:
        return self.storage.stream(_name(tag, kind))


def _name(tag: int, kind: int) -> str:
    return f"__substg1.0_{tag:04X}{kind:04X}"


def message_properties(storage: Storage) -> Properties:
    """Those of a whole message, which say how its texts are written too."""
    short = dict(_lines(storage, _MESSAGE_TABLE))
    bare = Properties(storage, "", short)
    page = bare.number(Tag.MESSAGE_CODE_PAGE) or bare.number(Tag.INTERNET_CODE_PAGE)
    return Properties(storage, charset_of(page), short)


def properties_of(storage: Storage, charset: str) -> Properties:
    """Those of a recipient or an attachment."""
    return Properties(storage, charset, dict(_lines(storage, _PLAIN_TABLE)))


def _lines(storage: Storage, start: int) -> Iterator[tuple[int, bytes]]:
    table = (storage.stream(TABLE) or b"")[start:]
    whole = len(table) - len(table) % _LINE.size
    for kind, tag, _, value in _LINE.iter_unpack(table[:whole]):
        yield tag << 16 | kind, value


def charset_of(code_page: int | None) -> str:
    """Python's name of a Windows code page; without a number that of Western Europe."""
    page = code_page or 0
    return _CODE_PAGES.get(page) or f"cp{page}"
