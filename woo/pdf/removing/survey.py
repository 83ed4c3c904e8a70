"""Looks through a PDF, before anything is changed, for what the text layer does not show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from woo.errors import UnreadableError
from woo.pdf.removing.layers import hidden_layers
from woo.pdf.trees import entries

Number = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Survey:
    """The layers that are off, and the pages (from 1) with letters in a pattern or soft mask."""

    hidden: frozenset[Number]
    painted: frozenset[int]


def survey(path: Path) -> Survey:
    """Look through a file. Raises UnreadableError when it cannot be opened."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            look = _Look()
            painted = (
                number
                for number, page in enumerate(pdf.pages, start=1)
                if look.paints_text(page.resources)
            )
            return Survey(hidden_layers(pdf), frozenset(painted))
    except (pikepdf.PdfError, AttributeError, ValueError, TypeError):
        raise UnreadableError(
            "Dit pdf-bestand is beschadigd.", "Vraag de afzender om een nieuw exemplaar."
        ) from None


class _Look:
    """Remembers what was seen of streams and resources that pages share."""

    def __init__(self) -> None:
        self._shows: dict[Number, bool] = {}
        self._paints: dict[Number, bool] = {}

    def paints_text(self, resources: Any) -> bool:
        """Whether patterns or soft masks draw letters, also those of forms and Type 3 glyphs."""
        import pikepdf

        if not isinstance(resources, pikepdf.Dictionary):
            return False
        if not resources.is_indirect:
            return self._follow(resources)
        if resources.objgen not in self._paints:
            self._paints[resources.objgen] = self._follow(resources)
        return self._paints[resources.objgen]

    def _follow(self, resources: Any) -> bool:
        """Every stream once, however they draw each other; all under a painter is painted."""
        waiting: list[tuple[Any, bool]] = [(resources, False)]
        seen: set[tuple[Number, bool]] = set()
        while waiting:
            found, below = waiting.pop()
            for owner, painter in _owners(found):
                painted = below or painter
                if owner.is_indirect and (owner.objgen, painted) in seen:
                    continue
                seen.add((owner.objgen, painted))
                if painted and self._shows_text(owner):
                    return True
                waiting.append((owner.get("/Resources"), painted))
        return False

    def _shows_text(self, stream: Any) -> bool:
        import pikepdf

        if not isinstance(stream, pikepdf.Stream):
            return False
        if stream.objgen not in self._shows:
            shown = pikepdf.parse_content_stream(stream, "Tj TJ ' \"")
            self._shows[stream.objgen] = len(shown) > 0
        return self._shows[stream.objgen]


def _owners(resources: Any) -> Iterable[tuple[Any, bool]]:
    """What draws, and has resources of its own; True for a pattern or soft mask."""
    import pikepdf

    yield from ((form, False) for form in _forms(resources))
    yield from ((painter, True) for painter in _painters(resources))
    for font in entries(resources, "Font").values():
        if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/Type3":
            yield font, False


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
