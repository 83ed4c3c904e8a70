"""Letters in minutes, turns in a chat, columns of names, and cells parted by bars."""

import pytest

from tests.golden.annotated import going


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Aanwezig: HvL, AK, MdJ, PS, RvO (notulen)\n\n3. Vertrek Bettie; PS werft.",
            ["PS", "RvO"],
        ),
        ("3. Actiepunten\n- AP1 data aanleveren: KD\n- AP2 reactie op plan: JK/ASB", ["KD", "ASB"]),
        ("Besluiten/acties\n14.2 HD levert lijst functies aan", ["HD"]),
        ("Afspraken\n> DZ nodigt LVNL uit voor volgende keer", ["DZ"]),
        ("T: hebben we antwoord?\nLieve: nee\nGerwin: idd\nT: pff\nLieve: ok\nGerwin: top", ["T"]),
        ("Gerwin: idd\nLieve: nee\nGerwin: top\nLieve: ok", ["Lieve"]),
        ('Aan de slag.\nDoorgestuurd door Van Osch, AHM aan Coolen, P: "bel hem"', ["Coolen, P"]),
        ("nee niet doen. bel ov v Lankveld maar even", ["v Lankveld"]),
        (
            "pasnr,houder,afdeling\nA-1,Anker R. van der,FIN\nA-2,Bilgin S.,JZ\n"
            "A-3,Duinker-Prins O.,COM\nA-4,Dekker Harm,AJD",
            ["Anker R. van der", "Dekker Harm"],
        ),
        ("Functie|Naam|Datum|Paraaf\nDirecteur a.i.|O. Zandstra|5-2|OZ", ["OZ"]),
        (
            "Meld je bij Wietske Tolsma, tel. 050 599 17 02 of via communicatie@duo.nl.",
            ["050 599 17 02"],
        ),
        (
            "Genodigden blok 1: mevrouw Horváth, de heer Ooms.\nEen motie van de Kamer.\n"
            "De heer Ooms: Voorzitter. Wij hebben 1.100 meldingen.",
            ["Ooms"],
        ),
        ("Namens bedrijf: mr. Van Swaaij (extern). Het Kamerlid vroeg.", ["Van Swaaij"]),
    ],
)
def test_it_goes(text: str, names: list[str]) -> None:
    assert set(names) <= set(going(text))


@pytest.mark.parametrize(
    "text",
    [
        "Postkamer|schrijver|DIV|post@noordoostpolder.nl|12",
        "V: Wat stond daarin?\nA: Dat het groen was.\nV: Waarom?\nA: Om de norm.",
        "Actie 09-05/1: aanwijzing opstellen, vóór donderdag",
        "13.00 Autorit naar Hardenberg, chauffeur regelen",
        "Bij Sijtsma & Kroon ICT B.V. werkt men aan de fix.",
        "Locatie: Kempkensberg 12 Groningen, zaal Ubbo Emmius",
        "STUFIN-ACC-02;login;OK\nSTUFIN-TST-07;login;OK",
        "De schaal van Richter wordt niet langer gebruikt.",
        "Mail woo@flevoland.nl of bel (0320) 265 265.",
    ],
)
def test_it_stays(text: str) -> None:
    assert going(text) == []
