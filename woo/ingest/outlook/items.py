"""What Outlook's appointments, tasks and contacts say beside their text.

A property above 0x8000 has another number in each file: the file says which belongs to which name
([MS-OXMSG] 2.2.3).
"""

import struct
from collections.abc import Iterator
from uuid import UUID

from woo.ingest.clock import on_dutch_clock, written_moment
from woo.ingest.outlook.compound import Storage
from woo.ingest.outlook.mapi import Properties, Tag
from woo.ingest.rendition import Row
from woo.text.dates import long_date

_APPOINTMENT = UUID("00062002-0000-0000-c000-000000000046")
_TASK = UUID("00062003-0000-0000-c000-000000000046")
_ADDRESS = UUID("00062004-0000-0000-c000-000000000046")
_NAMES = "__nameid_version1.0"
_SETS, _LINES = "__substg1.0_00020102", "__substg1.0_00030102"
_LINE = struct.Struct("<IHH")

_NEVER = 4500  # the year with which Outlook says that there is no date

Known = int | tuple[UUID, int]
"""A number that is the same in each file, or a set of names and a number in it."""

_MEETING: dict[str, Known] = {
    "Begin": (_APPOINTMENT, 0x820D),
    "Einde": (_APPOINTMENT, 0x820E),
    "Locatie": (_APPOINTMENT, 0x8208),
}
_FACTS: dict[str, dict[str, Known]] = {
    "ipm.appointment": _MEETING,
    "ipm.schedule.meeting": _MEETING,
    "ipm.task": {
        "Begin": (_TASK, 0x8104),
        "Uiterlijk": (_TASK, 0x8105),
        "Eigenaar": (_TASK, 0x811F),
    },
    "ipm.contact": {
        "Naam": Tag.DISPLAY_NAME,
        "Functie": 0x3A17,
        "Afdeling": 0x3A18,
        "Organisatie": 0x3A16,
        "E-mail": (_ADDRESS, 0x8083),
        "Tweede e-mail": (_ADDRESS, 0x8093),
        "Derde e-mail": (_ADDRESS, 0x80A3),
        "Telefoon": 0x3A08,
        "Mobiel": 0x3A1C,
        "Telefoon thuis": 0x3A09,
        "Adres werk": (_ADDRESS, 0x801B),
        "Adres thuis": (_ADDRESS, 0x801A),
        "Geboortedatum": 0x3A42,
    },
}


def item_facts(message: Properties) -> tuple[Row, ...]:
    """Rows for the header block; none for a plain message."""
    kind = message.line(Tag.MESSAGE_CLASS).lower()
    labels = next((facts for start, facts in _FACTS.items() if kind.startswith(start)), {})
    numbers = dict(_named(message.storage)) if labels else {}
    rows = []
    for label, known in labels.items():
        tag = known if isinstance(known, int) else numbers.get(known)
        value = _value(message, tag, with_hour=labels is _MEETING) if tag is not None else ""
        if value:
            rows.append((label, (value,)))
    return tuple(rows)


def _value(message: Properties, tag: int, *, with_hour: bool) -> str:
    moment = message.time(tag)
    if moment is None or moment.year >= _NEVER:
        return message.line(tag)
    there = on_dutch_clock(moment)
    return written_moment(there) if with_hour else long_date(there)


def _named(root: Storage) -> Iterator[tuple[tuple[UUID, int], int]]:
    """The number in this file of each named property, by its set and its number there."""
    names = root.storage(_NAMES)
    sets = names.stream(_SETS) or b"" if names else b""
    lines = names.stream(_LINES) or b"" if names else b""
    for number, kind, index in _LINE.iter_unpack(lines[: len(lines) // 8 * 8]):
        place = (kind >> 1) - 3  # 1 and 2 are sets that need no line here
        raw = sets[place * 16 : place * 16 + 16] if place >= 0 else b""
        if not kind & 1 and len(raw) == 16:
            yield (UUID(bytes_le=raw), number), 0x8000 + index
