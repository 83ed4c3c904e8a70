"""What once stood open or went in vain, in dossiers that were written to test the chain."""

import pytest

from tests.detect.test_people import document
from tests.golden.annotated import find_all, going
from woo.detect.detect import detect
from woo.detect.dossier.people import gather
from woo.detect.dossier.propagate import propagate
from woo.detect.dossier.shared_numbers import shared_numbers, with_shared_numbers


def gone(text: str) -> str:
    """What goes, each part on a line of its own."""
    return "\n".join(going(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("* Marc Prijs (FEZ) heeft geen reservering gezien.", "Marc Prijs"),
        ("Aanwezig: Dorothea Meulenbelt,\nMarc Prijs (FEZ, tot 10.15)", "Marc Prijs"),
        ("Bijlage(n): 3. Opsteller J. de Vraag, tel. 070 340 12 34", "J. de Vraag"),
        (
            "Minister Veldkamp belt. De Kamer wacht.\n**Ömer Şahin-Veldkamp** (09:15): patiënt",
            "Ömer Şahin-Veldkamp",
        ),
        ("share with wholesalers. Best, JB\nMobile +49 171 2345678", "JB"),
        ("Wij doen dit, maar dan alleen voor stroom. Gr AF", "AF"),
        ("See you there. Kind regards, LJ\n\nNee. LJ: is dit de regeling?", "LJ\nLJ"),
        ("Besluit uiterlijk 1 mei 2024.\nKus,\nNaad", "Naad"),
        ("Geëxporteerd door: kishoera op 2025-02-27T15:20Z", "kishoera"),
        ("badge;user;richting\nVB-0031;jvos;IN\nIKF-20913;kli;IN", "IKF-20913"),
        ("[22-01-2025 07:17:02] Krys 🌷: dat is toch die meneer van de koffie", "Krys"),
        ("Berend Stel belt terug.\n16-01 | bezoek Wiersma + Stel | 58", "Stel"),
        ("collegiale toets Ilse Adriaanse (IA, 21-5)", "IA"),
        ("Het advies is behandeld door OJ/JvdB.", "OJ"),
        ("Parafenroute\nDirecteur H. Peters akk. per mail, CP 4-10", "CP"),
        ("Het kenmerk is 5718204.\nSTM", "STM"),
        ("Het adres volgt.\nY.\nDisclaimer: dit bericht is vertrouwelijk.", "Y."),
        ("Ik kreeg net van dr. Koning (SEH) te horen dat het druk is.", "Koning"),
        ("2.09   ERDOĞAN, Hacer                01-01-1942", "ERDOĞAN"),
        ("Aanwezig: Har Kuypers, Olena Bondarenko, Ahmed B.", "Olena Bondarenko"),
        ("Aanwezig: raadslid Verstappen, Karin vd \nBosch (notulen)", "Karin vd \nBosch"),
        ("Aanwezig: Gradje Timmermans, wethouder Post, Mies Bakker", "Gradje Timmermans"),
        ("Directeur Harrie Jansen van Jansen Recycling B.V. komt.", "Harrie Jansen"),
        ("13\ndr. E.M. Koning\nSEH-arts\n9-1-2024", "E.M. Koning"),
        ("Actielijst\nNr\nActie\nWie\nWanneer\n1\nBrief\nHY, JM\n4/11", "HY"),
        ("vermist: Lambert Hoeijmakers, 1944, dement", "Lambert Hoeijmakers"),
        ("Rekening t.n.v. Bakkerij H. Bakker is bekend.", "H. Bakker"),
        ("Centralisten  : lnguyen2 / mverbeek / dpost", "mverbeek"),
        ("Op de schijf: user `evos`, `ntijhuis`", "evos"),
        ("login bouzambi werkt niet vanaf huis", "bouzambi"),
        ("Snapchat : robbie_maes93", "robbie_maes93"),
        ("Naam            Pers.nr   Inlog\nPrins, F.A.M.   40017732   prin03", "prin03"),
        ("Voorgeschiedenis: astma\nAnamnese: benauwd\nMedicatie: geen", "benauwd"),
        ("dr bram: slaappillen? -> temazepam 10 mg zelf ophalen", "temazepam 10 mg"),
        ("cadeau voor Sanne (5-11-2014, wordt 9)", "5-11-2014"),
        ("secretariaat: Petra de Jong, 088-151 83 20", "088-151 83 20"),
        ("Wubbo Khatib, 12-06-\n1975, Goes", "12-06-\n1975"),
        ("Rahmat Kundu \n(mononiem), 01-\n01-2001, Goes", "01-\n01-2001"),
        ("Dat gaat via het kabinet van de burgemeester (Joyce Wong-Hing).", "Joyce Wong-Hing"),
        ("Zij is een naamgenoot van de wethouder, mevrouw Tilly Bos-Smit.", "Tilly Bos-Smit"),
        ("Onderwerp: Re: uw mail aan de wethouder\nPieter Paul!\nDat kan niet.", "Pieter Paul"),
        ("Geachte heer Aerts,\nDe burgemeester van Goes heeft besloten.", "Aerts"),
        (
            "De voorzitter: Nu de heer Mustafa Ben Haddou, namens de\noudervereniging.\n"
            "De heer Ben Haddou: Voorzitter, ik houd het kort. De raad weet het.",
            "\nBen Haddou",
        ),
        ("Gepolst bij de medewerker fractie NSC: Ruben Castelein.", "Ruben Castelein"),
        ("Dag burgemeester, Eline Verkooijen hier van de omroep.", "Eline Verkooijen"),
        ("Voor akkoord: K.J. Bax   datum: 1 nov   paraaf per blad: kjb", "kjb"),
        ("FEZ|H. Aydin|-|1-10\nRWS|ir. W. Sterrenburg|ws|13-10", "ws"),
        ("7.1|Cijfers naar gemeente|AJ|1-10\n7.2|Bellen|Lotte Z.|direct", "AJ"),
        ("Directieteam: akkoord (LH 23/5). OR: niet nodig.", "LH"),
        ("nr;datum;tijd;boa;plek\n1;2-1;20:15;Koolen;Kade\n2;3-1;18:05;Bakker;Kade", "Koolen"),
        ("Naam|Functie|Toestel|Kamer\nBijl, Hetty|medewerker|38 92 31|1.01", "38 92 31"),
        ("dienst|naam|mobiel|thuis\npiket|Ewout|06-21548803|0481-372655", "0481-372655"),
        ("Contact: Ankie Manders, 0492-389263, evenementen@goes.example", "0492-389263"),
        ("Bel Klaske van het bestuurssecretariaat: 0517-38 03 61.", "0517-38 03 61"),
        ("Melder: A. Koswal\nAfdeling: balie 4\nToestel: 5519", "5519"),
        ("Aangetroffen: LAAR, A.M. van de 08-08-1951", "08-08-1951"),
        ("Onderzoeker Hye-jin Park van de Radboud Universiteit vertelt.", "Hye-jin Park"),
        ("Ik ben er niet.\n\ngr\nWil", "Wil"),
        ("10:02:14 dkuiper1 OPEN dossier 88120\n10:02:51 dkuiper1 SLUIT", "dkuiper1"),
        ("Xu;Liang;L.;AV;adviseur;06-50214621;lxu@minszw.nl", "lxu@minszw.nl"),
        ("Ontvangen: 11 januari 2018\nBehandelaar: nvdh\nLeges: ja", "nvdh"),
        ("Datum|Bedrag|Akkoord door\n12-12-2023|48.400|HS", "HS"),
        ("2 juli|het kabinet treedt aan\nconcept 0.8 - RW\nDe minister komt.", "RW"),
        (
            "Mevrouw Oosterhuis-Nauta:\nVoorzitter, dank u wel. Ik ben Wietske Oosterhuis-Nauta.\n"
            "De voorzitter: dank. De Kamer.",
            "Oosterhuis-Nauta",
        ),
        ("Gesprek met Jan van Tol. Van \nTol dringt aan op haast.", "Van \nTol"),
        ("Vandaag belde mevrouw Harbers over haar aanvraag. Harbers wacht.", "Harbers\nHarbers"),
        ("Vandaag belde mevrouw Erdoğan over haar aanvraag.", "Erdoğan"),
        ("Bas Looij\nperskaart NVJ 0048812", "NVJ 0048812"),
        ("naam|ID-nr|bedrijf\nDeclan Byrne|PU5520914|Kraan BV", "PU5520914"),
        ("Mijn dochter kan niet praten en heeft epilepsie.", "epilepsie"),
        ("Ik kom niet. Hernia weer.", "Hernia"),
        ("De auto blijft staan, omdat u nog verdachte bent van heling.", "verdachte bent van"),
        ("Ik zit al 14 weken vast in afwachting van mijn zitting.", "zit al 14 weken vast"),
        ("De psycholoog: Robbie is onwel geworden.", "onwel geworden"),
    ],
)
def test_it_goes(text: str, name: str) -> None:
    assert name in gone(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Wij huren een hijskraan van Nijhuis Pompen in Goes.", "Nijhuis"),
        ("Het rapport van Haverkate & Pronk Taxaties is binnen.", "Haverkate"),
        ("Zij staat op de lijst van Praktijk Van Rooij.", "Van Rooij"),
        ("* Dijkgraaf: Rogier van der Sande (via secretariaat)", "Sande"),
        (
            "Verslag bestuur\nAanwezig: dijkgraaf S. Oudendijk, de leden Terwisscha, Mei, El Ghazi",
            "El Ghazi",
        ),
        ("Iedereen die verdacht wordt van fraude, krijgt een brief.", "verdacht wordt"),
        ("Overleg, Buitensingel 66 Goes, zaal Rembrandt. Aanwezig: Jan Smit.", "Buitensingel"),
        ("De bus gaat via Sint-Oedenrode en het Pater Damiaanhuis.", "Sint"),
        ("De bus gaat via Sint-Oedenrode en het Pater Damiaanhuis.", "Damiaan"),
        ("De termijn zit vast aan de begroting.", "vast"),
        ("naam | functie\nJan Smit | chef\nhoort bij Goes, alleen per app | -", "Goes"),
        ("Klachtnummer: K-2025-004\n\nGeachte mevrouw Medema,", "K-2025-004"),
        ("Datum 17 mei 2024\n\nBetreft: K. Oudenes, geboren 1 januari 1998", "17 mei 2024"),
        ("Via: SG (W. Kortenaer), DG Curatieve Zorg (R. Blankenstein)", "Curatieve Zorg"),
        ("Paraaf | naam | datum\nSG | W. Kortenaer | 20-3", "SG"),
        ("Griffier: via cie.vws@tweedekamer.nl. VWS komt met een brief.", "VWS"),
        ("De VOORZITTER (Rozenbeek): Mijnheer, noemt u geen mensen bij naam.", "Rozenbeek"),
        (
            "Ingediende moties\nNr | Titel | Ondertekenaars | Uitslag\n"
            "M-061 | Warmte | M. Rozeboom, S. Rozenbeek | 24-19\n"
            "M-062 | De boer | R. Buisman | 17-26",
            "R. Buisman",
        ),
        (
            "Vaste commissie voor VWS, 6 juni 2024\nLeden: Rozenbeek, Paulusma en Daniëlle Jansen.",
            "Daniëlle Jansen",
        ),
        ("Dan de asielproblematiek, mevrouw de voorzitter! Die zorgt voor wrijving.", "voorzitter"),
        ("Deze meneer gaat vooruit, net als die meneer. Maar wij niet.", "Maar"),
        ("Ik weet van mijn Britse collega's dat hun waarneming anders is.", "Britse"),
        ("U kent de Brusselse vergaderzalen.", "de Brusselse"),
        ("Zie Kamerstuk 19637, nr. 3251. De motie krijgt nr. 5 (25441).", "19637"),
        ("Zie Kamerstuk 19637, nr. 3251. De motie krijgt nr. 5 (25441).", "25441"),
        ("De wethouder haakt af bij LAr,LT.\nWiersma heeft gelijk.", "LT.\nWiersma"),
        ("Het verslag (document met ID 963539) is deels openbaar.", "ID 963539"),
        ("Uit contact met de UvA blijkt dat er niets is besloten.", "UvA"),
        ("Docent Cem Kaya van het Titus Brandsma College werd geschorst.", "Brandsma"),
        ("Sunita Ramdin werkt op de Willem de Zwijgerschool in Borne.", "Zwijgerschool"),
        ("Dat heeft de burgemeester van Peelrade gezegd.", "Peelrade"),
        ("Zie de motie, Kamerstukken II 2021/22, 35925 VIII, nr. 63.", "35925"),
        ("Met vriendelijke groet,\nNijverdal, 18 december 2024", "Nijverdal"),
        ("Mail naar dcc@minvws.nl of kantoor@kac-advocaten.example.", "@"),
        ("Op X: @geertwilderspvv vindt dit onacceptabel.", "geertwilders"),
        ("Het systeem VERA werkt niet en dat is vervelend.", "VERA"),
        ("De Tabaksblat-code en het Donner-rapport gelden.", "Donner"),
        ("Contact: 088 669 61 61 of via loket@minocw.nl.", "088"),
        ("key;zaaknummer;door\nTVS-1;49213377;systeem\nTVS-2;49213378;systeem", "4921"),
        (
            "School  Directeur  Adres  Telefoon\nOBS De Vos  Jan Smit  Lindelaan 3  074-2660011",
            "074",
        ),
    ],
)
def test_it_stays(text: str, part: str) -> None:
    assert part not in gone(text)


def test_initials_alone_are_no_way_to_write_somebody() -> None:
    documents = [document("Wij spraken Selam G. en Noa L."), document("De SG en de B.V. (NL).")]
    found = [detect(one) for one in documents]
    people = gather(zip(documents, found, strict=True))
    assert any(one.name.startswith("Selam") for one in people)
    assert propagate(documents[1], found[1], people) == found[1]


def test_a_school_keeps_the_name_that_somebody_has_too() -> None:
    documents = [
        document("Mevrouw Juliana Peters belde. Juliana komt."),
        document("De leerlingen van Basisschool Juliana zijn vrij."),
    ]
    found = [detect(one) for one in documents]
    people = gather(zip(documents, found, strict=True))
    assert [one.role.value for one in propagate(documents[1], found[1], people)] == ["eponym"]


@pytest.mark.slow
def test_a_long_line_is_not_cut_within_a_name() -> None:
    opening = "Wij hebben er met hem over gesproken. " * 157
    for shift in range(0, 30, 3):
        text = f"{opening[: 5970 + shift]} toen kwam Ömer Şahin-Wolthuis binnen." + opening[:900]
        assert "Ömer Şahin-Wolthuis" in gone(text)


def test_two_names_in_a_row_are_two() -> None:
    for text, both in (
        ("Aanwezig: A. Verschuren, T. \nWiersma en wij.", ("A. Verschuren", "T. \nWiersma")),
        ("Aanwezig: Jan Smit, Gerda Wiersma, Ezzahiri. Bij punt 3", ("Gerda Wiersma", "Ezzahiri")),
    ):
        found = [one.text for one in find_all(text)]
        assert all(name in found for name in both), found


def test_who_signed_a_petition_goes() -> None:
    table = (
        "Handtekeningen\nNr | Ondertekenaars | Plaats\n1 | R. Buisman | Goes\n2 | T. Smal | Goes"
    )
    assert "R. Buisman" in gone(table)


def test_a_name_that_a_column_cut_off_does_not_take_every_van() -> None:
    documents = [document("Aan: Teding van"), document("De brief van mei. Pagina 1 van 2.")]
    found = [detect(one) for one in documents]
    people = gather(zip(documents, found, strict=True))
    assert not any(variant.casefold() == "van" for one in people for variant in one.variants)
    assert propagate(documents[1], found[1], people) == found[1]


def test_the_home_of_one_document_goes_in_another_where_a_line_breaks_it() -> None:
    documents = [
        document("Mevrouw Karijo woont aan de Loodsmansstraat 3-II in Goes."),
        document("perceel | Loodsmansstraat\n3-II | akkoord"),
    ]
    found = [detect(one) for one in documents]
    shared = with_shared_numbers(documents[1], found[1], shared_numbers(found))
    assert any("3-II" in one.text for one in shared)


def test_a_year_is_nobodys_number() -> None:
    assert "1886" not in gone("Dat is onzin, bedreiging staat al sinds 1886 in het Wetboek.")
