"""The tables of a dossier's index. SQLAlchemy Core: SQLite by default, PostgreSQL by URL."""

from sqlalchemy import (
    DDL,
    JSON,
    Boolean,
    Column,
    Date,
    Engine,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
    inspect,
    text,
)

metadata = MetaData()


def _document() -> Column[str]:
    return Column("document", String, ForeignKey("documents.id"), nullable=False, index=True)


documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),  # random: fit for logs
    Column("number", String, unique=True),  # given once everything is read
    Column("arrival", Integer, nullable=False),  # order of coming in
    Column("parent", String, ForeignKey("documents.id")),  # the e-mail it was attached to
    Column("refers_to", String, ForeignKey("documents.id")),  # the letter that a nota is about
    Column("sha256", String, nullable=False, unique=True),
    Column("suffix", String, nullable=False),
    Column("untrusted_name", Text, nullable=False),
    Column("depth", Integer, nullable=False),
    Column("kind", String),  # from here on: what the reader found
    Column("untrusted_title", Text),
    Column("pages", JSON),  # the text of each page
    Column("page_count", Integer),
    Column("dated", Date),
    Column("contacts", JSON),
    Column("message_id", Text),
    Column("references", JSON),
    Column("notes", JSON),
    Column("document_type", String),
    Column("drafted_marks", JSON),  # blocks that the draft stage placed, per ground
    Column("judgement", String),  # only when a person judged the whole document
    Column("judgement_grounds", JSON),
    Column("link", Text),  # where it was public already
)

# Every place where a file turned up. A second arrival of the same bytes is a duplicate.
arrivals = Table(
    "arrivals",
    metadata,
    Column("origin", Text, primary_key=True),  # path, or parent id and position
    Column("sha256", String, primary_key=True),
    _document(),
    Column("duplicate", Boolean, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("id", Integer, primary_key=True),
    _document(),
    Column("propagated", Boolean, nullable=False),  # False: as detected; True: after propagation
    Column("category", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("detector", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("role", String, nullable=False),
    Column("person", String),
)

people = Table(
    "people",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", String, nullable=False),
    Column("variants", JSON, nullable=False),
    Column("addresses", JSON, nullable=False),
    Column("rank", Integer),
    Column("function", Text),
    Column("seen", Boolean),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    _document(),
    Column("category", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("redact", Boolean, nullable=False),
    Column("grounds", JSON, nullable=False),  # codes
    Column("origin", String, nullable=False),
    Column("person", String),
)

rulings = Table(
    "rulings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ruling", JSON, nullable=False),
    Column("undone", Boolean, nullable=False, default=False),
)

# A stage is done for a document when its fingerprint equals that of the present input.
steps = Table(
    "steps",
    metadata,
    _document(),
    Column("stage", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("message", Text, nullable=False),  # Dutch, without document text
    Column("result", JSON),  # the stage's own small facts: hashes, leaks, counts
    UniqueConstraint("document", "stage"),
)

# What is made of the whole dossier: current when its fingerprint equals that of the present input.
outputs = Table(
    "outputs",
    metadata,
    Column("name", String, primary_key=True),
    Column("fingerprint", String, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("line", Text, nullable=False),
)


def add_new_columns(engine: Engine) -> None:
    """Give the tables of an older dossier the columns that came later; those may be empty."""
    known = inspect(engine)
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            present = {column["name"] for column in known.get_columns(table.name)}
            for column in table.columns:
                if column.name not in present:
                    kind = column.type.compile(engine.dialect)
                    named = engine.dialect.identifier_preparer.format_column(column)
                    connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {named} {kind}"))


for _action in ("UPDATE", "DELETE"):
    event.listen(
        audit,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]  # SQLAlchemy left it so
            f"CREATE TRIGGER audit_no_{_action.lower()} BEFORE {_action} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        ).execute_if(dialect="sqlite"),
    )
