"""The operators that show text: what they show, and the same operator with other text."""

from collections.abc import Sequence
from typing import Any

from woo.pdf.rebuilding.charcodes import CharCodes

STRINGS = frozenset({"Tj", "TJ", "'", '"'})


def parts(operands: Any) -> list[Any]:
    """The strings and numbers that the operator takes."""
    import pikepdf

    last = operands[-1]
    return list(last) if isinstance(last, pikepdf.Array) else [last]


def _is_string(part: Any) -> bool:
    import pikepdf

    return isinstance(part, pikepdf.String)


def texts(operands: Any) -> list[bytes]:
    """The strings alone."""
    return [bytes(part) for part in parts(operands) if _is_string(part)]


def as_operands(given: Sequence[Any]) -> Any:
    """The operands of TJ that show these parts."""
    import pikepdf

    return [pikepdf.Array([_string(part) for part in given])]


def _string(part: Any) -> Any:
    import pikepdf

    return pikepdf.String(part) if isinstance(part, bytes) else part


def showing(operator: str, operands: Any, given: Sequence[Any]) -> Any:
    """A text-showing operator with other text."""
    import pikepdf

    shown = [_string(part) for part in given]
    if operator == "TJ":
        return pikepdf.ContentStreamInstruction([pikepdf.Array(shown)], pikepdf.Operator("TJ"))
    text = pikepdf.String(b"".join(bytes(part) for part in shown if _is_string(part)))
    return pikepdf.ContentStreamInstruction(
        [*list(operands)[:-1], text], pikepdf.Operator(operator)
    )


def halves(codes: CharCodes, operands: Any, offset: int) -> tuple[list[Any], list[Any]]:
    """The parts of a text-showing operator before and from glyph ``offset``."""
    before: list[Any] = []
    after: list[Any] = []
    for part in parts(operands):
        if not _is_string(part):
            (before if offset > 0 or not after else after).append(part)
            continue
        at = 0
        for code in codes.split(bytes(part)):
            if offset == 0:
                break
            offset, at = offset - 1, at + code.size
        for side, data in ((before, bytes(part)[:at]), (after, bytes(part)[at:])):
            if data:
                side.append(data)
    return before, after
