"""Texts for listening and copying (ActualText, Alt, E) that say more than the page shows."""

from collections.abc import Iterator

from woo.model.leak import Leak, Severity
from woo.pdf.examining.structurefacts import Description
from woo.verify.decoding import readings
from woo.verify.folding import letter_counts
from woo.verify.labels import without_labels
from woo.verify.subject import PageView

# Fewer letters than this are a ligature, a bullet or a hyphen that is written out.
_MORE = 3
# What these show is no text, or text that a description is meant to add to.
_DESCRIBED = frozenset({"/Figure", "/Formula", "/Link", "/Form", "/Annot", "/Table", "/Note"})


class Descriptions:
    """Compares what the structure tree says with what the same marked content shows."""

    def __init__(self, found: tuple[Description, ...]) -> None:
        self._found = [one for one in found if one.parts and one.kind not in _DESCRIBED]
        self._wanted = {part for one in self._found for part in one.parts}
        self._shown: dict[tuple[int, int], str] = {}

    def see(self, view: PageView) -> Iterator[Leak]:
        """Remember what one page shows; marked content with a text of its own is judged at once."""
        for part in view.content.parts:
            for marked in part.marked:
                key = (view.number, -1 if marked.identifier is None else marked.identifier)
                if key in self._wanted:
                    self._shown[key] = self._shown.get(key, "") + marked.shown
                if marked.said is not None:
                    yield from _judge(
                        _text(marked.said), marked.shown, "voorleestekst", view.number
                    )

    def leaks(self) -> Iterator[Leak]:
        """After the last page: what the tree says more."""
        for one in self._found:
            shown = "".join(self._shown.get(part, "") for part in one.parts)
            page = one.parts[0][0] or None
            yield from _judge(_text(one.said), shown, f"voorleestekst, {one.key}", page)


def _judge(said: str, shown: str, place: str, page: int | None) -> Iterator[Leak]:
    """More letters said than shown; a leak when a label is all that is shown in their place."""
    if "\ufffd" in shown:
        return
    more = letter_counts(said) - letter_counts(shown)
    if sum(more.values()) < _MORE or not without_labels(said):
        return
    replaced = bool(shown.strip()) and not without_labels(shown)
    severity = Severity.LEAK if replaced else Severity.WARNING
    yield Leak(rule="hidden-description", place=place, page=page, severity=severity)


def _text(raw: bytes) -> str:
    return next(iter(readings(raw)))
