"""The parts of an office file (ECMA-376 part 2): XML that is parsed carefully, what names what."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from zipfile import ZipFile

from woo.ingest.package import LARGEST_XML, XML_OPTIONS
from woo.text.unpacking import TooLargeError

Element = Any
"""An element of lxml; names are compared without their namespace, of which there are two sets."""


class Relation(NamedTuple):
    """What a part refers to: the last word of the type, and a part or, outside, an address."""

    kind: str
    target: str
    outside: bool


@dataclass(slots=True)
class Parts:
    """The parts by name, whatever its capitals; ``used`` are those that were read."""

    package: ZipFile
    used: set[str] = field(default_factory=set)
    _names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._names = {name.lower(): name for name in self.package.namelist()}

    @property
    def names(self) -> frozenset[str]:
        """All names, in lower case and without folders."""
        return frozenset(name for name in self._names if not name.endswith("/"))

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self._names

    def open(self, name: str) -> Any:
        """The part as a stream. Raises ValueError when it is not there, TooLargeError."""
        self.used.add(name.lower())
        if not self.has(name):
            raise ValueError("a part is missing")
        entry = self.package.getinfo(self._names[name.lower()])
        if entry.file_size > LARGEST_XML:
            raise TooLargeError
        return self.package.open(entry)

    def root(self, name: str, *, mend: bool = False) -> Element:
        """The root of a part. Raises ValueError when it is missing or broken.

        ``mend`` is for VML, which programs write as they like: Excel as HTML.
        """
        from lxml import etree

        parser = etree.XMLParser(recover=mend, **XML_OPTIONS)
        try:
            with self.open(name) as stream:
                content = stream.read()
            root = etree.fromstring(content.replace(b"<br>", b"<br/>") if mend else content, parser)
        except etree.XMLSyntaxError:
            raise ValueError("broken XML") from None
        _check_plain(root)
        return root

    def walk(self, name: str) -> Iterator[tuple[str, Element]]:
        """Start and end of every element of a large part. Raises ValueError as ``root`` does."""
        from lxml import etree

        try:
            with self.open(name) as stream:
                events = etree.iterparse(stream, events=("start", "end"), **XML_OPTIONS)
                for number, (event, element) in enumerate(events):
                    if number == 0:
                        _check_plain(element)
                    if isinstance(element.tag, str):
                        yield event, element
        except etree.XMLSyntaxError:
            raise ValueError("broken XML") from None

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by the id that it uses."""
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(path):
            return {}
        found = {}
        for element in self.root(path):
            target = element.get("Target", "")
            outside = element.get("TargetMode", "") == "External"
            kind = element.get("Type", "").rpartition("/")[2]
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id", "")] = Relation(kind, target, outside)
        return found

    def related(self, name: str, *kinds: str) -> Iterator[str]:
        """The parts of these kinds that a part refers to and that are there."""
        for relation in self.relations(name).values():
            if relation.kind in kinds and not relation.outside and self.has(relation.target):
                yield relation.target


def _check_plain(root: Element) -> None:
    """No part of an office file has a document type, in which entities could unfold without end."""
    if root is None or root.getroottree().docinfo.doctype:
        raise ValueError("no XML of an office file")


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute, in whatever namespace; empty when it is not there."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """The direct children with these names."""
    return (child for child in element if local(child) in names)


def inside(element: Element, *names: str) -> Iterator[Element]:
    """All elements below with these names, in their order."""
    return (one for one in element.iter() if local(one) in names)


def is_on(element: Element, name: str) -> bool:
    """A yes-or-no attribute that is no unless it says so."""
    return attribute(element, name).lower() in {"1", "true", "on"}


def rich_text(element: Element) -> str:
    """The text of a string with or without formatting, without how it is pronounced."""
    pieces = []
    for child in element:
        name = local(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces += [one.text or "" for one in children(child, "t")]
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    """ECMA-376 part 1, 22.9.2.19: ``_x000D_`` is the character with that number."""
    if "_x" not in text:
        return text
    import re

    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)
