"""Strict: bookmarks and page labels may only say what a reader also sees on the pages."""

import re
from collections.abc import Iterable, Iterator

from woo.model.leak import Leak
from woo.pdf.examining.outlinefacts import OutlineFacts
from woo.verify.folding import fold
from woo.verify.labels import without_labels

# What our own output may say of itself, beside the labels of boxes.
_OWN = re.compile(r"Pagina \d+|Bladwijzer|gelakt, .*")
_SHORT_PREFIX = re.compile(r"[A-Za-z]{0,2}[-. ]?\d{0,2}[-. ]?")
_WORD = re.compile(r"[^\W_]+")


def bookmarks(facts: OutlineFacts, texts: Iterable[str]) -> Iterator[Leak]:
    """Bookmarks that do more than lead to a page, or say what stands on none of the ``texts``."""
    if not facts.plain:
        yield Leak(rule="outline", place="bladwijzers of paginanummers")
    titles = [title for title in facts.titles if not _is_own(title)]
    titles += [prefix for prefix in facts.prefixes if not _SHORT_PREFIX.fullmatch(prefix)]
    if not titles:
        return
    # Engines differ about where words end, so a word may also be part of a longer one.
    seen = "\n".join(fold(text).letters for text in texts)
    for title in titles:
        if not all(fold(word).letters in seen for word in _WORD.findall(title)):
            yield Leak(rule="outline", place="een bladwijzer die niet op de pagina's staat")
            return


def _is_own(title: str) -> bool:
    """``Pagina 3``, or ``gelakt`` with a ground and nothing else."""
    return _OWN.fullmatch(title) is not None and not (
        title.startswith("gelakt") and without_labels(title)
    )
