"""Namesakes of office holders, words that are names, and what a scan or a chat makes of a name."""

from dataclasses import replace

import pytest

from tests.detect.test_people import document
from tests.golden.annotated import goes, going
from woo.detect.detect import detect
from woo.detect.dossier.people import gather
from woo.detect.dossier.propagate import propagate
from woo.detect.dossier.shared_numbers import shared_numbers, with_shared_numbers
from woo.model.finding import Finding, Role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Graag vooraf bellen met de heer Van Oord van de aannemer.", "Van Oord"),
        (
            "Wethouder De Jonge tekent.\n6 | Bezwaar De Jonge (functiewaardering) | wk 41",
            "De Jonge",
        ),
        ("Minister Harbers komt.\n- M. Harbers, Rijkswaterstaat (niet de minister)", "M. Harbers"),
        ("Wethouder De Graaf belt.\nGebeld door mw de Graaf, dochter van Cornelia.", "de Graaf"),
        ("Het incident met motoragent Den Ouden is in de raad besproken.", "Den Ouden"),
        (
            "Motie-Sneller. Wij spraken strafpleiters Knoops-Albers en Flokstra, zie het rapport.",
            "Flokstra",
        ),
        ("Minister Agema: ook met Annemieke Kats, lid van de raad van bestuur.", "Annemieke Kats"),
        ("Dossiers besproken met Hofman en wethouder Van Hooijdonk.", "Hofman"),
        ("De Kamer vroeg of de casus-Bolhuis bekend was.", "casus-Bolhuis"),
        ("VVD | Aartsen | 4 | mediafonds – Ilja\nD66 | Kat | 4 | monument", "Ilja"),
        ("Met FIN is het ambtelijk afgestemd. Bakker is deze week vrij.", "Bakker"),
        ("Gedrag jegens patiënte X. van L. en zijn collega.", "X. van L."),
        ("Aanwezig: Samira H., Wil, wethouder Te Velde (tot punt 3)", "Wil"),
        ("- Ben en Lenie (kantine), contract loopt af", "Ben"),
        ("- toespraak Van Zanen, Aster, Tariq, mr. Van der Bij\n", "Van der Bij"),
        ("Voor vragen be1t u met Gea of Ma rtin op 0900-0210.", "Ma rtin"),
        ("U kunt zich wenden tot adjudant Lammert Dijkst ra.", "Lammert Dijkst ra"),
        ("Samira stopt ermee.\nActie: AK panel; GJtV brieven verzamelen.", "GJtV"),
        ("Totaal 1.948,60\nAkkoord: hk 4/7. Toets volgt.", "hk"),
        ("Hoi Jurriaan,\n\nDan moet ik nu bellen.\nJ", "J"),
        ("Aanwezig: burgemeester Schouten, Fred (politie), Hulya Westbroek (OOV)", "Fred"),
        ("See attached comments. KM = me, IM = Ingrid Maassen. KM agrees.", "KM"),
        ("Opm. DW: de bouwer kan pas na Pasen.", "DW"),
        (
            "Nr | Activiteit | Samen met | Start\n1 | Opname | J. Kramer | 4-3\n"
            "2 | Kleuren | Hanneke | 11-3\n3 | Bodem | Danuta | 2-4\n4 | Aanvraag | MY | 1-3",
            "MY",
        ),
        ("T 038 - 499 88 00 (algemeen) / 038 - 499 87 12 (direct)", "038 - 499 87 12"),
        ("aanwezig ma-do | 038-499 87 03 | algemeen 038-499 88 00", "038-499 87 03"),
        ("They want to park two cars: B-LM 4471 and one more.", "B-LM 4471"),
        ("Klachten: mw. Van den Berg.\nNiet noemen: COPD van Truus.", "COPD"),
        (
            "Ms Deshpande would like to swap, she has rheumatoid arthritis.",
            "has rheumatoid arthritis",
        ),
        ("Mevrouw Einstein belde over haar aanvraag.", "Einstein"),
    ],
)
def test_it_goes(text: str, name: str) -> None:
    assert name in going(text)


@pytest.mark.parametrize(
    "text",
    [
        "Op het Johan de Witt-gymnasium is de uitval hoog.",
        "Het schip 'Jan van Brakel' ligt in de haven.",
        "Het Mr. Weustinkfonds betaalt de helft.",
        "Afschrift: commissaris van de Koning Hedwig van Aerssen; Commissie Integriteit.",
        "Hoogachtend,\ngedeputeerde staten van Vechtland,\n"
        "H. van Aerssen, voorzitter        W.F. Dijkgraaf, secretaris",
        "Nota voor gedeputeerde staten\nPortefeuillehouder\nB. (Bas) Oudejans\n",
        "9:30 bewindspersonenoverleg (Kuipers, Helder, Van Ooijen)",
        "Het onderzoek is uitgevoerd door A. Friele en R. Batenburg (Nivel, 2022).",
        "Zoals de Clingendael-onderzoekers Zandee en Stoetman schrijven, is het plan goed.",
        "• R. Palmer en P. Neaverson, Industrial Archaeology (London 1998)",
        "Wij hebben uw melding ontvangen. Uw kenmerk is OD-2024-0331.",
        "Zoals Piketty en Mazzucato betogen, groeit de ongelijkheid.",
        "Het mengsel staat in de kelder. De Boten zijn vrij van lasten.",
    ],
)
def test_it_stays(text: str) -> None:
    assert going(text) == []


def test_where_somebody_works_is_no_part_of_the_name() -> None:
    assert going("Maarten Schaap van de Rijksdienst coördineert dit bezoek.") == ["Maarten Schaap"]


def _spread(first: str, second: str) -> tuple[Finding, ...]:
    documents = [document(first), document(second)]
    found = [detect(one) for one in documents]
    return propagate(documents[1], found[1], gather(zip(documents, found, strict=True)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mevrouw Hanneke Rijksdienst belde.", "De Rijksdienst betaalt de subsidie."),
        ("Daan de Koning woont hier.", "De commissaris van de Koning opent de zaal."),
        ("Babs Oortgiesen stuurt de nota.", "Ik zet de nota in iBabs."),
    ],
)
def test_a_word_of_the_language_is_not_spread_over_the_dossier(first: str, second: str) -> None:
    assert not [one for one in _spread(first, second) if goes(one.category, one.role)]


def test_a_surname_that_is_a_word_and_acts_is_spread() -> None:
    spread = _spread("Mevrouw Hanneke Boot belde.", "Er was een klacht. Boot wist van niets.")
    assert [one.text for one in spread] == ["Boot"]


def test_a_line_is_an_offices_where_most_documents_say_so() -> None:
    texts = [
        "Secretariaat: 0524 - 70 00 10.",
        "De receptie is bereikbaar op 0524-700010.",
        "Bel 0524 70 00 10 voor een afspraak.",
    ]
    documents = [document(text) for text in texts]
    found = [detect(one) for one in documents]
    assert goes(found[2][0].category, found[2][0].role)
    (one,) = with_shared_numbers(documents[2], found[2], shared_numbers(found))
    assert not goes(one.category, one.role)


def test_a_line_is_somebodys_where_most_documents_say_so() -> None:
    texts = [
        "Het secretariaat heeft 0524-55 18 02.",
        "Mijn nummer is 0524 551802.",
        "Truus, 0524 - 55 18 02, belt terug.",
    ]
    documents = [document(text) for text in texts]
    found = [detect(one) for one in documents]
    shared = with_shared_numbers(documents[0], found[0], shared_numbers(found))
    assert [one.text for one in shared if goes(one.category, one.role)] == ["0524-55 18 02"]


def test_a_mobile_telephone_stays_somebodys_whatever_two_documents_say() -> None:
    theirs = document("Truus, 06-12345678, belt terug.")
    found = detect(theirs)
    as_office = [replace(one, role=Role.FUNCTIONAL) for one in found]
    numbers = shared_numbers([found, found, as_office, as_office])
    shared = with_shared_numbers(theirs, found, numbers)
    assert "06-12345678" in [one.text for one in shared if goes(one.category, one.role)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2022-11-08T06:41:12Z fw02 ovpn[2214]: wb\\hjansma peer 10.1.2.3", "wb\\hjansma"),
        ("12-01 08:47 nbouazza zoekt iemand\n12-01 08:48 nbouazza opent iets", "nbouazza"),
        ("commit 9f35e02 author mwestra 2021-06-04\n  fix: leesbaar", "mwestra"),
        ('DigiD-gebruikersnaam "oma_riet1944" doorgegeven', "oma_riet1944"),
        ("Ze plaatste berichten onder de naam Pilsbaas1970 op een forum.", "Pilsbaas1970"),
        ("60359 | Z. Rahimi, koerier | 216998207B02 | gestopt", "216998207B02"),
        ("Fietsenzaak B.V.;NL809114562B01\nC. Vis, foto;NL297132027B01;650", "NL297132027B01"),
        ('"Monique Hagedoorn",19-04-1969,"Ringoven 14","6836 KJ",ja', "Ringoven 14"),
        ("Een Opel met Duitse platen KLE-XB 536 stond er.", "KLE-XB 536"),
        ("GGZ: diagnose autisme uit 2014.", "autisme"),
        ("De nota ligt in de map van vd Meer.", "vd Meer"),
    ],
)
def test_ledgers_and_logs_tell_who(text: str, wanted: str) -> None:
    assert any(wanted in one for one in going(text))


@pytest.mark.parametrize(
    "text",
    [
        "Regex voor een kenteken, testwaarden XX-99-XX en 99-XXX-9.",
        "Sla het op in C:\\Users\\Public\\niet mailen\\dump_0906.xlsx en en\\of ergens anders.",
        "commit 03c41d0f11\nAuthor: dependabot\n    bump jackson",
        "Het rapport vd Raad en de lijst vd Gemeente.",
        "Geachte Ombudsman,\n\nHierbij mijn klacht over de brug.",
        "Beste Student,\n\nJe lening is verlengd.",
    ],
)
def test_examples_folders_and_machines_are_nobody(text: str) -> None:
    assert going(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De toets van Karin Smit was onvoldoende, zij moet hem overdoen.", "Karin Smit"),
        ("Met vriendelijke groet,\n\nKarin Fjordvik\nAdvies B.V.", "Karin Fjordvik"),
        ("Mail van A. Bakker, Klacht over de buurman (Zwolle 2021).", "A. Bakker"),
        ("De sociaal onderzoeker Bakker stelt dat zij niet samenwoont.", "Bakker"),
        ("Onze onderzoekers Jansen en de Vries schrijven dat het mag.", "Jansen"),
        ("Ik zag in de parkeergarage Karin de Vries staan.", "Karin de Vries"),
        (
            "Het onderzoek naar de klacht is gedaan door Karin Bakker (Handhaving, 2022).",
            "Karin Bakker",
        ),
        ("Na onderzoek bleek dat Henk Jansen (Almelo, 1979) de dader is.", "Henk Jansen"),
        ("Zie het rapport van KWINK (Bas Doornenbal) over de samenwerking.", "Bas Doornenbal"),
        ("A.E. Schilder, beleidsmedewerker, belde. Schilder vroeg het.", "Schilder"),
        ("Jan Snel heeft bezwaar gemaakt tegen de vergunning.", "Jan Snel"),
        ("Anna Maria van De Wal woont op nummer 8.", "Anna Maria van De Wal"),
        ("Olivier McDonald belde. Later mailde McDonlad terug.", "McDonlad"),
        ("Gebruiker: karin_bot\nAccount: de_bot", "de_bot"),
    ],
)
def test_what_looks_like_a_writer_firm_or_test_may_be_somebody(text: str, name: str) -> None:
    assert any(name in one for one in going(text))
