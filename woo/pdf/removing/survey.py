"""Looks through a PDF, before anything is changed, for what the text layer does not show."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from woo.errors import UnreadableError
from woo.pdf.removing.layers import hidden_layers
from woo.pdf.trees import entries

_MAX_DEPTH = 24


@dataclass(frozen=True, slots=True)
class Survey:
    """The layers that are off, and the pages (from 1) with letters in a pattern or soft mask."""

    hidden: frozenset[tuple[int, int]]
    painted: frozenset[int]


def survey(path: Path) -> Survey:
    """Look through a file. Raises UnreadableError when it cannot be opened."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            known: dict[tuple[int, int], bool] = {}
            painted = (
                number
                for number, page in enumerate(pdf.pages, start=1)
                if _paints_text(page.resources, known, 0)
            )
            return Survey(hidden_layers(pdf), frozenset(painted))
    except (pikepdf.PdfError, AttributeError, ValueError, TypeError):
        raise UnreadableError(
            "Dit pdf-bestand is beschadigd.", "Vraag de afzender om een nieuw exemplaar."
        ) from None


def _paints_text(resources: Any, known: dict[tuple[int, int], bool], depth: int) -> bool:
    """Whether patterns or soft masks, also those of forms, draw letters."""
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary):
        return False
    if resources.is_indirect and resources.objgen in known:
        return known[resources.objgen]
    if resources.is_indirect:
        known[resources.objgen] = False  # ends a circle
    found = any(_shows_text(stream, 0) for stream in _painters(resources)) or any(
        depth < _MAX_DEPTH and _paints_text(form.get("/Resources"), known, depth + 1)
        for form in _forms(resources)
    )
    if resources.is_indirect:
        known[resources.objgen] = found
    return found


def _painters(resources: Any) -> Iterator[Any]:
    """The tiling patterns and the groups of soft masks."""
    import pikepdf

    for pattern in entries(resources, "Pattern").values():
        if isinstance(pattern, pikepdf.Stream):
            yield pattern
    for state in entries(resources, "ExtGState").values():
        mask = state.get("/SMask") if isinstance(state, pikepdf.Dictionary) else None
        if isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
            yield mask["/G"]


def _forms(resources: Any) -> Iterator[Any]:
    import pikepdf

    for form in entries(resources, "XObject").values():
        if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
            yield form


def _shows_text(stream: Any, depth: int) -> bool:
    import pikepdf

    if depth > _MAX_DEPTH or len(pikepdf.parse_content_stream(stream, "Tj TJ ' \"")):
        return True
    resources = stream.get("/Resources")
    return any(_shows_text(form, depth + 1) for form in _forms(resources))
