"""Rule ``secret-in-text``: no secret in the text of the pages, read by independent engines.

The operators are read by our own reader and the page by pdfium; a page on which they do not see
the same letters is read by pypdf too. (pypdf reads some 26 pages a second, the others hundreds.)
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from woo.model.leak import Leak
from woo.pdf.examining.pagecontent import PageContent
from woo.pdf.examining.pdfium_pages import PdfiumPage
from woo.pdf.examining.pypdf_text import page_texts
from woo.verify.folding import fold
from woo.verify.needles import Needle, Needles
from woo.verify.objects import in_unshown

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


def secrets_in_text(
    data: bytes, needles: Needles, contents: list[PageContent], pages: Iterable[PdfiumPage]
) -> Iterator[Leak]:
    """Count the secrets on every page, by every engine."""
    by_operators, by_pdfium, by_pypdf = Tally(OPERATORS), Tally(PDFIUM), Tally(PYPDF)
    doubtful: list[int] = []
    for content, page in zip(contents, pages, strict=True):
        text, seen = content.text, page.text
        by_operators.add(content.number, needles.count(text))
        by_pdfium.add(content.number, needles.count(seen))
        if not _same_letters(text, seen):
            doubtful.append(content.number)
        yield from _unshown(content, needles)
    for number, text in page_texts(data, doubtful):
        by_pypdf.add(number, needles.count(text))
    for tally in (by_operators, by_pdfium, by_pypdf):
        yield from tally.leaks()


def _same_letters(one: str, other: str) -> bool:
    first, second = fold(one).letters, fold(other).letters
    return first == second or Counter(first) == Counter(second)


def _unshown(content: PageContent, needles: Needles) -> Iterator[Leak]:
    """What the page's operators hold without showing it, or show when ToUnicode is disbelieved."""
    found = {n for n in needles.in_long_words(content.other_text) if not n.allowed}
    for part in content.parts:
        found |= in_unshown(part, needles)
    if found:
        place = "verborgen in de opdrachten van de pagina"
        yield Leak(rule="secret-in-object", place=place, page=content.number)
