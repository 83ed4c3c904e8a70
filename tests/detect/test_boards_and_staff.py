"""Who sits on a board stays; who works for it or stands beside its members goes."""

from dataclasses import replace

import pytest

from tests.golden.annotated import find_all, going
from woo.detect.agreement import MODEL
from woo.detect.dossier.propagate import propagate
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category, Finding, Role
from woo.model.person import Person


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        # The office that ends a line is of who begins it.
        (
            "Loes Wieringa – burgemeester\nDirk-Jan Kalma – wethouder\nAnita de Haas – COA\n",
            ["Anita de Haas"],
        ),
        # Boards and committees, by what stands above their list or who sits first and last in it.
        (
            "COLLEGE VAN DIJKGRAAF EN HEEMRADEN\nOpenbare besluitenlijst 30 augustus\n\nAanwezig: "
            "mr. T. Klip (dijkgraaf), H. Zijlstra, G. Bakhuis; E. de Kruijk (secretaris)\n",
            ["E. de Kruijk"],
        ),
        (
            "Gedeputeerde Staten, acties\n\nAanwezig: CdK Verbeek (vz), Hoitink, Bosma, Lamain;"
            " provinciesecretaris Ilse Woltering\n",
            ["Ilse Woltering"],
        ),
        (
            "Commissie Bestuur\n\nAanw.: Hectors (vz), Mol, De Haan, Wolf, griffier Lindhout.\n",
            ["Lindhout"],
        ),
        (
            "Aanwezig: J. Hendrickx, burgemeester; M. Aydin, K. Smeets-Coenen en L. Pluijmaekers, "
            "wethouders; G. Vrancken, gemeentesecretaris\n",
            ["G. Vrancken"],
        ),
        ("Declaratie\n\nNaam: J.W. Berkhout   Functie: gedeputeerde   Maand: mei\n", []),
        ("4 | S. Zandstra | loco-burgemeester | ja | nee |\n", []),
        # Who works somewhere, also when a member is called so.
        (
            "Volgens de gedeputeerde vertrekt de directeur van het vervoerbedrijf, dhr. Ouwehand.",
            ["Ouwehand"],
        ),
        (
            "aan  Stas Digitalisering\nvan  F. Nooteboom\ncc   Zeynep Bos\n",
            ["F. Nooteboom", "Zeynep Bos"],
        ),
        ("Wethouder Zeegers: Dat klopt. Ambtenaar De Jong, niet raadslid De Jong.", ["De Jong"]),
        ("van: Willem-Alexander Pronk\naan: alle medewerkers\n", ["Willem-Alexander Pronk"]),
        ("Minister IenW: Harbers, begeleid door Suzanne Kleinpaste\n", ["Suzanne Kleinpaste"]),
    ],
)
def test_who_goes(text: str, goes: list[str]) -> None:
    assert going(text) == goes


def test_a_footnote_names_who_wrote_the_article() -> None:
    text = "Antwoord\n\n1) Financieel Journaal, 14 mei 2024, Thomas Rietdijk en Chaima Ouali\n"
    assert going(text) == []


def test_letters_of_who_answers_for_an_office_on_a_platform() -> None:
    assert going("Wat vervelend. Stuur ons een bericht. ^LK") == ["LK"]


def test_the_address_on_a_card() -> None:
    card = (
        "BEGIN:VCARD\nADR;TYPE=WORK:;;Rijnstraat 8;Den Haag;;2515 XP;Nederland\n"
        "ADR;TYPE=HOME:;;Laan van Veld 340;Den Haag;;2548 BZ;Nederland\nEND:VCARD\n"
    )
    assert going(card) == ["Laan van Veld 340;Den Haag;;2548 BZ;Nederland"]


def test_a_key_is_no_part_of_a_mailbox() -> None:
    found = {one.text for one in find_all("dlp: action=quarantine notified=j.smit@zuidwolde.nl")}
    assert "j.smit@zuidwolde.nl" in found


def test_a_thing_that_the_model_guesses_at_hides_nobody() -> None:
    """*Gevel Weggemans* in a table, in a dossier in which Ruben Weggemans lives."""
    text = "Gevel Weggemans|9,3|8,8"
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    thing = Finding(
        category=Category.PERSON,
        start=0,
        end=len("Gevel Weggemans"),
        text="Gevel Weggemans",
        detector=MODEL,
        score=0.6,
        role=Role.EPONYM,
    )
    people = (Person(id="p-1", name="Ruben Weggemans", role=Role.CITIZEN, variants=("Weggemans",)),)
    assert {one.role for one in propagate(document, (thing,), people)} == {Role.UNKNOWN}
    sure = replace(thing, score=0.95)
    assert {one.role for one in propagate(document, (sure,), ())} == {Role.EPONYM}


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("04-02-21 09.12 | brief uit, sjabloon 12b\n11-02-21 15.47 | gebeld, geen gehoor\n", []),
        ("oornrs NL 7781 8182 3 t/m 7781 8185 8\n", []),
        ("voornaam=Merve\nachternaam=Yalçın\n", ["Merve", "Yalçın"]),
        ("gebruiker: gem_zwd\\pvandalen   d.d. 11-10-2022", ["gem_zwd\\pvandalen"]),
        ("Oct 14 03:12:55 vpn-gw2 sslvpn[2291]: user=BRNK7731 vlan=3\n", ["BRNK7731"]),
        ("zaak;postcode;aanvrager\n2021-B-00417;3541;Lotte Hoekzema\n", ["Lotte Hoekzema"]),
        ("boekenonderzoek bij de garage, fisc. nr. 1118.76.643\n", ["1118.76.643"]),
    ],
)
def test_what_an_export_or_a_note_holds(text: str, goes: list[str]) -> None:
    assert going(text) == goes
