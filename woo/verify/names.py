"""Names in a PDF that people forget: bookmarks of text that is gone, paths of files and folders."""

import re
from collections.abc import Iterator

from woo.model.leak import Leak, Severity
from woo.pdf.examining.objectfacts import FileFacts
from woo.pdf.examining.objectwalk import FileObject, StreamKind
from woo.pdf.examining.outlinefacts import OutlineFacts
from woo.pdf.examining.syntax import SyntaxParts
from woo.verify.decoding import readings
from woo.verify.folding import fold
from woo.verify.subject import PageView

_WORD = re.compile(r"[^\W\d_]{3,}")
_PATH = re.compile(
    r"(?<![A-Za-z])[A-Za-z]:\\[^\\\s]|\\\\[\w.-]+\\\w|file:/{2,3}\w|(?<![\w.])/(?:Users|home)/\w"
)
_FILE_TITLE = re.compile(
    r"^Microsoft \w+ - |\.(?:docx?|docm|xls[xm]?|pptx?|od[tsp]|indd|msg|eml|rtf|wpd)\s*$",
    re.IGNORECASE,
)


class BookmarkSearch:
    """Looks on the pages for the words of the bookmarks."""

    def __init__(self, facts: OutlineFacts) -> None:
        words = {word for title in facts.titles for word in _WORD.findall(title)}
        self._missing = {fold(word).letters for word in words}

    def see(self, view: PageView) -> Iterator[Leak]:
        """Strike out the words that one page shows."""
        if self._missing:
            letters = fold(view.page.text).letters
            self._missing = {word for word in self._missing if word not in letters}
        return iter(())

    def leaks(self) -> Iterator[Leak]:
        """After the last page: bookmarks with words that are nowhere."""
        if self._missing:
            place = "een bladwijzer die niet op de pagina's staat"
            yield Leak(rule="outline", place=place, severity=Severity.WARNING)


def file_paths(item: FileObject, parts: SyntaxParts) -> Iterator[Leak]:
    """Places on a disk or a server, in any object."""
    found = any(_PATH.search(next(iter(readings(value)))) for _, value in parts.strings)
    if item.kind is StreamKind.METADATA and item.stream:
        found = found or bool(_PATH.search(next(iter(readings(item.stream)))))
    if found:
        yield Leak(rule="file-path", place=f"object {item.number}", severity=Severity.WARNING)


def file_title(facts: FileFacts) -> Iterator[Leak]:
    """A title that is the name of the file it was made from."""
    if _FILE_TITLE.search(facts.info.get("/Title", "")):
        yield Leak(rule="file-path", place="Info, sleutel /Title", severity=Severity.WARNING)
