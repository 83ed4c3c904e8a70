"""Fields that somebody typed at the head of a Word file: *Aan: de minister*, or a table of these.

Only for a file that ``woo`` did not make: there each field has a style of its own (``fields``).
"""

import re
from collections.abc import Iterator

from woo.draft.draft import Content
from woo.draft.importing.remarks import Remarks
from woo.draft.kinds import Kind, KindField
from woo.draft.tree import (
    Block,
    Blocks,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    plain,
)
from woo.draft.walk import walk_inlines

_LABELLED = re.compile(r"\s*(?P<label>[^:\n]{2,30}?)\s*:\s*(?P<value>\S.*?)\s*")
_MOST_BLOCKS = 20  # a head is not longer
_TAKEN = "Deze velden komen uit de kop van het stuk: {}. Kijk ze na."

Found = list[tuple[KindField, str]]


def typed_fields(
    blocks: Blocks, fields: dict[str, Content], kind: Kind, remarks: Remarks
) -> Blocks:
    """Put what stands above the first heading in the fields that are empty; the other blocks."""
    taken: dict[str, list[str]] = {}
    rest: list[Block] = []
    at = 0
    for block in blocks[:_MOST_BLOCKS]:
        if isinstance(block, Heading):
            break
        at += 1
        found = _fields_in(block, kind)
        if not found or any(fields.get(one.name) for one, _ in found):
            rest.append(block)
            continue
        for one, value in found:
            taken.setdefault(one.name, []).append(value)
    if taken:
        for name, values in taken.items():
            fields[name] = Content(tuple((Text(value),) for value in values))
        remarks.general(_TAKEN.format(", ".join(taken)))
    return (*rest, *blocks[at:])


def _fields_in(block: Block, kind: Kind) -> Found:
    """The fields of a paragraph or table that holds nothing else; empty for any other block."""
    match block:
        case Paragraph(children=children):
            found = [_labelled(line, kind) for line in _lines(children)]
        case Table(header=header, rows=rows) if len(header) == 2:
            found = [_in_row(row, kind) for row in (header, *rows)]
        case _:
            return []
    known = [one for one in found if one]
    return known if len(known) == len(found) else []


def _lines(children: Inlines) -> Iterator[str]:
    """The lines of a paragraph; one empty line when it holds more than text."""
    if not all(map(_is_plain, walk_inlines(children))):
        yield ""
        return
    line: list[Inline] = []
    for inline in (*children, LineBreak()):
        if isinstance(inline, LineBreak):
            yield plain(tuple(line))
            line = []
        else:
            line.append(inline)


def _labelled(line: str, kind: Kind) -> tuple[KindField, str] | None:
    match = _LABELLED.fullmatch(line)
    return _field(match["label"], match["value"], kind) if match else None


def _in_row(row: tuple[Inlines, ...], kind: Kind) -> tuple[KindField, str] | None:
    label, value = (" ".join(plain(cell).split()) for cell in row)
    is_plain = all(_is_plain(inline) for cell in row for inline in walk_inlines(cell))
    return _field(label.rstrip(" :"), value, kind) if is_plain and value else None


def _field(label: str, value: str, kind: Kind) -> tuple[KindField, str] | None:
    """The field that is called so; a choice only when the value is one."""
    wanted = label.casefold()
    for one in kind.fields:
        names = {one.label.casefold(), one.name.replace("_", " ")}
        if wanted in names and one.type != "table":
            choices = {choice.casefold(): choice for choice in one.choices}
            if not choices:
                return one, value
            return (one, choices[value.casefold()]) if value.casefold() in choices else None
    return None


def _is_plain(inline: Inline) -> bool:
    return isinstance(inline, Text | Strong | Emphasis | LineBreak)
