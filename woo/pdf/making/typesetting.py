"""Jinja2 makes Typst source, Typst makes an accessible PDF.

Every value in a template is written as a Typst string, so no text from outside is ever code.
A template marks its own code with ``Typst``.
"""

from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined

from woo.pdf.making.compiling import font_folder, typeset

__all__ = ["Typst", "font_folder", "typeset", "typst_environment", "typst_string"]


class Typst(str):
    """Typst source that is trusted: made by this program, not taken from a document."""

    __slots__ = ()


def typst_string(text: str) -> Typst:
    """A Typst string literal holding ``text``: quotes, backslashes, control signs escaped."""
    plain = text.isprintable() and '"' not in text and "\\" not in text
    escaped = text if plain else "".join(_escape(character) for character in text)
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
