"""The last gate: no redacted term in anything that the program wrote itself.

The documents were verified one by one; this looks at what was made after that: the names of the
files, the inventarislijst in every form, the metadata, the manifest.
"""

import csv
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from io import StringIO
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile

from woo.errors import RefusedError
from woo.model.publication import Publication
from woo.publish.documents import FOLDER
from woo.reference.grounds import between_codes
from woo.text.folding import fold
from woo.text.matcher import Match, Matcher

# Between the digits of a fingerprint stands a *bea* or *ada* sooner or later.
_FINGERPRINT = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{64}(?![0-9A-Za-z])")
# A house number, and what of a date stands behind its day.
_HOUSE = re.compile(r"\D\d{1,2}$")
_DATE = re.compile(r"-\d{1,2}-\d{4}(?!\d)")

Leaks = Callable[[Iterable[str]], bool]
"""Whether a term stands in one of the texts."""


def check(
    folder: Path, terms: Iterable[str], own: Callable[[], Collection[str]] = frozenset
) -> None:
    """Raise RefusedError, naming the file but not the term, when a term occurs as whole words.

    ``own`` gives the terms that are also words of the lists themselves, and may stand there; it is
    asked only when a term was found.
    """
    leaks = partial(_leaks, _matcher(terms), own)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if leaks([name]):
            raise RefusedError(
                "Een bestandsnaam in de publicatie bevat een gelakt gegeven.",
                "Pas de nummers van de documenten aan.",
            )
        if path.is_file() and not name.startswith(f"{FOLDER}/"):
            _check_file(path, name, leaks)


def check_titles(publication: Publication, terms: Iterable[str]) -> None:
    """Raise RefusedError, naming the document but not the term, when a title has a term."""
    matcher = _matcher(terms)
    for record in (*publication.accompanying, *publication.records):
        if _terms_in(matcher, [record.title]):
            raise RefusedError(
                f"De titel van document {record.number} bevat een gelakt gegeven.",
                "Lak het met 'woo review term'; dan gaat het ook uit de titel.",
            )
    if _terms_in(matcher, [publication.title]):
        raise RefusedError(
            "De titel van het dossier bevat een gelakt gegeven.",
            "Geef in dossier.toml een andere titel.",
        )


def standing_in(folder: Path, terms: Iterable[str]) -> frozenset[str]:
    """Which of the terms occur in the files of a folder, all of the kinds in ``READERS``."""
    texts = (text for path in sorted(folder.iterdir()) for text in READERS[path.suffix](path))
    return _terms_in(_matcher(terms), texts)


def _matcher(terms: Iterable[str]) -> Matcher:
    # Without a letter or digit a text is no personal data, and cannot be found either.
    return Matcher(term for term in terms if fold(term).text)


def _check_file(path: Path, name: str, leaks: Leaks) -> None:
    reader = READERS.get(path.suffix)
    if reader is None:
        raise RefusedError(f"{name} hoort niet in de publicatie.", "Meld dit als fout.")
    if leaks(reader(path)):
        raise RefusedError(
            f"{name} bevat een gelakt gegeven.",
            "Pas de gegevens in dossier.toml aan.",
        )


def _leaks(matcher: Matcher, own: Callable[[], Collection[str]], texts: Iterable[str]) -> bool:
    found = _terms_in(matcher, texts)
    return bool(found) and not found.issubset(own())


def _terms_in(matcher: Matcher, texts: Iterable[str]) -> frozenset[str]:
    plain = (piece for text in texts for piece in between_codes(_FINGERPRINT.sub("", text)))
    return frozenset(
        match.term
        for text in plain
        for match in matcher.find(text)
        if not _ends_in_date(text, match)
    )


def _ends_in_date(text: str, found: Match) -> bool:
    """*schoolgebouw Esweg* in one cell and *18-11-2024* in the next are no *Esweg 18*."""
    if "\n" not in text[found.start : found.end] or _HOUSE.search(found.term) is None:
        return False
    return _DATE.match(text, found.end) is not None


def _xlsx_texts(path: Path) -> Iterator[str]:
    """The text of every part: cells, headers, comments, properties; and the names of sheets."""
    with ZipFile(path) as archive:
        for name in archive.namelist():
            # These hold the names of fonts and scripts, some of which are also people's.
            if name.startswith("xl/theme/") or name == "xl/styles.xml":
                continue
            with archive.open(name) as part:
                yield from _xml_nodes(part, attributes=name == "xl/workbook.xml")


def _csv_texts(path: Path) -> Iterator[str]:
    for row in csv.reader(StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"):
        yield from row


def _json_texts(path: Path) -> Iterator[str]:
    yield from _values(json.loads(path.read_text("utf-8")))


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)
    elif value is not None:
        yield str(value)


def _xml_texts(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        yield from _xml_nodes(file, attributes=True)


def _xml_nodes(file: IO[bytes], *, attributes: bool) -> Iterator[str]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for node in etree.parse(file, parser).iter():
        yield node.text or ""
        yield node.tail or ""
        if attributes:
            yield from (str(value) for value in node.attrib.values())


def _text_lines(path: Path) -> Iterator[str]:
    yield from path.read_text("utf-8").splitlines()


def _pdf_texts(path: Path) -> Iterator[str]:
    from woo.pdf.reading.textlayer import read_pages

    for page in read_pages(path):
        yield page.text


READERS: dict[str, Callable[[Path], Iterator[str]]] = {
    ".xlsx": _xlsx_texts,
    ".csv": _csv_texts,
    ".json": _json_texts,
    ".xml": _xml_texts,
    ".txt": _text_lines,
    ".pdf": _pdf_texts,
}
