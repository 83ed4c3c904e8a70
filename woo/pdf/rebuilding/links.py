"""Which links stay: to a page of the same document, or to a website."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from woo.model.geometry import Box
from woo.pdf.rebuilding.addresses import readings
from woo.pdf.rebuilding.destinations import Destinations
from woo.pdf.removing.marks import LabelOf

_MAX_URI = 4096


class Links:
    """Cleans the annotations of pages down to harmless links."""

    def __init__(self, pdf: Any, inside: Destinations, label_of: LabelOf) -> None:
        self._pdf = pdf
        self._inside = inside
        self._label_of = label_of

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
            return self._to(annotation.get("/Dest"))
        if action.get("/S") == "/GoTo":
            return self._to(action.get("/D"))
        if action.get("/S") == "/URI" and self._is_harmless(action.get("/URI")):
            return "/A", pikepdf.Dictionary(
                S=pikepdf.Name.URI, URI=pikepdf.String(bytes(action["/URI"]))
            )
        return None

    def _to(self, destination: Any) -> tuple[str, Any] | None:
        place = self._inside.to(destination)
        return None if place is None else ("/Dest", place)

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
        return not any(self._label_of(reading) for reading in readings(text))


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
