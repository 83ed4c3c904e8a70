"""Places in the document itself that links and bookmarks lead to, without their names."""

from typing import Any

from woo.pdf.trees import name_text, tree_entries

_VIEWS = {"/XYZ", "/Fit", "/FitH", "/FitV", "/FitR", "/FitB", "/FitBH", "/FitBV"}


class Destinations:
    """Turns a destination, also one that is known by a name, into a page and a view."""

    def __init__(self, pdf: Any) -> None:
        self._numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self._names = _destinations(pdf)

    def to(self, destination: Any) -> Any:
        """An explicit destination (an array) on a page of this document, or None."""
        import pikepdf

        if isinstance(destination, pikepdf.String | pikepdf.Name):
            destination = self._names.get(_key(destination))
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.get("/D")
        if not isinstance(destination, pikepdf.Array) or len(destination) < 2:
            return None
        if self.page_number(destination) is None or str(destination[1]) not in _VIEWS:
            return None
        return pikepdf.Array([destination[0], *_numbers_only(destination)])

    def page_number(self, destination: Any) -> int | None:
        """The page (from 1) of an explicit destination; None when it is in another document."""
        import pikepdf

        page = destination[0]
        return self._numbers.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None


def _numbers_only(destination: Any) -> list[Any]:
    from woo.pdf.rebuilding.allowlist import is_number

    return [destination[1], *(part for part in list(destination)[2:6] if is_number(part))]


def _key(name: Any) -> bytes:
    import pikepdf

    return bytes(name) if isinstance(name, pikepdf.String) else name_text(name).encode()


def _destinations(pdf: Any) -> dict[bytes, Any]:
    """The named destinations of the document, in both the places they may stand."""
    import pikepdf

    found: dict[bytes, Any] = {}
    old = pdf.Root.get("/Dests")
    if isinstance(old, pikepdf.Dictionary):
        found |= {key[1:].encode(): value for key, value in old.items()}
    names = pdf.Root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
    for name, value in tree_entries(tree, "/Names"):
        if isinstance(name, pikepdf.String):
            found[bytes(name)] = value
    return found
