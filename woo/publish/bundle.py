"""Build the bundle: the documents, the inventarislijst, the metadata and the manifest.

Nothing appears under its own name before it is complete and has passed the rules and the gate.
"""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from woo.errors import RefusedError
from woo.model.publication import Publication
from woo.publish import gate
from woo.publish.diwoo_rules import problems
from woo.publish.documents import FOLDER, bundle_path, check_documents, copy_document
from woo.publish.manifest import manifest_bytes
from woo.publish.replacing import MANIFEST, check_archive_ours, replaced_folder
from woo.publish.sitemap import sitemap_files
from woo.text.archive import zip_folder
from woo.text.files import atomic_path

_INVENTORY = ("inventarislijst.xlsx", "inventarislijst.csv", "inventarislijst.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A finished bundle, as a folder and as a zip beside it."""

    folder: Path
    archive: Path
    documents: int


def build(
    publication: Publication,
    out: Path,
    terms: Collection[str] = (),
    own: Callable[[], Collection[str]] = frozenset,
) -> Bundle:
    """Write the bundle to ``out`` and ``out``.zip; the same publication gives the same bytes.

    ``terms`` are the redacted texts that may stand nowhere; those that are also words of the lists
    themselves, which ``own`` gives, not in a title. Raises RefusedError when a document
    was not shown clean, a file is missing or changed, the metadata breaks a rule or a term occurs;
    InputError for an unknown organisation or category, and for a folder that is not a bundle.
    """
    check_documents(publication)
    gate.check_titles(publication, terms)
    sitemaps = _checked_sitemaps(publication)
    _check_inventory(publication)
    archive = out.with_name(f"{out.name}.zip")
    check_archive_ours(archive)
    # The folder takes its place first, the archive right after it.
    with atomic_path(archive) as temporary, replaced_folder(out) as fresh:
        _fill(fresh, publication, sitemaps)
        gate.check(fresh, terms, own)
        zip_folder(fresh, _names(fresh), temporary)
    return Bundle(folder=out, archive=archive, documents=len(publication.released))


def _fill(folder: Path, publication: Publication, sitemaps: dict[str, bytes]) -> None:
    (folder / FOLDER).mkdir()
    for record in publication.released:
        source = publication.files.get(record.number)
        copy_document(record, source, folder / bundle_path(record))
    for name, path in publication.inventory.items():
        (folder / name).write_bytes(path.read_bytes())
    for name, content in sitemaps.items():
        (folder / name).write_bytes(content)
    (folder / MANIFEST).write_bytes(manifest_bytes(publication, folder, _names(folder)))


def _names(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files)


def _checked_sitemaps(publication: Publication) -> dict[str, bytes]:
    files = sitemap_files(publication)
    for name, content in files.items():
        found = problems(content) if name.startswith("diwoo-sitemap") else ()
        if found:
            raise RefusedError(
                f"De metadata van de publicatie klopt niet ({len(found)} keer). {found[0]}",
                "Vul de gegevens van dit document aan.",
            )
    return files


def _check_inventory(publication: Publication) -> None:
    """The list must be there in every form and be about these documents."""
    names = set(publication.inventory)
    if missing := [name for name in _INVENTORY if name not in names]:
        raise RefusedError(
            f"{missing[0]} ontbreekt.", "Maak de inventarislijst met `woo inventory`."
        )
    if names - {*_INVENTORY, "inventarislijst.pdf"}:
        raise RefusedError("Er hoort een bestand niet bij de inventarislijst.", "Haal het weg.")
    listed = json.loads(publication.inventory["inventarislijst.json"].read_text("utf-8"))
    judged = [(one["number"], one["judgement"]) for one in listed["documents"]]
    if judged != [(one.number, one.judgement.value) for one in publication.records]:
        raise RefusedError(
            "De inventarislijst is ouder dan de beoordelingen.",
            "Maak de lijst opnieuw met `woo inventory`.",
        )
