"""Typst, with the fonts found once for the whole process: those take longer than a page of text."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from woo.errors import WooError

if TYPE_CHECKING:
    import typst

# Archives want PDF/A-2a, the web wants PDF/UA-1; Typst writes both in one file.
_STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]


@cache
def font_folder() -> Path:
    """The folder of the font that ships as a Python package (never the machine's own fonts)."""
    import font_source_sans_pro

    return Path(font_source_sans_pro.font_directory)


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[font_folder()])


def typeset(source: str, *, root: Path | None = None) -> bytes:
    """Compile Typst source to PDF/A-2a and PDF/UA-1.

    ``root`` is the folder that images may come from. Raises WooError when Typst refuses; its own
    message may quote the document and is therefore not repeated.
    """
    import typst

    with _explained():
        return typst.compile(  # type: ignore[type-var]
            source.encode("utf-8"),
            root=root,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            pdf_standards=_STANDARDS,
        )


def ask(source: str, selector: str, *, root: Path) -> str:
    """The value of the one thing that ``selector`` finds, as JSON. Raises as ``typeset`` does."""
    import typst

    with _explained():
        return typst.query(  # type: ignore[type-var]
            source.encode("utf-8"),
            selector,
            field="value",
            one=True,
            root=root,
            font_paths=_fonts(),
            ignore_system_fonts=True,
        )


@contextmanager
def _explained() -> Iterator[None]:
    import typst

    try:
        yield
    except typst.TypstError:
        raise WooError(
            "Het opmaken van de pdf is mislukt.", "Meld dit als fout in het programma."
        ) from None
