"""Days, numbers, letters and names of which the line or the words beside say whose they are."""

import pytest

from tests.golden.annotated import find_all, going
from woo.model.finding import Role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sleutelhouder\nkazerne Piet Vijverberg 06-53001298, Veiligheidsregio", "Piet Vijverberg"),
        ("Dienst: ruil Wit/Ouwehand. Privé: Wit 06-22914013, Ouwehand 06-53778002.", "Ouwehand"),
        (
            "TER BESLISSING – Aan de Minister van SZW\nNadia el Amrani heeft erop gewezen dat het "
            "kan.",
            "Nadia el Amrani",
        ),
        (
            "Nota over boetes\nAan de Minister van SZW\nNadia el Amrani heeft erop gewezen dat het "
            "kan.",
            "Nadia el Amrani",
        ),
        ("Soort: burenruzie\nVerbalisanten: jdkok, mvh\n\nBetrokkene 1: Bosma", "mvh"),
        ("Akkoord leidinggevende: R.A. Bloemhof\nVerwerkt HR: tjb, 11/7", "tjb"),
        ("Aanwezig: prof. dr. R. Wennekes en Jan Bakker.", "R. Wennekes"),
        ("; secretaris-directeur Burgersdijk. Afwezig: niemand.", "Burgersdijk"),
        ("Monteur Jordy van \nKastechniek Verbeek is gehoord.", "Jordy"),
        ("Mail naar wvanderlaan@provinciegroningen.nl.", "wvanderlaan@provinciegroningen.nl"),
        ("[Opmerking LvD-1: DGOO wil 'momenteel' weg]", "LvD"),
        ("- lijst oudste dossiers – YK – 1 feb", "YK"),
        ("(doorgestuurd aan team groen, lb 22/4)", "lb"),
        ("Letsel\namputatie dig. II en III links\nZiekenhuis", "amputatie dig. II"),
        ("De heer Ciobanu lag daar terwijl hij aan tuberculose leed.", "tuberculose"),
        ("communicatie|R. el Amrani|RA, met opm.|25/6\nhoofd|J. de Vries|JdV|25/6", "RA"),
        ("Zij zit nu thuis met een burn-\nout.", "burn-\nout"),
        ("Annelot Kuipers-van Dam is er.\n\nAKvD\nAnnelot Kuipers-van Dam\n", "AKvD"),
        ("DJO    HvT    DGWB: ldk (tel. akk.)", "ldk"),
        ("Opmerking gemeente (contr. SH): september telt 88 uur", "SH"),
        ("Op 5 februari meldde medewerkster K. zich bij de vertrouwenspersoon.", "K."),
        ("Toezichthouders: nr. 55208 en nr. 61174.", "61174"),
        ("[10:04 agent0731] Klant vraagt\n[10:09 agent0731] Klant boos.", "agent0731"),
        ("Inlog Berichtenbox: mctlopes_78", "mctlopes_78"),
        ("Mail: Marieke van Ommen <mc.v.ommen@minvws.nl>", "mc.v.ommen@minvws.nl"),
        ("Amir is vandaag thuis, hij heeft zichzelf gesneden.", "heeft zichzelf gesneden"),
        ("naam | gb\nHaddou, A. | 03-11-98\nVries, B. | 12-05-87", "03-11-98"),
    ],
)
def test_it_goes(text: str, name: str) -> None:
    assert any(name in one for one in going(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mail naar or@avt.nl of overijssel@heemschut.nl.", "or@avt.nl"),
        ("T 053 480 60 71 | direct 053 480 60 72", "053 480 60 71"),
        ("Or call in (audio only) +31 20 258 4411,,80917733# Netherlands", "+31 20 258 4411"),
        ("Advocatenkantoor Tolsma & Van Riel\nEmmawijk 12, 8011 CM Zwolle", "Emmawijk 12"),
        ("Agentschap Vaarwegtoezicht\nKoningskade 12, 2596 AA Den Haag", "Koningskade 12"),
        ('ATTENDEE;CN="Zaal 3.12 (beamer)";CUTYPE=ROOM:mailto:zaal312@x.example', "Zaal 3.12"),
        ("02-10   Zwolle-Assen vv       overleg provincie", "Zwolle-Assen"),
        ("D. Personalia\nZij fietst graag.\nE. Akkoord\nJa.", "D. Personalia"),
        (
            "PVV (De Jong): aantallen, terugkeer.\nSP (Van Kent): slecht werkgeverschap\n"
            "CU (Ceder): dakloze arbeidsmigranten",
            "Van Kent",
        ),
        ("De SGP-fractie vroeg, bij monde van de heer Schalk, of het mag.", "Schalk"),
        ("Aan de burgemeester, persoonlijk\n\nGeachte mevrouw Verbruggen,\n\nU", "Verbruggen"),
        (
            "Kent u het bericht 'Gezin wacht' (Dagblad van het Noorden, 11 februari 2023, door "
            "Jurgen Tiekema)?",
            "Jurgen Tiekema",
        ),
        ("Zij belde Kastechniek Verbeek en DEURWAARDERSKANTOOR VAN ES.", "Verbeek"),
        ("De collectie Ten Cate en het Comité Behoud de Bouwmeester.", "Ten Cate"),
        ("Zie het SEO-rapport van prof. dr. R. Wennekes (blz. 41).", "Wennekes"),
        ("Prof. Aukje Tigchelaar toonde aan dat een museum loont.", "Tigchelaar"),
        ("Burgemeester Joris van Zaanen werd om 14.05 uur gebeld.", "Joris van Zaanen"),
        ("loco-bgm Hilde Nijkamp   alleen via Roy", "Hilde Nijkamp"),
        ("Persnummer (algemeen): 070-4561111", "070-4561111"),
        ("Door Simon Lohuis – foto: Babette Kuiper\nHet is raak.", "Simon Lohuis"),
        ("Door Femke Rozendaal\nFoto's Thijmen Aker\nMONSTER – De mat", "Thijmen Aker"),
        ("Kent u het bericht (De Rivierbode, 6 juli 2024, Jesse Roodbol)?", "Jesse Roodbol"),
        ("Hoogleraar toxicologie Ewoud Brinkhorst noemt dat veel.", "Ewoud Brinkhorst"),
        ("Boete wegens overtreding van artikel 2 Wav en de Waadi.", "Wav"),
        ("In november volgden signalen van een omwonende en van FNV.", "FNV"),
        ("ontvangen    dossier\n02-10-17     Jansen", "02-10-17"),
        ("De fiets is opgehaald op 18-11-2016, gelegitimeerd met paspoort", "18-11-2016"),
    ],
)
def test_it_stays(text: str, name: str) -> None:
    assert not any(name in one for one in going(text))


def test_numbers_of_a_column_of_tickets_are_nobodys() -> None:
    rows = "\n".join(f"SD-88{n}40;2025-01-2{n};Dijkema, H." for n in range(5))
    assert not [one for one in going(f"ticket;datum;melder\n{rows}") if one.startswith("SD")]


def test_who_is_written_to_and_who_speaks_on_behalf() -> None:
    """The name below *Aan de minister* is his; below *Namens de minister* sit others."""
    text = "Aan de minister van SZW\nKarien van Gennip\nPostbus 1"
    assert [f.role for f in find_all(text) if "Gennip" in f.text] == [Role.OFFICE_HOLDER]
    text = "Namens de minister\nmr. T. Wolthuis, mevrouw E. van Dongen\nHoorcommissie"
    assert "T. Wolthuis" in going(text)
