"""Which links stay: to a page of the same document, or to a website."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from woo.model.geometry import Box
from woo.pdf.removing.marks import LabelOf
from woo.pdf.trees import tree_entries

_VIEWS = {"/XYZ", "/Fit", "/FitH", "/FitV", "/FitR", "/FitB", "/FitBH", "/FitBV"}
_MAX_URI = 4096


class Links:
    """Cleans the annotations of pages down to harmless links."""

    def __init__(self, pdf: Any, label_of: LabelOf) -> None:
        self._pdf = pdf
        self._label_of = label_of
        self._pages = {page.obj.objgen for page in pdf.pages}
        self._names = _destinations(pdf)

    def clean(self, page: Any, boxes: Sequence[Box]) -> list[Any]:
        """Keep the harmless links of ``page`` that no box touches; give those that stay."""
        import pikepdf

        kept: list[Any] = []
        listed = page.get("/Annots")
        for annotation in list(listed) if isinstance(listed, pikepdf.Array) else []:
            if _is_link(annotation) and not _touches(annotation, page, boxes):
                cleaned = self._cleaned(annotation)
                if cleaned is not None:
                    kept.append(self._in_place(annotation, cleaned))
        if kept:
            page["/Annots"] = pikepdf.Array(kept)
        elif "/Annots" in page:
            del page["/Annots"]
        return kept

    def _in_place(self, annotation: Any, cleaned: Any) -> Any:
        """The structure tree points at the annotation, so the object stays the same one."""
        if not annotation.is_indirect:
            return self._pdf.make_indirect(cleaned)
        for key in list(annotation.keys()):
            del annotation[key]
        for key, value in cleaned.items():
            annotation[key] = value
        return annotation

    def _cleaned(self, annotation: Any) -> Any:
        import pikepdf

        from woo.pdf.rebuilding.allowlist import is_numbers

        target = self._target(annotation)
        if target is None:
            return None
        cleaned = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, F=4, Border=[0, 0, 0]
        )
        for key in ("/Rect", "/QuadPoints", "/StructParent"):
            if key in annotation and is_numbers(annotation[key]):
                cleaned[key] = annotation[key]
        cleaned[target[0]] = target[1]
        cleaned["/Contents"] = pikepdf.String(self._description(annotation, target[0]))
        return cleaned

    def _description(self, annotation: Any, kind: str) -> str:
        """What a screen reader says (PDF/UA-1 7.18.5): the old text when harmless."""
        import pikepdf

        said = annotation.get("/Contents")
        if isinstance(said, pikepdf.String) and str(said) and not self._label_of(str(said)):
            return str(said)
        return "Verwijzing binnen dit document" if kind == "/Dest" else "Verwijzing naar website"

    def _target(self, annotation: Any) -> tuple[str, Any] | None:
        """The key and value of where the link leads, or None when it must go."""
        import pikepdf

        action = annotation.get("/A")
        if not isinstance(action, pikepdf.Dictionary):
            return self._inside(annotation.get("/Dest"))
        if action.get("/S") == "/GoTo":
            return self._inside(action.get("/D"))
        if action.get("/S") == "/URI" and self._is_harmless(action.get("/URI")):
            return "/A", pikepdf.Dictionary(
                S=pikepdf.Name.URI, URI=pikepdf.String(bytes(action["/URI"]))
            )
        return None

    def _is_harmless(self, uri: Any) -> bool:
        import pikepdf

        if not isinstance(uri, pikepdf.String) or len(bytes(uri)) > _MAX_URI:
            return False
        text = bytes(uri).decode("utf-8", "replace")
        try:
            parts = urlsplit(text)
        except ValueError:
            return False
        if parts.scheme.lower() not in {"http", "https"} or "@" in parts.netloc:
            return False
        return not self._label_of(text) and not self._label_of(unquote(text))

    def _inside(self, destination: Any) -> tuple[str, Any] | None:
        """An explicit destination on a page of this document."""
        import pikepdf

        if isinstance(destination, pikepdf.String | pikepdf.Name):
            destination = self._names.get(_key(destination))
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.get("/D")
        if not isinstance(destination, pikepdf.Array) or len(destination) < 2:
            return None
        page = destination[0]
        if not isinstance(page, pikepdf.Dictionary) or page.objgen not in self._pages:
            return None
        if str(destination[1]) not in _VIEWS:
            return None
        return "/Dest", pikepdf.Array([page, *_numbers_only(destination)])


def _numbers_only(destination: Any) -> list[Any]:
    from woo.pdf.rebuilding.allowlist import is_atom

    return [part for part in list(destination)[1:6] if is_atom(part)]


def _is_link(annotation: Any) -> bool:
    import pikepdf

    return isinstance(annotation, pikepdf.Dictionary) and annotation.get("/Subtype") == "/Link"


def _touches(annotation: Any, page: Any, boxes: Sequence[Box]) -> bool:
    """Whether a box lies (partly) over the link; also when its place cannot be read."""
    if not boxes:
        return False
    try:
        x0, y0, x1, y1 = (float(v) for v in annotation["/Rect"])
        left, top = float(page["/MediaBox"][0]), float(page["/MediaBox"][3])
    except (KeyError, TypeError, ValueError, IndexError):
        return True
    xs, ys = sorted((x0 - left, x1 - left)), sorted((top - y0, top - y1))
    return any(b.x0 < xs[1] and b.x1 > xs[0] and b.y0 < ys[1] and b.y1 > ys[0] for b in boxes)


def _key(name: Any) -> bytes:
    import pikepdf

    return bytes(name) if isinstance(name, pikepdf.String) else str(name)[1:].encode()


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
