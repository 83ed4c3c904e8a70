"""In what quality somebody is named: who stays by a rule, whatever the model makes of it."""

import pytest

from tests.golden.annotated import roles
from woo.detect.detect import detect
from woo.model.document import Document, DocumentKind
from woo.model.finding import Role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("zie de noot van Tonny Hoekzema bij ABRvS 28 juni 2023", "Tonny Hoekzema", Role.AUTHOR),
        ("boeken van Hilde Jansma en Sanne Kingma, te leen", "Sanne Kingma", Role.AUTHOR),
        ("een brief van Hannah Arendt uit 1951", "Hannah Arendt", Role.AUTHOR),
        ("een gracht op een doek van Jan Steen", "Jan Steen", Role.AUTHOR),
        (
            "12 Zie C.J. Rozenbeek, De grenzen van het recht, diss. Utrecht 1994.",
            "C.J. Rozenbeek",
            Role.AUTHOR,
        ),
        ("HR 8 januari 1999 (Bargerbeek/Juurlinga)", "Juurlinga", Role.EPONYM),
        ("Aanwezig: H. Rozenbeek en P. Smal \n(wethouders)", "H. Rozenbeek", Role.OFFICE_HOLDER),
        ("De rechter, \nmr. H. Rozenbeek, overwoog", "H. Rozenbeek", Role.OFFICE_HOLDER),
        ("heeft CdK \nRozenbeek geappt", "Rozenbeek", Role.OFFICE_HOLDER),
        ("Wh Rozenbeek wil het, rl Smal niet", "Smal", Role.OFFICE_HOLDER),
        ("19:05,welkom,Tonny Rozenbeek,wethouder\n", "Tonny Rozenbeek", Role.OFFICE_HOLDER),
        (
            "Opening door Tonny Rozenbeek, lid van het Europees Parlement",
            "Tonny Rozenbeek",
            Role.OFFICE_HOLDER,
        ),
        ("de uitspraak Van Rozenbeek (ECLI:NL:RVS:2019:1)", "Van Rozenbeek", Role.EPONYM),
        (
            "Raadsvergadering. Aanwezig de leden: Smalbrug, Rozenbeek en Oldewarris.",
            "Rozenbeek",
            Role.OFFICE_HOLDER,
        ),
        ("De motie is ingediend door Smalbrug en Rozenbeek", "Rozenbeek", Role.OFFICE_HOLDER),
        ("conform motie M24-038 (Rozenbeek c.s.)", "Rozenbeek", Role.OFFICE_HOLDER),
        ("de dijkgraaf (Rozenbeek) wil inhuren", "Rozenbeek", Role.OFFICE_HOLDER),
        ("Heemraad van dienst Rozenbeek is bereikbaar", "Rozenbeek", Role.OFFICE_HOLDER),
        ("Ik heb Rozenbeek van de BBB-fractie erbij gehaald", "Rozenbeek", Role.OFFICE_HOLDER),
        ("de zus van Tonny Rozenbeek van het\nCDA", "Tonny Rozenbeek", Role.OFFICE_HOLDER),
        ("Tonny Rozenbeek,\nraadslid VVD\n", "Tonny Rozenbeek", Role.OFFICE_HOLDER),
        (
            "zit links achter de minister\nRozenbeek, Tonny 16:02\nja",
            "Rozenbeek, Tonny",
            Role.UNKNOWN,
        ),
        ("namens burgemeester en wethouders,\nH. Rozenbeek\n", "H. Rozenbeek", Role.SIGNATORY),
        (
            "het dagelijks bestuur van de Omgevingsdienst, namens dezen,\nH. Rozenbeek\ndirecteur",
            "H. Rozenbeek",
            Role.SIGNATORY,
        ),
        (
            "namens de burgemeester,\nH. Rozenbeek, gemeentesecretaris\n",
            "H. Rozenbeek",
            Role.SIGNATORY,
        ),
        ("de enkelvoudige kamer, mr. H. Rozenbeek, oordeelt", "H. Rozenbeek", Role.OFFICE_HOLDER),
        ("Ambassador Elsbeth Rozenbeek will host it", "Elsbeth Rozenbeek", Role.OFFICE_HOLDER),
        ("Dit vroeg bgm Rozenbeek gisteren", "Rozenbeek", Role.OFFICE_HOLDER),
        ("de Kamervragen van Rozenbeek, die", "Rozenbeek", Role.OFFICE_HOLDER),
        ("In de Kamer vroeg Jan Vos daar in mei naar", "Jan Vos", Role.OFFICE_HOLDER),
        ("de minister van Financiën Rozenbeek wil het", "Rozenbeek", Role.OFFICE_HOLDER),
        ("wethouder Openbare Ruimte Rozenbeek", "Rozenbeek", Role.OFFICE_HOLDER),
        (
            "Mijn ambtgenoot van Sociale Zaken en Werkgelegenheid, Van Rozenbeek, heeft gemeld",
            "Van Rozenbeek",
            Role.OFFICE_HOLDER,
        ),
        (
            "de Commissaris van de Koning in Limburg, de heer Rozenbeek, over",
            "Rozenbeek",
            Role.OFFICE_HOLDER,
        ),
        ("burgemeester van Alphen aan den Rijn Rozenbeek", "Rozenbeek", Role.OFFICE_HOLDER),
        # Its portfolio is no part of the name, though the lists know the word as a surname.
        (
            "wethouder van Ruimtelijke Ordening Karel Smits, de ambtenaar Pietersen",
            "Karel Smits",
            Role.OFFICE_HOLDER,
        ),
    ],
)
def test_who_stays(text: str, name: str, role: Role) -> None:
    assert roles(text)[name] is role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "De voorzitter: het woord is aan de inspreker, mevrouw Dalstra.\n"
            "Mevrouw DALSTRA: Voorzitter, ik heb drie minuten.",
            "DALSTRA",
        ),
        ("ze zit bij de burgemeester\nLonneke: hij komt om 14 uur", "Lonneke"),
        ('Ja, lacht uitvoerder Dragan, "want overal loopt water", in mei 2021.', "Dragan"),
        ("10:02 ~Els van 't Rozenhuis: kan ik iets doen?", "Els van 't Rozenhuis"),
        # Called as a member of long ago, and no word of the chamber near.
        ("Met groet,\n\nJan Vos\ntoezichthouder / boa", "Jan Vos"),
        # A sentence that begins with an office is no line above a signature.
        (
            "De staatssecretaris, de heer Van der Maat, is later geweest, toen was alles\n"
            "opgeruimd.\nNaar waarheid opgemaakt,\nE. Pothoveen",
            "E. Pothoveen",
        ),
        # Called as a painter, and no word of art near.
        ("Met groet,\n\nJan Steen\ntoezichthouder", "Jan Steen"),
        # Behind an office stands another, whom nothing is said of.
        ("ontvangen door wethouder Slomp en de heer Rozenbeek van de afdeling", "Rozenbeek"),
        ("mr. E.J. Hoekzema, rechter\nS. Rozenbeek, griffier", "S. Rozenbeek"),
        ("Ha Oksana, de dijkgraaf kreeg dit doorgestuurd", "Oksana"),
        ("voordracht van Sandra Rozenbeek van De Nederlandsche Bank", "Sandra Rozenbeek"),
        ("Mevrouw Van Gogh-Pinto, zijn casemanager, zegt", "Van Gogh-Pinto"),
        # The label of a field, no tussenvoegsel; who sends a nota to a minister is none.
        ("Aan\nMinister\nVan\nHielke Boonstra\nDatum\n3 maart", "Hielke Boonstra"),
        ("Aan\nde minister\nVan\nHielke Boonstra", "Hielke Boonstra"),
        # People who are summed up, the mayor first.
        ("Aanwezig: de burgemeester van Almelo, Jan Pieters (beleidsmedewerker)", "Jan Pieters"),
    ],
)
def test_who_goes(text: str, name: str) -> None:
    assert roles(text)[name] in {Role.UNKNOWN, Role.OFFICIAL, Role.CITIZEN}


def test_nobody_is_an_author_where_no_work_is_spoken_of() -> None:
    assert roles("Gijs tekende, evenals Marie-Louise d'Hondt.")["Marie-Louise d'Hondt"] is (
        Role.UNKNOWN
    )


@pytest.mark.parametrize("text", ["To: DVB-NW; ABC\nSubject: sheep", "teamleider Verkeer"])
def test_an_office_is_nobody(text: str) -> None:
    assert roles(text) == {}


@pytest.mark.parametrize(
    ("kind", "role"), [(DocumentKind.WORD, Role.SIGNATORY), (DocumentKind.EMAIL, Role.UNKNOWN)]
)
def test_nobody_signs_a_decision_in_an_email(kind: DocumentKind, role: Role) -> None:
    text = "Met vriendelijke groet,\nnamens deze,\n\nH. Rozenbeek\nhoofd Vergunningen"
    (signer,) = detect(Document(kind=kind, untrusted_title="", pages=(text,)))
    assert (signer.text, signer.role) == ("H. Rozenbeek", role)
