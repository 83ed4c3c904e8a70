"""Layers (optional content, ISO 32000-1 section 8.11) that a reader does not show."""

from collections.abc import Callable
from typing import Any

_MEMBERSHIP_SHOWN: dict[str, Callable[[list[bool]], bool]] = {
    "/AllOn": all,
    "/AnyOn": any,
    "/AnyOff": lambda shown: not all(shown),
    "/AllOff": lambda shown: not any(shown),
}


def hidden_layers(pdf: Any) -> frozenset[tuple[int, int]]:
    """The object numbers of the layers of a pikepdf document that are off when it is opened."""
    import pikepdf

    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary):
        return frozenset()
    return frozenset(_hidden(properties))


def _hidden(properties: Any) -> set[tuple[int, int]]:
    default = properties.get("/D", {})
    off = set()
    if str(default.get("/BaseState", "/ON")) == "/OFF":
        off = {layer.objgen for layer in properties.get("/OCGs", [])}
        off -= {layer.objgen for layer in default.get("/ON", [])}
    return off | {layer.objgen for layer in default.get("/OFF", [])}


def is_hidden(thing: Any, hidden: frozenset[tuple[int, int]]) -> bool:
    """Whether a property list or an object with ``/OC`` belongs to a hidden layer."""
    import pikepdf

    if not hidden or not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return False
    if "/OC" in thing:
        return is_hidden(thing["/OC"], hidden)
    if str(thing.get("/Type")) == "/OCMD":
        return not _membership_shown(thing, hidden)
    return bool(thing.is_indirect and thing.objgen in hidden)


def _membership_shown(membership: Any, hidden: frozenset[tuple[int, int]]) -> bool:
    import pikepdf

    layers = membership.get("/OCGs")
    if layers is None:
        return True
    members = list(layers) if isinstance(layers, pikepdf.Array) else [layers]
    shown = [layer.objgen not in hidden for layer in members if layer is not None]
    rule = _MEMBERSHIP_SHOWN.get(str(membership.get("/P", "/AnyOn")), any)
    return rule(shown) if shown else True
