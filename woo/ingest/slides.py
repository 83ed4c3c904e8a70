"""The reader of presentations (.pptx, .ppt, .odp)."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from woo.ingest.package import (
    LARGEST_XML,
    XML_OPTIONS,
    check_unlocked,
    damaged,
    dated_in,
    open_package,
)
from woo.ingest.pdf import with_pictures_read
from woo.model.document import Document, DocumentKind
from woo.pdf.making.office import convert_slides_to_pdf
from woo.pdf.reading.textlayer import read_pages

_RECORDINGS = (".mp3", ".m4a", ".wav", ".wma", ".mp4", ".m4v", ".mov", ".avi", ".wmv", ".mpg")
_UNCOUNTED = (
    "Van dit bestandstype zijn opmerkingen en verborgen dia's niet te tellen. Kijk in het "
    "origineel.",
)
_NOTES_BEHIND = "Wat de spreker erbij noteerde, staat achter de dia's in de pdf."


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a presentation holds beside the slides that are shown."""

    comments: int
    hidden: int
    notes: bool
    objects: int
    recordings: int
    dated: date | None


def read_slides(path: Path, rendition: Path) -> Document:
    """A presentation: every slide, hidden ones too, and then what the speaker notes at each.

    Comments are not printed; they are counted, as are recordings and embedded files. Raises
    UnreadableError, MissingError or CrashError as ``convert_slides_to_pdf`` does.
    """
    facts = None if path.suffix.lower() == ".ppt" else _examine(path)
    convert_slides_to_pdf(path, rendition, notes=facts is None or facts.notes)
    pictures = with_pictures_read(rendition)
    return Document(
        kind=DocumentKind.PRESENTATION,
        untrusted_title=path.stem,
        pages=tuple(page.text for page in read_pages(rendition)),
        pdf=rendition,
        dated=facts.dated if facts else None,
        notes=(*_notes(facts), *pictures),
    )


def _notes(facts: _Facts | None) -> Iterator[str]:
    if facts is None:
        yield from (*_UNCOUNTED, _NOTES_BEHIND)
        return
    counts = {
        "Aantal opmerkingen in het origineel, die niet in de pdf staan": facts.comments,
        "Aantal verborgen dia's, die zichtbaar in de pdf staan": facts.hidden,
        "Aantal geluiden en films, die niet in de pdf staan": facts.recordings,
        "Aantal ingesloten bestanden, die niet apart zijn gelezen": facts.objects,
    }
    yield from (f"{text}: {count}." for text, count in counts.items() if count)
    if facts.notes:
        yield _NOTES_BEHIND


def _examine(path: Path) -> _Facts:
    """Raises UnreadableError when it is damaged, locked or unpacks to too much."""
    with open_package(path) as package:
        suffix = path.suffix.lower()
        main = "ppt/presentation.xml" if suffix == ".pptx" else "content.xml"
        if main not in package.namelist():
            raise damaged(suffix)
        if suffix == ".odp":
            check_unlocked(package)
            return _facts_of_odp(package)
        return _facts_of_pptx(package)


def _facts_of_pptx(package: zipfile.ZipFile) -> _Facts:
    slides = _roots(package, "ppt/slides/slide")
    return _Facts(
        comments=sum(
            _count(root, "cm") for root in _roots(package, "ppt/comments/", "ppt/threadedComments/")
        ),
        hidden=sum(root.get("show") in {"0", "false"} for root in slides),
        notes=any(map(_has_text, _roots(package, "ppt/notesSlides/notesSlide"))),
        objects=_files(package, "ppt/embeddings/"),
        recordings=sum(name.lower().endswith(_RECORDINGS) for name in package.namelist()),
        dated=dated_in(package, "docProps/core.xml"),
    )


def _facts_of_odp(package: zipfile.ZipFile) -> _Facts:
    (root,) = _roots(package, "content.xml")
    hiding = {
        style.get(_qualified("style", "name"))
        for style in _every(root, "style")
        if any(
            properties.get(_qualified("presentation", "visibility")) == "hidden"
            for properties in _every(style, "drawing-page-properties")
        )
    }
    return _Facts(
        comments=_count(root, "annotation"),
        hidden=sum(
            page.get(_qualified("drawing", "style-name")) in hiding for page in _every(root, "page")
        ),
        notes=any(map(_has_text, _every(root, "notes"))),
        objects=_files(package, "ObjectReplacements/"),
        recordings=_files(package, "Media/"),
        dated=dated_in(package, "meta.xml"),
    )


def _qualified(space: str, name: str) -> str:
    return f"{{urn:oasis:names:tc:opendocument:xmlns:{space}:1.0}}{name}"


def _roots(package: zipfile.ZipFile, *beginnings: str) -> Iterator[Any]:
    """The XML parts whose names begin so. Raises ValueError for one that is broken or too large."""
    from lxml import etree

    for name in package.namelist():
        if name.startswith(beginnings) and name.endswith(".xml"):
            if package.getinfo(name).file_size > LARGEST_XML:
                raise ValueError("too large")
            try:
                yield etree.fromstring(package.read(name), etree.XMLParser(**XML_OPTIONS))
            except etree.XMLSyntaxError:
                raise ValueError("broken XML") from None


def _every(root: Any, name: str) -> Iterator[Any]:
    """The elements with this local name."""
    yield from root.iter("{*}" + name)


def _count(root: Any, name: str) -> int:
    return sum(1 for _ in _every(root, name))


def _has_text(notes: Any) -> bool:
    """Whether there is more in it than the number of the slide, which is a field."""
    return any(
        text.strip()
        for paragraph in ("p", "h")
        for one in _every(notes, paragraph)
        for text in _own_text(one)
    )


def _own_text(paragraph: Any) -> Iterator[str]:
    """Of runs, not of fields (``a:fld``, ``text:page-number``)."""
    if paragraph.text:
        yield paragraph.text
    for part in paragraph:
        if str(part.tag).endswith(("}r", "}span")):
            yield from part.itertext()
        yield part.tail or ""


def _files(package: zipfile.ZipFile, folder: str) -> int:
    return sum(name.startswith(folder) and not name.endswith("/") for name in package.namelist())
