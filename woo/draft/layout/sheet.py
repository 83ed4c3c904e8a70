"""What a layout may use: the fields and the text of a draft, written in some format."""

from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from woo.draft.draft import Content, Draft
from woo.draft.kinds import SIGNATORIES, KindField
from woo.draft.layout.house_style import load_house_style
from woo.draft.layout.letterhead import letterhead
from woo.draft.tree import Blocks, plain
from woo.draft.vergaderjaar import vergaderjaar
from woo.model.ground import Ground
from woo.model.values import dataclass
from woo.reference.grounds import ground

# The name of a kind in large letters has room beside the title: nota, memo, notitie.
_SHORT_LABEL = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft with all it takes to write it: pictures come from ``folder``.

    ``breaks`` are lines of the source: what stands there begins a page, where that can be.
    ``grounds`` are those that the public version may have to name at the foot of a page; both
    versions keep the same room for them. ``loose`` are notes whose paragraph or row may break
    anywhere.
    """

    draft: Draft
    dated: date | None
    public: bool
    folder: Path
    template_folders: tuple[Path, ...]
    marks_by_ground: dict[str, int] = field(default_factory=dict)
    breaks: frozenset[int] = frozenset()
    loose: frozenset[int] = frozenset()
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A field as the layout prints it: its Dutch label and its value, already written."""

    label: str
    value: Any
    repeat: bool


@dataclass(frozen=True, slots=True)
class Omitted:
    """A ground on which something was left out, and how many times."""

    code: str
    label: str
    count: int


class Writer(Protocol):
    """What a layout needs of a format."""

    def field(self, one: KindField, content: Content, /) -> Any:
        """The lines of a field under each other."""

    def rows(self, one: KindField, content: Content, /) -> list[list[Any]]:
        """The cells of a field that is a table; empty when it is none."""

    def blocks(self, blocks: Blocks) -> Any:
        """Blocks."""


def values(sheet: Sheet, writer: Writer) -> dict[str, Any]:
    """What every template may use, the same for each format."""
    draft = sheet.draft
    fields = {one.name: writer.field(one, draft.fields[one.name]) for one in draft.kind.fields}
    values = {
        "kind": draft.kind,
        "label_is_short": len(draft.kind.label) <= _SHORT_LABEL,
        "public": sheet.public,
        "house_style": load_house_style(sheet.template_folders),
        "omitted": _omitted(sheet),
        "omission_note": _omission_note(sheet),
        "grounds": sheet.grounds,
        "classification": draft.classification,
        "internal_note": " · ".join(filter(None, (draft.classification, "Interne versie"))),
        "title": draft.title,
        "dated": sheet.dated,
        "fields": fields,
        "plain": {name: content.plain for name, content in draft.fields.items()},
        "rows": {one.name: writer.rows(one, draft.fields[one.name]) for one in draft.kind.fields},
        "head": _lines_at(draft, fields, "head"),
        "margin": _lines_at(draft, fields, "margin"),
        "vergaderjaar": vergaderjaar(sheet.dated) if sheet.dated else "",
        "letterhead": letterhead_of(draft),
        "chamber": chamber_of(draft),
    }
    # The text comes last: it is what numbers the footnotes.
    body, annex = writer.blocks(draft.blocks), writer.blocks(draft.annex)
    return {**values, "body": body, "annex": annex}


def _omitted(sheet: Sheet) -> list[Omitted]:
    return [
        Omitted(code, ground(code).label, count) for code, count in sheet.marks_by_ground.items()
    ]


def _omission_note(sheet: Sheet) -> str:
    """What is gone from a public version, in one sentence; empty when nothing is."""
    listed = [
        f"{one.code}, {one.label}{f' ({one.count} keer)' if one.count > 1 else ''}"
        for one in _omitted(sheet)
    ]
    return f"Openbare versie. In dit stuk is weggelaten: {'; '.join(listed)}." if listed else ""


def _lines_at(draft: Draft, fields: dict[str, Any], place: str) -> list[Line]:
    """The filled fields with this place, in the order of the kind."""
    return [
        Line(one.label, fields[one.name], one.repeat)
        for one in draft.kind.fields
        if one.place == place and draft.fields[one.name]
    ]


def chamber_of(draft: Draft) -> str:
    """The chamber of parliament that a letter is for: the Tweede Kamer unless it says otherwise."""
    addressee = draft.fields.get("aan", Content()).plain.casefold()
    return "Eerste Kamer" if "eerste kamer" in addressee else "Tweede Kamer"


def letterhead_of(draft: Draft) -> str:
    """BRIEF VAN DE MINISTER VAN ..., from who signs; empty when nobody does."""
    signatories = draft.fields.get(SIGNATORIES)
    return letterhead([plain(row[0]) for row in signatories.rows]) if signatories else ""
