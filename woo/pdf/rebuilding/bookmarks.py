"""The bookmarks and page labels of a document, made anew from harmless parts.

A title stays when every word of it stands on a page, where it was looked at; one that holds
redacted text becomes its label, any other ``Pagina 3``. A bookmark leads to a page of the
document and does nothing else.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.rebuilding.destinations import Destinations
from woo.pdf.removing.marks import LabelOf
from woo.pdf.trees import tree_entries

_MAX_DEPTH = 20
_MAX_NUMBER = 5_000
_MAX_TITLE = 300
_BOLD_ITALIC = 3
_STYLES = {"/D", "/R", "/r", "/A", "/a"}
_SHORT_PREFIX = re.compile(r"[A-Za-z]{0,2}[-. ]?\d{0,2}[-. ]?")
_MAX_PREFIX = 20


@dataclass(frozen=True, slots=True)
class Saying:
    """What a string may say.

    ``label_of`` is as in ``marks``; ``is_shown`` tells whether all words of a string stand on the
    pages as they will be released.
    """

    label_of: LabelOf
    is_shown: Callable[[str], bool]


@dataclass(slots=True)
class Bookmark:
    """One bookmark that stays, with those below it."""

    title: str = field(repr=False)
    target: Any
    is_open: bool
    look: dict[str, Any]
    below: "list[Bookmark]"

    @property
    def visible(self) -> int:
        """How many bookmarks below this one show when it is open."""
        return sum(1 + (one.visible if one.is_open else 0) for one in self.below)


def new_outlines(pdf: Any, outlines: Any, inside: Destinations, saying: Saying) -> Any:
    """An outline with what may stay of ``outlines``; None when nothing does."""
    import pikepdf

    kept = _Reading(inside, saying).below(outlines, 0)
    if not kept:
        return None
    root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines))
    _write(pdf, root, kept)
    root["/Count"] = sum(1 + (one.visible if one.is_open else 0) for one in kept)
    return root


class _Reading:
    """Walks through an outline that may be hostile."""

    def __init__(self, inside: Destinations, saying: Saying) -> None:
        self._inside = inside
        self._saying = saying
        self._seen: set[tuple[int, int]] = set()

    def below(self, parent: Any, depth: int) -> list[Bookmark]:
        """The bookmarks right below an item or the root, in order."""
        import pikepdf

        kept: list[Bookmark] = []
        item = parent.get("/First") if isinstance(parent, pikepdf.Dictionary) else None
        while isinstance(item, pikepdf.Dictionary) and item.is_indirect and depth < _MAX_DEPTH:
            if item.objgen in self._seen or len(self._seen) >= _MAX_NUMBER:
                break
            self._seen.add(item.objgen)
            bookmark = self._bookmark(item, depth)
            if bookmark is not None:
                kept.append(bookmark)
            item = item.get("/Next")
        return kept

    def _bookmark(self, item: Any, depth: int) -> Bookmark | None:
        below = self.below(item, depth + 1)
        target = self._target(item)
        if target is None and not below:
            return None
        number = None if target is None else self._inside.page_number(target)
        count = item.get("/Count")
        is_open = not isinstance(count, int) or count > 0
        return Bookmark(self._title(item, number), target, is_open, _look(item), below)

    def _target(self, item: Any) -> Any:
        import pikepdf

        action = item.get("/A")
        if isinstance(action, pikepdf.Dictionary):
            return self._inside.to(action.get("/D")) if action.get("/S") == "/GoTo" else None
        return self._inside.to(item.get("/Dest"))

    def _title(self, item: Any, number: int | None) -> str:
        import pikepdf

        given = item.get("/Title")
        text = " ".join(str(given).split()) if isinstance(given, pikepdf.String) else ""
        label = self._saying.label_of(text) if text else None
        if label is not None:
            return f"gelakt, {label}"
        if text and len(text) <= _MAX_TITLE and text.isprintable() and self._saying.is_shown(text):
            return text
        return "Bladwijzer" if number is None else f"Pagina {number}"


def _look(item: Any) -> dict[str, Any]:
    """Bold, italic and colour."""
    import pikepdf

    from woo.pdf.rebuilding.allowlist import is_number

    found: dict[str, Any] = {}
    if isinstance(item.get("/F"), int):
        found["/F"] = int(item["/F"]) & _BOLD_ITALIC
    colour = item.get("/C")
    if isinstance(colour, pikepdf.Array) and len(colour) == 3 and all(map(is_number, colour)):
        found["/C"] = pikepdf.Array([min(1.0, max(0.0, float(part or 0))) for part in colour])
    return found


def _write(pdf: Any, parent: Any, bookmarks: Sequence[Bookmark]) -> None:
    import pikepdf

    items = [pdf.make_indirect(pikepdf.Dictionary()) for _ in bookmarks]
    for index, (item, bookmark) in enumerate(zip(items, bookmarks, strict=True)):
        item["/Title"] = pikepdf.String(bookmark.title)
        item["/Parent"] = parent
        if bookmark.target is not None:
            item["/Dest"] = bookmark.target
        for key, value in bookmark.look.items():
            item[key] = value
        if index > 0:
            item["/Prev"] = items[index - 1]
        if index + 1 < len(items):
            item["/Next"] = items[index + 1]
        if bookmark.below:
            _write(pdf, item, bookmark.below)
            item["/Count"] = bookmark.visible if bookmark.is_open else -bookmark.visible
    parent["/First"], parent["/Last"] = items[0], items[-1]


def new_page_labels(labels: Any, pages: int, saying: Saying) -> Any:
    """Page labels with the styles and harmless prefixes of ``labels``; None when there are none."""
    import pikepdf

    found: dict[int, Any] = {}
    for first, given in tree_entries(labels, "/Nums"):
        if isinstance(first, int) and 0 <= first < pages and isinstance(given, pikepdf.Dictionary):
            found[int(first)] = _page_label(given, saying)
    if not any(len(label) for label in found.values()):
        return None
    found.setdefault(0, pikepdf.Dictionary(S=pikepdf.Name.D))
    flat: list[Any] = []
    for first in sorted(found):
        flat += [first, found[first]]
    return pikepdf.Dictionary(Nums=pikepdf.Array(flat))


def _page_label(given: Any, saying: Saying) -> Any:
    import pikepdf

    label = pikepdf.Dictionary()
    if str(given.get("/S")) in _STYLES:
        label["/S"] = given["/S"]
    if isinstance(given.get("/St"), int) and given["/St"] >= 1:
        label["/St"] = given["/St"]
    prefix = given.get("/P")
    if isinstance(prefix, pikepdf.String):
        text = str(prefix)
        short = _SHORT_PREFIX.fullmatch(text) is not None
        shown = len(text) <= _MAX_PREFIX and text.isprintable() and saying.is_shown(text)
        if (short or shown) and not saying.label_of(text):
            label["/P"] = pikepdf.String(text)
    return label
