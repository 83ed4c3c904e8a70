"""Content streams written anew: only operators of ISO 32000, no comments, no hidden layers.

Text can hide in a content stream beside what it draws: in comments, in strings that no operator
uses, in the property lists of marked content (ActualText, Alt). None of it is written back.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.trees import entries


def names_in(words: str) -> frozenset[str]:
    """Words, with spaces between, as the names of a PDF."""
    return frozenset("/" + word for word in words.split())


# How many operands an operator takes; None where it varies.
_OPERANDS: dict[str, int | None] = {
    "b": 0, "B": 0, "b*": 0, "B*": 0, "BT": 0, "BX": 0, "c": 6, "cm": 6, "CS": 1, "cs": 1,
    "d": 2, "d0": 2, "d1": 6, "Do": 1, "ET": 0, "EX": 0, "f": 0, "F": 0, "f*": 0, "G": 1, "g": 1,
    "gs": 1, "h": 0, "i": 1, "j": 1, "J": 1, "K": 4, "k": 4, "l": 2, "m": 2, "M": 1, "n": 0,
    "q": 0, "Q": 0, "re": 4, "RG": 3, "rg": 3, "ri": 1, "s": 0, "S": 0, "SC": None, "sc": None,
    "SCN": None, "scn": None, "sh": 1, "T*": 0, "Tc": 1, "Td": 2, "TD": 2, "Tf": 2, "Tj": 1,
    "TJ": 1, "TL": 1, "Tm": 6, "Tr": 1, "Ts": 1, "Tw": 1, "Tz": 1, "v": 4, "w": 1, "W": 0,
    "W*": 0, "y": 4, "'": 1, '"': 3,
}  # fmt: skip
SHOWING = {"Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"}
PAINTING = {"b", "B", "b*", "B*", "f", "F", "f*", "s", "S"}
_STRINGS = {"Tj", "TJ", "'", '"'}
_INVISIBLE = 3  # the text rendering mode of what OCR lays over a scan
_INLINE_KEYS = names_in(
    "W H BPC CS IM D I F DP Width Height BitsPerComponent ColorSpace ImageMask Decode "
    "Interpolate Filter DecodeParms Type Subtype Intent L Length"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SOFT_HYPHEN = "\u00ad"


# The structure types of ISO 32000-1 section 14.8.4: never a name of somebody.
STANDARD_TAGS = names_in(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 "
    "H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note "
    "Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form "
    "Artifact OC StructElem Title Em Strong StyleSpan"
)


@dataclass(slots=True)
class Names:
    """The names of resources in a stream, by their kind.

    ``shown`` has the strings that are shown in each font; under an empty name those of which the
    font is not set in the same stream. ``visible`` are the fonts of which
    something is shown that a reader sees. ``operators`` are those that are kept, ``depth`` how many
    graphics states are saved at most.
    """

    used: dict[str, set[str]] = field(default_factory=dict)
    shown: dict[str, list[bytes]] = field(default_factory=dict, repr=False)
    visible: set[str] = field(default_factory=set)
    operators: set[str] = field(default_factory=set)
    depth: int = 0

    def add(self, kind: str, name: Any) -> None:
        """Note one use."""
        self.used.setdefault(kind, set()).add(str(name))


_NAMED = {
    "Tf": ("Font", 0),
    "Do": ("XObject", 0),
    "gs": ("ExtGState", 0),
    "CS": ("ColorSpace", 0),
    "cs": ("ColorSpace", 0),
    "SCN": ("Pattern", -1),
    "scn": ("Pattern", -1),
    "sh": ("Shading", 0),
    "ri": ("RenderingIntent", 0),
}


Change = Callable[[list[Any]], list[Any]]


def rewrite(
    stream: Any,
    resources: Any,
    is_off: Callable[[Any], bool],
    names: Names,
    change: Change | None = None,
) -> bytes:
    """The operators of a content stream (or page), without what is not drawn.

    ``resources`` is the dictionary in which its names are looked up, ``is_off`` tells whether
    something belongs to a layer that is not shown. The names used are added to ``names``. What is
    kept goes through ``change`` (instructions in, instructions out; no other names) at the end.
    Raises pikepdf.PdfError when the stream cannot be parsed.
    """
    import pikepdf

    kept = _Rewriting(resources, is_off, names).run(pikepdf.parse_content_stream(stream))
    return pikepdf.unparse_content_stream(kept if change is None else change(kept))


class _Rewriting:
    """Walks through the instructions of one stream."""

    def __init__(self, resources: Any, is_off: Callable[[Any], bool], names: Names) -> None:
        self._properties = entries(resources, "Properties")
        self._xobjects = entries(resources, "XObject")
        self._is_off = is_off
        self._names = names
        self._open: list[bool] = []  # for each open marked content: is it switched off?
        self._saved: list[tuple[str, bool]] = []  # both of these, of the saved graphics states
        self._font, self._is_visible = "", True

    def run(self, instructions: Any) -> list[Any]:
        kept: list[Any] = []
        for instruction in instructions:
            kept.extend(self._keep(instruction, str(instruction.operator)))
        return kept + self._closing()

    def _keep(self, instruction: Any, operator: str) -> tuple[Any, ...]:
        if operator in {"BDC", "BMC"}:
            return (self._begin(instruction, operator),)
        if operator == "EMC":
            return self._end(instruction)
        if True in self._open and operator in SHOWING | PAINTING:
            return (_operation([], "n"),) if operator in PAINTING else ()
        if operator == "INLINE IMAGE":
            return self._inline_image(instruction)
        if not _is_well_formed(instruction, operator) or self._is_off_object(instruction, operator):
            return ()
        return self._balanced(instruction, operator)

    def _end(self, instruction: Any) -> tuple[Any, ...]:
        if not self._open:
            return ()
        self._open.pop()
        return (instruction,)

    def _is_off_object(self, instruction: Any, operator: str) -> bool:
        return operator == "Do" and self._is_off(self._xobjects.get(str(instruction.operands[0])))

    def _inline_image(self, instruction: Any) -> tuple[Any, ...]:
        """Only what Type 3 fonts have: on pages inline images were made into objects before."""
        given = instruction.iimage.obj
        if any(key not in _INLINE_KEYS for key in given.keys()):  # noqa: SIM118 - not a dict
            return ()
        for key in ("/CS", "/ColorSpace"):
            if _is_name(given.get(key)):
                self._names.add("ColorSpace", given[key])
        self._names.operators.add("INLINE IMAGE")
        return (instruction,)

    def _balanced(self, instruction: Any, operator: str) -> tuple[Any, ...]:
        if operator == "Q" and not self._saved:
            return ()
        self._names.operators.add(operator)
        if operator == "q":
            self._saved.append((self._font, self._is_visible))
            self._names.depth = max(self._names.depth, len(self._saved))
        elif operator == "Q":
            self._font, self._is_visible = self._saved.pop()
        elif operator == "Tf":
            self._font = str(instruction.operands[0])
        elif operator == "Tr":
            self._is_visible = instruction.operands[0] != _INVISIBLE
        elif operator in _STRINGS:
            self._show(_joined(instruction.operands))
        if operator in _NAMED:
            kind, index = _NAMED[operator]
            if len(instruction.operands):
                self._names.add(kind, instruction.operands[index])
        return (instruction,)

    def _show(self, text: bytes) -> None:
        self._names.shown.setdefault(self._font, []).append(text)
        if self._is_visible:
            self._names.visible.add(self._font)

    def _begin(self, instruction: Any, operator: str) -> Any:
        """The start of marked content, with nothing in its properties but numbers and language."""
        operands = instruction.operands
        tag = operands[0] if len(operands) else None
        given = operands[1] if operator == "BDC" and len(operands) > 1 else None
        listed = self._properties.get(str(given)) if _is_name(given) else given
        self._open.append(self._is_off(listed))
        kept = _properties_kept(listed)
        # Others are the names of styles; the tree of the document says what they are.
        tag = tag if _is_name(tag) and str(tag) in STANDARD_TAGS else _name("/Span")
        return _operation([tag, kept], "BDC") if kept is not None else _operation([tag], "BMC")

    def _closing(self) -> list[Any]:
        return [_operation([], "EMC")] * len(self._open) + [_operation([], "Q")] * len(self._saved)


def _operation(operands: list[Any], operator: str) -> Any:
    import pikepdf

    return pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(operator))


def _is_name(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Name)


def _name(text: str) -> Any:
    import pikepdf

    return pikepdf.Name(text)


def _is_well_formed(instruction: Any, operator: str) -> bool:
    """A known operator with as many operands as it takes, and no string where none belongs."""
    if operator not in _OPERANDS:
        return False
    wanted = _OPERANDS[operator]
    operands = instruction.operands
    if wanted is not None and len(operands) != wanted:
        return False
    return operator in _STRINGS or not _holds_string(operands)


def _joined(operands: Any) -> bytes:
    """The bytes that a text-showing operator shows."""
    import pikepdf

    parts = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
    return b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))


def _holds_string(operands: Any) -> bool:
    import pikepdf

    return any(
        isinstance(operand, pikepdf.String | pikepdf.Dictionary)
        or (isinstance(operand, pikepdf.Array) and _holds_string(operand))
        for operand in operands
    )


def _properties_kept(listed: Any) -> Any:
    """What stays of a property list: the number that ties it to the structure, language, place."""
    import pikepdf

    if not isinstance(listed, pikepdf.Dictionary):
        return None
    kept = pikepdf.Dictionary()
    if isinstance(listed.get("/MCID"), int):
        kept["/MCID"] = listed["/MCID"]
    if is_language(listed.get("/Lang")):
        kept["/Lang"] = listed["/Lang"]
    if _text(listed.get("/ActualText")) == _SOFT_HYPHEN:
        kept["/ActualText"] = listed["/ActualText"]
    for key in ("/Type", "/Subtype"):
        if str(listed.get(key)) in _ARTIFACTS:
            kept[key] = listed[key]
    return kept if len(kept) else None


_ARTIFACTS = {"/Pagination", "/Layout", "/Page", "/Background", "/Header", "/Footer", "/Watermark"}


def _text(value: Any) -> str:
    import pikepdf

    return str(value) if isinstance(value, pikepdf.String) else ""


def is_language(value: Any) -> bool:
    """A string that is a language tag (BCP 47): ``nl`` or ``nl-NL``."""
    return _LANGUAGE.fullmatch(_text(value)) is not None
