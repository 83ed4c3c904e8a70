"""Look inside an office file (a zip of XML: docx, odt, ods, xlsx, pptx) before it is read."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from woo.errors import UnreadableError
from woo.text.unpacking import DAMAGED, TooLargeError, UnpackLimits, check_limits

LARGEST_XML = 200 * 1024 * 1024
"""Bytes of one part that is parsed here."""
XML_OPTIONS: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}
"""For every parser of lxml: nothing is fetched and nothing unfolds."""

_CHANGES = {
    ".docx": {"ins", "del", "moveFrom", "moveTo"},
    ".odt": {"changed-region"},
}
_TEXTS = {
    ".docx": ("word/document.xml", "word/header", "word/footer", "word/footnotes", "word/endnotes"),
    ".odt": ("content.xml", "styles.xml"),
}
_PROPERTIES = {".docx": "docProps/core.xml", ".odt": "meta.xml"}
_WRITER = "tekstverwerker"
_PROGRAMS = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".ods"), "rekenprogramma"),
    **dict.fromkeys((".pptx", ".odp"), "presentatieprogramma"),
}
_DATES = ("modified", "date", "created", "creation-date")


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What the page does not say of itself: counts of changes and embedded objects; the date."""

    changes: int
    objects: int
    dated: date | None


def examine_package(path: Path) -> PackageFacts:
    """Check the limits of a docx or odt and count what the reviewer must know of.

    Raises UnreadableError when it is damaged, locked or unpacks to too much.
    """
    with open_package(path) as package:
        suffix = path.suffix.lower()
        _check_kind(package, suffix)
        return _facts(package, suffix)


@contextmanager
def open_package(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip, its limits checked; what is wrong with it inside the block becomes UnreadableError.

    A ValueError in the block means: damaged.
    """
    suffix = path.suffix.lower()
    try:
        with zipfile.ZipFile(path) as package:
            check_limits(package, UnpackLimits())
            yield package
    except TooLargeError:
        raise _bomb(suffix) from None
    except DAMAGED:
        raise damaged(suffix) from None


def check_unlocked(package: zipfile.ZipFile) -> None:
    """Raise ValueError for a file of OpenDocument with a password."""
    manifest = "META-INF/manifest.xml"
    if manifest in package.namelist() and b"encryption-data" in package.read(manifest):
        raise ValueError("locked")


def damaged(suffix: str) -> UnreadableError:
    """The error for a file with this suffix that cannot be taken apart."""
    return UnreadableError(
        f"Dit {suffix[1:]}-bestand is beschadigd of beveiligd met een wachtwoord.",
        f"Open het in een {_PROGRAMS.get(suffix, _WRITER)}, sla het opnieuw op zonder wachtwoord "
        "en voeg het toe.",
    )


def _bomb(suffix: str) -> UnreadableError:
    return UnreadableError(
        "Dit bestand wordt bij het uitpakken te groot en is daarom niet geopend.",
        f"Sla het in een {_PROGRAMS.get(suffix, _WRITER)} op als pdf en voeg die toe.",
    )


def _check_kind(package: zipfile.ZipFile, suffix: str) -> None:
    if _TEXTS[suffix][0] not in package.namelist():
        raise damaged(suffix)
    if suffix == ".odt":
        check_unlocked(package)


def _facts(package: zipfile.ZipFile, suffix: str) -> PackageFacts:
    texts = [n for n in package.namelist() if n.startswith(_TEXTS[suffix]) and n.endswith(".xml")]
    return PackageFacts(
        changes=sum(_count(package, name, _CHANGES[suffix]) for name in texts),
        objects=sum(
            "embeddings/" in n or n.startswith("ObjectReplacements/") for n in package.namelist()
        ),
        dated=dated_in(package, _PROPERTIES[suffix]),
    )


def _count(package: zipfile.ZipFile, name: str, tags: set[str]) -> int:
    return sum(element in tags for element, _ in _elements(package, name))


def _elements(package: zipfile.ZipFile, name: str) -> list[tuple[str, str]]:
    """Local name and text of every element of one XML file; nothing when it is not there."""
    from lxml import etree

    if name not in package.namelist() or package.getinfo(name).file_size > LARGEST_XML:
        return []
    found: list[tuple[str, str]] = []
    try:
        with package.open(name) as stream:
            for _, element in etree.iterparse(stream, events=("end",), **XML_OPTIONS):
                if isinstance(element.tag, str):
                    found.append((etree.QName(element).localname, element.text or ""))
                element.clear(keep_tail=False)
    except etree.XMLSyntaxError:
        raise ValueError("broken XML") from None
    return found


def dated_in(package: zipfile.ZipFile, name: str) -> date | None:
    """The day the file was last saved, or made, when its properties say so plausibly."""
    texts = dict(_elements(package, name))
    for tag in _DATES:
        try:
            day = date.fromisoformat(texts.get(tag, "").strip()[:10])
        except ValueError:
            continue
        if 1990 <= day.year <= date.today().year + 1:
            return day
    return None
