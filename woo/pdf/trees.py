"""Walk a name tree or number tree (ISO 32000-1, 7.9.6 and 7.9.7), also one that bites its tail."""

from collections.abc import Iterator
from typing import Any


def tree_entries(tree: Any, leaf: str) -> Iterator[tuple[Any, Any]]:
    """Key and value of every entry; ``leaf`` is ``/Names`` or ``/Nums``. No tree has no entries."""
    import pikepdf

    waiting, seen = [tree], set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        waiting.extend(node.get("/Kids", []))
        pairs: Any = node.get(leaf, [])
        for index in range(0, len(pairs) - 1, 2):
            yield pairs[index], pairs[index + 1]
