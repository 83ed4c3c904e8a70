"""HTML as text."""

import pytest

from woo.ingest.html_text import html_to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Een</p><p>Twee<br>Drie</p>", "Een\n\nTwee\nDrie"),
        ("<div>Een</div><div><div>Twee</div></div>", "Een\nTwee"),
        ("<p>Beste <b>Jan</b>,\n hoe gaat   het?</p>", "Beste Jan, hoe gaat het?"),
        ("<ul><li>een<li>twee</ul>", "- een\n- twee"),
        ("<table><tr><td>Naam<td>Tel<tr><td><p>Piet</p><td><p>06</p></table>",
         "Naam    Tel\n\nPiet    06"),
        ("<blockquote>Citaat<blockquote>diep</blockquote></blockquote>na",
         "> Citaat\n>\n> > diep\n\nna"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ('Zie <a href="https://x.example">de site</a>.', "Zie de site."),
        ('<img alt="Handtekening van Saskia" src="x">', "[afbeelding: Handtekening van Saskia]"),
        ("a&nbsp;b &amp; &euml;", "a b & ë"),
        ("gewone tekst", "gewone tekst"),
        ("", ""),
    ],
)  # fmt: skip
def test_html_becomes_the_lines_a_reader_sees(html: str, text: str) -> None:
    assert html_to_text(html) == text


def test_scripts_styles_titles_and_comments_are_no_text() -> None:
    html = "<head><title>t</title><style>p{}</style></head><!-- c --><script>s()</script>tekst"
    assert html_to_text(html) == "tekst"


def test_hidden_text_is_kept_so_that_it_is_judged() -> None:
    html = '<div style="display:none">Wielwaal</div><span hidden>Boterdijk</span>'
    assert html_to_text(html) == "Wielwaal\nBoterdijk"


@pytest.mark.parametrize("tag", ["<div>", "<table><tr><td>", "<blockquote>", "<b>"])
def test_depth_without_end_loses_no_text(tag: str) -> None:
    assert html_to_text(tag * 20_000 + "diep").endswith("diep")


def test_a_declaration_inside_the_page_is_not_believed() -> None:
    assert html_to_text("<meta charset=utf-16><body>Zoë") == "Zoë"
