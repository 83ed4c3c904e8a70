"""Elements of a Word file by their local name: the strict form has other namespaces."""

from collections.abc import Iterator
from typing import Any

# Elements that only wrap others; what is in them is read as if they were not there.
WRAPPERS = frozenset({"customXml", "smartTag", "sdtContent", "ins", "moveTo", "dir", "bdo"})
# Where Word keeps track of what somebody changed.
TRACKED = frozenset({"ins", "moveTo", "del", "moveFrom"})
_SKIPPED = frozenset({"del", "moveFrom", "Fallback"})


def name(element: Any) -> str:
    """The local name; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Any, attribute: str = "val") -> str:
    """An attribute by its local name; empty when it is not there."""
    if element is None:
        return ""
    for key, content in element.attrib.items():
        if key.rpartition("}")[2] == attribute:
            return str(content)
    return ""


def child(element: Any, *path: str) -> Any:
    """The first child with this name, or the one at the end of a path of names; None if not."""
    for wanted in path:
        if element is None:
            return None
        element = next((one for one in element if name(one) == wanted), None)
    return element


def children(element: Any, wanted: str) -> list[Any]:
    """The children with this name."""
    return [one for one in element if name(one) == wanted]


def within(element: Any, *wanted: str) -> Iterator[Any]:
    """Every element below with one of these names, without the copy for old versions of Word."""
    for one in element:
        if name(one) in _SKIPPED:
            continue
        if name(one) in wanted:
            yield one
        else:
            yield from within(one, *wanted)


def is_on(properties: Any, attribute: str) -> bool:
    """Whether a switch such as bold is there and not off."""
    element = child(properties, attribute) if properties is not None else None
    return element is not None and value(element) not in {"0", "false", "off", "none"}


def text_of(element: Any) -> str:
    """All text below, breaks and tabs as spaces."""
    pieces = []
    for one in within(element, "t", "tab", "br", "cr", "p"):
        if name(one) == "p":
            pieces.append(f"{text_of(one)} ")
        else:
            pieces.append((one.text or "") if name(one) == "t" else " ")
    return "".join(pieces)
