"""What a structure tree must have at least, for PDF/A-2a and PDF/UA-1."""

from collections.abc import Iterator
from typing import Any

from woo.pdf.rebuilding.contents import STANDARD_TAGS
from woo.pdf.rebuilding.parenttree import is_element

NO_TREE = "Het document heeft geen codes voor schermlezers (tags)."
_UNKNOWN_TYPE = "Een code voor schermlezers staat voor niets bekends."
_NO_TEXT = "Een afbeelding heeft geen tekst die haar beschrijft."
_HEADINGS = "De koppen slaan een niveau over."
_TABLE = "Een tabel is niet goed opgebouwd."
_MAX_DEPTH = 20
_CELLS = {"/TH", "/TD"}
_ROWS = {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"}


def structure_problem(catalog: Any) -> str | None:
    """What is missing, in Dutch; None when nothing is."""
    root = catalog.get("/StructTreeRoot")
    if root is None or root.get("/K") is None:
        return NO_TREE
    roles = root.get("/RoleMap")
    level = 0
    for element, kind in _elements(root, roles):
        problem = _element_problem(element, kind, roles)
        if problem:
            return problem
        if kind[:2] == "/H" and kind[2:].isdigit():
            if int(kind[2:]) > level + 1:
                return _HEADINGS
            level = int(kind[2:])
    return None


def _element_problem(element: Any, kind: str, roles: Any) -> str | None:
    if kind not in STANDARD_TAGS:
        return _UNKNOWN_TYPE
    if kind in {"/Figure", "/Formula"} and not _is_described(element):
        return _NO_TEXT
    below = {_standard(child, roles) for child in _children(element) if is_element(child)}
    if (kind == "/Table" and not below <= _ROWS) or (kind == "/TR" and not below <= _CELLS):
        return _TABLE
    return None


def _is_described(element: Any) -> bool:
    return any(str(element.get(key, "")).strip() for key in ("/Alt", "/ActualText"))


def _elements(root: Any, roles: Any) -> Iterator[tuple[Any, str]]:
    """Every element with its standard type, in reading order."""
    seen: set[tuple[int, int]] = set()
    waiting = list(reversed(list(_children(root))))
    while waiting:
        element = waiting.pop()
        if is_element(element) and element.objgen not in seen:
            seen.add(element.objgen)
            yield element, _standard(element, roles)
            waiting.extend(reversed(list(_children(element))))


def _children(element: Any) -> Iterator[Any]:
    import pikepdf

    children = element.get("/K")
    if isinstance(children, pikepdf.Array):
        yield from children
    elif children is not None:
        yield children


def _standard(element: Any, roles: Any) -> str:
    return standard_type(str(element.get("/S")), roles)


def standard_type(kind: str, roles: Any) -> str:
    """The standard type that a type stands for by the role map (ISO 32000-1 section 14.8.4)."""
    for _ in range(_MAX_DEPTH):
        if kind in STANDARD_TAGS or roles is None or kind not in roles:
            break
        kind = str(roles[kind])
    return kind
