"""Make the public version: what is marked goes, a neutral block takes its place.

Works on the tree, before any writer sees it, so no format can hold what was taken out. A footnote
stays only when something that stays refers to it; a link that shows something redacted loses its
address.
"""

from collections import Counter
from dataclasses import field, replace

from woo.draft.anchors import ATTACHMENTS, address, anchor_in
from woo.draft.draft import Content, Draft
from woo.draft.tree import (
    Block,
    Blocks,
    Emphasis,
    Grounds,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Marked,
    MarkedBlock,
    Paragraph,
    Quote,
    Redacted,
    RedactedBlock,
    Strong,
    Table,
    codes,
    plain,
)
from woo.draft.walk import SECTION_LEVEL, references, with_marked_sections
from woo.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Omission:
    """Something was left out: its grounds, and in which field or section (in Dutch)."""

    grounds: Grounds
    place: str


@dataclass(frozen=True, slots=True)
class PublicDraft:
    """The public version and an account of what was left out, in order."""

    draft: Draft
    omissions: tuple[Omission, ...]

    @property
    def marks_by_ground(self) -> dict[str, int]:
        """The number of black blocks by the code of their ground, in the order of appearance."""
        counted = Counter(ground.code for one in self.omissions for ground in one.grounds)
        return dict(counted)


def make_public(draft: Draft) -> PublicDraft:
    """Take out everything that is marked."""
    is_signed = draft.kind.is_signed
    redactor = _Redactor(_new_anchors(draft.blocks), is_signed)
    fields: dict[str, Content] = {}
    for one in draft.kind.fields:
        redactor.place = f"het veld {one.label}"
        fields[one.name] = redactor.content(draft.fields[one.name])
    redactor.place = "de tekst"
    blocks = redactor.sections(draft.blocks)
    redactor.place = "een voetnoot"
    footnotes = redactor.footnotes(blocks, draft.footnotes)
    public = replace(draft, fields=fields, blocks=blocks, footnotes=footnotes)
    return PublicDraft(public, tuple(redactor.omissions))


def what_stays(
    blocks: Blocks, footnotes: dict[int, Blocks], *, is_signed: bool
) -> tuple[Blocks, dict[int, Blocks]]:
    """The blocks and footnotes as the public version has them, also of a text with errors."""
    redactor = _Redactor(_new_anchors(blocks), is_signed)
    shown = redactor.sections(blocks)
    return shown, redactor.footnotes(shown, footnotes)


def _new_anchors(blocks: Blocks) -> dict[int, int]:
    """The headings that do not go with the section they stand in, counted anew by their anchors.

    With its old anchor a heading would tell how many are gone before it.
    """
    kept = (
        block.anchor
        for block, section in with_marked_sections(blocks)
        if isinstance(block, Heading) and block.anchor and section in (None, block)
    )
    return {ATTACHMENTS: ATTACHMENTS} | {old: new for new, old in enumerate(kept, 1)}


@dataclass(slots=True)
class _Redactor:
    anchors: dict[int, int]
    is_signed: bool
    place: str = ""
    omissions: list[Omission] = field(default_factory=list)

    def note(self, grounds: Grounds) -> None:
        self.omissions.append(Omission(grounds, self.place))

    def content(self, content: Content) -> Content:
        """A field; lines that go one after another become one block, so their number is hidden."""
        lines: list[Inlines] = []
        for line in content.lines:
            hidden = _only_marked(line)
            if hidden and lines and lines[-1] == (Redacted(hidden),):
                continue
            lines.append(self.inlines(line))
        rows = tuple(tuple(self.inlines(cell) for cell in row) for row in content.rows)
        return Content(tuple(lines), rows)

    def sections(self, blocks: Blocks) -> Blocks:
        """The blocks; under a marked heading one block stands for the whole section."""
        result: list[Block] = []
        for block, section in with_marked_sections(blocks, is_signed=self.is_signed):
            if section and section is not block:
                continue
            if isinstance(block, Heading):
                anchor = self.anchors.get(block.anchor, 0)
                children = self.heading(block)
                result.append(replace(block, children=children, grounds=(), anchor=anchor))
                if block.grounds:
                    self.note(block.grounds)
                    result.append(RedactedBlock(block.grounds))
            else:
                result.append(self.block(block))
        return tuple(result)

    def heading(self, block: Heading) -> Inlines:
        children = self.inlines(block.children)
        if block.level <= SECTION_LEVEL:
            self.place = f"het onderdeel {plain(children)}"
        return children

    def block(self, block: Block) -> Block:
        match block:
            case MarkedBlock(grounds=grounds):
                self.note(grounds)
                return RedactedBlock(grounds)
            case Paragraph(children=children):
                return Paragraph(self.inlines(children), block.line)
            case ListBlock(items=items):
                return replace(block, items=tuple(self.sections(item) for item in items))
            case Quote(blocks=blocks):
                return Quote(self.sections(blocks))
            case Table():
                header = tuple(self.inlines(cell) for cell in block.header)
                rows = tuple(tuple(self.inlines(cell) for cell in row) for row in block.rows)
                return replace(block, header=header, rows=rows)
        return block

    def inlines(self, inlines: Inlines) -> Inlines:
        return tuple(self.inline(inline) for inline in inlines)

    def inline(self, inline: Inline) -> Inline:
        match inline:
            case Marked(grounds=grounds):
                self.note(grounds)
                return Redacted(grounds)
            case Emphasis(children=children):
                return Emphasis(self.inlines(children))
            case Strong(children=children):
                return Strong(self.inlines(children))
            case Link(url=url, children=children):
                shown = self.inlines(children)
                # The address may hold the name that the text no longer shows, or lead to a heading
                # that is gone.
                anchor = anchor_in(url)
                if _shows_block(shown) or not (anchor is None or anchor in self.anchors):
                    return Emphasis(shown)
                url = url if anchor is None else address(self.anchors[anchor])
                return replace(inline, url=url, children=shown)
        return inline

    def footnotes(self, blocks: Blocks, footnotes: dict[int, Blocks]) -> dict[int, Blocks]:
        """The footnotes that are still referred to, from the text or from each other."""
        kept: dict[int, Blocks] = {}
        waiting = list(references(blocks))
        while waiting:
            number = waiting.pop(0)
            if number not in kept and number in footnotes:
                kept[number] = self.sections(footnotes[number])
                waiting.extend(references(kept[number]))
        return kept


def _only_marked(line: Inlines) -> Grounds:
    match line:
        case (Marked(grounds=grounds),):
            return grounds
    return ()


def _shows_block(inlines: Inlines) -> bool:
    return any(
        isinstance(one, Redacted)
        or (isinstance(one, Emphasis | Strong | Link) and _shows_block(one.children))
        for one in inlines
    )


def grounds_used(omissions: tuple[Omission, ...]) -> dict[str, list[Omission]]:
    """The omissions by the codes that stand in their block."""
    result: dict[str, list[Omission]] = {}
    for one in omissions:
        result.setdefault(codes(one.grounds), []).append(one)
    return result
