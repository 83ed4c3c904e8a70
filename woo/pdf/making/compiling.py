"""Typst, kept for the whole process: its fonts and what did not change make most of the work."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from woo.errors import MissingError, WooError

if TYPE_CHECKING:
    import typst

# Archives want PDF/A-2a, the web wants PDF/UA-1; Typst writes both in one file.
_STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]


@cache
def font_folder() -> Path:
    """The folder of the font that ships as a Python package (never the machine's own fonts)."""
    package = find_spec("font_source_sans_pro")  # to import it lists every font once more
    if package is None or package.origin is None:
        raise MissingError("Het lettertype ontbreekt.", "Installeer het programma opnieuw.")
    return Path(package.origin).with_name("files")


# A compiler that is at work refuses other threads.
_one_at_a_time = Lock()


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[font_folder()])


@cache
def _compiler() -> "typst.Compiler":
    import typst

    return typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)


def typeset(source: str, *, root: Path | None = None) -> bytes:
    """Compile Typst source to PDF/A-2a and PDF/UA-1.

    ``root`` is the folder that files may come from, None for no files. Raises WooError when Typst
    refuses; its own message may quote the document and is therefore not repeated.
    """
    # Without a root the compiler would keep the one of the call before.
    folder = root or font_folder()
    with _explained(), _one_at_a_time:
        made = _compiler().compile(source.encode("utf-8"), root=folder, pdf_standards=_STANDARDS)
    if not isinstance(made, bytes):
        raise TypeError("one PDF was asked for")
    return made


def typeset_picture(source: str, root: Path, pixels_per_inch: int) -> bytes:
    """Compile Typst source of one page to PNG. ``root`` and errors as for ``typeset``."""
    with _explained(), _one_at_a_time:
        made = _compiler().compile(
            source.encode("utf-8"), root=root, format="png", ppi=float(pixels_per_inch)
        )
    if not isinstance(made, bytes):
        raise TypeError("one page was asked for")
    return made


def ask(source: str, selector: str, *, root: Path | None) -> str:
    """The value of the one thing that ``selector`` finds, as JSON. Raises as ``typeset`` does."""
    import typst

    with _explained():
        return typst.query(  # type: ignore[type-var]
            source.encode("utf-8"),
            selector,
            field="value",
            one=True,
            root=root or font_folder(),
            font_paths=_fonts(),
            ignore_system_fonts=True,
        )


@contextmanager
def _explained() -> Iterator[None]:
    import typst

    try:
        yield
    except (typst.TypstError, RuntimeError):  # the latter from a query
        raise WooError(
            "Het opmaken van de pdf is mislukt.", "Meld dit als fout in het programma."
        ) from None
