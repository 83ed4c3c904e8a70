"""What the reviewer said, in order, with undo and redo."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from woo.dossier import audit
from woo.dossier.schema import rulings
from woo.model.ruling import Ruling, RulingKind
from woo.reference.grounds import ground


def add_ruling(connection: Connection, ruling: Ruling) -> None:
    """Keep a ruling. What was undone before can no longer be redone."""
    connection.execute(delete(rulings).where(rulings.c.undone))
    connection.execute(insert(rulings).values(ruling=_values(ruling), undone=False))
    audit.append(
        connection,
        "ruling",
        kind=ruling.kind.value,
        effect="redact" if ruling.redact else "keep",
        document=ruling.document,
        person=ruling.person,
    )


def undo(connection: Connection) -> bool:
    """Take the last ruling back; False when there is none."""
    return _set_undone(connection, undone=True)


def redo(connection: Connection) -> bool:
    """Put back the ruling that was undone last; False when there is none."""
    return _set_undone(connection, undone=False)


def load_rulings(connection: Connection) -> tuple[Ruling, ...]:
    """Every ruling in force, oldest first."""
    rows = connection.execute(
        select(rulings.c.ruling).where(~rulings.c.undone).order_by(rulings.c.id)
    ).scalars()
    return tuple(_ruling(values) for values in rows)


def _set_undone(connection: Connection, *, undone: bool) -> bool:
    order = rulings.c.id.desc() if undone else rulings.c.id
    state = ~rulings.c.undone if undone else rulings.c.undone
    found = connection.execute(select(rulings.c.id).where(state).order_by(order).limit(1)).scalar()
    if found is None:
        return False
    connection.execute(update(rulings).where(rulings.c.id == found).values(undone=undone))
    audit.append(connection, "undo" if undone else "redo", ruling=found)
    return True


def _values(ruling: Ruling) -> dict[str, Any]:
    codes = [item.code for item in ruling.grounds]
    return {**asdict(ruling), "kind": ruling.kind.value, "grounds": codes}


def _ruling(values: dict[str, Any]) -> Ruling:
    return Ruling(
        **{
            **values,
            "kind": RulingKind(values["kind"]),
            "grounds": tuple(ground(code) for code in values["grounds"]),
        }
    )
