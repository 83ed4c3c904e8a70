"""Rule ``secret-in-text``: no secret in the text of the pages, read by independent engines.

The operators are read by our own reader and the page by pdfium; a page on which they do not see
the same letters is read by pypdf too. (pypdf reads some 26 pages a second, the others hundreds.)
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from woo.model.leak import Leak
from woo.pdf.examining.pagecontent import PageContent
from woo.pdf.examining.pypdf_text import page_texts
from woo.verify.folding import fold, letter_counts
from woo.verify.needles import Needle, Needles
from woo.verify.objects import in_unshown
from woo.verify.subject import PageView

OPERATORS, PDFIUM, PYPDF = "de opdrachten in het bestand", "pdfium", "pypdf"


@dataclass(slots=True)
class Tally:
    """How often each secret was seen by one engine, and on which pages."""

    engine: str
    counts: Counter[Needle] = field(default_factory=Counter, repr=False)
    pages: dict[Needle, list[int]] = field(default_factory=dict, repr=False)

    def add(self, page: int, found: Counter[Needle]) -> None:
        """Count what was seen on a page."""
        for needle, number in found.items():
            self.counts[needle] += number
            self.pages.setdefault(needle, []).append(page)

    def leaks(self) -> Iterator[Leak]:
        """A leak for each page with a secret that occurs more often than it may."""
        pages = {
            page
            for needle, number in self.counts.items()
            if number > needle.allowed
            for page in self.pages[needle]
        }
        for page in sorted(pages):
            yield Leak(rule="secret-in-text", place=f"tekst volgens {self.engine}", page=page)


class TextSearch:
    """Counts the secrets on every page that it is shown, by every engine."""

    def __init__(self, needles: Needles) -> None:
        self._needles = needles
        self._by_operators, self._by_pdfium = Tally(OPERATORS), Tally(PDFIUM)
        self._doubtful: list[int] = []

    def see(self, view: PageView) -> Iterator[Leak]:
        """Count on one page; what the operators hold without showing it is a leak at once."""
        content, needles = view.content, self._needles
        text, seen = content.text, view.page.text
        self._by_operators.add(content.number, needles.count(text))
        self._by_pdfium.add(content.number, needles.count(seen))
        if not _same_letters(text, seen):
            self._doubtful.append(content.number)
        yield from _unshown(content, needles)

    def leaks(self, data: bytes) -> Iterator[Leak]:
        """After the last page: the pages on which a secret stands more often than it may."""
        by_pypdf = Tally(PYPDF)
        for number, text in page_texts(data, self._doubtful):
            by_pypdf.add(number, self._needles.count(text))
        for tally in (self._by_operators, self._by_pdfium, by_pypdf):
            yield from tally.leaks()


def _same_letters(one: str, other: str) -> bool:
    first, second = fold(one).letters, fold(other).letters
    return first == second or letter_counts(one) == letter_counts(other)


def _unshown(content: PageContent, needles: Needles) -> Iterator[Leak]:
    """What the page's operators hold without showing it, or show when ToUnicode is disbelieved."""
    found = {n for n in needles.in_long_words(content.other_text) if not n.allowed}
    for part in content.parts:
        found |= in_unshown(part, needles)
    if found:
        place = "verborgen in de opdrachten van de pagina"
        yield Leak(rule="secret-in-object", place=place, page=content.number)
