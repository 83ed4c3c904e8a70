"""The tree written as Markdown reads back as the same tree, whatever stands in it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from tests.draft.trees import BLOCKS
from tests.draft.word_files import imported, meaning, word_file
from woo.draft.importing.frontmatter_writer import front_matter
from woo.draft.importing.markdown_writer import MarkdownWriter
from woo.draft.kinds import load_kind, template_folders
from woo.draft.reading.frontmatter import read_front_matter
from woo.draft.reading.markdown import parse_markdown
from woo.draft.same import form, same_blocks
from woo.draft.tree import Blocks, Marked, Paragraph, Strong, Text
from woo.reference.grounds import ground

HEAD = """\
---
soort: kamerstuk
titel: x
dossiernummer: 99 821
dossiertitel: y
nummer: 2
aan: z
plaats: Den Haag
datum: 27 september 2024
ondertekenaars:
  - {ambt: De Minister van Voorbeeldzaken, naam: A.B. Verzonnen}
---

"""


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True)
@given(BLOCKS)
def test_what_is_written_reads_back(blocks: Blocks) -> None:
    assert form(parse_markdown(MarkdownWriter().blocks(blocks), 1).blocks) == form(blocks)


@pytest.mark.slow
@settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(BLOCKS)
def test_any_text_comes_back_from_word(blocks: Blocks) -> None:
    source = HEAD + MarkdownWriter().blocks(blocks) + "\n"
    with TemporaryDirectory() as name:
        folder = Path(name)
        assert meaning(imported(word_file(source, folder), folder).text) == meaning(source)


@pytest.mark.parametrize(
    "text",
    [
        "# Geen kop",
        "1. geen lijst",
        "a. geen lijst",
        "- geen streep",
        "a_b_c *x*",
        "[geen](link)",
        "&amp; <b>",
        "---",
        "Set { 1 } en {1, 2, 3}",
        "Noot [x]{1}",
        "{{ 1+1 }}",
        "Het eind {7}",
    ],
)
def test_text_that_looks_like_markdown_stays_text(text: str) -> None:
    written = MarkdownWriter().blocks((Paragraph((Text(text),)),))
    assert form(parse_markdown(written, 1).blocks) == [
        ["paragraph", [(c, frozenset()) for c in text]]
    ]


def test_marks_count_and_the_order_of_two_things_round_one_text_does_not() -> None:
    grounds = (ground("5.1.2e"),)
    inner = (Paragraph((Marked(grounds, (Strong((Text("a"),)),)),)),)
    outer = (Paragraph((Strong((Marked(grounds, (Text("a"),)),)),)),)
    assert same_blocks(inner, outer)
    assert not same_blocks(inner, (Paragraph((Strong((Text("a"),)),)),))


def test_fields_read_back_as_they_were_written() -> None:
    from tests.draft.word_files import EVERYTHING
    from woo.draft.draft import make_draft
    from woo.draft.reading.source import parse

    kind = load_kind("nota", template_folders(None))
    draft = make_draft(parse(EVERYTHING), kind)
    written = front_matter(kind, draft.fields)
    assert not read_front_matter(written, 1).problems
    assert meaning(f"---\n{written}---\n")["fields"] == meaning(EVERYTHING)["fields"]
