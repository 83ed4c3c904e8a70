"""Cleans the structure tree (ISO 32000-1 section 14.7) so that the document stays accessible.

MuPDF takes glyphs out but leaves what the tree says about them: replacement text, alternative
text, titles, identifiers. Here the tree keeps its shape and loses every string that is not known
to be harmless.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.rebuilding.contents import STANDARD_TAGS, is_language
from woo.pdf.rebuilding.parenttree import is_element, rebuild_parent_tree
from woo.pdf.rebuilding.structurerules import standard_type
from woo.pdf.removing.marks import LabelOf

ObjGen = tuple[int, int]

_ATTRIBUTES = (
    "O Placement WritingMode BackgroundColor BorderColor BorderStyle BorderThickness Padding "
    "Color SpaceBefore SpaceAfter StartIndent EndIndent TextIndent TextAlign BBox Width Height "
    "BlockAlign InlineAlign TBorderStyle TPadding BaselineShift LineHeight "
    "TextDecorationColor TextDecorationThickness TextDecorationType RubyAlign RubyPosition "
    "GlyphOrientationVertical ColumnCount ColumnGap ColumnWidths ListNumbering Role checked "
    "RowSpan ColSpan Scope"
)
# Alternative text says what a picture shows; on running text it can only repeat what was there.
_PICTURES = frozenset({"/Figure", "/Formula", "/Link", "/Form", "/Annot"})
_MAX_ELEMENTS = 2_000_000


@dataclass(slots=True)
class Cleaning:
    """What the tree may point at, and what its strings may not say.

    ``pages`` are the pages of the document, ``marked`` those with boxes, ``links`` the annotations
    that stay. ``label_of`` gives the label for a string that holds redacted text, else None.
    ``types`` has the standard type of each type whose name holds redacted text: LibreOffice calls
    a paragraph */Standard*, and people are called Stan.
    """

    pages: set[ObjGen]
    marked: set[ObjGen]
    links: set[ObjGen]
    label_of: LabelOf
    elements: set[ObjGen] = field(default_factory=set)
    identifiers: dict[bytes, tuple[str, Any]] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)


def clean_structure(root: Any, cleaning: Cleaning) -> None:
    """Clean the tree under StructTreeRoot ``root`` in place."""
    for key in list(root.keys()):
        if key not in {"/Type", "/K", "/ParentTree", "/ParentTreeNextKey", "/RoleMap"}:
            del root[key]
    _clean_role_map(root, cleaning)
    for element in _elements(root, cleaning):
        _clean_element(element, cleaning)
    _keep_children(root, cleaning)
    _rename_headers(root, cleaning)
    rebuild_parent_tree(root, cleaning.elements)


def _clean_role_map(root: Any, cleaning: Cleaning) -> None:
    import pikepdf

    roles = root.get("/RoleMap")
    if not isinstance(roles, pikepdf.Dictionary):
        if "/RoleMap" in root:
            del root["/RoleMap"]
        return
    telling = [key for key in map(str, roles.keys()) if _is_telling(key, cleaning)]
    kinds = {key: standard_type(key, roles) for key in telling}
    # One that stands for no standard type may stand for another that is called so as well.
    cleaning.types.update((key, kind) for key, kind in kinds.items() if kind in STANDARD_TAGS)
    for key in list(roles.keys()):
        if key in telling or not isinstance(roles[key], pikepdf.Name):
            del roles[key]


def _is_telling(kind: str, cleaning: Cleaning) -> bool:
    """Whether the name of a type, which may be that of a style, holds redacted text."""
    return kind not in STANDARD_TAGS and cleaning.label_of(kind) is not None


def _elements(root: Any, cleaning: Cleaning) -> Iterator[Any]:
    """Every element once; what has been seen before is not followed again."""
    waiting = list(_children(root))
    while waiting and len(cleaning.elements) < _MAX_ELEMENTS:
        element = waiting.pop()
        if not is_element(element) or element.objgen in cleaning.elements:
            continue
        cleaning.elements.add(element.objgen)
        yield element
        waiting.extend(_children(element))


def _children(element: Any) -> list[Any]:
    import pikepdf

    children = element.get("/K")
    if isinstance(children, pikepdf.Array):
        return list(children)
    return [] if children is None else [children]


def _clean_element(element: Any, cleaning: Cleaning) -> None:
    """One element: known keys, numbers, names, and strings that may be said."""
    for key in list(element.keys()):
        if key not in _ELEMENT_KEYS or not _ELEMENT_KEYS[key](element, key, cleaning):
            del element[key]
    _keep_children(element, cleaning)


def _keep_name(element: Any, key: str, cleaning: Cleaning) -> bool:
    import pikepdf

    if not isinstance(element[key], pikepdf.Name):
        return False
    name = str(element[key])
    if _is_telling(name, cleaning):
        element[key] = pikepdf.Name(cleaning.types.get(name, "/Span"))
    return True


def _keep_page(element: Any, key: str, cleaning: Cleaning) -> bool:
    import pikepdf

    page = element[key]
    return isinstance(page, pikepdf.Dictionary) and page.objgen in cleaning.pages


def _keep_language(element: Any, key: str, _: Cleaning) -> bool:
    return is_language(element[key])


def _keep_alternative(element: Any, key: str, cleaning: Cleaning) -> bool:
    label = _said(element, key, cleaning)
    if label is not None:
        return label
    return str(element.get("/S")) in _PICTURES or not _is_on_marked_page(element, cleaning)


def _keep_replacement(element: Any, key: str, cleaning: Cleaning) -> bool:
    label = _said(element, key, cleaning)
    return label if label is not None else not _is_on_marked_page(element, cleaning)


def _said(element: Any, key: str, cleaning: Cleaning) -> bool | None:
    """True when the string was replaced by its label, False when it is none, else None."""
    import pikepdf

    if not isinstance(element[key], pikepdf.String):
        return False
    label = cleaning.label_of(str(element[key]))
    if label is None:
        return None
    element[key] = pikepdf.String(f"gelakt, {label}")
    return True


def _is_on_marked_page(element: Any, cleaning: Cleaning) -> bool:
    """Whether the element may describe something on a page with boxes; yes when in doubt."""
    if not cleaning.marked:
        return False
    page = element.get("/Pg")
    return page is None or page.objgen in cleaning.marked


def _keep_identifier(element: Any, key: str, cleaning: Cleaning) -> bool:
    import pikepdf

    if not isinstance(element[key], pikepdf.String):
        return False
    name = f"id{len(cleaning.identifiers) + 1}"
    cleaning.identifiers.setdefault(bytes(element[key]), (name, element))
    element[key] = pikepdf.String(cleaning.identifiers[bytes(element[key])][0])
    return True


def _keep_attributes(element: Any, key: str, _: Cleaning) -> bool:
    import pikepdf

    from woo.pdf.rebuilding.allowlist import is_numbers

    value = element[key]
    for owner in list(value) if isinstance(value, pikepdf.Array) else [value]:
        if not isinstance(owner, pikepdf.Dictionary):
            continue
        for name in list(owner.keys()):
            harmless = name[1:] in _ATTRIBUTES.split() and is_numbers(owner[name])
            if not harmless and not (name == "/Headers" and _is_strings(owner[name])):
                del owner[name]
    return isinstance(value, pikepdf.Dictionary | pikepdf.Array)


def _is_strings(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array) and all(isinstance(v, pikepdf.String) for v in value)


_ELEMENT_KEYS: dict[str, Callable[[Any, str, Cleaning], bool]] = {
    "/Type": _keep_name,
    "/S": _keep_name,
    "/P": lambda *_: True,
    "/K": lambda *_: True,
    "/Pg": _keep_page,
    "/Lang": _keep_language,
    "/Alt": _keep_alternative,
    "/ActualText": _keep_replacement,
    "/E": _keep_replacement,
    "/ID": _keep_identifier,
    "/A": _keep_attributes,
}


def _keep_children(element: Any, cleaning: Cleaning) -> None:
    import pikepdf

    kept = [child for child in _children(element) if _is_kept(child, cleaning)]
    if kept:
        element["/K"] = pikepdf.Array(kept) if len(kept) > 1 else kept[0]
    elif "/K" in element:
        del element["/K"]


def _is_kept(child: Any, cleaning: Cleaning) -> bool:
    """Content numbers, known elements, and references to content or to links that stay."""
    import pikepdf

    if isinstance(child, int):
        return True
    if not isinstance(child, pikepdf.Dictionary):
        return False
    if "/S" in child:
        return bool(child.is_indirect)
    _clean_reference(child, cleaning)
    if child.get("/Type") == "/OBJR":
        return "/Obj" in child
    return isinstance(child.get("/MCID"), int)


def _clean_reference(child: Any, cleaning: Cleaning) -> None:
    import pikepdf

    for key in list(child.keys()):
        value = child[key]
        kept = (
            (key == "/Type" and isinstance(value, pikepdf.Name))
            or (key == "/MCID" and isinstance(value, int))
            or (key == "/Pg" and _keep_page(child, key, cleaning))
            or (key == "/Stm" and isinstance(value, pikepdf.Stream))
            or (key == "/Obj" and value.objgen in cleaning.links)
        )
        if not kept:
            del child[key]


def _rename_headers(root: Any, cleaning: Cleaning) -> None:
    """Table cells name their headers by identifier: write the new ones."""
    import pikepdf

    if not cleaning.identifiers:
        return
    pairs = sorted(cleaning.identifiers.values(), key=lambda pair: pair[0])
    names: list[Any] = []
    for name, element in pairs:
        names += [pikepdf.String(name), element]
    root["/IDTree"] = pikepdf.Dictionary(Names=pikepdf.Array(names))
    for element in _all_again(root):
        value = element.get("/A")
        for owner in list(value) if isinstance(value, pikepdf.Array) else [value]:
            if isinstance(owner, pikepdf.Dictionary) and "/Headers" in owner:
                known = [cleaning.identifiers.get(bytes(h)) for h in owner["/Headers"]]
                owner["/Headers"] = pikepdf.Array([pikepdf.String(k[0]) for k in known if k])


def _all_again(root: Any) -> Iterator[Any]:
    seen: set[ObjGen] = set()
    waiting = list(_children(root))
    while waiting:
        element = waiting.pop()
        if is_element(element) and element.objgen not in seen:
            seen.add(element.objgen)
            yield element
            waiting.extend(_children(element))
