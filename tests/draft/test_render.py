"""What comes out is what the source says, in order, in every format."""

import re
from pathlib import Path

import pytest

from tests.draft.pages import letter
from tests.draft.pdf_contents import shown_text
from tests.draft.sources import KAMERSTUK, KINDS, NOTA
from tests.draft.test_columns import EIGHT, FOUR
from tests.web.chromium import chromium
from woo.draft.examples import example_source
from woo.draft.render import render
from woo.errors import InputError

NOTA_IN_ORDER = (
    "Ministerie van Voorbeeldzaken",
    "Aan Minister van Voorbeeldzaken", "Van Afdeling Leescultuur en Ruimte",
    "nota Rapportage verkenning naar ervaringen", "TER BESLUITVORMING", "Nota actief openbaar Ja",
    "Onze referentie 2024-0000999033", "Datum 30 augustus 2024", "Opgesteld door",
    "Wiebe Geheimstra", "w.geheimstra@voorbeeld. example", "Samengewerkt met Directie Stilte",
    "Kenmerk KNM-77", "Beslistermijn 16 september 2024",
    "Kopie aan Directeur-generaal Rust Directeur Boeken", "Parafenroute Hoofd Leescultuur",
    "Bijlage(n) 2", "Aanleiding",
    "(en ook scholen) hebben behoefte aan", "ook in de vakantie", "voor avonden.",
    "Geadviseerd besluit", "Akkoord met", "Kern", "Adviseur Hedwig Onzichtbaar",
    "Toelichting", "Belangrijkste inzichten", "2. Dan handelen volgens plan B", "Noord 120",
    "Stilte is ook een geluid.", "Politieke context", "Krachtenveld", "Verborgen tussenkop",
    "Communicatie", "Afstemming", "Informatie die niet openbaar gemaakt kan worden", "Motivering",
    "Namen van medewerkers zijn weggelaten.", "Bijlagen", "Volgnummer Naam Informatie",
    "1 Kamerbrief", "2 Rapportage verkenning Offerte van Zwijgbureau",
)  # fmt: skip

KAMERSTUK_IN_ORDER = (
    "Tweede Kamer der Staten-Generaal", "Vergaderjaar 2024–2025", "99 821 Nationale Leesrust",
    "Nr. 238", "BRIEF VAN DE MINISTER VAN VOORBEELDZAKEN EN LEESRUST",
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "Den Haag, 27 september 2024",
    "stille uren1. Het gaat dan over rust.", "opdracht gegeven", "voor het lezen2.",
    "De Minister van Voorbeeldzaken en Leesrust, J.J.M. Verzonnen",
    "1 Kamerstukken 99 821, nr. 216", "2 Idem",
    "Tweede Kamer, vergaderjaar 2024–2025, 99 821, nr. 238 1",
)  # fmt: skip


def assert_in_order(text: str, parts: tuple[str, ...]) -> None:
    position = 0
    for part in parts:
        found = text.find(part, position)
        assert found >= 0, (
            f"{part!r} is missing after character {position}: {text[position:][:200]}"
        )
        position = found


def pdf_text(source: str, folder: Path, *, public: bool = False) -> str:
    made = render(source, public=public, to="pdf", folder=folder)
    return shown_text(made.content, folder)


def test_a_nota_holds_every_field_and_section_in_order(tmp_path: Path) -> None:
    text = pdf_text(NOTA, tmp_path)
    # The title stands beside the word nota on the page.
    assert_in_order(text, NOTA_IN_ORDER)
    assert "Pagina 1 van 2" in text
    assert text.count("Onze referentie 2024-0000999033") == 2


def test_a_kamerstuk_has_its_parts_in_order(tmp_path: Path) -> None:
    assert_in_order(pdf_text(KAMERSTUK, tmp_path), KAMERSTUK_IN_ORDER)


def test_the_rendering_says_what_it_is(tmp_path: Path) -> None:
    made = render(KAMERSTUK, public=True, to="pdf", folder=tmp_path)
    assert made.title == "Aanbieding verkenning stille uren"
    assert made.dated is not None
    assert made.dated.isoformat() == "2024-09-27"
    assert (made.kind, made.marks_by_ground) == ("kamerstuk", {})
    assert made.content.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("to", ["pdf", "html", "docx"])
@pytest.mark.parametrize("public", [False, True])
def test_every_example_renders(kind: str, to: str, public: bool, tmp_path: Path) -> None:
    made = render(example_source(kind), public=public, to=to, folder=tmp_path)
    assert made.kind == kind
    assert len(made.content) > 3000


def test_html_is_one_file_with_headings_lists_and_notes(tmp_path: Path) -> None:
    page = render(NOTA, public=False, to="html", folder=tmp_path).content.decode()
    assert '<html lang="nl">' in page
    assert page.count("<h1>") == 1
    assert_in_order(
        page, ('<h2 id="kop-1">Aanleiding</h2>', "<strong>drukke</strong>", ">Belangrijkste")
    )
    assert '<li id="noot-1">' in page
    assert 'href="#bij-noot-1"' in page
    assert "<script" not in page
    assert "src=" not in page.replace("img-src", "")


def test_a_table_of_the_page_scrolls_by_itself_and_has_a_name(tmp_path: Path) -> None:
    page = render(letter(FOUR), public=False, to="html", folder=tmp_path).content.decode()
    tables = re.findall(r"(<[^>]*>)<table>", page)
    assert len(tables) == page.count("<table>") == 2
    assert tables[0] == (
        '<div class="tabel" role="region" tabindex="0" '
        'aria-label="Tabel: Maatregel, Verantwoordelijke organisatie, Planning, Kosten">'
    )


@pytest.mark.slow
@pytest.mark.parametrize("public", [False, True])
def test_the_page_is_no_wider_than_a_telephone(public: bool, tmp_path: Path) -> None:
    source = letter(f"{FOUR}| [Noord]{{5.1.2e}} | a | b | [c]{{5.1.2f, 5.1.2b}} |\n\n{EIGHT}")
    file = tmp_path / "brief.html"
    file.write_bytes(render(source, public=public, to="html", folder=tmp_path).content)
    with chromium(tmp_path / "profile") as browser:
        browser.call(
            "Emulation.setDeviceMetricsOverride",
            width=320, height=800, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        browser.visit(file.as_uri())
        assert browser.evaluate("document.documentElement.scrollWidth") <= 320
        assert browser.evaluate("document.querySelector('.tabel').scrollWidth") > 320


def test_a_source_with_errors_is_refused_with_its_lines(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"regel 10, kolom \d+: Deze datum bestaat niet"):
        render(NOTA.replace("30 augustus 2024", "31 februari 2024"), public=False, to="pdf",
               folder=tmp_path)  # fmt: skip


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="pdf, html"):
        render(NOTA, public=False, to="odt", folder=tmp_path)


def test_a_character_without_a_glyph_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"regel 15, kolom 89: Het teken U\+13000"):
        render(KAMERSTUK.replace("rust.", "rust \U00013000."), public=False, to="pdf",
               folder=tmp_path)  # fmt: skip


def test_the_organisations_own_kind_and_house_style_are_used(tmp_path: Path) -> None:
    own = tmp_path / "sjablonen"
    (own / "memo").mkdir(parents=True)
    (own / "memo" / "kind.toml").write_text(
        'label = "Memo"\nexplanation = "Een memo."\n'
        '[[fields]]\nname = "titel"\nlabel = "Titel"\nexplanation = "De titel."\nrequired = true\n',
        "utf-8",
    )
    (own / "memo" / "template.typ.j2").write_text(
        '{% include "_base/elements.typ.j2" %}\n= MEMO {{ fields.titel }}\n\n{{ body }}', "utf-8"
    )
    source = "---\nsoort: memo\ntitel: Kort stuk\n---\n\nEen regel.\n"
    made = render(source, public=False, to="pdf", folder=tmp_path, templates=own)
    assert shown_text(made.content, tmp_path) == "MEMO Kort stuk Een regel."


@pytest.mark.parametrize("wrong", ["[5.1.2e", "reason = 1", '["5.1.2e"]\nreason = "Zo maar."'])
def test_own_reasons_that_are_wrong_are_refused_by_name(wrong: str, tmp_path: Path) -> None:
    own = tmp_path / "sjablonen"
    (own / "_base").mkdir(parents=True)
    (own / "_base" / "motivering.toml").write_text(wrong, "utf-8")
    with pytest.raises(InputError, match=r"motivering\.toml"):
        render(NOTA, public=True, to="pdf", folder=tmp_path, templates=own)
