"""Numbers and addresses as people, systems and text recognition write them, one form at a time."""

import pytest

from tests.golden.annotated import find_all, goes, going
from woo.model.finding import Role


def left_of(text: str, written: str) -> str:
    """The letters and digits of ``written`` that no finding that goes covers."""
    start = text.index(written)
    places = set(range(start, start + len(written)))
    for one in find_all(text):
        if goes(one.category, one.role):
            places -= set(range(one.start, one.end))
    return "".join(text[place] for place in sorted(places) if text[place].isalnum())


@pytest.mark.parametrize(
    "address",
    [
        "jan punt jansen apenstaartje minvws punt nl",
        "jan (punt) jansen (apestaart) live.nl",
        "jjansen(a)ziggo.nl",
        "j.jansen_at_minvws.nl",
        "jansen@@minvws.nl",
        "j. jansen@minvws.nl",
        "jan-jansen@live nl",
        "j.jansen©minvws.nl",
        "j.jansen@minvws,nl",
    ],
)
@pytest.mark.parametrize("sentence", ["Stuur het naar {}, dan kijk ik.", "E-mail: {}"])
def test_mailbox(sentence: str, address: str) -> None:
    assert left_of(sentence.format(address), address) == ""


@pytest.mark.parametrize("number", ["06—12345678", "O6-12345678", "06-l2345678", "06_12345678"])
@pytest.mark.parametrize("sentence", ["Bel me op {} als het moet.", "Jan de Vries, {}"])
def test_telephone(sentence: str, number: str) -> None:
    assert left_of(sentence.format(number), number) == ""


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("Hij rijdt in een grijze Golf, TP 84 VR, en parkeert hier.", "TP 84 VR"),
        ("de witte bus (HB.582.N) van mijn buurman", "HB.582.N"),
        ("| Jan de Vries | 62-tbf-8 | Opel |", "62-tbf-8"),
        ("aanhanger         WK - PV - 20    vak 2", "WK - PV - 20"),
        ("oplegger oh-17-vn stond er al", "oh-17-vn"),
        ("| Jan de Vries | GHP26T | Opel |", "GHP26T"),
    ],
)
def test_plate_beside_a_vehicle(text: str, plate: str) -> None:
    assert left_of(text, plate) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Zaak tegen de aannemer (parketnr. 01/865112-15), zitting op 3 mei.",
        "Op de offerte staat offertenummer 06-18100-518 en verder niets.",
        "NullPointerException at nl.voorbeeld.zaak.Lezer.lees(Lezer.java:216)",
    ],
)
def test_what_only_looks_like_a_number_or_a_mailbox_stays(text: str) -> None:
    assert left_of(text, text) == "".join(filter(str.isalnum, text))


def test_accounts_written_alike_go_together() -> None:
    text = (
        "Nieuw\n • nguyen14   rol: raadplegen\n • haddou08 rol toegevoegd\n"
        "Gebruiker: nguyen14\nGebruikersnaam: stokve05\nBon brief023 blijft"
    )
    assert left_of(text, "haddou08") == ""
    assert left_of(text, "brief023") == "brief023"


def test_a_flight_is_no_plate() -> None:
    text = "Taxi naar Schiphol, KL1701 vertrekt om 9.00."
    assert left_of(text, "KL1701") == "KL1701"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mijn postcode is 1234AB12 en ik heb overlast.", "1234AB12"),
        ("Naam: P. Bakker\nKerkstraat 3\nPostcode: 1234 ab", "1234 ab"),
        ("| P. Bakker | 2e Weteringdwarsstraat 8 | Zwolle |", "2e Weteringdwarsstraat 8"),
        ("J. de Vries, Parallelweg Zuid 12, Utrecht", "Parallelweg Zuid 12"),
        ("Boven de waarde: Thorbeckeplein 31 (fam. Özkan) en de school.", "Thorbeckeplein 31"),
    ],
)
def test_address(text: str, written: str) -> None:
    assert left_of(text, written) == ""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("geb. 120381 te Gouda", "120381"),
        ("J. de Vries (12-03-81) is verhuisd.", "12-03-81"),
        ("J. de Vries (12 maart '81) is verhuisd.", "12 maart '81"),
        ("Kinderen\nIlyas (22-11-2007), Nour (2011-03-15)", "2011-03-15"),
    ],
)
def test_birth_date(text: str, date: str) -> None:
    assert left_of(text, date) == ""


def test_a_motion_and_a_fire_engine_have_numbers_of_nobody() -> None:
    text = "Motie-Ceder (31066-1520). Wagen 26-8131 en wagen 26-2231 zijn ter plaatse."
    assert left_of(text, "31066-1520") == "310661520"
    assert left_of(text, "26-8131") == "268131"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Storing bij poort 3 (pasnr 0049713), graag nakijken.", "0049713"),
        ("In de praktijk logt hij in met bezorger-ID RDR-28124.", "RDR-28124"),
        ("U hebt met inlogcode PIZM-MRUI op 11 dagen gegevens bekeken.", "PIZM-MRUI"),
        ("2019-10-07 10:14 (D_HUIZ) Gebruiker krijgt een melding.", "D_HUIZ"),
        ('2001:980:4f3a:1::7c19 - gjkempers [24/Nov/2020:21:07:52 +0100] "GET /"', "gjkempers"),
        ("Handtekening: (geplaatst)   SAP 80048331", "80048331"),
        ("Vermeld je rijksnummer, bij jou 1105268, bij de balie.", "1105268"),
        ("Dienstnr oud RW 930188, nieuw 61004275.", "61004275"),
        ("Afschrift: politie, t.a.v. J. Ossewaarde (ON 8776460).", "ON 8776460"),
        ("Eigenaar: J. Smit, eenmanszaak\nRSIN: 080885263\n", "080885263"),
        ("Engelse plaat LK14 VXD, huurauto.", "LK14 VXD"),
        (
            "zijn eigen mail is t.udo apenstaart kpnmail punt nl.",
            "t.udo apenstaart kpnmail punt nl",
        ),
        ("Probeer haar secretaresse op 070 426 tst. 8825.", "070 426 tst. 8825"),
        ("Kind: Jip Vermaat, geboren donderdag 4 januari 2018, 05.12 uur", "4 januari 2018"),
    ],
)
def test_numbers_and_names_of_systems(text: str, expected: str) -> None:
    assert expected in going(text)


@pytest.mark.parametrize(
    "text",
    [
        "Storing door RIJK\\svc-monitor op de server.",
        "Het RSIN van de gemeente is 080885263.",
        "Pas 2019 is dit besloten.",
        "2019-10-07 10:14 (SYSTEM) escalatie naar de tweede lijn.",
        "U kunt gratis bellen met 088 888 66 77.",
    ],
)
def test_what_is_nobodys_stays(text: str) -> None:
    assert going(text) == []


def test_a_list_with_slashes_is_a_table() -> None:
    text = "nr / naam / stamnr / geb.dat\n1 / Bouke Althuis / 10714111 / 17-8-51\n"
    assert {"10714111", "17-8-51"} <= set(going(text))


def test_the_rest_of_a_column_is_what_most_of_it_is() -> None:
    rows = [
        "Bauke Althuis;personeelsnr 10714111;kamer 3",
        "Nirmala Gangaram;personeelsnr 22071288;kamer 4",
        "Wout ten Cate;personeelsnr 11513497;kamer 3",
    ]
    found = going("\n".join(rows))
    assert {"10714111", "22071288", "11513497"} <= set(found)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In 2024 is Darek Pawlak, 4-2-82, als vermist opgegeven.", "4-2-82"),
        ("thans wonende te Doorn, geb.\n 7 · VI · 24, gehuwd", "7 · VI · 24"),
        ("Milan T. EPD 30 20 8814. Hij slaapt nu.", "30 20 8814"),
        ("cliënt, vrouw, kamer 2.14, clnr 88-04113, gevallen", "88-04113"),
    ],
)
def test_number_in_a_note(text: str, number: str) -> None:
    assert left_of(text, number) == ""


@pytest.mark.parametrize(
    "text", ["Brief van Jan Bakker, 4-2-82, over de dijk.", "Het EPD 2024 gaat in mei van start."]
)
def test_a_day_or_a_year_is_nobodys(text: str) -> None:
    written = text[text.index("4-2-82") :][:6] if "4-2-82" in text else "2024"
    assert left_of(text, written) == "".join(filter(str.isalnum, written))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A town is a surname where its tussenvoegsel stands behind the first name.
        ("To: El Fassi, Mounir; Praag, Jo van\nSubject: FW: spreekuur", "Praag, Jo van"),
        ("Aanhef: dhr\nVoorletters: Q.\nAchternaam: van den Elzen", "Q."),
        (
            "03-03-21 19:02 - Esther 14b: zag iemand een kater?\n03-03-21 19:03 - Joost: nee\n"
            "03-03-21 19:20 - Esther 14b: gevonden",
            "Esther 14b",
        ),
    ],
)
def test_a_name_goes_with_what_belongs_to_it(text: str, name: str) -> None:
    assert left_of(text, name) == ""


def test_the_label_of_a_field_is_nobody() -> None:
    found = [one.text for one in find_all("Aanhef: mevrouw\nVoornaam: Bé\nVoorletters: nee")]
    assert found == ["Bé"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kenteken  K-4l9-TB      merk  SK0DA", "K-4l9-TB"),
        ("kenteken  D B - 4 4 - 7 l  (oldtimer)", "D B - 4 4 - 7 l"),
        ("[kenteken] GV 478 J", "GV 478 J"),
        ("HENDRIKS/WILLEM JAN MR  exp 11/2027  dob 17FEB68", "17FEB68"),
        ("gelezen: V-dossier 2720592367", "2720592367"),
        ("Personeelsnr. (P-Direkt): 82023870", "82023870"),
        ("zorgverzekering (polis 916.065.532)", "916.065.532"),
        ("Uw AGB-code (04 / 450512) staat bij Vektis", "04 / 450512"),
        ("nieuw: memo_pvdberg_aan_asmit.docx", "pvdberg"),
    ],
)
def test_a_number_or_log_in_behind_what_it_is_called(text: str, number: str) -> None:
    assert left_of(text, number) == ""


def test_in_a_list_with_schools_a_child_lives_at_home() -> None:
    table = (
        "naam | adres | school | bijzonderheden\n"
        "Yusuf Demirtaş | Boekweitakker 3 | De Lasenberg | komt later\n"
        "Fenna Groot | Haverakker 90 | De Lasenberg | voorin\n"
    )
    assert left_of(table, "Boekweitakker 3") == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De fractiemedewerker Jan Bakker van de VVD belde.", "Jan Bakker"),
        ("Persoonlijk medewerker Jan Bakker (VVD) belde.", "Jan Bakker"),
        ("Ondersteuner Piet Bos (fractie Ons Dorp) vraagt", "Piet Bos"),
    ],
)
def test_who_works_for_a_party_is_no_member(text: str, name: str) -> None:
    assert left_of(text, name) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De heer Bakker van de fractie Lokaal Belang vraagt wie betaalt.", "Bakker"),
        ("Dhr. J. Visser      (PvdA)     x", "J. Visser"),
        ("Dhr. Bos (fractie Ons Dorp) vraagt", "Bos"),
    ],
)
def test_a_party_behind_a_name_makes_a_member(text: str, name: str) -> None:
    assert left_of(text, name) == "".join(filter(str.isalnum, name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De leden Lodewijks en Benali van de ondernemingsraad zijn tegen.", "Lodewijks"),
        ("Wat weet u van de casus van N. Q., over wie men schreef?", "N. Q."),
        ("nr | wat | gevonden door\n1 | rol klopt niet | HT\n2 | pas stuk | MA", "HT"),
        (
            "nr|datum|stuk|van|aan|besluit\n1|2-3|brief|J. Bos|SG|deels\n73\n20-03-2025\nadvies\n"
            "L. Hamer\nminister\n96|20-11-2024|brief|W. Koster|minister|deels",
            "W. Koster",
        ),
    ],
)
def test_whose_place_in_a_text_is_no_office_goes(text: str, name: str) -> None:
    assert left_of(text, name) == ""


def test_a_cell_that_runs_over_lines_reads_as_one_sentence() -> None:
    row = "45|bellen burgemeester  Van den Bosch|Aalbersberg|26-4\n46|milieu- en bouwbeleid|Bos|1-5"
    assert left_of(row, "Van den Bosch") == "VandenBosch"
    assert left_of(row, "Aalbersberg") == ""


def test_who_signs_for_a_college_stays_on_one_line_or_two() -> None:
    side_by_side = (
        "Met vriendelijke groet,\nburgemeester en wethouders van Lunterbroek,\n"
        "M. Tolhuis / mr. A. Westerbeek\nsecretaris /  burgemeester\n"
    )
    below = "Gedeputeerde Staten,\nE. Rijnsbergen, voorzitter\nJ.W. Siebelink, secretaris\n"
    assert left_of(side_by_side, "M. Tolhuis") == "MTolhuis"
    assert left_of(side_by_side, "A. Westerbeek") == "AWesterbeek"
    assert left_of(below, "J.W. Siebelink") == "JWSiebelink"
    mayor = "Burgemeester en wethouders van Goes,\nA. Bos, secretaris\nB. Kok, burgemeester\n"
    roles = {one.text: one.role for one in find_all(mayor)}
    assert (roles["A. Bos"], roles["B. Kok"]) == (Role.SIGNATORY, Role.OFFICE_HOLDER)


def test_a_word_beside_a_name_behind_a_trade_is_a_name() -> None:
    text = "Taxateurs Heida en Brak zijn klaar met stal 1. Brak had een woordwisseling."
    assert left_of(text, "Brak") == ""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("STEFANIE (host): Je luistert.\nGUUS: Ja.\nSTEFANIE: En?\nGUUS: Nee.", "STEFANIE"),
        ("TELEFOONNOTITIE\naangenomen door: mdv\ndd: 11/4", "mdv"),
        ("10. Telefoonnotitie HS 3-6\n11. Advies", "HS"),
        ('delete bestand="verslag_oyelaran_concept.docx"', "oyelaran"),
        ("datum tijd pas naam\n04-03 07:12 P-2205871 OOSTERLING M in", "P-2205871"),
        ("Met vriendelijke groet,\n\nR. Blokker\nmedewerker klachten", "R. Blokker"),
    ],
)
def test_somebody_whom_only_the_place_tells(text: str, left: str) -> None:
    assert left_of(text, left) == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Wij spraken de melder: Vries, de, Jarno. Toen kwam de politie.", "de politie"),
        ("Programma werkbezoek, Slagveen e.o.\n09.45 Aankomst", "Slagveen"),
        ("| BSG | OL | OK | 8-10 |\n| DG | KvD | OK | 9-10 |", "OK"),
        ('Inloggen lukt niet: "account locked".', "locked"),
        (
            "Schriftelijke vragen ex artikel 42 RvO\nIndieners: Hilde Roggeveen en Bas Tan\n",
            "Hilde Roggeveen",
        ),
    ],
)
def test_what_is_nobody_or_stays_is_read(text: str, word: str) -> None:
    assert left_of(text, word) == "".join(filter(str.isalnum, word))
