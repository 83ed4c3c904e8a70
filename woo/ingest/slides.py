"""The reader of presentations (.pptx, .ppt, .odp)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from woo.ingest.office import counted, printed
from woo.ingest.package import check_unlocked, damaged, dated_in, open_package
from woo.ingest.package_parts import Element, Parts, attribute, inside, local
from woo.model.document import Document, DocumentKind
from woo.pdf.making.office import convert_slides_to_pdf

_RECORDINGS = (".mp3", ".m4a", ".wav", ".wma", ".mp4", ".m4v", ".mov", ".avi", ".wmv", ".mpg")
_UNCOUNTED = (
    "Van dit bestandstype zijn opmerkingen en verborgen dia's niet te tellen. Kijk in het "
    "origineel."
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
    return printed(
        DocumentKind.PRESENTATION,
        path,
        rendition,
        dated=facts.dated if facts else None,
        notes=_notes(facts),
    )


def _notes(facts: _Facts | None) -> Iterator[str]:
    if facts is None:
        yield from (_UNCOUNTED, _NOTES_BEHIND)
        return
    yield from counted(
        {
            "Aantal opmerkingen in het origineel, die niet in de pdf staan": facts.comments,
            "Aantal verborgen dia's, die zichtbaar in de pdf staan": facts.hidden,
            "Aantal geluiden en films, die niet in de pdf staan": facts.recordings,
            "Aantal ingesloten bestanden, die niet apart zijn gelezen": facts.objects,
        }
    )
    if facts.notes:
        yield _NOTES_BEHIND


def _examine(path: Path) -> _Facts:
    """Raises UnreadableError when it is damaged, locked or unpacks to too much."""
    with open_package(path) as package:
        suffix, parts = path.suffix.lower(), Parts(package)
        main = "ppt/presentation.xml" if suffix == ".pptx" else "content.xml"
        if not parts.has(main):
            raise damaged(suffix)
        if suffix == ".odp":
            check_unlocked(package)
            return _facts_of_odp(parts)
        return _facts_of_pptx(parts)


def _facts_of_pptx(parts: Parts) -> _Facts:
    commented = _roots(parts, "ppt/comments/", "ppt/threadedcomments/")
    return _Facts(
        comments=sum(_count(root, "cm") for root in commented),
        hidden=sum(
            root.get("show") in {"0", "false"} for root in _roots(parts, "ppt/slides/slide")
        ),
        notes=any(map(_has_text, _roots(parts, "ppt/notesslides/notesslide"))),
        objects=_files(parts, "ppt/embeddings/"),
        recordings=sum(name.endswith(_RECORDINGS) for name in parts.names),
        dated=dated_in(parts.package, "docProps/core.xml"),
    )


def _facts_of_odp(parts: Parts) -> _Facts:
    root = parts.root("content.xml")
    hiding = {
        attribute(style, "name")
        for style in inside(root, "style")
        if any(
            attribute(properties, "visibility") == "hidden"
            for properties in inside(style, "drawing-page-properties")
        )
    }
    return _Facts(
        comments=_count(root, "annotation"),
        hidden=sum(attribute(page, "style-name") in hiding for page in inside(root, "page")),
        notes=any(map(_has_text, inside(root, "notes"))),
        objects=_files(parts, "objectreplacements/"),
        recordings=_files(parts, "media/"),
        dated=dated_in(parts.package, "meta.xml"),
    )


def _roots(parts: Parts, *beginnings: str) -> Iterator[Element]:
    """Of the XML parts whose names begin so."""
    for name in parts.names:
        if name.startswith(beginnings) and name.endswith(".xml"):
            yield parts.root(name)


def _count(root: Element, name: str) -> int:
    return sum(1 for _ in inside(root, name))


def _files(parts: Parts, folder: str) -> int:
    return sum(name.startswith(folder) for name in parts.names)


def _has_text(notes: Element) -> bool:
    """Whether there is more in it than the number of the slide, which is a field."""
    return any(text.strip() for one in inside(notes, "p", "h") for text in _own_text(one))


def _own_text(paragraph: Element) -> Iterator[str]:
    """Of runs, not of fields (``a:fld``, ``text:page-number``)."""
    if paragraph.text:
        yield paragraph.text
    for part in paragraph:
        if local(part) in {"r", "span"}:
            yield from part.itertext()
        yield part.tail or ""
