"""Every word of a source is known by its line and column."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.draft.sources import KAMERSTUK, NOTA
from tests.draft.test_fail_closed import FRONT, PIECES
from woo.draft.draft import draft_leaves, make_draft
from woo.draft.examples import example_source
from woo.draft.kinds import kind_names, load_kind, template_folders
from woo.draft.reading.places import value_places
from woo.draft.reading.source import Source, parse
from woo.draft.tree import Code, FootnoteReference, Image, Inline, Link, Marked, Text
from woo.draft.walk import walk_blocks, walk_inlines

pytestmark = pytest.mark.slow

FOLDERS = template_folders(None)

# How each inline begins in the source.
STARTS = {Code: "`", Image: "![", FootnoteReference: "[^"}


def inlines_of(source: Source) -> list[Inline]:
    return [
        inline
        for blocks in (source.blocks, *source.footnotes.values())
        for inline in walk_blocks(blocks)
    ]


def misplaced(text: str, inlines: list[Inline]) -> list[Inline]:
    lines = text.split("\n")
    wrong: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and inline.literal:
            continue
        if isinstance(inline, Text | Code | Link | Image | FootnoteReference) and inline.line:
            start = inline.text if isinstance(inline, Text) else STARTS.get(type(inline), "")
            rest = lines[inline.line - 1][inline.column - 1 :]
            # In a cell the backslash is no text, in an address between < and > it is.
            written = (rest, rest.replace("\\|", "|"))
            if not rest or not any(one.startswith(start) for one in written):
                wrong.append(inline)
    return wrong


@pytest.mark.parametrize("text", [NOTA, KAMERSTUK, *map(example_source, kind_names(FOLDERS))])
def test_every_inline_of_a_whole_source_stands_where_it_says(text: str) -> None:
    source = parse(text)
    assert misplaced(text, inlines_of(source)) == []
    draft = make_draft(source, load_kind(source.first("soort"), FOLDERS))
    dates = {"vergaderjaar", "datum", "beslistermijn", "datum_verzoek", "datum_ontvangst"}
    values = [
        inline
        for name, content in draft.fields.items()
        if name not in dates and not name.startswith(("datum", "nieuwe", "uiterste", "termijn"))
        for line in (*content.lines, *(cell for row in content.rows for cell in row))
        for inline in walk_inlines(line)
    ]
    assert misplaced(text, values) == []
    assert list(draft_leaves(draft))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from((*PIECES, "&amp;", "\\|", "  \n")), max_size=14).map("".join))
@example("| a | b |\n|---|---|\n| x \\| y `z` | [q](https://x.example) |")
@example("> - a\n>   b *c* d\n>\n>   | e | f |\n>   |---|---|\n>   | g | h |")
@example("een ` code\nover` regels *en*\n  verder [x\ny](https://x.example)\n*einde*")
@example("*een woord**- ")
@example("<https://x.example\\|> ")
@example("[^1]\n\n[^1]: voet *noot*\n\n    tweede alinea")
def test_whatever_is_written_stands_where_it_says(body: str) -> None:
    text = FRONT + body
    assert misplaced(text, inlines_of(parse(text))) == []


@pytest.mark.parametrize(
    ("value", "raw", "word", "place"),
    [
        ("een twee", "een twee", "twee", (3, 9)),
        ("een twee", '"een twee"', "twee", (3, 10)),
        ("'t is twee", "'''t is twee'", "twee", (3, 13)),
        ("\u00e9\u00e9n twee", '"\\u00e9\\u00e9n twee"', "twee", (3, 20)),
        ("een\ntwee", "|\n  een\n  twee\n", "twee", (5, 3)),
        ("een twee", ">\n  een\n  twee\n", "twee", (5, 3)),
        ("een twee", "een\n  twee", "twee", (4, 3)),
        ('zei "twee"', '"zei \\"twee\\""', "twee", (3, 12)),
    ],
)
def test_a_word_in_a_value_is_found_in_every_style_of_yaml(
    value: str, raw: str, word: str, place: tuple[int, int]
) -> None:
    assert value_places(value, raw, 3, 5).at(value.index(word)) == place


def test_a_mark_stands_at_its_bracket() -> None:
    text = FRONT + "- item\n  - [x]{5.1.2e} en [y]{5.2.1}\n"
    marks = [one for one in inlines_of(parse(text)) if isinstance(one, Marked)]
    line = text[: text.index("[x]")].count("\n") + 1
    assert [(one.line, one.column) for one in marks] == [(line, 5), (line, 20)]
