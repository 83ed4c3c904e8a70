"""The web page and the PDF say the same words."""

import html
import re
from pathlib import Path

import pytest

from tests.draft.pdf_contents import shown_text
from tests.draft.sources import KINDS
from woo.draft.examples import example_source
from woo.draft.render import render

# What only one of the two has: running text of pages, and help to find one's way in a web page.
OF_PAGES = (
    "Tweede Kamer vergaderjaar Pagina van Op deze pagina is niets weggelaten keer Kamerstuk nr"
)
OF_A_WEB_PAGE = "Naar de inhoud Voetnoten Terug naar de tekst Betreft: gelakt, In dit stuk is"


def words(text: str) -> set[str]:
    """The words; codes and numbers of notes stand against them and are left out."""
    return set(re.findall(r"[^\W\d_]+", text))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("public", [False, True])
def test_the_web_page_says_what_the_pdf_says(kind: str, public: bool, tmp_path: Path) -> None:
    source = example_source(kind)
    page = render(source, public=public, to="html", folder=tmp_path).content.decode()
    body = re.sub("<[^>]+>", " ", page[page.index("<body>") :])
    on_page = words(html.unescape(body))
    on_paper = words(
        shown_text(render(source, public=public, to="pdf", folder=tmp_path).content, tmp_path)
    )
    assert on_page - on_paper - words(OF_A_WEB_PAGE) == set()
    assert on_paper - on_page - words(OF_PAGES) == set()
