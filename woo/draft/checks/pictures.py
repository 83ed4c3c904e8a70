"""Check that the pictures of a text are there."""

from collections.abc import Iterator
from pathlib import Path

from woo.draft.pictures import is_safe_path, read_picture
from woo.draft.reading.source import Source
from woo.draft.tree import Image
from woo.draft.walk import walk_blocks
from woo.errors import InputError
from woo.model.draft import Problem
from woo.text.nearest import nearest


def check_pictures(source: Source, folder: Path) -> Iterator[Problem]:
    """An error at each picture whose file is not in ``folder``, or cannot be read."""
    for blocks in (source.blocks, *source.footnotes.values()):
        for inline in walk_blocks(blocks):
            if not isinstance(inline, Image) or not is_safe_path(inline.untrusted_path):
                continue
            if not (folder / inline.untrusted_path).is_file():
                yield Problem(inline.line, inline.column, _message(inline, folder))
                continue
            try:
                read_picture(inline.untrusted_path, folder, "afbeelding")
            except InputError as error:
                yield Problem(inline.line, inline.column, f"{error.message} {error.advice}")


def _message(image: Image, folder: Path) -> str:
    written = Path(image.untrusted_path)
    beside = (folder / written).parent
    names = [one.name for one in beside.iterdir() if one.is_file()] if beside.is_dir() else []
    near = nearest(written.name, names, least=80)
    near = near and written.with_name(near).as_posix()
    advice = f" Bedoelt u '{near}'?" if near else " Zet het bestand naast de brontekst."
    return f"Deze afbeelding is er niet.{advice}"
