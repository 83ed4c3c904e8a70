"""Write fields as the front matter of a source."""

import json
import re

from woo.draft.draft import Content
from woo.draft.kinds import Kind, KindField
from woo.draft.reading.frontmatter import NO_GROUND
from woo.draft.tree import (
    Code,
    Emphasis,
    Grounds,
    Inlines,
    LineBreak,
    Link,
    Marked,
    Strong,
    Text,
    codes,
)
from woo.reference.grounds import ground

# What stands in YAML as it is; anything else goes between quotes.
_BARE = re.compile(r"^[^\W_](?:[\w .,/()’–-]*[\w.)])?$")
_ESCAPED = re.compile(r"([\\{}\[\]])")


def front_matter(kind: Kind, fields: dict[str, Content], *, explain: bool = False) -> str:
    """The lines of the front matter, without its dashes.

    With ``explain`` required fields that are empty are there too, each with what it is for.
    """
    rows = [f"soort: {kind.name}"]
    for one in kind.fields:
        content = fields.get(one.name, Content())
        if explain and one.required and not content:
            rows += [f"# {one.explanation}", f"{one.name}:"]
        elif content:
            rows += _field(one, content)
    return "\n".join(rows) + "\n"


def _field(one: KindField, content: Content) -> list[str]:
    if one.type == "table":
        columns = one.all_columns
        return [f"{one.name}:", *(r for row in content.rows for r in _row(columns, row))]
    if content.lines == ((),):
        return [f"{one.name}:"]
    values = [_value(one, line) for line in content.lines]
    if len(values) == 1:
        return [f"{one.name}: {values[0]}"]
    return [f"{one.name}:", *(f"  - {value}" for value in values)]


def _row(columns: tuple[str, ...], row: tuple[Inlines, ...]) -> list[str]:
    cells = [
        f"{column}: {_said(cell, ())}" for column, cell in zip(columns, row, strict=True) if cell
    ]
    return [f"{'  - ' if number == 0 else '    '}{cell}" for number, cell in enumerate(cells)]


def _value(one: KindField, line: Inlines) -> str:
    return _said(line, (ground(one.ground),) if one.personal else ())


def _said(line: Inlines, usual: Grounds) -> str:
    """A value; with its grounds when these are not the usual ones of its field."""
    match line:
        case (Marked(grounds=grounds, children=children),):
            if grounds == usual:
                return _quoted(_text(children))
            return f"{{waarde: {_quoted(_text(children), inside=True)}, grond: {codes(grounds)}}}"
    if usual:
        return f"{{waarde: {_quoted(_text(line), inside=True)}, grond: {NO_GROUND}}}"
    return _quoted(_text(line))


def _text(line: Inlines) -> str:
    """A value as an author writes it: only marks have a meaning."""
    pieces: list[str] = []
    for inline in line:
        match inline:
            case Text(text=text) | Code(text=text):
                pieces.append(_ESCAPED.sub(r"\\\1", text))
            case LineBreak():
                pieces.append("\n")
            case Marked(grounds=grounds, children=children):
                pieces.append(f"[{_text(children)}]{{{codes(grounds)}}}")
            case Strong(children=children) | Emphasis(children=children) | Link(children=children):
                pieces.append(_text(children))
    return "".join(pieces)


def _quoted(text: str, *, inside: bool = False) -> str:
    """``inside`` braces a comma has a meaning too."""
    if _BARE.match(text) and not (inside and "," in text):
        return text
    return json.dumps(text, ensure_ascii=False)
