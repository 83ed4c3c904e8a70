"""Take in a set: the letter, its attachments, and the nota that is about the letter."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from woo.dossier.documents import Arrival, entry_of_file, has_other_version
from woo.dossier.dossier import Dossier
from woo.draft.files import read_source
from woo.draft.reading.source import parse
from woo.draft.sets.draft_set import SET_FILE, DraftSet, load_set
from woo.draft.sets.files import refuse_errors
from woo.errors import InputError
from woo.pipeline.draft_pictures import keep_pictures
from woo.pipeline.keeping import keep_file, origin_of
from woo.pipeline.sources import read_source as read_bytes

CATEGORY = "007"  # vergaderstukken Staten-Generaal


def sets_among(dossier: Dossier, files: Sequence[Path]) -> list[DraftSet]:
    """The sets among these files. Raises InputError when one cannot go into this dossier."""
    sets = [load_set(folder) for folder in _folders(files)]
    for one in sets:
        refuse_errors(one, None)
        _refuse_private(one)
        _refuse_changed(dossier, one)
    if sets and dossier.settings.informatiecategorie != CATEGORY:
        raise InputError(
            f"Een set wordt openbaar in categorie {CATEGORY}, vergaderstukken Staten-Generaal.",
            f'Zet informatiecategorie = "{CATEGORY}" in dossier.toml, of begin een nieuw dossier.',
        )
    return sets


def without_sets(files: Sequence[Path]) -> Iterator[Path]:
    """The files that lie in no set. What else lies in the folder of a set stays out as well."""
    folders = _folders(files)
    return (one for one in files if not any(one.is_relative_to(folder) for folder in folders))


def _folders(files: Sequence[Path]) -> list[Path]:
    return [one.parent for one in files if one.name == SET_FILE]


def _refuse_private(draft_set: DraftSet) -> None:
    if parse(read_source(draft_set.nota)).first("actief_openbaar").casefold() != "ja":
        raise InputError(
            "De nota van deze set is niet actief openbaar.",
            "Zet actief_openbaar: Ja in de nota, of voeg alleen de brief toe.",
        )


def _refuse_changed(dossier: Dossier, draft_set: DraftSet) -> None:
    """Two versions of one nota in a dossier would both be published."""
    with dossier.transaction() as connection:
        for path in draft_set.members:
            digest = hashlib.sha256(read_bytes(path)).hexdigest()
            if has_other_version(connection, origin_of(path), digest):
                raise InputError(
                    "Een andere versie van deze set zit al in het dossier.",
                    "Begin met woo new een nieuw dossier voor de nieuwe versie.",
                )


def keep_set(dossier: Dossier, draft_set: DraftSet) -> Counter[Arrival]:
    """Keep the files of a set, the pictures in them, and how they belong together."""
    for source in draft_set.sources:
        keep_pictures(dossier.layout, source)
    first, digest = keep_file(dossier, draft_set.letter)
    with dossier.transaction() as connection:
        letter = entry_of_file(connection, digest)
    others = [
        *(
            keep_file(dossier, one.path, f"{one.name}{one.path.suffix}", parent=letter)
            for one in draft_set.attachments
        ),
        keep_file(dossier, draft_set.nota, refers_to=letter),
    ]
    return Counter([first, *(arrival for arrival, _ in others)])
