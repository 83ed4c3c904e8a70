"""What was made of the dossier as a whole, so that it is not made again for the same input."""

from sqlalchemy import Connection, delete, insert, select

from woo.dossier.schema import outputs


def record_output(connection: Connection, name: str, mark: str) -> None:
    """Keep the fingerprint of the input that an output was made from."""
    connection.execute(delete(outputs).where(outputs.c.name == name))
    connection.execute(insert(outputs).values(name=name, fingerprint=mark))


def is_output_current(connection: Connection, name: str, mark: str) -> bool:
    """Tell whether an output was made from exactly this input."""
    kept = select(outputs.c.fingerprint).where(outputs.c.name == name)
    return bool(connection.execute(kept).scalar() == mark)
