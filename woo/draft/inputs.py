"""Which files a document is made from: its source, the pictures in it, the templates."""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from woo.draft.files import read_source
from woo.draft.kinds import template_folders
from woo.draft.pictures import is_safe_path
from woo.draft.reading.source import parse
from woo.draft.sets.draft_set import SET_FILE, load_set
from woo.draft.tree import Image
from woo.draft.walk import walk_blocks
from woo.errors import InputError


def input_files(source: Path, templates: Path | None) -> Iterator[Path]:
    """Every file whose change changes the document, whether it is there or not."""
    yield source
    yield from _pictures_beside(source)
    yield from _template_files(templates)


def set_files(folder: Path, templates: Path | None) -> Iterator[Path]:
    """The same for a set: ``set.toml`` and every file that it names."""
    yield folder / SET_FILE
    try:
        draft_set = load_set(folder)
    except InputError:
        # What is missing comes into the folder, or under another name in set.toml.
        yield from _files_in(folder)
        return
    yield from draft_set.members
    for source in draft_set.sources:
        yield from _pictures_beside(source)
    yield from _template_files(templates)


def _files_in(folder: Path) -> list[Path]:
    """The files of a folder, none while it is not there itself."""
    try:
        return sorted(one for one in folder.iterdir() if one.is_file())
    except OSError:
        return []


def picture_names(source: Path) -> tuple[str, ...]:
    """The pictures of a source, as its author wrote them; none when it cannot be read."""
    try:
        text = read_source(source)
    except InputError:
        return ()
    return _pictures(text)


def _pictures_beside(source: Path) -> Iterator[Path]:
    yield from (source.parent / name for name in picture_names(source))


def _template_files(templates: Path | None) -> Iterator[Path]:
    try:
        folders = template_folders(templates)
    except InputError:
        return
    for folder in folders:
        yield from _files_below(folder)


@lru_cache(maxsize=64)
def _pictures(text: str) -> tuple[str, ...]:
    source = parse(text)
    parts = (source.blocks, *source.footnotes.values())
    images = (one for part in parts for one in walk_blocks(part) if isinstance(one, Image))
    names = (one.untrusted_path for one in images if is_safe_path(one.untrusted_path))
    return tuple(dict.fromkeys(names))


def _files_below(folder: Path) -> Iterator[Path]:
    for where, _, names in os.walk(folder):
        yield from (Path(where, name) for name in names)
