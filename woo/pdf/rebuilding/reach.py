"""Follows what pages really draw, writes those streams anew and prunes unused resources."""

from collections.abc import Callable, Iterator
from typing import Any

from woo.errors import RefusedError
from woo.pdf.rebuilding.charcodes import char_codes
from woo.pdf.rebuilding.contents import Change, Names, rewrite
from woo.pdf.rebuilding.fontprograms import Use
from woo.pdf.rebuilding.fontuse import codes_shown
from woo.pdf.trees import entries

Key = tuple[str, int, int]
_REFUSAL = (
    "De inhoud van dit pdf-bestand is beschadigd en kan niet veilig worden gelakt.",
    "Druk het af naar een nieuwe pdf en lak die.",
)


class Reach:
    """Walks from the pages over every stream that is drawn, each one once.

    ``changing`` False leaves the document as it is and only looks.
    """

    def __init__(self, is_off: Callable[[Any], bool], *, changing: bool = True) -> None:
        self._is_off = is_off
        self._changing = changing
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
            content = self._rewrite(stream, resources, key)
            if self._changing:
                stream.write(content)

    def names(self) -> Iterator[str]:
        """Every name of a resource that is written in a content stream."""
        for _, names in self._used.values():
            for used in names.used.values():
                yield from used

    def used(self) -> Iterator[tuple[Any, Names]]:
        """The resources of every stream with what it uses of them."""
        yield from self._used.values()

    def shown(self) -> dict[Key, Use]:
        """By font the codes that are shown in it, wherever it is used."""
        import pikepdf

        fonts: dict[Key, Any] = {}
        strings: dict[Key, list[bytes]] = {}
        visible: set[Key] = set()
        borrowed: list[bytes] = []
        for key, (resources, names) in self._used.items():
            listed = entries(resources, "Font")
            for name, shown in names.shown.items():
                if not isinstance(listed.get(name), pikepdf.Dictionary):
                    # The font was set by whoever draws this stream: it may be any.
                    borrowed.extend(shown)
                    continue
                font = listed[name]
                own = ("font", *font.objgen) if font.is_indirect else (name + key[0], *key[1:])
                fonts[own] = font
                strings.setdefault(own, []).extend(shown)
                visible.update({own} if name in names.visible else ())
        return {
            key: Use(
                font,
                codes_shown(char_codes(font), [*strings[key], *borrowed]),
                key in visible or bool(borrowed),
            )
            for key, font in fonts.items()
        }

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
