"""Dictionaries and trees of a PDF: resources by kind, name trees and number trees."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def entries(resources: Any, kind: str) -> Mapping[str, Any]:
    """One kind of resource by name (with its slash); empty when there is none."""
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary):
        return {}
    found = resources.get("/" + kind)
    if not isinstance(found, pikepdf.Dictionary):
        return {}
    # A key with the value null counts as absent (ISO 32000-1, 7.3.7), but ``items`` gives it.
    return {name: value for name, value in found.items() if name in found}


def tree_entries(tree: Any, leaf: str) -> Iterator[tuple[Any, Any]]:
    """Key and value of every entry; ``leaf`` is ``/Names`` or ``/Nums``. No tree has no entries.

    ISO 32000-1, 7.9.6 and 7.9.7; also a tree that bites its own tail ends.
    """
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


def name_text(name: Any) -> str:
    """A pikepdf name without its slash; Latin-1 where its bytes are no UTF-8."""
    try:
        return str(name)[1:]
    except UnicodeDecodeError:
        written: bytes = name.unparse()
        raw = _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), written[1:])
        return raw.decode("latin-1")
