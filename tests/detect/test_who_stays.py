"""Who stays, because everybody knows them or because of what stands beside the name."""

import pytest

from tests.golden.annotated import find_all, goes
from woo.detect.offices.offices import detect_offices
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category, Role
from woo.reference.office_holders import known_by_surname, known_in_public_life


def holders_in(text: str) -> list[str]:
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    return sorted({f.text for f in detect_offices(document) if f.role is Role.OFFICE_HOLDER})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Volgens mij wil Kaag dat niet.", ["Kaag"]),
        ("Heeft van gennip al getekend? Ja, Van Gennip wel.", ["Van Gennip", "van gennip"]),
        ("Welke M, Van Gennip of Helder?", ["Helder", "Van Gennip"]),
        ("Naar wie gaat het, Helder of Veldkamp?", []),
        ("In het debat zei Helder dat het mocht.", ["Helder"]),
        ("In het debat zei Kuipers dat het mocht.", []),  # thousands are called so
        ("Alexandra C. van Huffelen", ["Alexandra C. van Huffelen"]),
        ("nou die rutte was weer lekker bezig in de kamer", ["rutte"]),
        ("harbers belt morgen over de uitkering", []),
        ("De Kamer sprak ook met uw voorgangers Snel en Vijlbrief.", ["Snel", "Vijlbrief"]),
        (
            "Fractie\n22:01 Ellemeet: wie\n22:02 Kathmann: ik\n22:03 Sneller: nee",
            ["Ellemeet", "Kathmann", "Sneller"],
        ),
        ("Politiek assistent Jetten, Van Zanen\nHet debat is vrijdag.", ["Jetten"]),
    ],
)
def test_a_surname_that_tells_is_enough(text: str, expected: list[str]) -> None:
    assert holders_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Beste Harbers,\n\nHarbers belde mij.",
        "Van: Harbers, Joost\nAan: team\n\nHarbers zegt ja.",
        "Joost Harbers is er morgen. Harbers neemt het mee.",
        "Mail het aan j.harbers@regio.nl. Harbers weet ervan.",
        "Met groet,\nHarbers\nadviseur",
        "10:02 Harbers: ik kom eraan",
        "Familie Harbers woont op nummer 4.",
        "| 19 | Harbers | brandveiligheid |",
        "| Harbers, Joost | bouwinspecteur |",
        "CC: Bogaard, Mieke; Harbers\n\nHarbers komt ook.",
        "brief van Harbers (bewoner Nijeveen) over het debat",
    ],
)
def test_not_where_somebody_else_is_called_so(text: str) -> None:
    assert "Harbers" not in holders_in(text)


def test_no_surname_stands_in_both_lists() -> None:
    assert not set(known_by_surname()) & set(known_in_public_life())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Met groet,\nLucienne Vroomen\nwethouder Mobiliteit\n", ["Lucienne Vroomen"]),
        ("Lucienne Vroomen\nwethouder Bakker\n", ["Bakker"]),
        ("brief van Lucienne Vroomen\nWethouder, beste Gerard,\nIk mail", []),
        ("ik zit in de auto met de wethouder\nAnouk BZ: hij zingt", []),
        ("Met groet,\nSilke Reemst\nfractievoorzitter\n", ["Silke Reemst"]),
        ("Wethâlder Eppinga komt ek.", ["Eppinga"]),
        ("Voor het college\nPortefeuillehouder: F. Wolters\nSteller: A. Naipal", ["F. Wolters"]),
        ("Portefeuillehouder: F. Wolters", []),
        (
            "Aan de burgemeester van Vlissingen\n\nWaarde heer Van den Tillaar,\n\nAl jaren",
            ["Van den Tillaar"],
        ),
        ("Aan de minister\nt.a.v. mevrouw B. Boom\n\nGeachte mevrouw Boom,\n\nHierbij", []),
        ("Aan de leden van de raad\n\nGeachte heer Tillaar,\n\nAl jaren", []),
    ],
)
def test_who_stands_beside_an_office_holds_it(text: str, expected: list[str]) -> None:
    assert holders_in(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        ("Wie er was: Karakus (weth.), mijn zus Ayse en ik.", "Karakus", True),
        ("Hettie Borgerink is plaatsvervangend raadsvoorzitter.", "Borgerink", True),
        ("Hettie Borgerink is al jaren onze buurvrouw.", "Borgerink", False),
        ("De toezegging aan de heer Zwaan in de commissie van mei.", "Zwaan", True),
        ("De toezegging aan de heer Zwaan over zijn schutting.", "Zwaan", False),
        ("Voor: Boersen, Dronkers\nTegen: Lammertink, Priem\nGestaakt.", "Boersen", True),
        ("Telefoonnotitie\nVoor: Dirk-Jan Boersen\nBelde: de garage", "Boersen", False),
        ("Naam: Dirk-Jan Lamfers\nFractie: Dorpen Vooruit", "Lamfers", True),
        ("Naam: Dirk-Jan Lamfers\nAfdeling: Financiën", "Lamfers", False),
        (
            "Gedeputeerde Staten van Gelderland,\nH.P. Daalder, secretaris\nJ. Bos, voorzitter",
            "Daalder",
            True,
        ),
        ("Groet,\nH.P. Daalder, secretaris", "Daalder", False),
        ("Tekenbureau Kooij tekende de gevel.", "Kooij", True),
    ],
)
def test_what_is_said_of_somebody_holds(text: str, name: str, *, stays: bool) -> None:
    going = {f.text for f in find_all(text) if goes(f.category, f.role)}
    assert any(name in one for one in going) is not stays


COUNCIL = "Verslag van de raad. Griffier: M. Knip. Ook zijn er de wethouders Smid en Bos.\n"
WITH_PARTIES = (
    "Aanwezig: A. Luijk, E.P. Vlaan, mevrouw H.J. Potter (VVD), M. Balzak, J. Kwik (D66)\n"
)
WITHOUT = (
    "Aanwezig: H. Koets (vz), Jan Ballast, R. van de Belt, B. Boers, L. Otter, J. Wind (bode)\n"
)


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        (WITH_PARTIES, "Luijk", True),
        (WITH_PARTIES, "Balzak", True),
        (WITH_PARTIES + "Ambtelijk: A. Bakkerij", "Bakkerij", False),
        ("Aanwezig: A. Luijk, E.P. Vlaan (VVD), M. Balzak, J. Kwik", "Luijk", False),
        ("Aanwezig: A. Luijk (VVD), B. Bel (CDA), P. Kok (D66), T. Snel (LTS)", "Snel", True),
        ("Aanwezig: A. Luijk (VVD), B. Bel (CDA), P. Kok (D66), T. Snel (FEZ)", "Snel", False),
        ("Aanwezig: A. Luijk (VVD), B. Bel (CDA), T. Snel (Financiën)", "Snel", False),
        (COUNCIL + WITHOUT, "Ballast", True),
        (COUNCIL + WITHOUT + "Van de Belt vraagt naar de kosten.", "Belt", True),
        (COUNCIL + WITHOUT, "Wind", False),
        (WITHOUT, "Ballast", False),
        ("De griffier en wethouder Smid bereiden de raad voor.\n" + WITHOUT, "Ballast", False),
        (COUNCIL + "Voorzitter: dhr. T. Peet / dhr. P. van Dam", "Van Dam", True),
        ("Voorzitter: dhr. T. Peet van de afdeling", "Peet", False),
        (COUNCIL + "Wethouders: de heer P. Barn\nde heer P. van Bock (NT)\n", "van Bock", True),
        (COUNCIL + "Wethouders: de heer P. Barn\n\nde heer P. van Bock (NT)\n", "van Bock", False),
        ("Aanwezig zijn 3 leden der Kamer, te weten:\n\nAardbei, De Kort en Wubs,", "Wubs", True),
        (COUNCIL + "dhr. G.J. Loom \nChristenUnie-SGP \ndhr. K. Donk \nX", "Loom", True),
        (COUNCIL + "Collegeleden: A. Schuren", "Schuren", True),
        (
            "Verslag college van burgemeester en wethouders\nAanwezig: Hilb, Ezza. Bij 3: Kars",
            "Ezza",
            True,
        ),
        ("Verslag van het team\nAanwezig: Hilb, Ezza. Bij 3: Kars", "Ezza", False),
        (COUNCIL + "De beëdiging van de heer Franx als wethouder.", "Franx", True),
        ("0:11 J. Deuring\nraadslid CDA\nJ. Deuring\nWelkom allemaal.", "Deuring", True),
        (
            "Aanwezig: H.J. Glastra van Loon (PvdA), G. Hoek (CU)\nDe heer GLASTRA VAN LOON wil",
            "GLASTRA VAN LOON",
            True,
        ),
    ],
)
def test_who_attends_a_council_is_a_member(text: str, name: str, *, stays: bool) -> None:
    going = {f.text for f in find_all(text) if goes(f.category, f.role)}
    assert any(name in one for one in going) is not stays


DEBATE = "Van Ojik (GL): Voorzitter. Ik steun de motie van mevrouw Hachchi. "


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        (DEBATE + "De heer Rosenmöller vroeg dat ook.", "Rosenmöller", True),
        (DEBATE + "De heer  Van Middelkoop vroeg dat ook.", "Van Middelkoop", True),
        (DEBATE + "De heren Melkert en Schutte vroegen dat ook.", "Schutte", True),
        (DEBATE + "De heer Van Middelkoop uit Heerde schreef mij.", "Van Middelkoop", False),
        (DEBATE + "De heer Van Middelkoop van het COA schreef mij.", "Van Middelkoop", False),
        (DEBATE + "Op de tribune zit mevrouw Aarnoutse-Tahitu.", "Aarnoutse-Tahitu", False),
        ("De heer Van Middelkoop heeft zijn schutting verzet.", "Van Middelkoop", False),
    ],
)
def test_in_a_debate_the_member_is_meant(text: str, name: str, *, stays: bool) -> None:
    going = {f.text for f in find_all(text) if goes(f.category, f.role)}
    assert any(name in one for one in going) is not stays


def test_who_stands_below_an_office_in_a_table_holds_it() -> None:
    text = (
        "Gemeente | Burgemeester | Contactpersoon | Telefoon\n"
        "Wijchen | R. Noordergraaf | Ester Slob | 0416-690211\n"
        "Dongen | Sj. Hylkema | Anne-Wil Postma | 0514-588003\n"
    )
    roles = {one.text: one.role for one in find_all(text)}
    assert roles["R. Noordergraaf"] is roles["Sj. Hylkema"] is Role.OFFICE_HOLDER
    assert roles["Ester Slob"] is not Role.OFFICE_HOLDER


def test_an_office_within_a_table_is_no_heading() -> None:
    table = (
        "naam;rol;telefoon;wie belt;notitie\nPostma;bewoner;06-27369005;wethouder;melkt\n"
        "Pool;bewoner;06-27369006;Ömer;via\nWolf;bewoner;06-27369007;Sharmila;Pools\n"
    )
    roles = {one.text: one.role for one in find_all(table)}
    assert Role.OFFICE_HOLDER not in {roles["Ömer"], roles["Sharmila"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Het college stuurt mevrouw Roelofsen van Juridische Zaken; wethouder\nSandstra niet.",
            "Roelofsen",
        ),
        ("nr | melder | zaal\n5 | raadslid Stegeman namens O. Biervliet | 3\n", "O. Biervliet"),
    ],
)
def test_who_stands_beside_another_s_office_goes(text: str, name: str) -> None:
    going = {f.text for f in find_all(text) if goes(f.category, f.role)}
    assert any(name in one for one in going)


def test_the_last_cell_of_a_row_says_nothing_of_the_next_row() -> None:
    text = "naam;rol\nJan de Wilde;wethouder\nMeeuwis Kooiman;bewoner\n"
    roles = {one.text: one.role for one in find_all(text)}
    assert roles["Jan de Wilde"] is Role.OFFICE_HOLDER
    assert roles["Meeuwis Kooiman"] is not Role.OFFICE_HOLDER


@pytest.mark.parametrize(
    ("text", "found"), [("Beste Wil,\n\nWil je dat doen?", ["Wil"]), ("Beste Allen,\n", [])]
)
def test_a_first_name_that_is_a_word_is_one_where_it_is_greeted(
    text: str, found: list[str]
) -> None:
    assert [one.text for one in find_all(text)] == found


@pytest.mark.parametrize(
    ("text", "gone", "stays"),
    [
        ("Het team: Annemiek van den Bosch en Yusuf Aydın.", "van den Bosch", ""),
        ("De trein naar Den Bosch had vertraging.", "", "Den Bosch"),
        ("Morgen komt Storm van Amerongen (inspecteur i.o.) langs.", "Storm van Amerongen", ""),
        ("Door de storm Eunice viel een boom om.", "", "Eunice"),
        ("BEGIN:VCARD\nN:Scherpenzeel;Wiebe-Jan;;drs.;\nEND:VCARD\n", "Scherpenzeel", ""),
    ],
)
def test_a_town_and_a_storm_are_no_part_of_a_name(text: str, gone: str, stays: str) -> None:
    going = " ".join(f.text for f in find_all(text) if goes(f.category, f.role))
    assert gone in going
    assert not stays or stays not in going


@pytest.mark.parametrize(
    ("text", "name", "is_left"),
    [
        ("1 J. Bowlby, Attachment and loss, New York: Basic Books 1969.\n", "J. Bowlby", True),
        ("Aanwezig: J. Bakker, Piet Smit, Utrecht: Jaarbeurs 2019", "J. Bakker", False),
        ("De heer Pruim (Merewolde Vooruit): Ik heb dat gelezen.", "Pruim", True),
        ("De heer Pruim (Rijkswaterstaat): Ik heb dat gelezen.", "Pruim", False),
        ("Voor storingen belt u het Servicepunt, 070 456 70 00.", "070 456 70 00", True),
        ("Bel mij maar, 070 456 70 00.", "070 456 70 00", False),
    ],
)
def test_what_is_cited_elected_or_shared_is_left(text: str, name: str, *, is_left: bool) -> None:
    going = [f.text for f in find_all(text) if goes(f.category, f.role)]
    assert (name not in going) == is_left


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Bel 0544-37 12 00 voor vragen.", True),
        ("Bel 0544-37 12 05 voor vragen.", False),
        ("Zijn directe nummer is 0544-37 12 00.", False),
        ("Bel mij op 0544-37 12 00.", False),
        ("Meld het op 0900-664 36 44.", True),
        ("De Klaver B.V., Zwarteveldsweg 13, 7126 XL Ruigenhoek", True),
        ("De Klaver B.V.\nt.a.v. de directie\nZwarteveldsweg 13\n7126 XL Ruigenhoek", True),
        ("De heer Ruesink, Zwarteveldsweg 13, 7126 XL Ruigenhoek", False),
        ("griffie@lindervoorde.nl | 0544-37 12 31", True),
        ("griffie: 0544-37 12 31", True),
        ("m.tolhuis@lindervoorde.nl | 0544-37 12 31", False),
        ("Tel. +49 2861 681-0", True),
        ("Uw afspraak: IND-loket Hoofddorp, Wegalaan 6, 2132 JC Hoofddorp", True),
        ("De borrel is in café De Ooievaar, Havenstraat 11", True),
        ("Jan Pietersen, p/a café De Ooievaar, Havenstraat 11", False),
        ("Wijnberg B.V.\nmr. B.L. Kortekaas\nVelperweg 212, 6824 BZ Arnhem", True),
        ("Mail financien@lindervoorde.nl.", True),
        ("Mail j.allen@lindervoorde.nl.", False),
    ],
)
def test_whose_a_contact_is(text: str, stays: bool) -> None:
    going = [f for f in find_all(text) if f.category.value != "person" and goes(f.category, f.role)]
    assert bool(going) is not stays


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Maak het over op NL33BNGH0285112345.", Role.FUNCTIONAL),
        ("Stichting Groen Lint NL91ABNA0417164300", Role.FUNCTIONAL),
        ("Betaal op NL91ABNA0417164300 ten name van de gemeente.", Role.FUNCTIONAL),
        ("Betaal op NL91ABNA0417164300 t.n.v. J. Ruesink.", Role.UNKNOWN),
    ],
)
def test_whose_an_account_is(text: str, role: Role) -> None:
    """By default every account goes; an office may let its own stay."""
    assert [f.role for f in find_all(text) if f.category is Category.IBAN] == [role]
