"""Which redacted texts are also words of our own: the inventarislijst has a column *Beoordeling*.

They stand in every bundle and tell nothing there.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from woo.inventory.inventarislijst import inventarislijst, write_all
from woo.model.publication import Publication
from woo.publish.gate import standing_in
from woo.publish.manifest import manifest_bytes
from woo.publish.replacing import MANIFEST
from woo.publish.sitemap import sitemap_files

_NO_TITLE = "–"


def own_words(publication: Publication, terms: Iterable[str]) -> frozenset[str]:
    """The terms that stand in a bundle also when nothing in it has a title."""
    with TemporaryDirectory(prefix="woo-") as name:
        _write_without_titles(publication, Path(name))
        return standing_in(Path(name), terms)


def _write_without_titles(publication: Publication, folder: Path) -> None:
    """All that the program writes in a bundle itself; titles are what it takes from documents."""
    untitled = replace(
        publication,
        title=_NO_TITLE,
        records=tuple(replace(one, title=_NO_TITLE) for one in publication.records),
        accompanying=tuple(replace(one, title=_NO_TITLE) for one in publication.accompanying),
    )
    listing = inventarislijst(
        untitled.records,
        title=_NO_TITLE,
        case_number=publication.case_number,
        dated=publication.decided_on,
    )
    files = set(write_all(listing, folder))
    for name, content in sitemap_files(untitled).items():
        (folder / name).write_bytes(content)
        files.add(name)
    (folder / MANIFEST).write_bytes(manifest_bytes(untitled, folder, files))
