"""Takes out of a PDF whatever ``allowtables`` does not name."""

from collections.abc import Callable, Iterator
from typing import Any

from woo.pdf.rebuilding.allowtables import PROFILES, REGISTRIES, TABLES
from woo.pdf.rebuilding.naming import NOTED


class AllowList:
    """Takes out of a graph of objects what the tables do not name.

    An object that is reached by two ways must satisfy both tables. Works with a list of things to
    do instead of recursion, because the depth of a hostile file is not known. ``contents`` holds
    the streams with operators by table name, ``images`` the images and ``named`` what has a name or
    a program inside, for further cleaning.
    """

    def __init__(self) -> None:
        self.contents: list[tuple[str, Any]] = []
        self.images: list[Any] = []
        self.named: list[tuple[str, Any]] = []
        self._seen: set[tuple[tuple[int, int], str]] = set()
        self._todo: list[tuple[Any, str]] = []

    def clean(self, value: Any, kind: str) -> bool:
        """Clean ``value`` and all that hangs from it. False when it may not stay at all."""
        keep = self._admit(value, kind)
        while self._todo:
            self._clean_dictionary(*self._todo.pop())
        return keep

    def _clean_dictionary(self, value: Any, kind: str) -> None:
        table = TABLES[kind]
        for key in list(value.keys()):
            child = table.get(key[1:])
            if child is None or not self._admit(value[key], child):
                del value[key]

    def _admit(self, value: Any, kind: str) -> bool:
        """Whether a value may stay; if it has parts of its own they are put on the list."""
        if kind in _SIMPLE:
            return _SIMPLE[kind](value)
        if kind.startswith("["):
            return self._admit_array(value, kind[1:-1])
        if kind.startswith("{"):
            return self._admit_map(value, kind[1:-1])
        if kind in _SPECIAL:
            return _SPECIAL[kind](self, value)
        return self._admit_table(value, kind)

    def _admit_array(self, value: Any, kind: str) -> bool:
        import pikepdf

        if not isinstance(value, pikepdf.Array):
            return self._admit(value, kind)
        for index in range(len(value)):
            if not self._admit(value[index], kind) and value[index] is not None:
                return False
        return True

    def _admit_map(self, value: Any, kind: str) -> bool:
        import pikepdf

        if not isinstance(value, pikepdf.Dictionary):
            return False
        if value.is_indirect and self._visited(value, "{" + kind):
            return True
        for key in list(value.keys()):
            if not self._admit(value[key], kind):
                del value[key]
        return True

    def _admit_table(self, value: Any, kind: str) -> bool:
        import pikepdf

        if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            return False
        if isinstance(value, pikepdf.Stream) and "Length" not in TABLES[kind]:
            return False
        if value.is_indirect and self._visited(value, kind):
            return True
        self._notice(value, kind)
        self._todo.append((value, kind))
        return True

    def _notice(self, value: Any, kind: str) -> None:
        if kind in {"form", "glyph", "tiling"}:
            self.contents.append((kind, value))
        elif kind == "image":
            self.images.append(value)
        elif kind in NOTED:
            self.named.append((kind, value))

    def _visited(self, value: Any, kind: str) -> bool:
        key = (value.objgen, kind)
        if key in self._seen:
            return True
        self._seen.add(key)
        return False


def is_atom(value: Any) -> bool:
    """A name, a number, a truth value."""
    import pikepdf

    return value is None or isinstance(value, bool | int | float | pikepdf.Name) or _is_real(value)


def is_number(value: Any) -> bool:
    """A number or nothing: no name, which may be of somebody."""
    return value is None or isinstance(value, int | float) or _is_real(value)


def _is_real(value: Any) -> bool:
    from decimal import Decimal

    return isinstance(value, Decimal)


def is_numbers(value: Any) -> bool:
    """Names and numbers, or arrays of them to any depth."""
    import pikepdf

    waiting = [value]
    for _ in range(2_000_000):
        if not waiting:
            return True
        item = waiting.pop()
        if isinstance(item, pikepdf.Array):
            waiting.extend(item)
        elif not is_atom(item):
            return False
    return False


def _is_string_in(known: set[bytes]) -> Callable[[Any], bool]:
    def check(value: Any) -> bool:
        import pikepdf

        return isinstance(value, pikepdf.String) and bytes(value) in known

    return check


_SIMPLE: dict[str, Callable[[Any], bool]] = {
    "atom": is_atom,
    "numbers": is_numbers,
    "registry": _is_string_in(REGISTRIES),
    "profile": _is_string_in(PROFILES),
}


def _by_subtype(tables: dict[str, str]) -> Callable[[AllowList, Any], bool]:
    def admit(allow: AllowList, value: Any) -> bool:
        import pikepdf

        if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            return False
        kind = tables.get(str(value.get("/Subtype", "")))
        return kind is not None and allow._admit(value, kind)  # noqa: SLF001 - its own module

    return admit


def _name_or(kind: str) -> Callable[[AllowList, Any], bool]:
    def admit(allow: AllowList, value: Any) -> bool:
        import pikepdf

        return isinstance(value, pikepdf.Name) or allow._admit(value, kind)  # noqa: SLF001

    return admit


def _admit_pattern(allow: AllowList, value: Any) -> bool:
    import pikepdf

    if isinstance(value, pikepdf.Stream):
        return allow._admit(value, "tiling")  # noqa: SLF001
    return allow._admit(value, "shadingpattern")  # noqa: SLF001


def _admit_mask(allow: AllowList, value: Any) -> bool:
    import pikepdf

    if isinstance(value, pikepdf.Array):
        return is_numbers(value)
    return allow._admit(value, "image")  # noqa: SLF001


def _admit_cidtogid(allow: AllowList, value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Name) or allow._admit(value, "data")  # noqa: SLF001


def _admit_fontsetting(allow: AllowList, value: Any) -> bool:
    import pikepdf

    return (
        isinstance(value, pikepdf.Array)
        and len(value) == 2
        and is_atom(value[1])
        and allow._admit(value[0], "font")  # noqa: SLF001
    )


# The parts of an array colour space after its name.
_COLORSPACES: dict[str, tuple[str, ...]] = {
    "/ICCBased": ("icc",),
    "/CalGray": ("calibrated",),
    "/CalRGB": ("calibrated",),
    "/Lab": ("calibrated",),
    "/Indexed": ("colorspace", "atom", "lookup"),
    "/Separation": ("atom", "colorspace", "function"),
    "/DeviceN": ("numbers", "colorspace", "function"),
    "/Pattern": ("colorspace",),
    "/DeviceGray": (),
    "/DeviceRGB": (),
    "/DeviceCMYK": (),
}


def _admit_colorspace(allow: AllowList, value: Any) -> bool:
    import pikepdf

    if isinstance(value, pikepdf.Name):
        return True
    if not isinstance(value, pikepdf.Array) or len(value) == 0:
        return False
    if value.is_indirect and allow._visited(value, "colorspace"):  # noqa: SLF001
        return True
    allow.named.append(("colorspace", value))
    parts = _COLORSPACES.get(str(value[0]))
    if parts is None or (len(value) - 1 < len(parts) and str(value[0]) != "/Pattern"):
        return False
    while len(value) > len(parts) + 1:
        del value[len(value) - 1]
    return all(
        allow._admit(part, kind)  # noqa: SLF001
        for part, kind in zip(_tail(value), parts, strict=False)
    )


def _tail(value: Any) -> Iterator[Any]:
    for index in range(1, len(value)):
        yield value[index]


def _admit_lookup(allow: AllowList, value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.String) or allow._admit(value, "data")  # noqa: SLF001


_SPECIAL: dict[str, Callable[[AllowList, Any], bool]] = {
    "xobject": _by_subtype({"/Image": "image", "/Form": "form"}),
    "font": _by_subtype(
        {
            "/Type0": "type0",
            "/Type1": "simplefont",
            "/MMType1": "simplefont",
            "/TrueType": "simplefont",
            "/Type3": "simplefont",
        }
    ),
    "colorspace": _admit_colorspace,
    "lookup": _admit_lookup,
    "function": _name_or("functiondict"),
    "encoding": _name_or("encodingdict"),
    "cmap": _name_or("cmapstream"),
    "cidtogid": _admit_cidtogid,
    "pattern": _admit_pattern,
    "mask": _admit_mask,
    "softmask": _name_or("softmaskdict"),
    "fontsetting": _admit_fontsetting,
}
