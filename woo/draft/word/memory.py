"""What a Word file remembers of its source: a part that Word keeps and does not show.

Fields that the layout does not print, which words belong to the layout, and how many marks there
were, so that the way back loses none silently. The public version remembers its kind alone.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from woo.draft.complete import attachments
from woo.draft.draft import Draft
from woo.draft.importing.frontmatter_writer import front_matter
from woo.draft.tree import (
    Block,
    Blocks,
    Heading,
    Inline,
    ListBlock,
    Marked,
    MarkedBlock,
    Quote,
    codes,
)
from woo.draft.walk import walk_blocks, walk_inlines
from woo.draft.word.runs import clean

SPACE = "urn:woo:draft"
_FORM = Markup(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<stuk xmlns="{}" soort="{}" openbaar="{}">{}</stuk>'
)


@dataclass(frozen=True, slots=True)
class Memory:
    """What was remembered. ``marks`` counts by the codes of a mark."""

    kind: str
    front_matter: str = field(default="", repr=False)
    fixed: tuple[str, ...] = field(default=(), repr=False)
    marks: Counter[str] = field(default_factory=Counter)


def memory_of(draft: Draft, fixed: tuple[str, ...], *, public: bool) -> bytes:
    """The XML part. A draft that was made public holds no mark any more."""
    rows = [Markup("<vast>{}</vast>").format(clean(one)) for one in fixed]
    if not public:
        written = front_matter(draft.kind, draft.fields)
        rows.append(Markup("<kop>{}</kop>").format(_lines(written)))
        body = (*draft.blocks, *_author_annex(draft))
        rows += [
            Markup('<merk code="{}" aantal="{}"/>').format(code, count)
            for code, count in count_marks(draft, body).items()
        ]
    said = "ja" if public else "nee"
    return _FORM.format(SPACE, draft.kind.name, said, Markup("").join(rows)).encode("utf-8")


def _lines(text: str) -> str:
    return "\n".join(clean(line) for line in text.split("\n"))


def _author_annex(draft: Draft) -> Blocks:
    """What comes after the signature, without the heading and the table that the program makes."""
    made = len(attachments(draft))
    above = 1 if draft.kind.pairs else 0
    return draft.annex[above : len(draft.annex) - made]


def read_memory(root: Any) -> Memory | None:
    """The same back; None when it is another part."""
    if root is None or root.tag != f"{{{SPACE}}}stuk":
        return None
    marks = Counter(
        {one.get("code", ""): int(one.get("aantal", "0")) for one in _children(root, "merk")}
    )
    return Memory(
        kind=root.get("soort", ""),
        front_matter="".join(one.text or "" for one in _children(root, "kop")),
        fixed=tuple(one.text or "" for one in _children(root, "vast")),
        marks=marks,
    )


def _children(root: Any, name: str) -> list[Any]:
    return list(root.iterfind(f"{{{SPACE}}}{name}"))


def count_marks(draft: Draft, body: Blocks) -> Counter[str]:
    """Marks by their codes: in fields, in ``body`` and in notes; a marked block counts once."""
    found: Counter[str] = Counter()
    for content in draft.fields.values():
        for line in (*content.lines, *(cell for row in content.rows for cell in row)):
            found.update(_named(walk_inlines(line)))
    for blocks in (body, *draft.footnotes.values()):
        found.update(_named(walk_blocks(blocks)))
        found.update(one for block in blocks for one in _of_block(block))
    return found


def _named(inlines: Iterable[Inline]) -> list[str]:
    return [codes(one.grounds) for one in inlines if isinstance(one, Marked)]


def _of_block(block: Block) -> list[str]:
    match block:
        case Heading(grounds=grounds) if grounds:
            return [codes(grounds)]
        case MarkedBlock(grounds=grounds, blocks=blocks):
            return [codes(grounds), *(c for one in blocks for c in _of_block(one))]
        case Quote(blocks=blocks):
            return [c for one in blocks for c in _of_block(one)]
        case ListBlock(items=items):
            return [c for item in items for one in item for c in _of_block(one)]
    return []
