"""Plain text as blocks of lines, each with its depth of quotation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_QUOTE_MARK = re.compile(r"> ?")
# Deeper quotations keep their signs: the column would become too narrow to read.
_DEEPEST = 5
# Typst weighs all line breaks of a paragraph together: time and memory grow faster than its length.
_MOST_CHARACTERS = 4_000
_REPLY = re.compile(
    r"^\s*(-{2,} ?(Oorspronkelijk|Original|Doorgestuurd|Forwarded) |(Van|From): \S)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; ``depth`` 0 is not quoted.

    ``rule`` starts an earlier message; ``continues`` goes on with the block before it.
    """

    depth: int
    lines: tuple[str, ...] = field(repr=False)
    rule: bool = False
    continues: bool = False


def split_blocks(text: str) -> tuple[Block, ...]:
    """Blocks of ``text``: a new one at every empty line and at every change of quotation."""
    return tuple(part for block in _blocks(text) for part in _portions(block))


def _portions(block: Block) -> Iterator[Block]:
    """The block in parts of a bounded length."""
    portion: list[str] = []
    length = 0
    first = True
    for line in (piece for whole in block.lines for piece in _cut(whole)):
        if portion and length + len(line) > _MOST_CHARACTERS:
            yield Block(block.depth, tuple(portion), block.rule and first, continues=not first)
            portion, length, first = [], 0, False
        portion.append(line)
        length += len(line)
    yield Block(block.depth, tuple(portion), block.rule and first, continues=not first)


def _cut(line: str) -> Iterator[str]:
    """A line in pieces of a bounded length, cut at a space where there is one."""
    while len(line) > _MOST_CHARACTERS:
        space = line.rfind(" ", _MOST_CHARACTERS // 2, _MOST_CHARACTERS)
        end = space + 1 if space > 0 else _MOST_CHARACTERS
        yield line[:end]
        line = line[end:]
    yield line


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    lines: list[str] = []
    depth = 0
    for raw in [*text.split("\n"), ""]:
        own_depth, line = _unquote(raw)
        starts_reply = bool(_REPLY.match(line))
        if lines and (not line.strip() or own_depth != depth or starts_reply):
            blocks.append(_block(depth, lines, blocks))
            lines = []
        if line.strip():
            depth = own_depth
            lines.append(_keep_indent(line))
    return blocks


def _block(depth: int, lines: list[str], before: list[Block]) -> Block:
    """A rule is drawn above an earlier message, once, and not where a bar marks it already."""
    ruled = bool(before) and before[-1].rule
    return Block(depth, tuple(lines), not depth and not ruled and bool(_REPLY.match(lines[0])))


def _unquote(line: str) -> tuple[int, str]:
    depth = 0
    rest = line
    while depth < _DEEPEST and (mark := _QUOTE_MARK.match(rest)):
        depth += 1
        rest = rest[mark.end() :]
    return depth, rest


def _keep_indent(line: str) -> str:
    """Tabs and leading spaces as spaces that do not collapse at the start of a line."""
    wide = line.expandtabs(4).rstrip()
    rest = wide.lstrip(" ")
    return "\u00a0" * (len(wide) - len(rest)) + rest
