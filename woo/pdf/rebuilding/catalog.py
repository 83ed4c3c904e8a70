"""The catalog of a released PDF, made anew, and the kinds of content that do not come along."""

from collections.abc import Sequence
from typing import Any

from woo.pdf.rebuilding.allowlist import AllowList
from woo.pdf.rebuilding.contents import is_language


def new_catalog(pdf: Any, pages: Sequence[Any], language: str) -> Any:
    """A catalog with the pages, the language and the output intents of the old one."""
    import pikepdf

    new = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Catalog))
    new["/Pages"] = _page_tree(pdf, pages)
    new["/Lang"] = pikepdf.String(language)
    new["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
    intents = _output_intents(pdf.Root)
    if intents:
        new["/OutputIntents"] = pikepdf.Array(intents)
    return new


def _page_tree(pdf: Any, pages: Sequence[Any]) -> Any:
    import pikepdf

    tree = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=len(pages)))
    for page in pages:
        page.obj["/Parent"] = tree
    tree["/Kids"] = pikepdf.Array([page.obj for page in pages])
    return tree


def _output_intents(catalog: Any) -> list[Any]:
    import pikepdf

    allow = AllowList()
    given = catalog.get("/OutputIntents")
    kept = []
    for intent in list(given) if isinstance(given, pikepdf.Array) else []:
        if allow.clean(intent, "outputintent"):
            if "/OutputConditionIdentifier" not in intent:
                intent["/OutputConditionIdentifier"] = pikepdf.String("Custom")
            kept.append(intent)
    return kept


def language_of(pdf: Any) -> str:
    """The language of the document; Dutch when it does not say."""
    given = pdf.Root.get("/Lang")
    return str(given) if is_language(given) else "nl"


_KINDS = {
    "metadata": ("/Metadata", "/PieceInfo"),
    "attachments": ("/AF", "/Collection"),
    "outlines": ("/Outlines",),
    "form": ("/AcroForm",),
    "layers": ("/OCProperties",),
    "javascript": ("/OpenAction", "/AA"),
    "page-labels": ("/PageLabels",),
    "threads": ("/Threads",),
}


def kinds_of(pdf: Any, *, layers: bool, annotations: bool) -> set[str]:
    """The kinds of content beside the pages that a document holds."""
    import pikepdf

    found = {kind for kind, keys in _KINDS.items() if any(key in pdf.Root for key in keys)}
    if "/Info" in pdf.trailer:
        found.add("metadata")
    names = pdf.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        found |= {"attachments"} if "/EmbeddedFiles" in names else set()
        found |= {"javascript"} if "/JavaScript" in names else set()
    if layers:
        found.add("layers")
    if annotations:
        found.add("annotations")
    return found


def kept_kinds(catalog: Any) -> set[str]:
    """Those that came along, cleaned."""
    return {kind for kind in ("outlines", "page-labels") if _KINDS[kind][0] in catalog}
