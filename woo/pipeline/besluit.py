"""The besluit: a source made from the dossier's data, that a lawyer edits, and the PDF of it."""

import hashlib
from collections import Counter
from pathlib import Path

from sqlalchemy import Connection

from woo.dossier import audit
from woo.dossier.dossier import Dossier
from woo.dossier.outputs import is_output_current, record_output
from woo.dossier.steps import fingerprint
from woo.draft.besluit import besluit_source
from woo.draft.render import render
from woo.errors import InputError, RefusedError
from woo.model.besluit import BesluitFacts
from woo.model.document import DocumentKind
from woo.model.record import DocumentType, Judgement, Record
from woo.pdf.reading.textlayer import read_pages
from woo.pipeline.keeping import hash_file
from woo.pipeline.records import build_records, decided_on
from woo.redact.redact import redact
from woo.redact.title import Title
from woo.reference.grounds import ground
from woo.reference.organisations import organisation
from woo.text.files import temporary_folder, write_atomically
from woo.verify.explain import explain
from woo.verify.verify import verify

NUMBER = "besluit"


def source_of(dossier: Dossier) -> Path:
    """The text that a person may edit."""
    return dossier.layout.decision / "besluit.md"


def open_places(dossier: Dossier) -> int:
    r"""How many places, written as ``\[...\]``, a person still has to fill in."""
    source = source_of(dossier)
    return source.read_text("utf-8").count("\\[") if source.exists() else 0


def write_decision(dossier: Dossier) -> Path:
    """Write the PDF of the besluit, and first its source while nobody edited that.

    Raises InputError when the settings lack what a besluit needs, and when the dossier changed
    after a person edited the source: the numbers in the text would then be wrong.
    """
    source = source_of(dossier)
    with dossier.transaction() as connection:
        facts = _facts(dossier, build_records(dossier, connection))
        if _is_untouched(connection, source):
            text = besluit_source(facts)
            write_atomically(source, text.encode("utf-8"))
            record_output(connection, "besluit-written", _hash(text))
        text = source.read_text("utf-8")
        _check_numbers(connection, text, facts)
    out = _typeset(dossier, source, text)
    with dossier.transaction() as connection:
        record_output(connection, "besluit-rendered", _hash(text))
        record_output(connection, "besluit-facts", fingerprint(repr(facts)))
        audit.append(connection, "decide")
    return out


def _typeset(dossier: Dossier, source: Path, text: str) -> Path:
    """Make the PDF, and build it anew like every document that goes out: nothing hides in it."""
    drafted = render(text, public=True, to="pdf", folder=source.parent, templates=None)
    out = source.with_suffix(".pdf")
    with temporary_folder(source.parent) as folder:
        fresh = folder / out.name
        fresh.write_bytes(drafted.content)
        redact(fresh, (), out, title=Title(_title(dossier)))
    return out


def _title(dossier: Dossier) -> str:
    return f"Besluit op Woo-verzoek {dossier.settings.zaaknummer}"


def _is_untouched(connection: Connection, source: Path) -> bool:
    """Tell whether the source is not there, or is as this program wrote it."""
    return not source.exists() or is_output_current(
        connection, "besluit-written", _hash(source.read_text("utf-8"))
    )


def _check_numbers(connection: Connection, text: str, facts: BesluitFacts) -> None:
    """Refuse an edited text that was rendered before, with other facts."""
    if is_output_current(connection, "besluit-written", _hash(text)):
        return
    seen = is_output_current(connection, "besluit-rendered", _hash(text))
    if seen and not is_output_current(connection, "besluit-facts", fingerprint(repr(facts))):
        raise InputError(
            "Het dossier is veranderd nadat u het besluit had aangepast.",
            "Werk de aantallen in decision/besluit.md bij, of gooi dat bestand weg voor een nieuw.",
        )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


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
        decided_on=decided_on(dossier),
        organisation=organisation(settings.organisatie).label,
        signatory_office=settings.ondertekenaar_ambt,
        signatory_name=settings.ondertekenaar_naam,
        counts={judgement: judgements[judgement] for judgement in Judgement},
        marks=tuple((ground(code), count) for code, count in sorted(marks.items())),
        documents=len(records),
    )


def besluit_record(dossier: Dossier, terms: tuple[str, ...]) -> tuple[Record, Path] | None:
    """The besluit as a document of the bundle, when it is finished; it is verified like the rest.

    Raises RefusedError when it holds one of ``terms`` or cannot be verified.
    """
    path = source_of(dossier).with_suffix(".pdf")
    if not path.exists() or open_places(dossier):
        return None
    leaks = verify(path, dict.fromkeys(terms, 0))
    if leaks:
        raise RefusedError(
            f"Het besluit is niet schoon. {explain(leaks[0])}",
            "Pas decision/besluit.md aan en voer 'woo decide' uit.",
        )
    record = Record(
        number=NUMBER,
        title=_title(dossier),
        kind=DocumentKind.PDF,
        dated=decided_on(dossier),
        judgement=Judgement.PUBLIC,
        grounds=(),
        marks=0,
        marks_by_ground={},
        pages=sum(1 for _ in read_pages(path)),
        file_name=f"{NUMBER}.pdf",
        sha256=hash_file(path),
        document_type=DocumentType.BESLUIT,
    )
    return record, path
