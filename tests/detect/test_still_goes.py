"""What a rule for who stays must not let stay: names that a sceptical reader tried."""

import pytest

from tests.detect.test_dossier_things import told
from tests.golden.annotated import going


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De beheerder dorpshuis Klaas Veenstra heeft gebeld over de subsidie.", "Klaas Veenstra"),
        ("Leidster kinderdagverblijf Samira Yilmaz meldde het incident.", "Samira Yilmaz"),
        ("Anna,\nMinister Kaag wil de nota.\n\nMet groet,\n\nHeijnen\nsenior jurist", "Heijnen"),
        ("Kamervragen\nBehandelaar\tAdema\nVragensteller\tGrinwis\n", "Adema"),
        (
            "Naam | Team | Uren\nJetten | Inkoop | 12\nKeijzer | HR | 14\nKlever | ICT | 10",
            "Jetten",
        ),
        ("Op 3 maart belden Remkes en De Vries met de bewoner over de motie.", "De Vries"),
        ("Kamervragen.\nActie Jetten/Smit: brief aan de Kamer.", "Smit"),
        ("[10:41] Heijnen: vragen van Grinwis\n[10:42] Smit: ok\n[10:43] Heijnen: mooi", "Heijnen"),
        ("Nadere inlichtingen bij Karin Bosma (0592-365412).", "0592-365412"),
        ("K. Bosma, algemeen directeur, 0592-365412", "0592-365412"),
        ("K. Bosma, jurist waterschap, tel 0592-365412", "0592-365412"),
        ("Curriculum vitae\nReferences: p.bakker@gmail.com", "p.bakker@gmail.com"),
        (
            "Getuige P. Hofstra, “Ik zag hem gaan en\nweglopen over het pad” (Assen 2021)",
            "P. Hofstra",
        ),
        ("Lijst\n1. Bakker, P., Zienswijze op het bestemmingsplan, Assen 2021", "Bakker, P."),
        ("Overleg met Peter Smit.\nPS belt de bewoner terug.", "PS"),
        ("Mail nachtuil-63@wxs.nl of 1963nachtuil@voorbeeld.example", "nachtuil-63@wxs.nl"),
        ("De minister is op de hoogte. Mevrouw Van der Kwakkel heeft gebeld.", "Van der Kwakkel"),
        (
            "De stukken liggen ter inzage. Anna Visser heeft gebeld. De termijn loopt.",
            "Anna Visser",
        ),
        ("De wethouder weet het. De heer Visser vraagt om een vergoeding.", "Visser"),
        ("S. Rengers\ndijkgraaf\nJ. Uiterwaal, S. Bos\nLVVN\nT. Poll\nNVWA", "J. Uiterwaal"),
        (
            "Aanwezig\nG. Ruiten\n(voorzitter)\ngedeputeerde natuur\nS. Rengers\ndijkgraaf\n"
            "J. Uiterwaal, S. Bos\nLVVN\n",
            "J. Uiterwaal",
        ),
        (
            "a;dossier 408495224;x\nb;dossier 654625013;y\nc;dossier 919861532",
            "654625013",
        ),
        ("{'achternaam' : 'Zwiep'}", "Zwiep"),
        ("De leverancier van veevoeder Jansen belt morgen over de factuur.", "Jansen"),
        ("Mvg,\n\nKarl Fischer\nbeleidsmedewerker", "Karl Fischer"),
        ("Kat erina belt morgen over de zaak.", "Kat erina"),
        ("Kenteken trekker 42-BLN-7, oplegger OL-73-HK.", "OL-73-HK"),
        (
            "Van: Wouter\nAan: Vos, Esra <e.vos@x.example>\nOnderwerp: vraag\n\nEs,\n\nBel jij?",
            "Es",
        ),
        ("Ons kenmerk: 20250077/FL/mk\nGeacht college,", "mk"),
        ("@HJ: is vraag 2 al af?", "@HJ"),
        ('Beveiliging: teamleider "Ben", bel hem vooraf.', "Ben"),
        ("Dieetwensen melden bij Gonny Rouwenhorst, 038 499 76 00.", "038 499 76 00"),
        ("Fahrer (geb. 08.05.1983, Pass EK 4471902) hatte keinen Schein.", "EK 4471902"),
        ("de buurman woont in raalte aan de hofstedelaan weet je dat", "hofstedelaan"),
        (
            "Pers.nr | Naam | Wk 4\n61427 | Lenferink | 38\n60915 | Zwiep | 24\n",
            "Zwiep",
        ),
        ('{"id": 4, "behandelaar": "Roos", "status": "open"}', "Roos"),
        ("16;wkl\\stag-imke;stagiair;dossier", "wkl\\stag-imke"),
        ("Verbalisant dnr 20114 en dnr 201187 waren ter plaatse.", "201187"),
    ],
)
def test_it_still_goes(text: str, name: str) -> None:
    assert name in going(text)


TOWN = ("De wijk Hoogland is druk.", "Overlast in de wijk Hoogland.", "Turfweg 1, 7843 RD Hoogland")
OWNER = ("Van: info@tjaberings.nl\nAan: gemeente\n\nIk maak bezwaar.\n\nGroet,\nTjaberings",)


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (
            (*TOWN, "Met vriendelijke groet,\nAnna Hoogland\njurist", "Ik heb Hoogland gesproken."),
            "Hoogland",
        ),
        (
            (
                "Burgemeester G.H. Ruitenbeek heeft besloten. Burgemeester Ruitenbeek tekent.",
                "Burgemeester G.H. Ruitenbeek was er. Burgemeester Ruitenbeek sprak.",
                "Mail aan g.ruitenbeek@gmail.com over haar uitkering. Ruitenbeek belt terug.",
            ),
            "Ruitenbeek",
        ),
        ((*OWNER, *OWNER, "Tjaberings heeft gebeld over zijn bezwaar."), "Tjaberings"),
        (
            (
                "Verkuijlen Betonbouw levert. Verkuijlen Betonbouw is failliet.",
                "Contact Ronald Verkuijlen Betonbouw, 06-12345678",
            ),
            "Ronald Verkuijlen",
        ),
    ],
)
def test_it_still_goes_in_a_dossier(texts: tuple[str, ...], name: str) -> None:
    assert any(one.startswith(name) for one in told(*texts))


@pytest.mark.parametrize("name", ["Karel Bakker", "Jan Groen", "Piet Visser", "Joke Postma"])
@pytest.mark.parametrize(
    "sentence",
    [
        "De brief van {} is binnen.",
        "Bel {} even terug.",
        "Het is {} gelukt.",
        "{} & Ilse de Vries kwamen langs.",
        "De begroting sluit met een klein tekort. Overleg met {} over de planning volgt, en daarna "
        "wordt bekeken of er in het programma geschoven moet worden door de hogere kosten.",
    ],
)
def test_a_name_in_a_plain_sentence_goes(sentence: str, name: str) -> None:
    """The networks alone took Karel Bakker for a ship, and Jan Groen for nothing."""
    assert name in going(sentence.format(name))


def test_a_name_below_a_blank_line_is_no_part_of_the_one_above() -> None:
    text = (
        "Van: Gijs Tromp\nAan: Noor Al-Jabri\nOnderwerp: Kamervragen van der Lee\n\n"
        "Noor, de vragen van het lid Van der Lee moeten vrijdag weg.\n"
    )
    assert "Noor" in going(text)
