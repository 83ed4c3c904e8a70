from pathlib import Path

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import IntegrityError

from woo.dossier import audit
from woo.dossier.dossier import Dossier, create_dossier
from woo.dossier.schema import audit as table


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    made = create_dossier(tmp_path / "d", title="Proef", case_number="Z-1", organisation="BZK")
    with made.transaction() as connection:
        for number in range(3):
            audit.append(connection, "detect", document=f"d-{number}", outcome="done")
    return made


def test_a_log_that_was_left_alone_is_whole(dossier: Dossier) -> None:
    with dossier.transaction() as connection:
        assert audit.verify(connection) == ()
        assert len(list(audit.lines(connection))) == 4


@pytest.mark.parametrize("statement", [update(table).values(line="x"), delete(table)])
def test_the_database_refuses_to_change_a_line(dossier: Dossier, statement: object) -> None:
    with pytest.raises(IntegrityError, match="append-only"), dossier.transaction() as connection:
        connection.execute(statement)  # type: ignore[call-overload]


def _tamper(dossier: Dossier, statement: str) -> tuple[audit.BrokenLine, ...]:
    with dossier.transaction() as connection:
        connection.execute(text("DROP TRIGGER audit_no_update"))
        connection.execute(text("DROP TRIGGER audit_no_delete"))
        connection.execute(text(statement))
        return audit.verify(connection)


def test_a_changed_line_shows(dossier: Dossier) -> None:
    broken = _tamper(
        dossier, "UPDATE audit SET line = replace(line, 'done', 'refused') WHERE seq = 2"
    )
    assert broken == (audit.BrokenLine(3),)


def test_a_removed_line_shows(dossier: Dossier) -> None:
    assert _tamper(dossier, "DELETE FROM audit WHERE seq = 2")


def test_a_shortened_log_has_another_head(dossier: Dossier) -> None:
    with dossier.transaction() as connection:
        before = audit.head(connection)
    assert _tamper(dossier, "DELETE FROM audit WHERE seq = 4") == ()
    with dossier.transaction() as connection:
        assert audit.head(connection) != before
