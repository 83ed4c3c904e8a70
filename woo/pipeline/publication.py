"""The inventarislijst, the besluit and the bundle, all from the same records."""

from collections import Counter
from datetime import date
from pathlib import Path

from woo.dossier import audit
from woo.dossier.dossier import Dossier
from woo.draft.besluit import besluit_source
from woo.draft.render import render
from woo.errors import InputError, RefusedError
from woo.inventory.inventarislijst import inventarislijst, write_all
from woo.model.document import DocumentKind
from woo.model.draft import BesluitFacts
from woo.model.publication import Publication
from woo.model.record import DocumentType, Judgement, Record
from woo.pipeline.consistency import consistent_terms
from woo.pipeline.intake import hash_file
from woo.pipeline.records import build_records
from woo.pipeline.redaction import releasable
from woo.publish.bundle import Bundle, build
from woo.reference.grounds import ground
from woo.reference.organisations import organisation
from woo.text.files import write_atomically
from woo.verify.verify import verify

BESLUIT_NUMBER = "besluit"


def write_inventory(dossier: Dossier) -> dict[str, Path]:
    """Write the inventarislijst in every form; give the files by name."""
    settings = dossier.settings
    with dossier.transaction() as connection:
        records = build_records(dossier, connection)
        audit.append(connection, "inventory", documents=len(records))
    listing = inventarislijst(
        records,
        title=settings.titel,
        case_number=settings.zaaknummer,
        dated=_decided_on(dossier),
    )
    return write_all(listing, dossier.layout.inventory)


def write_decision(dossier: Dossier) -> Path:
    """Write the besluit: a source to edit, once, and the PDF of it, every time.

    Raises InputError when the settings lack what a besluit needs.
    """
    source = dossier.layout.decision / "besluit.md"
    out = source.with_suffix(".pdf")
    if not source.exists():
        with dossier.transaction() as connection:
            facts = _facts(dossier, build_records(dossier, connection))
        write_atomically(source, besluit_source(facts).encode("utf-8"))
    drafted = render(
        source.read_text("utf-8"), public=True, to="pdf", folder=source.parent, templates=None
    )
    write_atomically(out, drafted.content)
    with dossier.transaction() as connection:
        audit.append(connection, "decide")
    return out


def publish(dossier: Dossier, out: Path | None = None) -> Bundle:
    """Build the bundle. Raises RefusedError while one document was not shown clean."""
    settings = dossier.settings
    listing = write_inventory(dossier)
    with dossier.transaction() as connection:
        records = build_records(dossier, connection)
        paths = {
            item.number or "": dossier.layout.redacted(item.id) for item in releasable(connection)
        }
        terms = consistent_terms(dossier, connection)
        head = audit.head(connection)
    besluit = _besluit(dossier, terms)
    unverified = tuple(one.number for one in records if one.file_name and not one.sha256)
    publication = Publication(
        title=settings.titel,
        case_number=settings.zaaknummer,
        publisher=settings.organisatie,
        category=settings.informatiecategorie,
        base_url=settings.webadres,
        decided_on=_decided_on(dossier),
        records=records,
        files={**paths, **({BESLUIT_NUMBER: besluit[1]} if besluit else {})},
        inventory=listing,
        accompanying=(besluit[0],) if besluit else (),
        unverified=unverified,
        log_head=head,
    )
    bundle = build(publication, out or dossier.layout.publication / "bundel", terms)
    with dossier.transaction() as connection:
        audit.append(connection, "publish", documents=bundle.documents)
    return bundle


def _decided_on(dossier: Dossier) -> date:
    decided = dossier.settings.besluitdatum
    if decided is None:
        raise InputError(
            "De datum van het besluit ontbreekt.", "Vul 'besluitdatum' in dossier.toml in."
        )
    return decided


def _facts(dossier: Dossier, records: tuple[Record, ...]) -> BesluitFacts:
    settings = dossier.settings
    if not settings.ondertekenaar_ambt or not settings.ondertekenaar_naam or not settings.ontvangen:
        raise InputError(
            "Voor het besluit ontbreken gegevens.",
            "Vul 'ontvangen', 'ondertekenaar_ambt' en 'ondertekenaar_naam' in dossier.toml in.",
        )
    marks = sum((Counter(one.marks_by_ground) for one in records), Counter[str]())
    judgements = Counter(one.judgement for one in records)
    return BesluitFacts(
        title=settings.titel,
        case_number=settings.zaaknummer,
        request_date=settings.verzoekdatum,
        received=settings.ontvangen,
        decided_on=_decided_on(dossier),
        organisation=organisation(settings.organisatie).label,
        signatory_office=settings.ondertekenaar_ambt,
        signatory_name=settings.ondertekenaar_naam,
        counts={judgement: judgements[judgement] for judgement in Judgement},
        marks=tuple((ground(code), count) for code, count in sorted(marks.items())),
        documents=len(records),
    )


def _besluit(dossier: Dossier, terms: tuple[str, ...]) -> tuple[Record, Path] | None:
    """The besluit as a document of the bundle, when there is one; it is verified like the rest."""
    path = dossier.layout.decision / "besluit.pdf"
    if not path.exists():
        return None
    if verify(path, dict.fromkeys(terms, 0)):
        raise RefusedError(
            "Het besluit bevat iets dat in de documenten is gelakt, of is niet te controleren.",
            "Pas decision/besluit.md aan en voer 'woo decide' uit.",
        )
    record = Record(
        number=BESLUIT_NUMBER,
        title=f"Besluit op Woo-verzoek {dossier.settings.zaaknummer}",
        kind=DocumentKind.PDF,
        dated=_decided_on(dossier),
        judgement=Judgement.PUBLIC,
        grounds=(),
        marks=0,
        marks_by_ground={},
        pages=1,
        file_name=f"{BESLUIT_NUMBER}.pdf",
        sha256=hash_file(path),
        document_type=DocumentType.BESLUIT,
    )
    return record, path
