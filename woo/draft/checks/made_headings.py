"""A cross-reference to the table of attachments needs that table: the program makes it."""

from collections.abc import Iterator

from woo.draft.anchors import ATTACHMENTS, address
from woo.draft.complete import ATTACHMENTS as FIELD
from woo.draft.kinds import Kind
from woo.draft.reading.source import Source
from woo.draft.tree import Link
from woo.draft.walk import walk_blocks
from woo.model.draft import Problem


def check_made_headings(source: Source, kind: Kind) -> Iterator[Problem]:
    """At each link to ``#bijlagen`` in a document without them."""
    entry = source.entries.get(FIELD)
    has_section = any(one.attachments for one in kind.sections)
    if has_section and entry and entry.values:
        return
    message = (
        "Deze kop komt er als u het veld 'bijlagen' invult."
        if has_section
        else "Deze kop is er niet: een stuk van deze soort heeft geen tabel met bijlagen."
    )
    for blocks in (source.blocks, *source.footnotes.values()):
        for one in walk_blocks(blocks):
            if isinstance(one, Link) and one.url == address(ATTACHMENTS):
                yield Problem(one.line, one.column, message)
