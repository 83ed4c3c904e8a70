"""Random texts, as trees that a source could hold."""

from hypothesis import strategies as st

from woo.draft.tree import (
    Block,
    Blocks,
    Code,
    CodeBlock,
    Divider,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    ListSign,
    Marked,
    MarkedBlock,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from woo.reference.grounds import ground

GROUNDS = st.sampled_from(["5.1.2e", "5.2.1", "5.1.1d"]).map(lambda code: (ground(code),))
WORDS = st.text("abcé 1.,-*_`[]{}()<>&#!|\\\"'~+=:^$", min_size=1, max_size=12).filter(
    lambda text: any(c.isalnum() for c in text)
)
TEXT = WORDS.map(Text)
PLAIN = st.text("abc", min_size=1, max_size=5)
URL = st.sampled_from(["https://www.example.nl/a_b?c=(d)", "mailto:a@b.example"])


def words(children: "st.SearchStrategy[Inline]") -> "st.SearchStrategy[tuple[Inline, ...]]":
    """Inlines with bare words between them, as in a sentence."""
    return st.tuples(PLAIN, children, PLAIN).map(
        lambda row: (Text(f"{row[0]} "), row[1], Text(f" {row[2]}"))
    )


LEAF = st.one_of(TEXT, PLAIN.map(Code))
STYLED = st.one_of(
    LEAF,
    words(LEAF).map(Emphasis),
    words(LEAF).map(Strong),
    st.builds(Link, URL, words(TEXT)),
)
INLINES = st.one_of(
    words(STYLED),
    words(st.builds(Marked, GROUNDS, words(STYLED))),
    st.tuples(PLAIN.map(Text), st.just(LineBreak()), PLAIN.map(Text)),
    GROUNDS.flatmap(lambda g: PLAIN.map(lambda text: (Marked(g, (Text(text),)),))),
)
CELLS = words(STYLED)
PARAGRAPH = INLINES.map(Paragraph)
HEADING = st.builds(Heading, st.just(2), words(TEXT), st.one_of(st.just(()), GROUNDS))
TABLE = st.builds(
    lambda header, rows, way: Table(header, tuple(rows), (way, "left")),
    st.tuples(CELLS, CELLS),
    st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=2),
    st.sampled_from(["left", "right", "center"]),
)
CODE = st.sampled_from(["x", "a\n  b", "``` x"]).map(CodeBlock)


def lists(inner: "st.SearchStrategy[Block]") -> "st.SearchStrategy[Block]":
    item = st.one_of(
        PARAGRAPH.map(lambda one: (one,)),
        st.tuples(PARAGRAPH, inner),
    )
    items = st.lists(item, min_size=1, max_size=3).map(tuple)
    return st.builds(_list, items, st.sampled_from(ListSign), st.sampled_from(".)"))


def _list(items: "tuple[Blocks, ...]", sign: ListSign, closer: str) -> ListBlock:
    """One item with a letter is text; a bullet has nothing behind it."""
    single = sign is ListSign.LETTER and len(items) == 1
    shown = ListSign.NUMBER if single else sign
    return ListBlock(items, shown, closer="." if shown is ListSign.BULLET else closer)


NESTED = st.recursive(st.one_of(PARAGRAPH, TABLE), lists, max_leaves=4)
BLOCK = st.one_of(
    PARAGRAPH,
    HEADING,
    TABLE,
    CODE,
    st.just(Divider()),
    lists(NESTED),
    st.lists(st.one_of(PARAGRAPH, lists(PARAGRAPH)), min_size=1, max_size=2).map(
        lambda blocks: Quote(tuple(blocks))
    ),
    st.builds(lambda g, one: MarkedBlock(g, (one,)), GROUNDS, st.one_of(TABLE, lists(PARAGRAPH))),
)


def apart(blocks: "list[Block]") -> Blocks:
    """With a paragraph between: lists and quotes that touch are one to Word."""
    result: list[Block] = []
    for block in blocks:
        result += [block, Paragraph((Text("tussen"),))]
    return tuple(result)


BLOCKS = st.lists(BLOCK, min_size=1, max_size=3).map(apart)
