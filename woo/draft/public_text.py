"""The text of the public version in one run, for whoever looks for what should not be in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from woo.draft.checks.runs import Run, join, unseen_runs, whole_run
from woo.draft.draft import Draft, make_draft
from woo.draft.kinds import SIGNATORIES, Kind
from woo.draft.public import make_public
from woo.draft.reading.frontmatter import Value
from woo.draft.reading.places import Places
from woo.draft.reading.source import Source
from woo.draft.tree import (
    Blocks,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Quote,
    Redacted,
    Table,
    Text,
)
from woo.draft.walk import walk_inlines

_SEPARATOR = "\n\n"
# A black block: no word, so that what stands around it is not read as one phrase.
_BLOCK = Text("…")
# Whoever greets above a heading has signed there: the text below is no signature.
_GAP = Run("…\n" * 10, Places())
_CELL, _SPACE = Text("| "), Text(" ")


@dataclass(frozen=True, slots=True)
class PublicText:
    """What anybody will read: the fields up to the offset ``body``, then the text.

    ``signatories`` are the names that sign: those stay.
    """

    run: Run = field(repr=False)
    body: int
    signatories: tuple[str, ...] = field(repr=False)


def public_text(source: Source, kind: Kind) -> PublicText:
    """The public version of a source that has no errors.

    Left out are the signatories, and what the author declared public (``grond: geen``).
    """
    public = make_public(make_draft(source, kind)).draft
    rows = public.fields[SIGNATORIES].rows if SIGNATORIES in public.fields else ()
    names = tuple(whole_run(cell).text for row in rows for cell in row[1:])
    parts = (public.blocks, *public.footnotes.values())
    text_runs = (run for part in parts for run in _block_runs(part))
    fields = _joined(list(_field_runs(public, source)))
    whole = _joined([fields, *text_runs])
    signing = tuple(name for name in names if name.strip())
    return PublicText(whole, len(fields.text), signing)


def _field_runs(public: Draft, source: Source) -> Iterator[Run]:
    for kind_field in public.kind.fields:
        entry = source.entries.get(kind_field.name)
        if entry is None or kind_field.name == SIGNATORIES or kind_field.type == "date":
            continue
        content = public.fields[kind_field.name]
        values = [value for value in entry.values if value.text or value.cells]
        lines = content.rows or [(line,) for line in content.lines]
        for value, row in zip(values, lines, strict=False):
            if not _is_declared_public(value):
                yield from map(_run, row)


def _is_declared_public(value: Value) -> bool:
    return value.grounds == ()


def _block_runs(blocks: Blocks) -> Iterator[Run]:
    """A run for each heading, paragraph and row of a table: cells beside each other count."""
    for block in blocks:
        match block:
            case Heading(children=children):
                yield _GAP
                yield from _leaf_runs(children)
            case Paragraph(children=children):
                yield from _leaf_runs(children)
            case ListBlock(items=items):
                for item in items:
                    yield from _block_runs(item)
            case Quote(blocks=inner):
                yield from _block_runs(inner)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    yield from _leaf_runs(
                        tuple(one for cell in row for one in (_CELL, *cell, _SPACE))
                    )


def _leaf_runs(leaf: Inlines) -> Iterator[Run]:
    yield _run(leaf)
    yield from unseen_runs(leaf)


def _run(leaf: Inlines) -> Run:
    return join(_BLOCK if isinstance(one, Redacted) else one for one in walk_inlines(leaf))


def _joined(runs: list[Run]) -> Run:
    """All runs after one another, each a paragraph."""
    pieces, anchors, offset = [], [(0, 1, 1)], 0
    for run in runs:
        anchors += [(offset + start, line, column) for start, line, column in run.places.anchors]
        pieces.append(run.text)
        offset += len(run.text) + len(_SEPARATOR)
    return Run(_SEPARATOR.join(pieces), Places(anchors))
