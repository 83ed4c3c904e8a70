"""What the styles and the numbering of a Word file mean."""

import re
from dataclasses import dataclass, field
from typing import Any

from woo.draft.importing import xml
from woo.draft.reading import marks
from woo.draft.tree import Grounds, ListSign

_HEADING = re.compile(r"^(?:heading|kop) ([1-9])$")
_FIELD = re.compile(r"^veld ([a-z0-9_.]+)(?: (\d.*))?$", re.IGNORECASE)
_GROUND = re.compile(r"^grond (van onderdeel )?(\d.*)$", re.IGNORECASE)
TITLES = frozenset({"title", "titel"})
_SIGNS = {
    "bullet": ListSign.BULLET,
    "none": ListSign.BULLET,
    "lowerLetter": ListSign.LETTER,
}
_BULLETS = [name for name, sign in _SIGNS.items() if sign is ListSign.BULLET]
_NO_NUMBER = "0"


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its name in small letters, what it is based on, and its properties."""

    name: str
    based: str
    paragraph: Any = field(repr=False)
    run: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The list that a paragraph is in."""

    number: str
    level: int
    abstract: str
    format: str
    closer: str
    start: int
    restarts: bool

    @property
    def sign(self) -> ListSign:
        """What stands before its items; numbers for every form that is none of ours."""
        return _SIGNS.get(self.format, ListSign.NUMBER)

    @property
    def is_kept(self) -> bool:
        """Tell whether the list looks the same in the source."""
        return self.format in {*_SIGNS, "decimal"}


class Styles:
    """Styles by identifier."""

    def __init__(self, root: Any) -> None:
        self._styles: dict[str, Style] = {}
        for one in xml.children(root, "style") if root is not None else ():
            name = xml.value(xml.child(one, "name")).casefold()
            based = xml.value(xml.child(one, "basedOn"))
            made = Style(name, based, xml.child(one, "pPr"), xml.child(one, "rPr"))
            self._styles[xml.value(one, "styleId")] = made

    def chain(self, identifier: str) -> list[Style]:
        """The style and those it is based on, the nearest first."""
        found: list[Style] = []
        while identifier in self._styles and len(found) < 20:
            found.append(self._styles[identifier])
            identifier = found[-1].based
        return found

    def names(self, identifier: str) -> list[str]:
        """The names of the style and of those it is based on."""
        return [one.name for one in self.chain(identifier)]

    def name(self, identifier: str) -> str:
        """The name of the style itself, as it is written there, in small letters."""
        style = self._styles.get(identifier)
        return style.name if style else ""

    def heading(self, properties: Any) -> int:
        """1 to 9 for a heading, by its style or its outline level; 0 for other paragraphs."""
        chain = (
            self.chain(xml.value(xml.child(properties, "pStyle"))) if properties is not None else []
        )
        for style in chain:
            if match := _HEADING.match(style.name):
                return int(match[1])
            if style.name in TITLES:
                return 1
        for holder in (properties, *(style.paragraph for style in chain)):
            level = xml.child(holder, "outlineLvl") if holder is not None else None
            if level is not None:
                return _number(xml.value(level), 9) + 1 if xml.value(level) != "9" else 0
        return 0


def field_of(style: str) -> tuple[str, Grounds]:
    """The field that a character style stands for, with its grounds; empty for another style."""
    match = _FIELD.match(style)
    return (match[1], grounds_in(match[2] or "")) if match else ("", ())


def ground_of(style: str) -> tuple[Grounds, bool]:
    """The grounds that a character style stands for, and whether they go for a section."""
    match = _GROUND.match(style)
    return (grounds_in(match[2]), bool(match[1])) if match else ((), False)


def grounds_in(written: str) -> Grounds:
    """Grounds by their codes; none when this is something else."""
    try:
        return marks.read_grounds(written) if written[:1].isdigit() else ()
    except marks.MarkError:
        return ()


class Lists:
    """The numbering part."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Any] = {}
        self._numbers: dict[str, Any] = {}
        for one in root if root is not None else ():
            if xml.name(one) == "abstractNum":
                self._abstract[xml.value(one, "abstractNumId")] = one
            if xml.name(one) == "num":
                self._numbers[xml.value(one, "numId")] = one

    def of(self, properties: Any) -> Numbering | None:
        """The list of a paragraph, by itself or by its style."""
        if properties is None:
            return None
        chain = self._styles.chain(xml.value(xml.child(properties, "pStyle")))
        holders = (properties, *(style.paragraph for style in chain))
        found = [
            numbered
            for holder in holders
            if holder is not None and (numbered := xml.child(holder, "numPr")) is not None
        ]
        number = next((n for f in found if (n := xml.value(xml.child(f, "numId")))), "")
        level = next((v for f in found if (v := xml.value(xml.child(f, "ilvl")))), "0")
        if not number or number == _NO_NUMBER or number not in self._numbers:
            return None
        return self._numbering(number, min(_number(level, 0), 8))

    def _numbering(self, number: str, level: int) -> Numbering:
        row = self._numbers[number]
        abstract = xml.value(xml.child(row, "abstractNumId"))
        own = _level(row, "lvlOverride", level)
        told = xml.child(own, "startOverride") if own is not None else None
        shape = xml.child(own, "lvl") if own is not None else None
        if shape is None:
            shape = _level(self._abstract.get(abstract), "lvl", level)
        kind, text, start = (
            xml.value(xml.child(shape, name)) if shape is not None else ""
            for name in ("numFmt", "lvlText", "start")
        )
        kind = kind or "bullet"
        closer = ")" if kind not in _BULLETS and text.endswith(")") else "."
        first = _number(xml.value(told) if told is not None else start, 1)
        return Numbering(number, level, abstract, kind, closer, first, told is not None)


def _level(holder: Any, name: str, level: int) -> Any:
    if holder is None:
        return None
    return next(
        (one for one in xml.children(holder, name) if xml.value(one, "ilvl") == str(level)), None
    )


def _number(written: str, otherwise: int) -> int:
    return (
        int(written) if written.isascii() and written.isdigit() and len(written) < 8 else otherwise
    )
