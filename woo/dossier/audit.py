"""The audit log: who did what when, each line holding the hash of the one before.

Lines hold document ids and counts, never names or text. A line that is changed, removed or put
in between breaks the chain; the hash of the last line goes into every bundle's manifest, so that
a shortened log shows as well.
"""

import getpass
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from woo.dossier.schema import audit

FIRST_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line of the log whose hash does not fit the one before."""

    seq: int


def line_hash(line: str) -> str:
    """SHA-256 of a line, in hex."""
    return hashlib.sha256(line.encode("utf-8")).hexdigest()


def append(connection: Connection, action: str, **facts: str | int | None) -> None:
    """Add a line in the same transaction as the change it tells of."""
    last = connection.execute(select(func.max(audit.c.seq))).scalar() or 0
    line = json.dumps(
        {
            "seq": last + 1,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "by": _user(),
            "action": action,
            **{key: value for key, value in facts.items() if value is not None},
            "previous": head(connection),
        },
        ensure_ascii=False,
        sort_keys=False,
    )
    connection.execute(insert(audit).values(seq=last + 1, line=line))


def head(connection: Connection) -> str:
    """The hash of the last line."""
    line = connection.execute(select(audit.c.line).order_by(audit.c.seq.desc()).limit(1)).scalar()
    return FIRST_HASH if line is None else line_hash(line)


def lines(connection: Connection) -> Iterator[str]:
    """Every line, oldest first."""
    yield from connection.execute(select(audit.c.line).order_by(audit.c.seq)).scalars()


def verify(connection: Connection) -> tuple[BrokenLine, ...]:
    """The lines that do not fit; none means that the log is whole."""
    broken: list[BrokenLine] = []
    previous = FIRST_HASH
    rows = connection.execute(select(audit.c.seq, audit.c.line).order_by(audit.c.seq))
    for expected, (seq, line) in enumerate(rows, start=1):
        try:
            facts = json.loads(line)
        except ValueError:
            facts = {}
        if seq != expected or facts.get("seq") != seq or facts.get("previous") != previous:
            broken.append(BrokenLine(seq))
        previous = line_hash(line)
    return tuple(broken)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user on the system, as in some containers
        return "onbekend"
