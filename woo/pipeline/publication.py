"""The inventarislijst and the bundle, from the same records."""

import json
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path

from sqlalchemy import Connection

from woo.dossier import audit
from woo.dossier.dossier import Dossier
from woo.dossier.outputs import is_output_current, record_output
from woo.dossier.steps import fingerprint
from woo.inventory.inventarislijst import inventarislijst, write_all
from woo.model.publication import Publication
from woo.model.record import Record
from woo.pipeline import besluit
from woo.pipeline.consistency import consistent_terms
from woo.pipeline.own_words import own_words
from woo.pipeline.records import build_records, decided_on
from woo.pipeline.redaction import releasable
from woo.pipeline.title_words import said_as_office
from woo.pipeline.versions import version_of
from woo.publish.bundle import Bundle, build

_PACKAGES = ("publish", "inventory", "reference")


def write_inventory(dossier: Dossier) -> dict[str, Path]:
    """Write the inventarislijst in every form; give the files by name."""
    settings, dated = dossier.settings, decided_on(dossier)
    with dossier.transaction() as connection:
        records = build_records(dossier, connection)
        audit.append(connection, "inventory", documents=len(records))
    listing = inventarislijst(
        records,
        title=settings.titel,
        case_number=settings.zaaknummer,
        dated=dated,
    )
    return write_all(listing, dossier.layout.inventory)


def publish(dossier: Dossier, out: Path | None = None) -> Bundle:
    """Build the bundle. Raises RefusedError while one document was not shown clean."""
    listing = write_inventory(dossier)
    with dossier.transaction() as connection:
        records = build_records(dossier, connection)
        titles = [one.title for one in records]
        terms = tuple(
            term
            for term in consistent_terms(dossier, connection)
            if not said_as_office(term, titles)
        )
        publication = _publication(dossier, connection, records, listing, terms)
        mark = _mark(dossier, connection)
    target = out or _default_folder(dossier)
    bundle = build(publication, target, terms, cache(partial(own_words, publication, terms)))
    with dossier.transaction() as connection:
        record_output(connection, _name_of(dossier, target), mark)
        audit.append(connection, "publish", documents=bundle.documents)
    return bundle


def ready_bundle(dossier: Dossier) -> Bundle | None:
    """The bundle in the default folder, when nothing changed since it was built."""
    folder = _default_folder(dossier)
    archive = folder.with_name(f"{folder.name}.zip")
    with dossier.transaction() as connection:
        current = is_output_current(
            connection, _name_of(dossier, folder), _mark(dossier, connection)
        )
    manifest = folder / "manifest.json"
    if not current or not manifest.exists() or not archive.exists():
        return None
    return Bundle(
        folder=folder, archive=archive, documents=sum(1 for _ in (folder / "documenten").iterdir())
    )


def _default_folder(dossier: Dossier) -> Path:
    return dossier.layout.publication / "bundel"


def _name_of(dossier: Dossier, folder: Path) -> str:
    """Under which a bundle is kept; within the dossier, so that it may be moved."""
    full, root = folder.resolve(), dossier.layout.root.resolve()
    return (full.relative_to(root) if full.is_relative_to(root) else full).as_posix()


def _publication(
    dossier: Dossier,
    connection: Connection,
    records: tuple[Record, ...],
    listing: dict[str, Path],
    terms: tuple[str, ...],
) -> Publication:
    settings = dossier.settings
    files = {item.number or "": dossier.layout.redacted(item.id) for item in releasable(connection)}
    decision = besluit.besluit_record(dossier, terms)
    if decision is not None:
        files[besluit.NUMBER] = decision[1]
    return Publication(
        title=settings.titel,
        case_number=settings.zaaknummer,
        publisher=settings.organisatie,
        category=settings.informatiecategorie,
        base_url=settings.webadres,
        decided_on=decided_on(dossier),
        records=records,
        files=files,
        inventory=listing,
        accompanying=() if decision is None else (decision[0],),
        unverified=tuple(one.number for one in records if one.file_name and not one.sha256),
        log_head=audit.head(connection),
    )


def _mark(dossier: Dossier, connection: Connection) -> str:
    """The fingerprint of all that a bundle is made from."""
    records = [asdict(record) for record in build_records(dossier, connection)]
    source = besluit.source_of(dossier)
    return fingerprint(
        json.dumps(records, default=str),
        dossier.settings.model_dump_json(),
        dossier.settings.ondertekenaar_naam,
        source.read_text("utf-8") if source.exists() else "",
        version_of(*_PACKAGES),
    )
