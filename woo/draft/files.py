"""Sources and renderings as files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from woo.draft.kinds import template_folders
from woo.draft.outputs import OUTPUTS
from woo.draft.reading.source import MOST_CHARACTERS, with_line_feeds
from woo.draft.render import render
from woo.errors import InputError
from woo.text.files import write_atomically

if TYPE_CHECKING:
    from woo.draft.importing.source import Imported

MOST_BYTES = 4 * MOST_CHARACTERS  # UTF-8 takes at most 4 bytes a character
PUBLIC_SUFFIX = ".openbaar"
WORD_FILE = "Dit is een Word-bestand en geen brontekst."
WORD_ADVICE = "Maak er eerst een brontekst van met: woo draft import BESTAND.docx."


def read_source(path: Path) -> str:
    """The text of a source. Raises InputError when it is no text, or too large."""
    untrusted = read_bytes(path)
    if is_word(untrusted):
        raise InputError(WORD_FILE, WORD_ADVICE)
    if len(untrusted) > MOST_BYTES:
        raise InputError("De brontekst is te groot.", "Maak er meer stukken van.")
    try:
        return with_line_feeds(untrusted.decode("utf-8"))
    except UnicodeDecodeError:
        raise InputError("De brontekst is geen UTF-8.", "Sla hem op als tekst (UTF-8).") from None


def read_bytes(path: Path) -> bytes:
    """What a file holds, no more than it takes to see that it is too large. Raises InputError."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise InputError("De brontekst kan niet worden gelezen.", "Controleer het pad.") from None


def is_word(untrusted: bytes) -> bool:
    """Tell whether these are the bytes of a Word file: a zip with a part in the folder word."""
    return untrusted.startswith(b"PK\x03\x04") and b"word/" in untrusted


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises InputError when it is."""
    if path.exists():
        raise InputError("Dit bestand bestaat al.", "Kies een andere naam.")
    write_atomically(path, text.encode("utf-8"))


def render_file(source: Path, path: Path, *, public: bool, to: str, templates: Path | None) -> None:
    """Render one source to the file ``path``, or to what a link there points at.

    Raises InputError as ``render`` does.
    """
    if path.exists() and not path.is_file():
        raise InputError("Op die plek staat geen gewoon bestand.", "Kies een andere naam met -o.")
    made = render(
        read_source(source), public=public, to=to, folder=source.parent, templates=templates
    )
    path.parent.mkdir(exist_ok=True)
    write_atomically(path.resolve(), made.content)


def import_file(
    word_file: Path, out: Path | None, kind: str | None, templates: Path | None
) -> tuple[Path, "Imported"]:
    """Write the source of a Word file, with its pictures beside it; say where and what was lost.

    Raises InputError when the source is there already, or as ``import_word`` does.
    """
    from woo.draft.importing.source import import_word

    path = out or word_file.with_suffix(".md")
    if path.exists() and path != word_file:
        raise InputError("Dit bestand bestaat al.", "Kies een andere naam met -o.")
    imported = import_word(word_file, template_folders(templates), kind, path.parent)
    for name, content in imported.pictures.items():
        write_atomically(path.with_name(name), content)
    write_new(path, imported.text)
    return path, imported


def format_of(to: str | None, out: Path | None) -> str:
    """What to make: as the user says, or as the name of the file says; else a PDF.

    Raises InputError when the two differ, or the name ends on something else.
    """
    named = out.suffix.removeprefix(".").lower() if out and not out.is_dir() else ""
    if not named or named == to:
        return to or "pdf"
    if named not in OUTPUTS:
        raise InputError(
            f"Een bestand .{named} kan ik niet maken.", f"Kies uit: {', '.join(OUTPUTS)}."
        )
    if to is not None:
        raise InputError(f"De naam eindigt op .{named}, en bij --to staat {to}.", "Maak ze gelijk.")
    return named


def renderings(
    sources: Sequence[Path], *, public: bool, to: str, out: Path | None
) -> dict[Path, Path]:
    """Where the rendering of each source goes: beside it, to ``out``, or into the folder ``out``.

    Raises InputError when two renderings would go to one file, or one over its source.
    """
    many = len(set(sources)) > 1
    paths = {one: _rendering(one, public=public, to=to, out=out, many=many) for one in sources}
    if len({path.resolve() for path in paths.values()}) != len(paths):
        raise InputError(
            "Twee bronteksten met dezelfde naam zouden over elkaar heen komen.",
            "Geef ze een andere naam, of maak ze na elkaar met een andere -o.",
        )
    if {path.resolve() for path in paths.values()} & {source.resolve() for source in sources}:
        raise InputError("De uitkomst zou over de brontekst heen komen.", "Kies een andere naam.")
    return paths


def _rendering(source: Path, *, public: bool, to: str, out: Path | None, many: bool) -> Path:
    name = f"{source.stem}{PUBLIC_SUFFIX if public else ''}.{to}"
    if out is None:
        return source.with_name(name)
    if out.is_dir():
        return out / name
    if many and (out.suffix or out.exists()):
        raise InputError("Meer dan één bestand past niet in één bestand.", "Geef bij -o een map.")
    return out / name if many else out
