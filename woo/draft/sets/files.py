"""Make everything of a set: each source in every format, internal and public."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from woo.draft.complete import ATTACHMENTS
from woo.draft.draft import Draft
from woo.draft.files import read_source
from woo.draft.layout.sheet import Sheet
from woo.draft.public import make_public
from woo.draft.reading.source import parse
from woo.draft.render import prepare, write
from woo.draft.sets.checks import check_set
from woo.draft.sets.draft_set import NOTA, SET_FILE, DraftSet
from woo.draft.sets.tables import same
from woo.draft.tree import plain
from woo.errors import InputError
from woo.model.draft import Severity
from woo.text.files import make_folder, write_atomically

OUTPUT = "uitvoer"
INTERNAL = "intern"
PUBLIC = "openbaar"
FORMATS = ("pdf", "docx", "html")
_OURS = re.compile(r"bijlage-\d+(?:-[a-z0-9-]+)?\.[a-z0-9]+")


def render_set(
    draft_set: DraftSet,
    out: Path,
    *,
    formats: Sequence[str] = FORMATS,
    public_only: bool = False,
    templates: Path | None = None,
) -> Iterator[Path]:
    """Write all documents below ``out`` and name each as it is done.

    A file that is no source goes to the internal folder alone: what is public of it is decided in a
    dossier. Raises InputError, before anything is written, when the set has errors.
    """
    refuse_errors(draft_set, templates)
    sheets = {
        path: prepare(read_source(path), folder=path.parent, templates=templates)
        for path in draft_set.sources
    }
    changed = max(path.stat().st_mtime_ns for path in (draft_set.folder / SET_FILE, *sheets))
    for folder in (PUBLIC,) if public_only else (INTERNAL, PUBLIC):
        made = list(_one_version(draft_set, out / folder, formats, sheets))
        _remove_others(out / folder, made, changed)
        yield from made


def refuse_errors(draft_set: DraftSet, templates: Path | None) -> None:
    """Raise InputError, with every place, when the set or one of its sources has errors."""
    found = check_set(draft_set, templates)
    lines = [
        f"  {path.name}, {one.place}: {one.message}"
        for path, problems in found.items()
        for one in problems
        if one.severity is Severity.ERROR
    ]
    if lines:
        raise InputError("\n".join(["De set heeft fouten:", *lines]))


def _one_version(
    draft_set: DraftSet, folder: Path, formats: Sequence[str], sheets: Mapping[Path, Sheet]
) -> Iterator[Path]:
    public = folder.name == PUBLIC
    make_folder(folder)
    called = names(draft_set) | (_neutral_names(draft_set, sheets) if public else {})
    for path, name in called.items():
        if path in sheets:
            for to in formats:
                made = write(sheets[path], public=public, to=to)
                yield _write(folder / f"{name}.{to}", made.content)
        elif not public:
            yield _write(folder / f"{name}{path.suffix.lower()}", _content(path))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        message = f"Deze bijlage kan niet worden gelezen: {path.name}."
        raise InputError(message, "Controleer of zij nog in de map staat.") from None


def names(draft_set: DraftSet) -> dict[Path, str]:
    """What each member is called among the outputs, without suffix."""
    letter = parse(read_source(draft_set.letter)).first("soort")
    attachments = {one.path: one.file_name for one in draft_set.attachments}
    return {draft_set.nota: NOTA, draft_set.letter: letter, **attachments}


def _neutral_names(draft_set: DraftSet, sheets: Mapping[Path, Sheet]) -> dict[Path, str]:
    """Other names in the public folder: what a source marks is not told by a file name either."""
    marked = [name for sheet in sheets.values() for name in _marked_names(sheet.draft)]
    return {
        one.path: one.neutral_name
        for one in draft_set.attachments
        if any(same(one.name, name) for name in marked)
    }


def _marked_names(draft: Draft) -> Iterator[str]:
    """The names of attachments of which the public version hides some."""
    if ATTACHMENTS in draft.fields:
        public = make_public(draft).draft.fields[ATTACHMENTS].rows
        for row, public_row in zip(draft.fields[ATTACHMENTS].rows, public, strict=True):
            if row[0] != public_row[0]:
                yield plain(row[0])


def _write(path: Path, content: bytes) -> Path:
    write_atomically(path, content)
    return path


def _remove_others(folder: Path, made: Sequence[Path], changed: int) -> None:
    """Take away what an earlier run made and this one did not.

    These are attachments that have another number or name now, and files in another format from
    before a source ``changed`` (nanoseconds): they may hold what is marked since.
    """
    documents = {path.stem for path in made}
    for path in set(folder.iterdir()) - set(made):
        is_other_format = path.stem in documents and path.suffix[1:] in FORMATS
        is_old = is_other_format and path.stat().st_mtime_ns < changed
        if is_old or _OURS.fullmatch(path.name):
            path.unlink()
