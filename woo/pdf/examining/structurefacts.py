"""Texts in the structure tree that stand for what is shown (ISO 32000-1, 14.9)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.examining.objectwalk import UnreadablePdfError

_MAX_ELEMENTS = 500_000
_KEYS = ("/ActualText", "/Alt", "/E")


@dataclass(frozen=True, slots=True)
class Description:
    """What an element of type ``kind`` says under ``key``; ``parts`` are (page, MCID) it shows."""

    kind: str
    key: str
    said: bytes = field(repr=False)
    parts: tuple[tuple[int, int], ...]


def read_descriptions(pdf: Any) -> tuple[Description, ...]:
    """Every replacement text in the tree. Raises UnreadablePdfError when the tree is broken."""
    try:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            return ()
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        roles = {str(k): str(v) for k, v in dict(root.get("/RoleMap", {})).items()}
        return tuple(_descriptions(root, numbers, roles))
    except Exception:  # noqa: BLE001 - fails closed
        raise UnreadablePdfError from None


def _descriptions(
    root: Any, numbers: dict[tuple[int, int], int], roles: dict[str, str]
) -> Iterator[Description]:
    waiting: list[tuple[Any, int]] = [(child, 0) for child in _children(root)]
    seen: set[tuple[int, int]] = set()
    for _ in range(_MAX_ELEMENTS):
        if not waiting:
            return
        element, page = waiting.pop()
        if not hasattr(element, "keys") or "/S" not in element:
            continue
        if element.objgen != (0, 0):
            if element.objgen in seen:
                continue
            seen.add(element.objgen)
        if "/Pg" in element:
            page = numbers.get(element["/Pg"].objgen, 0)
        children = _children(element)
        waiting.extend((child, page) for child in children if hasattr(child, "keys"))
        kind = str(element["/S"])
        for key in _KEYS:
            if key in element:
                said = bytes(element[key])
                parts = tuple(_parts(children, page, numbers))
                yield Description(roles.get(kind, kind), key, said, parts)


def _children(element: Any) -> list[Any]:
    import pikepdf

    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _parts(
    children: list[Any], page: int, numbers: dict[tuple[int, int], int]
) -> Iterator[tuple[int, int]]:
    for child in children:
        if isinstance(child, int):
            yield page, int(child)
        elif hasattr(child, "keys") and "/MCID" in child:
            own = numbers.get(child["/Pg"].objgen, 0) if "/Pg" in child else page
            yield own, int(child["/MCID"])
