"""Look through a PDF that came from outside, by MuPDF, before anything is done with it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from woo.errors import UnreadableError
from woo.pdf.reading.textlayer import open_pdf

MOST_PAGES = 20_000
_MOST_EMBEDDED = 1_000
# Bytes, of all embedded files together.
_LARGEST_EMBEDDED = 500 * 1024 * 1024
_PDF_DATE = re.compile(r"^D:(\d{4})(\d{2})?(\d{2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Facts about one PDF. ``embedded`` are the files inside it: untrusted name and bytes."""

    pages: int
    repaired: bool
    annotations: int
    created: date | None
    embedded: tuple[tuple[str, bytes], ...] = field(repr=False)


@contextmanager
def damage_explained() -> Iterator[None]:
    """Turn what MuPDF raises on a damaged file, anywhere, into an UnreadableError."""
    import pymupdf

    try:
        yield
    # MuPDF's errors come in three families, and a broken object may be of any type.
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError, TypeError, LookupError):
        raise UnreadableError(
            "Dit pdf-bestand is beschadigd of niet compleet: niet elke pagina is te openen.",
            "Vraag de afzender om een nieuw exemplaar.",
        ) from None


def examine(path: Path) -> Intake:
    """Open every page of a PDF once. Raises UnreadableError when that cannot be done."""
    with damage_explained(), open_pdf(path) as document:
        if document.page_count > MOST_PAGES:
            raise UnreadableError(
                "Dit pdf-bestand heeft meer dan 20.000 pagina's.",
                "Splits het en voeg de delen los toe.",
            )
        return Intake(
            pages=document.page_count,
            repaired=document.is_repaired,
            annotations=sum(_count_annotations(document, n) for n in range(document.page_count)),
            created=_date(document.metadata.get("creationDate") or ""),
            embedded=_embedded(document),
        )


def _count_annotations(document: Any, number: int) -> int:
    """Also reads the page's contents, so that a page with nothing behind it is noticed."""
    page = document[number]
    page.read_contents()
    return sum(1 for _ in page.annots())


def _embedded(document: Any) -> tuple[tuple[str, bytes], ...]:
    if document.embfile_count() > _MOST_EMBEDDED:
        raise _too_much_inside()
    files: list[tuple[str, bytes]] = []
    for index in range(document.embfile_count()):
        info = document.embfile_info(index)
        files.append((str(info.get("filename") or info["name"]), document.embfile_get(index)))
        if sum(len(content) for _, content in files) > _LARGEST_EMBEDDED:
            raise _too_much_inside()
    return tuple(files)


def _too_much_inside() -> UnreadableError:
    return UnreadableError(
        "In dit pdf-bestand zitten te veel of te grote bijlagen.",
        "Sla de bijlagen los op en voeg die toe.",
    )


def _date(written: str) -> date | None:
    """The day in a PDF date (ISO 32000-1, 7.9.4), when there is one and it is not absurd."""
    match = _PDF_DATE.match(written)
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return day if 1990 <= day.year <= date.today().year + 1 else None
