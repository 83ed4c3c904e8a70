"""What all readers of one Word file share."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from woo.draft.importing import xml
from woo.draft.importing.images import Images
from woo.draft.importing.package import WordPackage
from woo.draft.importing.remarks import Remarks
from woo.draft.importing.styles import Lists, Styles

# How the address of a link to a place in the document begins, until its heading is known.
INSIDE = "#woo:"


@dataclass(slots=True)
class Book:
    """An open Word file; ``notes`` numbers the notes in the order in which they are met.

    ``headings`` holds the bookmarks at each heading, also in the order in which they are met;
    ``title`` is the first heading when that has Word's own style for a title; ``is_ours`` tells
    that the program made the file.
    """

    package: WordPackage
    styles: Styles
    lists: Lists
    remarks: Remarks = field(default_factory=Remarks)
    images: Images = field(default_factory=Images)
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    headings: list[list[str]] = field(default_factory=list)
    note_bookmarks: dict[str, tuple[str, str]] = field(default_factory=dict)
    title: str = field(default="", repr=False)
    is_ours: bool = False

    @classmethod
    def open(cls, package: WordPackage) -> "Book":
        """The book of a package."""
        styles = Styles(package.xml(package.related("styles")))
        lists = Lists(package.xml(package.related("numbering")), styles)
        book = cls(package, styles, lists)
        book.note_bookmarks = _note_bookmarks(package)
        return book

    def note_heading(self, bookmarks: Iterable[str]) -> None:
        """The next heading, with the names by which links point to it."""
        self.headings.append(list(bookmarks))

    def note(self, kind: str, identifier: str) -> int:
        """The number of a footnote or endnote."""
        return self.notes.setdefault((kind, identifier), len(self.notes) + 1)


def _note_bookmarks(package: WordPackage) -> dict[str, tuple[str, str]]:
    """The notes that stand in a bookmark: fields refer to them by it."""
    found: dict[str, tuple[str, str]] = {}
    open_names: list[str] = []
    wanted = ("bookmarkStart", "footnoteReference", "endnoteReference")
    for element in xml.within(package.document, *wanted):
        if xml.name(element) == "bookmarkStart":
            open_names.append(xml.value(element, "name"))
        elif open_names:
            found[open_names[-1]] = (xml.name(element), xml.value(element, "id"))
    return found
