"""The tree that leads from numbered content back to the structure (ISO 32000-1 14.7.4.4)."""

from collections.abc import Iterator
from typing import Any

from woo.pdf.trees import tree_entries

ObjGen = tuple[int, int]


def is_element(value: Any) -> bool:
    """Whether an object is a structure element."""
    import pikepdf

    return isinstance(value, pikepdf.Dictionary) and "/S" in value and value.is_indirect


def rebuild_parent_tree(root: Any, known: set[ObjGen]) -> None:
    """The number tree from content to element, flat, with known elements only."""
    import pikepdf

    entries = dict(_numbers(root.get("/ParentTree"), known))
    flat: list[Any] = []
    for number in sorted(entries):
        flat += [number, entries[number]]
    if isinstance(root.get("/ParentTree"), pikepdf.Dictionary):
        root["/ParentTree"] = pikepdf.Dictionary(Nums=pikepdf.Array(flat))
    root["/ParentTreeNextKey"] = max(entries, default=-1) + 1


def _numbers(tree: Any, known: set[ObjGen]) -> Iterator[tuple[int, Any]]:
    for number, value in tree_entries(tree, "/Nums"):
        kept = _parents(value, known)
        if isinstance(number, int) and kept is not None:
            yield int(number), kept


def _parents(value: Any, known: set[ObjGen]) -> Any:
    import pikepdf

    if not isinstance(value, pikepdf.Array):
        return value if _is_known(value, known) else None
    for index in range(len(value)):
        if not _is_known(value[index], known):
            value[index] = None
    return value


def _is_known(value: Any, known: set[ObjGen]) -> bool:
    return is_element(value) and value.objgen in known
