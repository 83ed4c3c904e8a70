"""The title and the sections of a Word file that somebody wrote without a template of ours."""

from woo.draft.draft import Content
from woo.draft.importing.remarks import Remarks
from woo.draft.kinds import Kind
from woo.draft.pairs import part_of
from woo.draft.tree import Block, Blocks, Heading, Paragraph, Strong, Text, plain
from woo.draft.walk import SECTION_LEVEL

_BOLD_SECTIONS = (
    "Deze vette regels heten als een onderdeel van het stuk en zijn koppen geworden: {}. "
    "Kijk ze na."
)


def with_title(blocks: Blocks, fields: dict[str, Content], written: str) -> Blocks:
    """Put the title in the fields; the other blocks.

    The title is the first heading when its style or the properties of the file call it that, or
    when it stands at the top and no other has its level; else what these properties say.
    """
    if "titel" not in fields or fields["titel"]:
        return blocks
    at, first = next(
        ((at, one) for at, one in enumerate(blocks) if isinstance(one, Heading)), (0, None)
    )
    if first and (plain(first.children) == written or (at == 0 and _is_highest(first, blocks))):
        fields["titel"] = Content((first.children,))
        return (*blocks[:at], *blocks[at + 1 :])
    if written:
        fields["titel"] = Content(((Text(written),),))
    return blocks


def _is_highest(heading: Heading, blocks: Blocks) -> bool:
    """Whether no other heading has its level or a higher one."""
    return sum(isinstance(one, Heading) and one.level <= heading.level for one in blocks) == 1


def with_bold_sections(blocks: Blocks, kind: Kind, remarks: Remarks) -> Blocks:
    """A paragraph in bold that is called as a section of the kind is the heading of it."""
    levels = [one.level for one in blocks if isinstance(one, Heading)]
    made = [_section(one, kind, min(levels, default=SECTION_LEVEL)) for one in blocks]
    found = [
        plain(new.children).rstrip(":")
        for old, new in zip(blocks, made, strict=True)
        if isinstance(new, Heading) and new is not old
    ]
    if found:
        remarks.general(_BOLD_SECTIONS.format(", ".join(found)))
    return tuple(made)


def _section(block: Block, kind: Kind, level: int) -> Block:
    match block:
        case Paragraph(children=(Strong(children=title),)) if _is_section(plain(title), kind):
            return Heading(level, title)
    return block


def _is_section(title: str, kind: Kind) -> bool:
    is_part = kind.pairs is not None and part_of(title, kind.pairs) is not None
    return is_part or kind.section(title) is not None
