"""One PDF under examination: everything the rules look at, read once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from woo.pdf.examining.objectfacts import FileFacts, read_facts
from woo.pdf.examining.objectwalk import FileObject, open_objects, walk_objects
from woo.pdf.examining.outlinefacts import OutlineFacts, read_outline
from woo.pdf.examining.pagecontent import ContentReader, PageContent
from woo.pdf.examining.pdfium_pages import PdfiumPage, open_pages
from woo.verify.rawfile import RawFile, read_raw


@dataclass(frozen=True, slots=True)
class Subject:
    """A PDF as bytes, as objects, as page contents and as pages of pdfium."""

    raw: RawFile = field(repr=False)
    facts: FileFacts = field(repr=False)
    outline: OutlineFacts = field(repr=False)
    trailer: bytes = field(repr=False)
    objects: list[FileObject] = field(repr=False)
    reader: ContentReader = field(repr=False)
    contents: list[PageContent] = field(repr=False)
    pages: list[PdfiumPage] = field(repr=False)


@contextmanager
def open_subject(data: bytes) -> Iterator[Subject]:
    """Read a PDF whole.

    Raises UnreadablePdfError or TooLargeError: what cannot be read cannot be shown clean.
    """
    with open_objects(data) as pdf, open_pages(data) as pages:
        reader = ContentReader(pdf)
        yield Subject(
            raw=read_raw(data),
            facts=read_facts(pdf),
            outline=read_outline(pdf),
            trailer=pdf.trailer.unparse(),
            objects=list(walk_objects(pdf)),
            reader=reader,
            contents=list(reader.pages()),
            pages=pages,
        )
