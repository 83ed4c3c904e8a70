"""Follows what pages really draw, writes those streams anew and prunes unused resources."""

from collections.abc import Callable, Iterator
from typing import Any

from woo.errors import RefusedError
from woo.pdf.rebuilding.contents import STANDARD_TAGS, Change, Names, rewrite
from woo.pdf.rebuilding.fontuse import prune_font
from woo.pdf.trees import entries

Key = tuple[str, int, int]
_REFUSAL = (
    "De inhoud van dit pdf-bestand is beschadigd en kan niet veilig worden gelakt.",
    "Druk het af naar een nieuwe pdf en lak die.",
)


class Reach:
    """Walks from the pages over every stream that is drawn, each one once."""

    def __init__(self, pdf: Any, is_off: Callable[[Any], bool]) -> None:
        self._pdf = pdf
        self._is_off = is_off
        self._used: dict[Key, tuple[Any, Names]] = {}
        self.rewritten: set[tuple[int, int]] = set()
        self._todo: list[tuple[Any, Any, Key]] = []

    def page(self, page: Any, change: Change | None = None) -> bytes:
        """The page's own operators, rewritten; what it draws is noted for ``follow``.

        ``change`` may alter what is kept of them, as in ``rewrite``.
        """
        key, resources = _own(page, page.get("/Resources"), None)
        return self._rewrite(page, resources, key, change)

    def follow(self) -> None:
        """Rewrite all forms, patterns, soft masks and Type 3 glyphs that are drawn."""
        while self._todo:
            stream, resources, key = self._todo.pop()
            if stream.objgen in self.rewritten:
                continue
            self.rewritten.add(stream.objgen)
            key, resources = _own(stream, stream.get("/Resources"), (key, resources))
            stream.write(self._rewrite(stream, resources, key))

    def names(self) -> Iterator[str]:
        """Every name that is written in a content stream."""
        for _, names in self._used.values():
            yield from names.tags - STANDARD_TAGS
            for used in names.used.values():
                yield from used

    def prune_fonts(self) -> None:
        """Take out of every font what no page shows; not when a stream borrows a font."""
        import pikepdf

        shown: dict[Key, tuple[Any, list[bytes]]] = {}
        for key, (resources, names) in self._used.items():
            fonts = entries(resources, "Font")
            if any(not isinstance(fonts.get(n), pikepdf.Dictionary) for n in names.shown):
                return
            for name, strings in names.shown.items():
                font = fonts[name]
                own = ("font", *font.objgen) if font.is_indirect else (name + key[0], *key[1:])
                shown.setdefault(own, (font, []))[1].extend(strings)
        for font, strings in shown.values():
            prune_font(self._pdf, font, strings)

    def prune(self) -> None:
        """Take resources out that no stream uses."""
        for resources, names in self._used.values():
            for kind in list(resources.keys()):
                used = names.used.get(kind[1:], set())
                for name in entries(resources, kind[1:]):
                    if name not in used and not _is_default(kind, name):
                        del resources[kind][name]

    def _rewrite(
        self, stream: Any, resources: Any, key: Key, change: Change | None = None
    ) -> bytes:
        import pikepdf

        _, names = self._used.setdefault(key, (resources, Names()))
        try:
            content = rewrite(stream, resources, self._is_off, names, change)
        except (pikepdf.PdfError, ValueError, TypeError, RecursionError):
            raise RefusedError(*_REFUSAL) from None
        for child, child_resources in _drawn(resources, names):
            if child.objgen not in self.rewritten:
                self._todo.append((child, child_resources or resources, key))
        return content


def _is_default(kind: str, name: str) -> bool:
    """Default colour spaces work without being named in a stream."""
    return kind == "/ColorSpace" and name in {"/DefaultGray", "/DefaultRGB", "/DefaultCMYK"}


def _own(owner: Any, resources: Any, inherited: tuple[Key, Any] | None) -> tuple[Key, Any]:
    """The resources of a stream and a key under which all users of them meet."""
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary):
        if inherited:
            return inherited
        owner["/Resources"] = resources = pikepdf.Dictionary()
        resources = owner["/Resources"]
    if resources.is_indirect:
        return ("resources", *resources.objgen), resources
    return ("owner", *owner.objgen), resources


def _drawn(resources: Any, names: Names) -> Iterator[tuple[Any, Any]]:
    """The streams with operators that the used names lead to, with resources of their own."""
    for kind, find in _FINDERS.items():
        listed = entries(resources, kind)
        for name in sorted(names.used.get(kind, ())):
            if name in listed:
                yield from find(listed[name])


def _forms(xobject: Any) -> Iterator[tuple[Any, Any]]:
    import pikepdf

    if isinstance(xobject, pikepdf.Stream) and xobject.get("/Subtype") == "/Form":
        yield xobject, None


def _tilings(pattern: Any) -> Iterator[tuple[Any, Any]]:
    import pikepdf

    if isinstance(pattern, pikepdf.Stream):
        yield pattern, None
    elif isinstance(pattern, pikepdf.Dictionary) and "/ExtGState" in pattern:
        yield from _masks(pattern["/ExtGState"])


def _masks(state: Any) -> Iterator[tuple[Any, Any]]:
    import pikepdf

    if not isinstance(state, pikepdf.Dictionary):
        return
    mask = state.get("/SMask")
    if isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
        yield mask["/G"], None
    font = state.get("/Font")
    if isinstance(font, pikepdf.Array) and len(font):
        yield from _glyphs(font[0])


def _glyphs(font: Any) -> Iterator[tuple[Any, Any]]:
    import pikepdf

    if not isinstance(font, pikepdf.Dictionary) or font.get("/Subtype") != "/Type3":
        return
    procedures = font.get("/CharProcs")
    if isinstance(procedures, pikepdf.Dictionary):
        for name in list(procedures.keys()):
            if isinstance(procedures[name], pikepdf.Stream):
                yield procedures[name], font.get("/Resources")


_FINDERS: dict[str, Callable[[Any], Iterator[tuple[Any, Any]]]] = {
    "XObject": _forms,
    "Pattern": _tilings,
    "ExtGState": _masks,
    "Font": _glyphs,
}
