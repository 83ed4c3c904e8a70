"""The bookmarks and page labels of a PDF as plain values, read by qpdf."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pikepdf

from woo.pdf.examining.objectwalk import UnreadablePdfError
from woo.pdf.trees import tree_entries

_ROOT_KEYS = {"/Type", "/First", "/Last", "/Count"}
_ITEM_KEYS = {"/Title", "/Parent", "/Prev", "/Next", "/First", "/Last", "/Count", "/Dest", "/C"}
_LABEL_KEYS = {"/Type", "/S", "/St", "/P"}
_VIEWS = {"/XYZ", "/Fit", "/FitH", "/FitV", "/FitR", "/FitB", "/FitBH", "/FitBV"}
_STYLES = {"/D", "/R", "/r", "/A", "/a"}
_MAX_ITEMS = 100_000


@dataclass(frozen=True, slots=True)
class OutlineFacts:
    """``titles`` of bookmarks and ``prefixes`` of page labels.

    ``plain`` is False when anything else is in them: an action, another document, an unknown key,
    a tree that does not end.
    """

    titles: tuple[str, ...] = field(repr=False)
    prefixes: tuple[str, ...] = field(repr=False)
    plain: bool


def read_outline(pdf: Any) -> OutlineFacts:
    """Read both. Raises UnreadablePdfError when they are broken."""
    try:
        pages = {page.obj.objgen for page in pdf.pages}
        root = pdf.Root.get("/Outlines")
        items = list(_items(root))
        labels = [value for _, value in tree_entries(pdf.Root.get("/PageLabels"), "/Nums")]
        plain = (
            _is_plain_root(root)
            and len(items) < _MAX_ITEMS
            and all(_is_plain_item(item, pages) for item in items)
            and all(_is_plain_label(label) for label in labels)
        )
        return OutlineFacts(
            tuple(str(item.get("/Title", "")) for item in items),
            tuple(str(label.get("/P", "")) for label in labels if "/P" in label),
            plain,
        )
    except Exception:  # noqa: BLE001 - fails closed
        raise UnreadablePdfError from None


def _items(root: Any) -> Iterator[Any]:
    """Every bookmark once, also when the tree bites its own tail."""
    waiting = [root.get("/First")] if root is not None else []
    seen: set[tuple[int, int]] = set()
    while waiting and len(seen) < _MAX_ITEMS:
        item = waiting.pop()
        if item is None or item.objgen in seen:
            continue
        seen.add(item.objgen)
        yield item
        waiting += [item.get("/Next"), item.get("/First")]


def _is_plain_root(root: Any) -> bool:
    return root is None or set(root.keys()) <= _ROOT_KEYS


def _is_plain_item(item: Any, pages: set[tuple[int, int]]) -> bool:
    if not set(item.keys()) <= _ITEM_KEYS | {"/F"}:
        return False
    if not isinstance(item.get("/Title"), pikepdf.String) or not _is_numbers(item.get("/C")):
        return False
    place = item.get("/Dest")
    if place is None:
        return True
    return (
        isinstance(place, pikepdf.Array)
        and len(place) >= 2
        and place[0].objgen in pages
        and str(place[1]) in _VIEWS
        and all(_is_number(part) for part in list(place)[2:])
    )


def _is_plain_label(label: Any) -> bool:
    return (
        set(label.keys()) <= _LABEL_KEYS
        and ("/S" not in label or str(label["/S"]) in _STYLES)
        and _is_number(label.get("/St"))
        and isinstance(label.get("/P", pikepdf.String("")), pikepdf.String)
    )


def _is_number(value: Any) -> bool:
    return value is None or isinstance(value, int | float | Decimal)


def _is_numbers(value: Any) -> bool:
    return value is None or (isinstance(value, pikepdf.Array) and all(map(_is_number, value)))
