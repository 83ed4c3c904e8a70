"""Whatever stands around a mark: it hides, or the source is refused. Nothing in between."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from woo.draft.check import check
from woo.draft.render import render
from woo.model.draft import Severity

pytestmark = pytest.mark.slow

SECRET = "Sikkema"
SPAN = f"[{SECRET}]{{5.1.2e}}"
PIECES = (
    SPAN, SPAN, f"[x {SPAN} y]{{5.1.1d}}", "a", " ", "\n", "\n\n", "- ", "  - ", "> ", "1. ", "## ",
    "### K", "*", "**", "_", "`", "[", "]", "(", ")", "{", "}", "\\", "!", "|", "\n|---|\n", "<",
    ">", "&", "https://x.example", "[^1]", "\n\n[^1]: ", "    ", "```", "---", "{5.2.1}", "\t",
)  # fmt: skip

FRONT = (
    "---\nsoort: kamerstuk\ntitel: T\ndossiernummer: 99 999\ndossiertitel: D\nnummer: 1\n"
    "aan: A\nplaats: P\ndatum: 2026-01-02\n"
    "ondertekenaars: [{ambt: Minister van X, naam: Y}]\n---\n\n"
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
@example(f"[a {SPAN}](https://x.example/{SPAN})")
@example("[^1]\n\n[^1]: ")
@example(f"\\{SPAN}")
@example(f"`{SPAN}`")
@example(f"![{SPAN}](a.png)")
@example(f"    {SPAN}")
@example(f"[a]: https://x.example '{SPAN}'")
def test_a_mark_hides_or_the_source_is_refused(body: str) -> None:
    source = FRONT + body
    if any(one.severity is Severity.ERROR for one in check(source)):
        return
    page = render(source, public=True, to="html", folder=Path(__file__).parent).content.decode()
    assert SECRET not in page


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map(lambda p: "".join(p).replace("\n", " ")))
@example(f"\\{SPAN}")
def test_the_same_in_a_field(value: str) -> None:
    quoted = value.replace("'", "''")
    source = FRONT.replace("titel: T", f"titel: 'T {quoted}'") + "Tekst.\n"
    if any(one.severity is Severity.ERROR for one in check(source)):
        return
    made = render(source, public=True, to="html", folder=Path(__file__).parent)
    assert SECRET not in made.content.decode() + made.title
