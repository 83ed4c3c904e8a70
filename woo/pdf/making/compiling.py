"""One Typst compiler for the whole process: with its fonts loaded, a page takes milliseconds."""

from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from woo.errors import WooError

if TYPE_CHECKING:
    import typst

# Archives want PDF/A-2a, the web wants PDF/UA-1; Typst writes both in one file.
_STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]

# A compiler that is at work refuses other threads.
_one_at_a_time = Lock()


@cache
def font_folder() -> Path:
    """The folder of the font that ships as a Python package (never the machine's own fonts)."""
    import font_source_sans_pro

    return Path(font_source_sans_pro.font_directory)


@cache
def _compiler() -> "typst.Compiler":
    import typst

    return typst.Compiler(font_paths=[font_folder()], ignore_system_fonts=True)


def typeset(source: str, *, root: Path | None = None) -> bytes:
    """Compile Typst source to PDF/A-2a and PDF/UA-1.

    ``root`` is the folder that images may come from. Raises WooError when Typst refuses; its own
    message may quote the document and is therefore not repeated.
    """
    import typst

    try:
        with _one_at_a_time:
            made = _compiler().compile(
                source.encode("utf-8"), root=root, pdf_standards=_STANDARDS
            )
    except typst.TypstError:
        raise WooError(
            "Het opmaken van de pdf is mislukt.", "Meld dit als fout in het programma."
        ) from None
    assert isinstance(made, bytes)
    return made
