"""Show the comments of a Word file on its pages: LibreOffice leaves them out of print.

Behind the text comes a list of who said what, where a reviewer can judge it; in the text stands
``[opmerking 1]``. What a comment is about is not repeated: a place that a reviewer redacts in the
text would stand in the list still.
"""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from woo.ingest.package import open_package
from woo.ingest.package_parts import Element, Parts, attribute, children, inside, local
from woo.ingest.workbook.rows import iso_shown

_HEADING = "Opmerkingen in de kantlijn"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MAIN = "word/document.xml"
_CONTENT = "content.xml"


@dataclass(frozen=True, slots=True)
class _Comment:
    """Who said what, and when; ``id`` is how the text refers to it."""

    id: str
    author: str = field(repr=False)
    said_at: str
    lines: tuple[str, ...] = field(repr=False)


def show_comments(path: Path, out: Path) -> int:
    """Write the docx or odt with its comments in the text to ``out``; give how many there are.

    Without comments nothing is written. Raises UnreadableError when the file is damaged.
    """
    with open_package(path) as package:
        parts = Parts(package)
        show = _show_in_odt if path.suffix.lower() == ".odt" else _show_in_docx
        count, name, root = show(parts)
        if count:
            _write_with(package, name, root, out)
    return count


def _write_with(package: zipfile.ZipFile, changed: str, root: Element, out: Path) -> None:
    """The package with another part in the place of the one that changed."""
    from lxml import etree

    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for entry in package.infolist():
            is_changed = entry.filename.lower() == changed.lower()
            written.writestr(entry, content if is_changed else package.read(entry))


def _listed(comments: Iterable[_Comment]) -> Iterator[str]:
    """The lines of the list; an empty one between two comments."""
    for number, one in enumerate(comments, start=1):
        yield ""
        yield f"Opmerking {number}"
        yield f"Van: {one.author}"
        if one.said_at:
            yield f"Datum: {one.said_at}"
        yield from one.lines


def _mark(number: int) -> str:
    return f" [opmerking {number}]"


def _show_in_docx(parts: Parts) -> tuple[int, str, Element]:
    main = next(parts.related("", "officeDocument"), _MAIN)
    comments = [one for part in parts.related(main, "comments") for one in _of_docx(parts, part)]
    if not comments:
        return 0, main, None
    root = parts.root(main)
    prefix = root.tag.rpartition("}")[0] + "}"
    numbers = {one.id: number for number, one in enumerate(comments, start=1)}
    for reference in list(inside(root, "commentReference")):
        if number := numbers.get(attribute(reference, "id")):
            reference.addprevious(_text_in_docx(prefix, _mark(number)))
    body = next(children(root, "body"), None)
    if body is None:
        raise ValueError("no text")
    end = next(children(body, "sectPr"), None)
    place = body.index(end) if end is not None else len(body)
    added = [_paragraph_in_docx(prefix, line) for line in _listed(comments)]
    body[place:place] = [_heading_in_docx(prefix), *added]
    return len(comments), main, root


def _of_docx(parts: Parts, part: str) -> Iterator[_Comment]:
    for one in inside(parts.root(part), "comment"):
        paragraphs = inside(one, "p")
        lines = ("".join(t.text or "" for t in inside(p, "t", "delText")) for p in paragraphs)
        yield _Comment(
            id=attribute(one, "id"),
            author=attribute(one, "author"),
            said_at=iso_shown(attribute(one, "date")),
            lines=tuple(lines),
        )


def _text_in_docx(prefix: str, text: str) -> Element:
    from lxml import etree

    element = etree.Element(f"{prefix}t", {_SPACE: "preserve"})
    element.text = text
    return element


def _paragraph_in_docx(prefix: str, text: str) -> Element:
    from lxml import etree

    paragraph = etree.Element(f"{prefix}p")
    etree.SubElement(paragraph, f"{prefix}r").append(_text_in_docx(prefix, text))
    return paragraph


def _heading_in_docx(prefix: str) -> Element:
    """On a page of its own."""
    from lxml import etree

    paragraph = _paragraph_in_docx(prefix, _HEADING)
    properties = etree.Element(f"{prefix}pPr")
    etree.SubElement(properties, f"{prefix}pageBreakBefore")
    paragraph.insert(0, properties)
    bold = etree.Element(f"{prefix}rPr")
    etree.SubElement(bold, f"{prefix}b")
    next(children(paragraph, "r")).insert(0, bold)
    return paragraph


def _show_in_odt(parts: Parts) -> tuple[int, str, Element]:
    root = parts.root(_CONTENT)
    found = list(inside(root, "annotation"))
    if not found:
        return 0, _CONTENT, None
    body = next(inside(root, "body"), None)
    text = next(children(body, "text"), None) if body is not None else None
    if text is None:
        raise ValueError("no text")
    comments = [_of_odt(one) for one in found]
    for number, one in enumerate(found, start=1):
        one.tail = _mark(number) + (one.tail or "")
    for line in ("", _HEADING, *_listed(comments)):
        text.append(_paragraph_in_odt(root, line))
    return len(comments), _CONTENT, root


def _of_odt(annotation: Element) -> _Comment:
    told = {local(one): (one.text or "").strip() for one in annotation}
    return _Comment(
        id="",
        author=told.get("creator", ""),
        said_at=iso_shown(told.get("date", "")),
        lines=tuple("".join(one.itertext()) for one in inside(annotation, "p")),
    )


def _paragraph_in_odt(root: Element, text: str) -> Element:
    from lxml import etree

    paragraph = etree.Element(f"{{{root.nsmap['text']}}}p")
    paragraph.text = text
    return paragraph
