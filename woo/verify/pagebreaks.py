"""Rule ``secret-in-text``: no secret that begins on one page and ends on the next."""

from collections.abc import Iterator

from woo.model.leak import Leak
from woo.verify.needles import Needle, Needles
from woo.verify.subject import PageView

# Characters: the longest secret with room for a hyphen and white space.
_EDGE = 200


class BreakSearch:
    """Sees the pages in order and looks at each end together with the beginning that follows."""

    def __init__(self, needles: Needles) -> None:
        self._needles = needles
        self._ends: tuple[str, ...] = ()

    def see(self, view: PageView) -> Iterator[Leak]:
        """A leak when a secret runs over from the page before to this one."""
        texts = (view.content.text.strip(), view.page.text.strip())
        if any(self._over(end, text[:_EDGE]) for end, text in zip(self._ends, texts, strict=False)):
            yield Leak(
                rule="secret-in-text", place="over het einde van een pagina", page=view.number
            )
        self._ends = tuple(text[-_EDGE:] for text in texts)

    def _over(self, end: str, beginning: str) -> set[Needle]:
        """The secrets that only stand in the two together. What may stay somewhere is left out."""
        count = self._needles.count
        both = count(f"{end}\n{beginning}") - count(end) - count(beginning)
        return {needle for needle in both if not needle.allowed}
