"""Sources and renderings as files."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from woo.draft.faults import faults
from woo.draft.kinds import template_folders
from woo.draft.outputs import OUTPUTS
from woo.draft.reading.source import MOST_CHARACTERS, with_line_feeds
from woo.draft.render import prepare, write
from woo.errors import InputError
from woo.model.draft import Problem
from woo.text.files import make_folder, write_atomically

if TYPE_CHECKING:
    from woo.draft.importing.source import Imported

MOST_BYTES = 4 * MOST_CHARACTERS  # UTF-8 takes at most 4 bytes a character
PUBLIC_SUFFIX = ".openbaar"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_STDOUT = "-"
WORD_FILE = "Dit is een Word-bestand en geen brontekst."
WORD_ADVICE = "Maak er eerst een brontekst van met: woo draft import BESTAND.docx."


def read_source(path: Path) -> str:
    """The text of a source. Raises InputError when it is no text, or too large."""
    untrusted = read_bytes(path)
    if problem := no_text(untrusted):
        raise faults([problem])
    return with_line_feeds(untrusted.decode("utf-8"))


def no_text(untrusted: bytes) -> Problem | None:
    """Why a file as it was read can be no source; None when it is text."""
    if is_word(untrusted):
        return Problem(1, 1, f"{WORD_FILE} {WORD_ADVICE}")
    if untrusted.startswith(b"%PDF-"):
        return Problem(1, 1, "Dit is een pdf en geen brontekst. Begin met: woo draft new.")
    if len(untrusted) > MOST_BYTES:
        return Problem(1, 1, "De brontekst is te groot. Maak er meer stukken van.")
    if untrusted.startswith(_UTF_16):
        return Problem(1, 1, "Dit bestand is UTF-16. Sla het op als tekst (UTF-8).")
    try:
        untrusted.decode("utf-8")
    except UnicodeDecodeError as error:
        before = with_line_feeds(untrusted[: error.start].decode("utf-8"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Problem(line, column, "Dit teken is geen UTF-8. Sla het bestand op als UTF-8.")
    return None


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


def render_file(
    source: Path, targets: Mapping[str, Path], *, public: bool, templates: Path | None
) -> Iterator[Path]:
    """Render one source to a file for each format, or to what a link there points at.

    Names each file when it is written. Raises InputError as ``render`` does.
    """
    if any(path.exists() and not path.is_file() for path in targets.values()):
        raise InputError("Op die plek staat geen gewoon bestand.", "Kies een andere naam met -o.")
    sheet = prepare(read_source(source), folder=source.parent, templates=templates)
    for to, path in targets.items():
        made = write(sheet, public=public, to=to)
        make_folder(path.parent)
        write_atomically(path.resolve(), made.content)
        yield path


def outdated(source: Path, targets: Mapping[str, Path]) -> list[Path]:
    """Public versions beside ``targets``, in another format, from before the source was changed.

    They may hold what is marked since.
    """
    changed = source.stat().st_mtime_ns
    beside = {path.with_suffix(f".{to}") for path in targets.values() for to in OUTPUTS}
    others = sorted(path for path in beside - set(targets.values()) if path.is_file())
    return [path for path in others if path.stat().st_mtime_ns < changed]


def import_file(
    word_file: Path, out: Path | None, kind: str | None, templates: Path | None
) -> tuple[Path, "Imported"]:
    """Write the source of a Word file, with its pictures beside it; say where and what was lost.

    Raises InputError when the source is there already, or as ``import_word`` does.
    """
    from woo.draft.importing.source import import_word

    refuse_stdout(out)
    path = out or word_file.with_suffix(".md")
    if path.exists() and path != word_file:
        raise InputError("Dit bestand bestaat al.", "Kies een andere naam met -o.")
    imported = import_word(word_file, template_folders(templates), kind, path.parent)
    for name, content in imported.pictures.items():
        write_atomically(path.with_name(name), content)
    write_new(path, imported.text)
    return path, imported


def refuse_stdout(out: Path | None) -> None:
    """Raise InputError when the output should go to standard output."""
    if str(out) == _STDOUT:
        raise InputError("Schrijven naar stdout (-o -) kan niet.", "Geef een bestand of een map.")


def is_folder(out: Path) -> bool:
    """Tell whether a name behind -o is that of a folder.

    A new one is, unless it ends as a file that can be made: ``uitvoer.v2`` is a folder.
    """
    return out.is_dir() or not (out.exists() or _format_in(out))


def renderings(
    sources: Sequence[Path], *, public: bool, wanted: Sequence[str], out: Path | None
) -> dict[Path, dict[str, Path]]:
    """Where each rendering of each source goes, by source and format.

    That is beside the source, or into the folder ``out``; or ``out`` is the file itself, and its
    name says the format. Without a wish it is a PDF. Raises InputError when two would go to one
    file, one would go over a source, or the name of the file does not fit.
    """
    formats = tuple(dict.fromkeys(wanted))
    if out is not None and not is_folder(out):
        formats = (_format_of_file(out, formats, is_one=len(set(sources)) == 1),)
    targets = {
        one: {to: _rendering(one, public=public, to=to, out=out) for to in formats or ("pdf",)}
        for one in sources
    }
    paths = [path.resolve() for found in targets.values() for path in found.values()]
    if len(set(paths)) != len(paths):
        raise InputError(
            "Twee bronteksten met dezelfde naam zouden over elkaar heen komen.",
            "Geef ze een andere naam, of maak ze na elkaar met een andere -o.",
        )
    if set(paths) & {source.resolve() for source in sources}:
        raise InputError("De uitkomst zou over de brontekst heen komen.", "Kies een andere naam.")
    return targets


def _format_in(out: Path) -> str:
    """The format that the end of a name says; empty when it says none."""
    return next((to for to in OUTPUTS if out.name.lower().endswith(f".{to}")), "")


def _format_of_file(out: Path, wanted: Sequence[str], *, is_one: bool) -> str:
    """The format of the one file that is made. Raises InputError when there is not one."""
    named = _format_in(out)
    if not named:
        raise InputError(
            "De naam bij -o zegt niet welk soort bestand het wordt.",
            f"Laat hem eindigen op {' of '.join(f'.{to}' for to in OUTPUTS)}, of geef een map.",
        )
    if len(out.name) == len(f".{named}"):
        raise InputError(
            f"Voor .{named} staat geen naam bij -o.", f"Geef een hele naam, zoals stuk.{named}."
        )
    if not is_one:
        raise InputError("Meer dan één bestand past niet in één bestand.", "Geef bij -o een map.")
    if len(wanted) > 1:
        raise InputError(
            "Meer dan één soort bestand past niet in één bestand.", "Geef bij -o een map."
        )
    if wanted and wanted[0] != named:
        raise InputError(
            f"De naam eindigt op .{named}, en bij --to staat {wanted[0]}.", "Maak ze gelijk."
        )
    return named


def _rendering(source: Path, *, public: bool, to: str, out: Path | None) -> Path:
    name = f"{source.stem}{PUBLIC_SUFFIX if public else ''}.{to}"
    if out is None:
        return source.with_name(name)
    return out / name if is_folder(out) else out
