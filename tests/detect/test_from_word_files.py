"""What two dossiers of Word files, mail and chats showed: who goes and what stays in them."""

import pytest

from tests.detect.test_once_wrong import gone
from tests.golden.annotated import find_all, goes
from woo.text.visible import visible

# As Word makes a page: a line that runs on keeps the space at which it was broken.
MINUTES = (
    "Notulen raadsvergadering 21 maart 2024\n"
    "Voorzitter: burgemeester Marloes Verhagen. Griffier: Maurits Zoet. Aanwezig de leden P. \n"
    "van Rooij, N. Tielemans, M. Huijbers, F. Brands, T. Postma, E. Demir en J. Thielen. \n"
    "Wethouders: S. Hendrikx, D. Aksoy, C. van Bommel. Afwezig: geen. Verslag: T. Wolters.\n"
    "De heer Van Rooij (CDA) hoort dat een ambtenaar, mevrouw Van Dijk, de nota heeft geprint.\n"
)


def test_a_line_that_word_broke_is_read_as_one() -> None:
    """The members of a council stay, who takes the minutes and who is spoken of go."""
    assert gone(MINUTES).split("\n") == ["Maurits Zoet", "T. Wolters", "Van Dijk"]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("een regel \ndie doorloopt", "een regel\ndie doorloopt"),
        ("een regel   \r\ndie doorloopt", "een regel\ndie doorloopt"),
        ("Naam  Jansen\n  inspringend", "Naam  Jansen\n  inspringend"),
    ],
)
def test_a_space_at_the_end_of_a_line_is_not_seen(written: str, seen: str) -> None:
    read = visible(written)
    assert read.text == seen
    assert [written[place] for place in read.places] == list(seen)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("WhatsApp wethouder Hendrikx - Saskia.txt\n12-10", "Saskia"),
        ("Zie gesprek Wierenga.docx en Verslag.docx.", "Wierenga"),
        (
            "[za 14-5 07:02] Jayawardena, Nuwan (Extern)\nok, doe ik\n\n"
            "[za 14-5 07:21] Kuiper, Menno\nprima\n\n"
            "[za 14-5 07:22] Jayawardena, Nuwan (Extern)\nklaar",
            "Jayawardena, Nuwan\nKuiper, Menno\nJayawardena, Nuwan",
        ),
        ("Ze snapt de brief niet.\ngeb. dat. mw 3-12-'46", "3-12-'46"),
        ("Lijst van beveiligers, pasnummer: B-2231874", "B-2231874"),
        (
            "De voorzitter: We gaan naar de insprekers. Het woord is aan de heer Scholtens van "
            "dorpsbelangen Buinerveen.\n\nDe heer Scholtens: Dank u voorzitter. Ik sta hier ook "
            "namens mijn buren.\n\nMevrouw Zwiep (PvdA): Een vraag aan de heer Scholtens.",
            "Scholtens\nScholtens\nScholtens",
        ),
        (
            "Aan: Tahiri, Loubna\nOnderwerp: FW: vraagje minister\nLoubna, zie onder, help!",
            "Tahiri, Loubna\nLoubna",
        ),
        (
            "Vragen: menkveld@bureaukwadraat.nl of 020-538 63 99.",
            "menkveld@bureaukwadraat.nl\n020-538 63 99",
        ),
        (
            "Bel Henk Wassenaar. Er belde ene wassenaar. Volgens Wassenaar is het zo.",
            "Henk Wassenaar\nwassenaar\nWassenaar",
        ),
    ],
)
def test_who_goes(text: str, names: str) -> None:
    assert gone(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In de uitzending EenVandaag, moeder van Jelle uit Drachten.", "Jelle"),
        ("HoogOverijssel (woordvoerder Henk Averesch) rekent opnieuw.", "Henk Averesch"),
        ("ERROR [batch-2] java.lang.NullPointerException at nl.duo.bron.Mapper.map(M.java:2)", ""),
        ("INFO  SessionFilter - login failed user=steenb04", "steenb04"),
        ("Geachte Confrère,\n\nHierbij bevestig ik ons gesprek.", ""),
        ("De mevrouw van Vluchtelingenwerk die mij helpt, belt terug.", ""),
        (
            "Prof. dr. Marije Lankhorst (Radboud Universiteit) wijst erop dat de huren stijgen.",
            "",
        ),
        ("Vragen: info@bureaukwadraat.nl of 020-538 63 99.", ""),
        ("Bel in: 085 208 16 40 pin 4471", ""),
        ("Stadhouder Advocaten N.V.\nT 073-6120044 (secretariaat)", ""),
        ("To: NAI-CA <nai-ca@minbuza.nl>\nSubject: lost passport", ""),
        (
            "1. De Sociale Verzekeringsbank, gevestigd te Amstelveen aan Van Heuven "
            "Goedhartlaan 1, hierna de verantwoordelijke;",
            "",
        ),
        ("Verwezen naar de sociaal raadslieden van Wijkcentrum De Roef.", ""),
        ("Van onze verslaggever Maikel Berendsen\nKAPELBROEK - Het klooster staat leeg.", ""),
        ("Aan: Keijzer, M.C.G. (Mona)\nOnderwerp: terrassen per 1 juni", ""),
        (
            "wk\troute\tchauffeur\n50\tR1 Eibergen-Neede\tWim Olthof\n51\tR2\tJan Meerdink",
            "Wim Olthof\nJan Meerdink",
        ),
        ("Spaarnelanden en Vialis doen het onderhoud.", ""),
        ("Parafenroute: DG Agro / SG\n\nDirectoraat-generaal Agro", ""),
    ],
)
def test_what_stays(text: str, names: str) -> None:
    assert gone(text) == names


def test_a_letter_that_was_misread_makes_no_thing_of_a_name() -> None:
    """*MoIenaar* has a capital I for an l."""
    found = find_all("De hr. MoIenaar merkt op dat de machinist sliep.")
    assert any(one.text == "MoIenaar" for one in found)


def test_a_chat_below_a_channel_is_no_broken_address() -> None:
    found = find_all("#team-canon \n@dewi.lks 09:02 heeft iemand de definitieve?\n@hvdp 09:04 ja")
    going = [one.text for one in found if goes(one.category, one.role)]
    assert going == ["@dewi.lks", "@hvdp"]


def test_when_somebody_wrote_is_no_date_of_birth() -> None:
    text = "Behandelaar: M. Sahin\n\nVEERMAN, J. 24-09-2019 09:06\nHet printen lukt niet meer."
    assert "24-09-2019" not in gone(text)


def test_a_word_behind_a_first_name_is_sought_nowhere_else() -> None:
    """*Saskia klooster is een goed idee*: a chat has no commas."""
    text = (
        "12-10-2023 08:40 - Sjef Hendrikx: Saskia klooster is goed idee. Maar Kapelbroek\n"
        "12-10-2023 08:42 - Saskia: Daarom bel ik je ook om kwart voor\n"
        "19-01-2024 07:31 - Sjef Hendrikx: Heb Gerda gesproken. Liever een klooster dan een tent."
    )
    assert gone(text).split("\n").count("klooster") == 0
