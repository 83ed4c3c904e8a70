"""One PDF under examination. Pages and objects are read one by one, so memory does not grow."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.examining.objectfacts import FileFacts, PageFacts, read_facts
from woo.pdf.examining.objectwalk import FileObject, open_objects, walk_objects
from woo.pdf.examining.outlinefacts import OutlineFacts, read_outline
from woo.pdf.examining.pagecontent import ContentReader, PageContent
from woo.pdf.examining.pdfium_pages import PdfiumPage, open_pages
from woo.verify.rawfile import RawFile, read_raw


@dataclass(frozen=True, slots=True)
class PageView:
    """One page by all its readers: facts and operators from qpdf, drawing from pdfium."""

    facts: PageFacts = field(repr=False)
    content: PageContent = field(repr=False)
    page: PdfiumPage = field(repr=False)

    @property
    def number(self) -> int:
        """Pages count from 1."""
        return self.facts.number


@dataclass(frozen=True, slots=True)
class Subject:
    """A PDF as bytes, as objects and as pages."""

    raw: RawFile = field(repr=False)
    facts: FileFacts = field(repr=False)
    pdf: Any = field(repr=False)
    outline: OutlineFacts = field(repr=False)
    reader: ContentReader = field(repr=False)
    pages: list[PdfiumPage] = field(repr=False)

    @property
    def trailer(self) -> bytes:
        """The syntax of the trailer."""
        return bytes(self.pdf.trailer.unparse())

    def views(self) -> Iterator[PageView]:
        """Every page, closed when the next one is asked for.

        Raises UnreadablePdfError or TooLargeError for one that cannot be read.
        """
        both = zip(self.facts.pages, self.reader.pages(), self.pages, strict=True)
        for facts, content, page in both:
            try:
                yield PageView(facts, content, page)
            finally:
                page.close()

    def objects(self, *, pictures: bool) -> Iterator[FileObject]:
        """Every object. Read the pages first: ``reader.drawn`` tells which streams they draw."""
        return walk_objects(self.pdf, pictures=pictures)


@contextmanager
def open_subject(data: bytes) -> Iterator[Subject]:
    """Open a PDF with every reader.

    Raises UnreadablePdfError or TooLargeError: what cannot be read cannot be shown clean.
    """
    with open_objects(data) as pdf, open_pages(data) as pages:
        yield Subject(
            raw=read_raw(data),
            facts=read_facts(pdf),
            pdf=pdf,
            reader=ContentReader(pdf),
            outline=read_outline(pdf),
            pages=pages,
        )
