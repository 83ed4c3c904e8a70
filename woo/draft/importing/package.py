"""Open a Word file from somebody else: bounded, without entities, nothing followed."""

import posixpath
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from woo.draft.importing import xml
from woo.draft.reading.source import MOST_CHARACTERS
from woo.errors import InputError
from woo.text.unpacking import DAMAGED, TooLargeError, UnpackLimits, check_limits

_LIMITS = UnpackLimits(entries=5_000, total=300 * 1024 * 1024)
_LARGEST_XML = 50 * 1024 * 1024
_LARGEST_FILE = 100 * 1024 * 1024
_OFFICE_DOCUMENT = "/officeDocument"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a relation goes: an address outside, or the name of a part."""

    kind: str
    place: str = field(repr=False)
    outside: bool


class WordPackage:
    """The parts of one file, read into memory; XML parts are parsed when asked for."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self._roots: dict[str, Any] = {}
        self.document_name = self._document_name()
        self.document = self._needed(self.document_name)

    def xml(self, part: str) -> Any:
        """The root of an XML part, the same at each asking; None when it is not there."""
        if part not in self._roots:
            content = self._parts.get(part)
            self._roots[part] = _parse(content) if content is not None else None
        return self._roots[part]

    def bytes(self, part: str) -> bytes | None:
        """A part as it is."""
        return self._parts.get(part)

    def names(self, start: str) -> list[str]:
        """The parts whose name begins so, in order."""
        return sorted(one for one in self._parts if one.startswith(start))

    def relations(self, part: str) -> dict[str, Target]:
        """The relations of a part by their identifier."""
        folder, _, base = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        found: dict[str, Target] = {}
        for row in root if root is not None else ():
            outside = xml.value(row, "TargetMode") == "External"
            place = xml.value(row, "Target")
            if not outside:
                place = posixpath.normpath(posixpath.join("/", folder, place)).lstrip("/")
            found[xml.value(row, "Id")] = Target(xml.value(row, "Type"), place, outside)
        return found

    def related(self, kind: str) -> str:
        """The part that the document calls its ``styles``, ``footnotes`` and so on, or empty."""
        for target in self.relations(self.document_name).values():
            if target.kind.endswith(f"/{kind}") and not target.outside:
                return target.place
        return ""

    def _document_name(self) -> str:
        for target in self.relations("").values():
            if target.kind.endswith(_OFFICE_DOCUMENT):
                return target.place
        return "word/document.xml"

    def _needed(self, part: str) -> Any:
        root = self.xml(part)
        if root is None or xml.name(root) != "document" or xml.child(root, "body") is None:
            raise _damaged()
        if sum(len(one.text or "") for one in xml.within(root, "t")) > MOST_CHARACTERS:
            raise _too_large()
        return root


def open_word(path: Path) -> WordPackage:
    """Read a ``.docx`` whole. Raises InputError when it is no such file, damaged or too large."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise _too_large()
        with zipfile.ZipFile(path) as package:
            check_limits(package, _LIMITS)
            return WordPackage({e.filename: package.read(e) for e in package.infolist()})
    except TooLargeError:
        raise _too_large() from None
    except DAMAGED:
        raise _damaged() from None


def _parse(content: bytes) -> Any:
    """The root element; a document type, which could define entities, is refused."""
    from lxml import etree

    if len(content) > _LARGEST_XML:
        raise _too_large()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root: Any = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise _damaged() from None
    if root.getroottree().docinfo.doctype:
        raise _damaged()
    return root


def _damaged() -> InputError:
    return InputError(
        "Dit is geen leesbaar Word-bestand (.docx). Het is beschadigd, beveiligd met een "
        "wachtwoord of van een andere soort.",
        "Open het in Word, sla het op als Word-document (.docx) zonder wachtwoord en probeer het "
        "opnieuw.",
    )


def _too_large() -> InputError:
    return InputError(
        "Dit Word-bestand is te groot of wordt dat bij het uitpakken.",
        "Maak de afbeeldingen kleiner of splits het bestand.",
    )
