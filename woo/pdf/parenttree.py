"""The tree that leads from numbered content back to the structure (ISO 32000-1 14.7.4.4)."""

from collections.abc import Iterator
from typing import Any

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
    import pikepdf

    waiting, seen = [tree], set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        waiting.extend(node.get("/Kids", []))
        pairs: Any = node.get("/Nums", [])
        for index in range(0, len(pairs) - 1, 2):
            kept = _parents(pairs[index + 1], known)
            if isinstance(pairs[index], int) and kept is not None:
                yield int(pairs[index]), kept


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
