"""What stands around the text of a Word file: headers, footers, comments, the title."""

from typing import Any

from woo.draft.importing import xml
from woo.draft.importing.book import Book
from woo.draft.importing.package import WordPackage

_MARGIN = "Tekst in de kop- of voettekst komt niet mee: het sjabloon maakt die zelf."
_COMMENTS = "Opmerkingen in de kantlijn blijven in het Word-bestand: {}."


def remark_surroundings(package: WordPackage, book: Book, *, is_ours: bool) -> None:
    """Say what stands outside the text and is not taken over."""
    folder = package.document_name.rpartition("/")[0]
    for name in (*package.names(f"{folder}/header"), *package.names(f"{folder}/footer")):
        root = package.xml(name)
        if root is not None and _has_own_text(root, book, is_ours=is_ours):
            book.remarks.general(_MARGIN)
    comments = package.related("comments")
    root = package.xml(comments) if comments else None
    count = len(xml.children(root, "comment")) if root is not None else 0
    if count:
        book.remarks.general(_COMMENTS.format(count))


def _has_own_text(root: Any, book: Book, *, is_ours: bool) -> bool:
    """Text that no template put there: in a file of ours each run has a style that says so."""
    for run in xml.within(root, "r"):
        text = "".join(one.text or "" for one in xml.children(run, "t"))
        style = book.styles.name(xml.value(xml.child(run, "rPr", "rStyle")))
        ours = is_ours and style.startswith(("veld ", "vaste tekst", "label", "grond", "gelakt"))
        if any(c.isalpha() for c in text) and not ours:
            return True
    return False


def written_title(package: WordPackage) -> str:
    """The title in the properties of the file."""
    for target in package.relations("").values():
        if target.kind.endswith("/core-properties"):
            root = package.xml(target.place)
            title = xml.child(root, "title") if root is not None else None
            return " ".join((title.text or "").split()) if title is not None else ""
    return ""
