"""The reader of Word and other text documents (.docx, .doc, .odt, .rtf)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from woo.ingest.comments import show_comments
from woo.ingest.package import PackageFacts, examine_package
from woo.ingest.pdf import with_pictures_read
from woo.model.document import Document, DocumentKind
from woo.pdf.making.office import convert_to_pdf
from woo.text.files import temporary_folder

_PACKAGES = (".docx", ".odt")
_UNCOUNTED = (
    "Van dit bestandstype zijn opmerkingen en wijzigingen niet te tellen. Kijk in het origineel.",
)


def read_office(path: Path, rendition: Path) -> Document:
    """A text document as its pages look in print.

    Tracked changes are printed, and comments behind the text; both are counted in the notes.
    Raises UnreadableError, MissingError or CrashError as ``convert_to_pdf`` does.
    """
    if path.suffix.lower() not in _PACKAGES:
        convert_to_pdf(path, rendition)
        return printed(DocumentKind.WORD, path, rendition, dated=None, notes=_UNCOUNTED)
    facts = examine_package(path)
    with temporary_folder(rendition.parent) as folder:
        with_comments = folder / f"document{path.suffix.lower()}"
        comments = show_comments(path, with_comments)
        convert_to_pdf(with_comments if comments else path, rendition)
    notes = _notes(facts, comments)
    return printed(DocumentKind.WORD, path, rendition, dated=facts.dated, notes=notes)


def printed(
    kind: DocumentKind, path: Path, rendition: Path, *, dated: date | None, notes: Iterable[str]
) -> Document:
    """The document that LibreOffice printed to ``rendition``; words in its pictures are read."""
    pages, pictures = with_pictures_read(rendition)
    return Document(
        kind=kind,
        untrusted_title=path.stem,
        pages=pages,
        pdf=rendition,
        dated=dated,
        notes=(*notes, *pictures),
    )


def counted(counts: Mapping[str, int]) -> Iterator[str]:
    """A note for each of what there is at least one of."""
    yield from (f"{text}: {count}." for text, count in counts.items() if count)


def _notes(facts: PackageFacts, comments: int) -> Iterator[str]:
    return counted(
        {
            "Aantal opmerkingen in de kantlijn, die achter de tekst in de pdf staan": comments,
            "Aantal bijgehouden wijzigingen, die zichtbaar in de pdf staan": facts.changes,
            "Aantal ingesloten bestanden, die niet apart zijn gelezen": facts.objects,
        }
    )
