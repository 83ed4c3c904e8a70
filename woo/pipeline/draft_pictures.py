"""The pictures of a draft in a dossier: kept with it, and there again when it is typeset.

Each is an original under its own hash; beside the source a list says which picture the author
calls what. So no name of an author becomes the name of a file in the dossier.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from woo.dossier.layout import Layout, suffix_of
from woo.draft.inputs import picture_names
from woo.draft.pictures import is_safe_path
from woo.errors import InputError, UnreadableError
from woo.pipeline.keeping import keep_bytes
from woo.pipeline.sources import read_source, shown
from woo.text.files import temporary_folder, write_atomically

DRAFT = ".md"


def pictures_among(drafts: Sequence[Path]) -> frozenset[Path]:
    """The pictures that these drafts show, with their full paths."""
    return frozenset(path for draft in drafts for path in _pictures_of(draft).values())


def refuse_other_pictures(layout: Layout, drafts: Sequence[Path]) -> None:
    """Raises InputError when a draft is in the dossier with the same text and another picture.

    Both would be one document, for a document is known by the hash of its source.
    """
    for draft in drafts:
        pictures = _pictures_of(draft)
        kept = _kept(layout.pictures(_digest(draft))) if pictures else {}
        for name, path in pictures.items():
            if name in kept and kept[name] != _file_of(path):
                raise InputError(
                    f"{shown(Path(draft.name))} zit al in het dossier, met een andere afbeelding.",
                    "Begin met woo new een nieuw dossier voor de nieuwe versie.",
                )


def keep_pictures(layout: Layout, draft: Path) -> None:
    """Copy the pictures of a draft to the originals; what is there already stays as it is."""
    pictures = _pictures_of(draft)
    if not pictures:
        return
    listed = layout.pictures(_digest(draft))
    kept = _kept(listed)
    for name, path in pictures.items():
        kept.setdefault(name, f"{keep_bytes(layout, read_source(path), path.name)}{_suffix(path)}")
    write_atomically(listed, json.dumps(kept, ensure_ascii=False, sort_keys=True).encode())


@contextmanager
def with_pictures(listed: Path, near: Path) -> Iterator[Path]:
    """A folder inside ``near`` where the pictures of a draft have the names that its author wrote.

    ``listed`` says which they are (``Layout.pictures``). Raises UnreadableError when it is broken.
    """
    with temporary_folder(near) as folder:
        for name, file in _kept(listed).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((listed.parent / file).read_bytes())
        yield folder


def _pictures_of(draft: Path) -> dict[str, Path]:
    """The pictures that are there, by the name that the author wrote."""
    folder = draft.parent.resolve()
    found = {}
    for name in picture_names(draft):
        path = (folder / name).resolve()
        if path.is_relative_to(folder) and path.is_file():
            found[name] = path
    return found


def _kept(listed: Path) -> dict[str, str]:
    """The file among the originals of each picture. Raises UnreadableError for a broken list."""
    if not listed.exists():
        return {}
    try:
        kept = json.loads(listed.read_text("utf-8"))
    except (OSError, ValueError):
        kept = None
    if not _is_list_of_pictures(kept):
        raise UnreadableError(
            "De lijst met afbeeldingen van dit concept is beschadigd.",
            "Zet een reservekopie van het dossier terug.",
        )
    return dict(kept)


def _is_list_of_pictures(kept: object) -> bool:
    return isinstance(kept, Mapping) and all(
        isinstance(name, str) and is_safe_path(name) and isinstance(file, str) and "/" not in file
        for name, file in kept.items()
    )


def _file_of(path: Path) -> str:
    return f"{_digest(path)}{_suffix(path)}"


def _digest(path: Path) -> str:
    return hashlib.sha256(read_source(path)).hexdigest()


def _suffix(path: Path) -> str:
    return suffix_of(path.name)
