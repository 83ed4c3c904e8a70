"""Jinja2 makes Typst source, Typst makes an accessible PDF.

Every value in a template is written as a Typst string, so no text from outside is ever code.
A template marks its own code with ``Typst``.
"""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined

from woo.errors import WooError


class Typst(str):
    """Typst source that is trusted: made by this program, not taken from a document."""

    __slots__ = ()


def typst_string(text: str) -> Typst:
    """A Typst string literal holding ``text``: quotes, backslashes, control signs escaped."""
    escaped = "".join(_escape(character) for character in text)
    return Typst(f'"{escaped}"')


def _escape(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0:
        return f"\\u{{{ord(character):x}}}" if character in "\n\t" else " "
    return character


def _finalize(value: Any) -> Any:
    if isinstance(value, Typst):
        return value
    return Typst("#" + typst_string(str(value)))


def typst_environment(loader: BaseLoader) -> Environment:
    """A Jinja2 environment for Typst templates.

    ``{{ value }}`` in markup becomes ``#"value"``; ``{{ value | literal }}`` gives the bare string
    literal for use as an argument, ``{{ value | number }}`` a bare whole number.
    Undefined names raise.
    """
    environment = Environment(
        loader=loader,
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=False,  # noqa: S701 - not HTML: _finalize escapes for Typst
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["literal"] = lambda value: typst_string(str(value))
    environment.filters["number"] = lambda value: Typst(int(value))
    return environment


@cache
def font_folder() -> Path:
    """The folder of the font that ships as a Python package (never the machine's own fonts)."""
    import font_source_sans_pro

    return Path(font_source_sans_pro.font_directory)


def typeset(source: str, *, root: Path | None = None) -> bytes:
    """Compile Typst source to PDF/A-2a and PDF/UA-1.

    ``root`` is the folder that images may come from. Raises WooError when Typst refuses; its own
    message may quote the document and is therefore not repeated.
    """
    import typst

    try:
        pdf: bytes = typst.compile(  # type: ignore[misc]
            source.encode("utf-8"),
            root=root,
            font_paths=[font_folder()],
            ignore_system_fonts=True,
            # Archives want PDF/A-2a, the web wants PDF/UA-1; Typst writes both in one file.
            pdf_standards=["a-2a", "ua-1"],
        )
        return pdf
    except typst.TypstError:
        raise WooError(
            "Het opmaken van de pdf is mislukt.", "Meld dit als fout in het programma."
        ) from None
