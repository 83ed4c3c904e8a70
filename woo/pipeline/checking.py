"""Check many PDFs made by any program: files and folders, one bad file never stops the rest."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from woo.errors import InputError
from woo.model.leak import Leak
from woo.pipeline.guarded import Guard, check_guarded, check_source, picture_guarded
from woo.pipeline.sources import list_files, shown
from woo.verify.report import Checked


def pdf_files(path: Path) -> tuple[Path, ...]:
    """The file itself, or every PDF in the folder.

    Raises InputError for a path that cannot be right and for a folder without PDFs.
    """
    if not path.is_dir():
        check_source(path)
        return (path,)
    found = tuple(file for file in list_files([path]) if file.suffix.lower() == ".pdf")
    if not found:
        raise InputError(
            f"In deze map staan geen pdf's: {shown(path)}.", "Controleer de naam en het pad."
        )
    return found


def check_files(
    paths: Sequence[Path],
    terms: Sequence[str],
    guard: Guard,
    progress: Callable[[str, int, int], None],
    *,
    pictures: bool,
) -> Iterator[tuple[Path, Checked]]:
    """What was found in each file, in order; a file that cannot be read is a leak."""
    if len(paths) > 1:
        # The process of each file begins as a copy of this one: loaded here, it is loaded once.
        import_module("woo.pdf.libraries")
    for number, path in enumerate(paths, start=1):
        progress("Controleren", number, len(paths))
        try:
            leaks = check_guarded(path, terms, guard)
        except InputError:
            leaks = (Leak(rule="unreadable", place="bestand"),)
        spots = picture_guarded(path, leaks, terms, guard) if pictures and leaks else ()
        yield path, Checked(shown(path), leaks, spots)
