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
from woo.draft.draft import Draft, field_marks
from woo.draft.importing.frontmatter_writer import front_matter
from woo.draft.tree import Blocks, codes
from woo.draft.walk import marks
from woo.draft.word.runs import clean

SPACE = "urn:woo:draft"
_FORM = Markup(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<stuk xmlns="{}" soort="{}" openbaar="{}">{}</stuk>'
)


@dataclass(frozen=True, slots=True)
class Memory:
    """What was remembered. ``marks`` counts by the codes of a mark.

    ``shown`` are the fields that the layout printed; None in a file from before it said so.
    """

    kind: str
    front_matter: str = field(default="", repr=False)
    fixed: tuple[str, ...] = field(default=(), repr=False)
    marks: Counter[str] = field(default_factory=Counter)
    shown: frozenset[str] | None = None


def memory_of(
    draft: Draft, fixed: tuple[str, ...], shown: Iterable[str] = (), *, public: bool
) -> bytes:
    """The XML part. A draft that was made public holds no mark any more."""
    rows = [Markup("<vast>{}</vast>").format(clean(one)) for one in fixed]
    if not public:
        written = front_matter(draft.kind, draft.fields)
        rows.append(Markup("<kop>{}</kop>").format(_lines(written)))
        rows.append(Markup("<getoond>{}</getoond>").format(" ".join(shown)))
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
    shown = [one.text or "" for one in _children(root, "getoond")]
    return Memory(
        shown=frozenset(shown[0].split()) if shown else None,
        kind=root.get("soort", ""),
        front_matter="".join(one.text or "" for one in _children(root, "kop")),
        fixed=tuple(one.text or "" for one in _children(root, "vast")),
        marks=marks,
    )


def _children(root: Any, name: str) -> list[Any]:
    return list(root.iterfind(f"{{{SPACE}}}{name}"))


def count_marks(draft: Draft, body: Blocks) -> Counter[str]:
    """Marks by their codes: in fields, in ``body`` and in notes; a marked block counts once."""
    found = Counter(codes(one) for one in field_marks(draft))
    for blocks in (body, *draft.footnotes.values()):
        found.update(codes(one) for one in marks(blocks))
    return found
