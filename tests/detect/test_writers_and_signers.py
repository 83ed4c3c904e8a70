"""Who wrote for a paper, who signed for a body, who leads or pleads; and what is nobody's name."""

import pytest

from tests.golden.annotated import find_all, goes, roles
from woo.detect.layout.columns import row_of
from woo.detect.words.name_parts import parse_name
from woo.model.finding import Role
from woo.reference.lexicon import is_proper_noun


def gone(text: str) -> set[str]:
    return {f.text for f in find_all(text) if goes(f.category, f.role)}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("FD – Column Tonny Hoekzema over de zorgpremie.", "Tonny Hoekzema", Role.AUTHOR),
        (
            "een stuk over leerlingen (de Volkskrant, Tonny Hoekzema).",
            "Tonny Hoekzema",
            Role.AUTHOR,
        ),
        (
            "Trouw – De buurt is boos. 'Niemand luistert.' Door Tonny Hoekzema.",
            "Tonny Hoekzema",
            Role.AUTHOR,
        ),
        ("NRC: Tonny Hoekzema over de arbeidsmarkt.", "Tonny Hoekzema", Role.AUTHOR),
        ("NRC – Tonny Hoekzema (belt terug)", "Tonny Hoekzema", Role.CITIZEN),
        (
            "uit het onderzoek van hoogleraar Tonny Hoekzema blijkt dat",
            "Tonny Hoekzema",
            Role.AUTHOR,
        ),
        (
            "Vergunning ondertekend door Th. Rozenbeek, namens B&W.",
            "Th. Rozenbeek",
            Role.SIGNATORY,
        ),
        (
            "het besluit van 8 november, genomen namens het college door N. Rozenbeek.",
            "N. Rozenbeek",
            Role.SIGNATORY,
        ),
        (
            "Hoogachtend,\n\nnamens UWV\nK.M. Rozenbeek\nManager Uitkeren Noord\n",
            "K.M. Rozenbeek",
            Role.SIGNATORY,
        ),
        (
            "Met vriendelijke groet, namens het college,\nGonda Rozenbeek\nconsulent Werk\n",
            "Gonda Rozenbeek",
            Role.SIGNATORY,
        ),
        (
            "RAAD VAN STATE\nHet betoog van Rozenbeek dat de raad vooringenomen was, faalt.",
            "Rozenbeek",
            Role.CITIZEN,
        ),
        (
            "De heer Smal (VVD): De rekenkamer, onder leiding van mevrouw Rozenbeek, schreef dat.",
            "Rozenbeek",
            Role.OFFICIAL,
        ),
        (
            "Lex vindt dat de minister mevrouw Rozenbeek zelf moet bellen.",
            "Rozenbeek",
            Role.CITIZEN,
        ),
        ("07:52 minister Blok + chauffeur M. Verhagen", "M. Verhagen", Role.CITIZEN),
        ("Senatoren Rozenbeek en Smal leiden de discussie", "Smal", Role.OFFICE_HOLDER),
        ("Portefeuillehouder: mw. Rozenbeek\nNota aan GS\n", "Rozenbeek", Role.OFFICE_HOLDER),
    ],
)
def test_in_what_quality_somebody_is_named(text: str, name: str, role: Role) -> None:
    assert roles(text)[name] is role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("haar minderjarige kinderen Jaden en Zoë zend ik u deze brief", {"Jaden", "Zoë"}),
        ("Kinderen: Jaden 12, Zoe 9", {"Jaden", "Zoe"}),
        ("Naam cliënt: Tonny Scholte\nRoepnaam:      Wil\n", {"Tonny Scholte", "Wil"}),
        ("Volgende schouw 7 juni. Verslag: YA\n", {"YA"}),
        ("Besluit: de OR adviseert. AP MZ: staatje leeftijdsopbouw.", {"MZ"}),
        ("Ons kenmerk: RvB/FdR/cm/24-318", {"FdR", "cm"}),
        ("een identiteitskaart, nummer 402218EA, op naam", {"402218EA"}),
        ("Persnr | Naam | Inlog\n20417763 | Oulad Ali, B. | bouladal\n", {"Oulad Ali, B."}),
    ],
)
def test_what_goes(text: str, names: set[str]) -> None:
    assert names <= gone(text)


@pytest.mark.parametrize(
    "word",
    ["Oeganda", "Papoea-Nieuw-Guinea", "Bosnië-Herzegovina", "Urdu", "Antillianen", "Nictiz"],
)
@pytest.mark.parametrize("sentence", ["Er zijn afspraken over {}.", "{} heeft niet geantwoord."])
def test_a_country_a_people_and_a_body_are_nobody(word: str, sentence: str) -> None:
    assert is_proper_noun(word)
    assert not gone(sentence.format(word))


def test_behind_a_title_anything_is_somebody() -> None:
    assert "Oeganda" in gone("Geachte mevrouw Oeganda,\n\nDank voor uw brief.")


@pytest.mark.parametrize(
    ("written", "first", "surname"),
    [
        ("Rozenbeek, T. (Teun) - HBJZ Woo", "Teun", "Rozenbeek"),
        ("Rozenbeek, H. (Hidde) - Commissie Wessemertunnel", "Hidde", "Rozenbeek"),
        ("Dijk, mr. A.F. van (Anne-Fleur) - HBJZ", "Anne-Fleur", "Dijk"),
        ("Teun Rozenbeek - HBJZ Woo", "Teun", "Rozenbeek"),
        ("Smal - de Rozenbeek, A.", "", "Smal - de Rozenbeek"),
    ],
)
def test_a_unit_is_no_part_of_a_name(written: str, first: str, surname: str) -> None:
    assert (parse_name(written).first, parse_name(written).surname) == (first, surname)


def test_a_comma_with_a_space_stands_inside_a_cell() -> None:
    _, cells = row_of("3-6-2022,Rozenbeek, A.,88214,Assen-Zwolle,78,JH")
    assert [cell.text for cell in cells] == [
        *("3-6-2022", "Rozenbeek, A.", "88214", "Assen-Zwolle", "78", "JH"),
    ]
    _, listed = row_of("Rozenbeek, Smal, Hoekzema, Blok")
    assert len(listed) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Aan: de minister\nHeropening Wessemertunnel en onderzoek",
        "GHOR: veertien slachtoffers.\nPOL: chauffeur gehoord.\nGHOR: opvang in de hal.",
        'Chat "VC Wessem - dagdienst" 18-12-2024',
        "| Politie | LE | verbalisant | 0900-8844 |",
    ],
)
def test_what_stays(text: str) -> None:
    assert not gone(text)


def test_what_a_text_calls_a_thing_is_nobody_there() -> None:
    text = "De inspectie bezocht ggz-instelling {0}. Bij {0} was het goed, en {0} kreeg een brief."
    assert not gone(text.format("Arkemeyde"))
    told = f"{text.format('Arkemeyde')} Mevrouw Arkemeyde was erbij, en Arkemeyde tekende."
    assert "Arkemeyde" in gone(told)
