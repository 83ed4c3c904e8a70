"""Judges, who signs on behalf of a board, and who is only written to."""

import pytest

from tests.detect.test_who_stays import holders_in
from tests.golden.annotated import find_all, goes
from woo.detect.offices.offices import detect_offices
from woo.model.document import Document, DocumentKind
from woo.model.finding import Role


def signatories_in(text: str) -> list[str]:
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    return sorted({f.text for f in detect_offices(document) if f.role is Role.SIGNATORY})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dit vonnis is gewezen door mr. J.W. Frieling, mr. K. Hofstra en mr. D. Oud en in het"
            " openbaar uitgesproken in aanwezigheid van mr. L. Bos, griffier. De rechtbank",
            ["D. Oud", "J.W. Frieling", "K. Hofstra"],
        ),
        (
            "Deze beschikking is gegeven door mrs. C.N.M. Antens, voorzitter, H. van Winkel en"
            " L. Feuth-Bax, leden, in tegenwoordigheid van de griffier R. Pos.",
            ["C.N.M. Antens", "H. van Winkel", "L. Feuth-Bax"],
        ),
        (
            "De rechtbank (mr. A. Wolf, voorzitter, mr. B. Haas en mr. C. Dasbeek) overweegt.",
            ["A. Wolf", "B. Haas", "C. Dasbeek"],
        ),
        (
            "Zitting van de Afdeling, mr. H. Troost, lid van de enkelvoudige kamer, griffier"
            " mr. P. Klok. Uitspraak.",
            ["H. Troost"],
        ),
        ("Het advies is gegeven door mr. A. Bos van het kantoor.", []),
        ("De aangifte is gedaan door A. Bos. De rechtbank sprak recht in een vonnis.", []),
    ],
)
def test_who_judges_stays(text: str, expected: list[str]) -> None:
    assert holders_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Namens het college, R. Bloemhoff, consulent", ["R. Bloemhoff"]),
        (
            "namens Gedeputeerde Staten, P.J. Kerris, teammanager Vergunningverlening\n",
            ["P.J. Kerris"],
        ),
        ("Namens het college: R. Terwindt.", []),  # who speaks for it at a hearing
        ("Namens het college, R. Bloemhoff, lichtte toe dat het mag.\nHij bleef.", []),
    ],
)
def test_who_signs_on_the_line_of_the_board(text: str, expected: list[str]) -> None:
    assert signatories_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De burgemeester van Oud-Wietmarsch, A. Sturkenboom, heeft besloten.", ["A. Sturkenboom"]),
        (
            "De Commissaris van de Koning in de provincie Utrecht, H. Oosters-Plas, heeft",
            ["H. Oosters-Plas"],
        ),
        ("Namens verweerder, de burgemeester van Maasbracht, K. Broersen.", []),
        ("Aanwezig: de burgemeester van Utrecht, J. Pieters en K. Bos.", []),
        ("Heeft uw ambtsvoorganger, de heer Staghouwens, dit ontvangen?", ["Staghouwens"]),
        ("Hennie Koek (loco-burgemeester) opent.", ["Hennie Koek"]),
        ("Daarna afscheid Gerda Nuis (wethouder Pelgrim spreekt).", ["Pelgrim"]),
        ("Bert de Wit (burgemeester Zwaagwest) is er.", ["Bert de Wit"]),
        ("[10:02] Terwel, Femke\nDe minister wil de passage zachter.", []),
        ("Annelies Hollander\nWethouder Financiën en Zorg", ["Annelies Hollander"]),
    ],
)
def test_whose_an_office_is(text: str, expected: list[str]) -> None:
    # Not the town, which the form of the sentence makes one too.
    towns = {"van Oud-Wietmarsch", "Zwaagwest"}
    assert [name for name in holders_in(text) if name not in towns] == expected


def test_who_is_written_to_is_no_mayor() -> None:
    text = (
        "Gemeente Hoogerheide\nDe burgemeester\n\nDe heer H. Adriaanse\nDuinweg 102\n"
        "4361 XA Hoogerheide\n\nGeachte heer Adriaanse,\n\nIk sluit uw woning."
    )
    going = {f.text for f in find_all(text) if goes(f.category, f.role)}
    assert {"H. Adriaanse", "Adriaanse"} <= going


def test_a_portfolio_holder_by_letters_stays() -> None:
    text = (
        "Besluitenlijst college\n\nnr  onderwerp  portefeuillehouder  besluit\n"
        "1  Verslag  JB  vastgesteld\n2  Raadsbrief  MvL  aangehouden, MvL overlegt\n"
    )
    staying = {f.text for f in find_all(text) if not goes(f.category, f.role)}
    assert {"JB", "MvL"} <= staying


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("kinderen met het syndroom van Dravetson of Lennoxen-Gastaut", "Dravetson"),
        ("Apotheek Van der Werff belde.", "Van der Werff"),
        ("Reinhold Arzneimittel GmbH in Leverkusen", "Reinhold Arzneimittel GmbH"),
        ("Mevrouw Rikkers-Oosterkamp vraagt dat.", "Rikkers-Oosterkamp"),
        ("Vergaderen in de Aletta Jacobszaal.", "Aletta Jacobszaal"),
        ("De bewindspersonen Bakker, De Vries en Jansen zijn gehoord.", "Jansen"),
    ],
)
def test_what_only_looks_like_somebody(text: str, stays: str) -> None:
    assert stays in {f.text for f in find_all(text) if not goes(f.category, f.role)}


def test_a_unit_behind_dg_is_nobody() -> None:
    found = {f.text for f in find_all("Aan DG Toeslagen, via SG Rozenbeek.")}
    assert "Rozenbeek" in found
    assert "Toeslagen" not in found


def test_who_does_something_in_a_hall_goes() -> None:
    text = "Rondleiding: Tirza doet de Trêveszaal, ik de Oude Zaal, Gijsje de Rolzaal."
    gone = " ".join(f.text for f in find_all(text) if goes(f.category, f.role))
    assert "Tirza" in gone
    assert "Gijsje" in gone


@pytest.mark.parametrize(
    "text",
    [
        "Burgemeester en wethouders, namens dezen, ⟦J. van den Wildenberg⟧, afdelingshoofd",
        "De Inspecteur-generaal, namens deze,\n⟦P. Steijn⟧, teamleider boetes",
        "Hoogachtend, namens de Raad van bestuur,\n⟦Toine Haverkort⟧, teammanager",
        "Uw bezwaar is ongegrond.\n\nHoogachtend,\n\n⟦I. Slagmolen⟧\nklachtencoördinator",
        "Het besluit treedt in werking op 1 mei. De griffier, ⟦M. Oudejans⟧.",
        "Dit besluit geldt vanaf nu.\nw.g. secretaris ⟦H. Reitsema⟧",
    ],
)
def test_who_signs_for_an_office_stays(text: str) -> None:
    name = text.partition("⟦")[2].partition("⟧")[0]
    plain = text.replace("⟦", "").replace("⟧", "")
    found = [one for one in find_all(plain) if one.text.endswith(name)]
    assert [one.role for one in found] == [Role.SIGNATORY]


@pytest.mark.parametrize(
    "text",
    [
        "Aanwezig is tolk A. Ciobanu. Namens het college: R. Terwindt. U maakt bezwaar.",
        "Uw bezwaar kwam.\n\nMet vriendelijke groet,\n\nH. Jansen\ndirecteur Jansen Bouw B.V.",
        "Van: H. Jansen\nOnderwerp: uw klacht\n\nMet vriendelijke groet,\n\nH. Jansen\nteamleider",
        "Wij willen bezwaar maken.\n\nHoogachtend,\n\nW. de Vries\nvoorzitter Dorpsbelang",
        "Over uw aanvraag.\n\nMet vriendelijke groet,\n\nW. de Vries\nsecretaris Dorpsbelang",
        "Ons bestuur dankt u.\n\nNamens het bestuur,\nRolinka Bles, secretaris",
    ],
)
def test_who_speaks_for_somebody_goes(text: str) -> None:
    assert signatories_in(text) == []
