"""The public version never held what was marked: not in its text, not in any byte."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from tests.draft.pages import letter
from tests.draft.pdf_contents import everything, shown_text
from tests.draft.sources import NOTA, NOTA_SECRETS, UNMARKED
from woo.draft.render import render


def test_the_internal_version_shows_what_the_public_one_hides(tmp_path: Path) -> None:
    text = shown_text(render(NOTA, public=False, to="pdf", folder=tmp_path).content, tmp_path)
    in_addresses = ["knorremans", "linknaam"]
    assert [secret for secret in NOTA_SECRETS if secret not in text] == in_addresses
    assert "Krachtenveld5.2.1" in text
    assert "Hedwig Onzichtbaar5.1.2e" in text.replace(" 5.1.2e", "5.1.2e")


def test_the_public_pdf_holds_nothing_that_was_marked(tmp_path: Path) -> None:
    made = render(NOTA, public=True, to="pdf", folder=tmp_path)
    text = shown_text(made.content, tmp_path)
    contents = everything(made.content) + text
    assert [secret for secret in NOTA_SECRETS if secret in contents] == []
    # The search would see a secret: it sees the bookmarks, the title and the links that stay.
    for shown in ("Politieke context", "Rapportage verkenning naar", "https://www.example.nl/stil"):
        assert shown in contents


@pytest.mark.parametrize("to", ["html"])
def test_the_public_page_holds_nothing_that_was_marked(to: str, tmp_path: Path) -> None:
    page = render(NOTA, public=True, to=to, folder=tmp_path).content.decode()
    assert [secret for secret in NOTA_SECRETS if secret in page] == []
    assert '<span class="gesproken">gelakt, </span>5.1.2e' in page


def test_typst_never_sees_what_was_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def catch(source: str, *, root: Path | None = None) -> bytes:
        seen.append(source)
        return b""

    monkeypatch.setattr("woo.pdf.making.typesetting.typeset", catch)
    render(NOTA, public=True, to="pdf", folder=tmp_path)
    assert [secret for secret in NOTA_SECRETS if secret in seen[0]] == []


def test_blocks_are_counted_by_ground(tmp_path: Path) -> None:
    made = render(NOTA, public=True, to="pdf", folder=tmp_path)
    # Three lines of Opgesteld door are one block: their number is nobody's business.
    assert made.marks_by_ground == {
        "5.1.2e": 10, "5.1.2f": 1, "5.2.1": 1, "5.1.1d": 1,
    }  # fmt: skip
    alternatives = everything(made.content).count("gelakt, 5.1.2e")
    assert alternatives >= 9


def test_a_section_keeps_its_heading_and_its_place(tmp_path: Path) -> None:
    text = shown_text(render(NOTA, public=True, to="pdf", folder=tmp_path).content, tmp_path)
    assert "Krachtenveld 5.2.1 Communicatie" in text


def test_blocks_are_equally_wide_whatever_they_hide(tmp_path: Path) -> None:
    short = NOTA.replace("[Hedwig Onzichtbaar]", "[X]")
    long = NOTA.replace("[Hedwig Onzichtbaar]", "[" + "Hedwig Onzichtbaar " * 30 + "]")
    pages = [
        render(source, public=True, to="html", folder=tmp_path).content for source in (short, long)
    ]
    assert pages[0] == pages[1]


def test_what_was_left_out_is_accounted_for(tmp_path: Path) -> None:
    text = shown_text(render(NOTA, public=True, to="pdf", folder=tmp_path).content, tmp_path)
    after = text[text.index("Motivering Namen van medewerkers zijn weggelaten.") :]
    assert "Persoonsgegevens in de velden Opgesteld door" in after
    assert "de onderdelen" in after
    assert (
        "Persoonlijke beleidsopvattingen uit intern beraad in het onderdeel Krachtenveld" in after
    )
    assert "5.1.2e, Eerbiediging van de persoonlijke levenssfeer (artikel 5.1, tweede lid" in after
    assert after.index("Persoonsgegevens") < after.index("Bijlagen Volgnummer")


def test_the_account_says_nothing_that_may_not_hold(tmp_path: Path) -> None:
    text = render(NOTA, public=True, to="html", folder=tmp_path).content.decode()
    assert "persoonlijke levenssfeer weegt hier zwaarder dan openbaarheid." in text
    # A citizen has no function, and a whole section that is gone may hold facts.
    assert "vanuit hun functie" not in text
    assert "blijven openbaar" not in text


def test_the_account_is_added_when_the_author_wrote_none(tmp_path: Path) -> None:
    start = NOTA.index("## Informatie die niet")
    bare = NOTA[:start] + NOTA[NOTA.index("[^1]: [Stil") :]
    text = shown_text(render(bare, public=True, to="pdf", folder=tmp_path).content, tmp_path)
    heading = "Informatie die niet openbaar gemaakt kan worden Motivering In de openbare versie"
    assert text.index("Afstemming") < text.index(heading) < text.index("Bijlagen Volgnummer")


def test_nothing_is_added_when_nothing_was_left_out(tmp_path: Path) -> None:
    made = render(UNMARKED, public=True, to="pdf", folder=tmp_path)
    text = shown_text(made.content, tmp_path)
    assert made.marks_by_ground == {}
    assert "Afdeling Boeken" in text
    assert "niet openbaar gemaakt" not in text


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("Over [Sikkema]{5.1.2e} en meer", "Sikkema"),
        ("Over Sikkema {5.1.2e}", "Sikkema"),
        ("{waarde: Over Sikkema, grond: 5.1.2e}", "Sikkema"),
        ("Over [Sikkema]{5.1.2.e} en meer", "Sikkema"),
    ],
)
def test_a_mark_in_a_field_goes_from_title_and_metadata(
    written: str, gone: str, tmp_path: Path
) -> None:
    title = NOTA.split("\n")[2]
    source = NOTA.replace(title, f"titel: {written}")
    made = render(source, public=True, to="pdf", folder=tmp_path)
    assert gone not in everything(made.content) + shown_text(made.content, tmp_path) + made.title
    assert "[gelakt, 5.1.2e]" in made.title
    internal = render(source, public=False, to="pdf", folder=tmp_path)
    assert gone in internal.title


@pytest.mark.parametrize(
    "text",
    [
        "Met **Sikkema**{5.1.2e} erbij.",
        "Met [Sikkema](mailto:sikkema@x.example){5.1.2e} erbij.",
        "Met [de heer *Sikkema* en [meer]{5.1.1e}]{5.1.2e} erbij.",
        "Met\nSikkema\nerbij. {5.1.2e}",
        "{5.1.2e}\nMet Sikkema erbij.",
        "{5.1.2e} Met Sikkema erbij.",
        "{5.1.2e}\n\n> Met Sikkema erbij.",
        "{5.1.2e}\n\n```\nSikkema\n```",
        "- Een {5.1.2e}\n\n  Sikkema\n",
        "Zie[^9].\n\n[^9]: Sikkema. {5.1.2e}",
        "[Zie[^9]]{5.1.2e}.\n\n[^9]: Sikkema.",
        "### Over [Sikkema]{5.1.2e}\n\nTekst.",
        "> ### Kop {5.1.2e}\n>\n> Sikkema.",
        "| A |\n|---|\n| [Sikkema]{5.1.2e} b |",
        "| Sikkema {5.1.2e} |\n|---|\n| b |",
    ],
)
def test_every_form_of_a_mark_hides(text: str, tmp_path: Path) -> None:
    source = NOTA.replace("De Kamer praat er in de herfst over.", text)
    page = render(source, public=True, to="html", folder=tmp_path).content.decode().lower()
    assert "sikkema" not in page
    assert (
        "sikkema"
        in render(source, public=False, to="html", folder=tmp_path).content.decode().lower()
    )


SECTION_AT_THE_END = "Ter zake.\n\n## Advies {5.2.1}\n\nNiet doen, zegt Sikkema.\n\n"


@pytest.mark.parametrize("closing", ["Hoogachtend,", "Met vriendelijke groet,"])
@pytest.mark.parametrize("to", ["html", "docx", "pdf"])
def test_the_closing_of_a_letter_is_in_no_section(closing: str, to: str, tmp_path: Path) -> None:
    made = render(
        letter(f"{SECTION_AT_THE_END}{closing}"),
        public=True,
        to=to,
        folder=tmp_path,
    )
    if to == "docx":
        text = ZipFile(BytesIO(made.content)).read("word/document.xml").decode()
    else:
        text = shown_text(made.content, tmp_path) if to == "pdf" else made.content.decode()
    assert closing in text
    assert "Sikkema" not in text


@pytest.mark.parametrize("below", ["Sikkema", "PS: bel Sikkema.", "- Sikkema", "> Sikkema"])
@pytest.mark.parametrize("after", ["", "\n\n## Verder\n\nNog iets."])
def test_a_closing_with_something_below_it_is_that_of_a_quoted_mail(
    below: str, after: str, tmp_path: Path
) -> None:
    source = letter(f"{SECTION_AT_THE_END}Met vriendelijke groet,\n\n{below}{after}")
    page = render(source, public=True, to="html", folder=tmp_path).content.decode()
    assert "vriendelijke groet" not in page
    assert "Sikkema" not in page


def test_the_closing_of_a_quoted_mail_stays_in_the_section(tmp_path: Path) -> None:
    mail = "Met vriendelijke groet,\n\nSikkema\n\n"
    source = letter(f"{SECTION_AT_THE_END}{mail}Hoogachtend,")
    page = render(source, public=True, to="html", folder=tmp_path).content.decode()
    assert "Hoogachtend," in page
    assert "vriendelijke groet" not in page


@pytest.mark.parametrize("to", ["html", "docx", "pdf"])
def test_a_nota_has_no_closing_so_that_of_a_quoted_mail_goes(to: str, tmp_path: Path) -> None:
    mail = "## Eerder {5.2.1}\n\nIn de mail staat:\n\nMet vriendelijke groet,\n\nSikkema\n\n"
    source = NOTA.replace("## Kern\n", f"{mail}## Kern\n")
    made = render(source, public=True, to=to, folder=tmp_path).content
    if to == "docx":
        text = ZipFile(BytesIO(made)).read("word/document.xml").decode()
    else:
        text = shown_text(made, tmp_path) if to == "pdf" else made.decode()
    assert "Eerder" in text
    assert "vriendelijke groet" not in text
    assert "Sikkema" not in text


def test_more_than_a_closing_stays_in_the_section(tmp_path: Path) -> None:
    source = letter(f"{SECTION_AT_THE_END}Hoogachtend,[^1]\n\n[^1]: Sikkema.")
    page = render(source, public=True, to="html", folder=tmp_path).content.decode()
    assert "Sikkema" not in page
    assert "Hoogachtend" not in page


HIDDEN = "Een zin die niemand mag lezen. "
OPEN = "## Daarna\n\n" + "".join(f"### Punt {n}\n\n{'Een open zin. ' * 25}\n\n" for n in range(15))
LONGER: dict[str, Callable[[int], str]] = {
    "section": lambda n: f"## Weg {{5.2.1}}\n\n{HIDDEN * 12 * n}\n\n",
    "subheadings": lambda n: "## Weg {5.2.1}\n\n" + "### Weg\n\nTekst.\n\n" * n,
    "picture": lambda n: f"![Een vlak](hoog-{n}.png){{5.1.2e}}\n\n",
    "note in a mark": lambda n: f"Open. [Weg[^1]]{{5.1.2e}}.\n\n[^1]: {HIDDEN * 3 * n}\n\n",
    "heading": lambda n: f"## [{'woord ' * 9 * n}]{{5.1.2e}}\n\nOpen.\n\n",
    "cells": lambda n: "|A|B|\n|-|-|\n" + f"| [{'woord ' * 2 * n}]{{5.1.2e}} | b |\n" * 8 + "\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("hidden", LONGER.values(), ids=LONGER)
def test_no_byte_tells_how_much_was_hidden(hidden: Callable[[int], str], tmp_path: Path) -> None:
    for height in (1, 5):
        Image.new("RGB", (300, 100 * height)).save(tmp_path / f"hoog-{height}.png")
    for to in ("pdf", "html"):
        sources = [letter(hidden(n) + OPEN) for n in (1, 5)]
        made = {render(one, public=True, to=to, folder=tmp_path).content for one in sources}
        assert len(made) == 1


@pytest.mark.slow
def test_no_page_break_tells_whether_it_fitted_above(tmp_path: Path) -> None:
    for height in (1, 5):
        Image.new("RGB", (300, 100 * height)).save(tmp_path / f"hoog-{height}.png")
    for lines in range(20, 32):
        sources = [letter("Een regel.\n\n" * lines + LONGER["picture"](n) + OPEN) for n in (1, 5)]
        made = {render(one, public=True, to="pdf", folder=tmp_path).content for one in sources}
        assert len(made) == 1
