"""Takes invisible text out of what a page draws; all that shows stays as it is."""

from typing import Any

from woo.pdf.reading.invisible import inherited
from woo.pdf.trees import entries

_SHOWN = frozenset({"Tj", "TJ", "'", '"'})
_INVISIBLE = 3  # text render mode
_MAX_DEPTH = 24
_OF_STREAM = frozenset({"/DecodeParms", "/Filter", "/Length"})


class _WovenError(Exception):
    """Text that shows and text that does not stand between one BT and ET."""


def take_out(pdf: Any, page: Any) -> bool:
    """Take the invisible text out of a pikepdf page.

    False, and nothing has changed, where it is woven into text that shows (what stands behind it on
    the line would move), or where the content is damaged.
    """
    import pikepdf

    try:
        resources = inherited(page.obj, "/Resources")
        content, resources = _Taking(pdf).without(page, resources, 0, 0)
    except (_WovenError, pikepdf.PdfError, LookupError, TypeError, ValueError):
        return False
    page.obj["/Contents"], page.obj["/Resources"] = pdf.make_stream(content), resources
    return True


class _Taking:
    """Goes through the content of one page and the forms that it draws."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._forms: dict[tuple[object, int], Any] = {}

    def without(self, stream: Any, resources: Any, mode: int, depth: int) -> tuple[bytes, Any]:
        """The content of a stream without its invisible text, and its resources."""
        import pikepdf

        if depth > _MAX_DEPTH:
            raise _WovenError
        state, kept = _TextState(mode), []
        xobjects, forms = entries(resources, "XObject"), {}
        for one in pikepdf.parse_content_stream(stream):
            operator = str(one.operator)
            state.follow(operator, one.operands)
            form = xobjects.get(str(one.operands[0])) if operator == "Do" else None
            if form is not None and form.get("/Subtype") == "/Form":
                forms[str(one.operands[0])] = self._form(form, resources, state.mode, depth)
            if operator not in _SHOWN or state.mode != _INVISIBLE:
                kept.append(one)
        changed = pikepdf.Dictionary(resources)
        if forms:
            changed["/XObject"] = pikepdf.Dictionary({**xobjects, **forms})
        return pikepdf.unparse_content_stream(kept), changed

    def _form(self, form: Any, around: Any, mode: int, depth: int) -> Any:
        """A copy of a form without its invisible text: other pages may draw it too."""
        key = (form.objgen, mode)
        if key not in self._forms:
            content, inside = self.without(form, form.get("/Resources", around), mode, depth + 1)
            facts = {name: value for name, value in form.items() if name not in _OF_STREAM}
            made = self._pdf.make_stream(content, {**facts, "/Resources": inside})
            self._forms[key] = made
        return self._forms[key]


class _TextState:
    """The text render mode, and what was shown since BT."""

    def __init__(self, mode: int) -> None:
        self.mode = mode
        self._saved: list[int] = []
        self._shown: set[bool] = set()

    def follow(self, operator: str, operands: Any) -> None:
        """Take one operator into account."""
        if operator == "q":
            self._saved.append(self.mode)
        elif operator == "Q" and self._saved:
            self.mode = self._saved.pop()
        elif operator == "Tr":
            self.mode = int(operands[0])
        elif operator == "BT":
            self._shown = set()
        elif operator in _SHOWN:
            self._shown.add(self.mode == _INVISIBLE)
            if len(self._shown) > 1:
                raise _WovenError
