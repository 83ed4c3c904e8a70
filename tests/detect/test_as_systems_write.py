"""Numbers, days and log-ins as forms, scans, exports and people write them; and what is none."""

import pytest

from tests.detect.test_odd_forms import left_of
from tests.golden.annotated import find_all, going
from woo.model.finding import Role


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("be1 O62 3O6 7I68 graag terug", "O62 3O6 7I68"),
        ("TEL             O7O  39l 2O 66   mob", "O7O  39l 2O 66"),
        ("GEBOREN  l8 - 0l - l955 te Assen", "l8 - 0l - l955"),
        ("Bel haar even af 0 6 - 2 9 3 5 0 1 7 6. Rapport volgt.", "0 6 - 2 9 3 5 0 1 7 6"),
        ("BSN kind : 9|6|4|0|8|7|6|0|1", "9|6|4|0|8|7|6|0|1"),
    ],
)
def test_as_a_scan_is_read(text: str, written: str) -> None:
    assert left_of(text, written) == ""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("bel + 31 (0) 6 - 256 04 665 of mail", "+ 31 (0) 6 - 256 04 665"),
        ("Bel me op +31(6)27.00.41.18 als het kan", "+31(6)27.00.41.18"),
        ("idem (0)614519476 (Omar)", "(0)614519476"),
        ("Nieuw nr = zes één negen, acht nul, vier vier, twee zeven", "zes één negen, acht nul"),
        ("vraag4_telefoon: nulzes 23881947", "nulzes 23881947"),
        ("Klopt het telefoonnummer 06*****118 in Mijn CJIB niet meer?", "06*****118"),
        ("bereikbaar via 06, 53, 60, 29, 15.", "06, 53, 60, 29, 15"),
        ("Rol|Naam|Uren|Bereikbaar\nBeleid|El Khattabi, Y.|16|9129\n", "9129"),
        ("nr|naam|adres|telefoon\n6|fam. Oude Lansink|Tolhuisweg 11|0577 381900|ja", "0577 381900"),
    ],
)
def test_telephone(text: str, written: str) -> None:
    assert left_of(text, written) == ""


@pytest.mark.parametrize("word", ["Inlichtingen:", "kantoornummer", "fax via de achterwacht"])
def test_an_office_answers(word: str) -> None:
    assert going(f"{word} 0348-417723 of kom langs") == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("gd 9-8-58, sofi onbekend", "9-8-58"),
        ("gebore 12 aug. 76 in Tiel", "12 aug. 76"),
        ("Geboortedatum 12 FEB/FEB 1947", "12 FEB/FEB 1947"),
        ("Kind 2: Finn, 19.11.2018, nummer nog onderweg", "19.11.2018"),
        ("Bezoeker: Ljubomir Hristov, van 14/06/94. ik heb een kaart", "14/06/94"),
        ("Tsjikke is van 1-6-'58, hij twee jaar ouder", "1-6-'58"),
        ("2) Tjeerd Nauta, 06-09-1974. Ziek sinds 20 juni 2021", "06-09-1974"),
        ("IND-lijst\n2880417739 – 14-10-2001 – 28-02-2023 – nee", "14-10-2001"),
    ],
)
def test_day_of_birth(text: str, written: str) -> None:
    assert left_of(text, written) == ""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mail van het COA: 2871445093 gaat niet mee.", "2871445093"),
        ("Zaak B: asielzoeker, man, 2740.00.1733. Veroordeeld.", "2740.00.1733"),
        ("IND-scan 2917704482_AlMasri_paspoort.pdf", "2917704482"),
        ("bezwaar p. nr. 34935282 tegen beoordeling", "34935282"),
        ("Nabetaling € 1.406,12, sal.nr. 742232. Einde.", "742232"),
        ("Zijn loonnummer was 728889 volgens hem", "728889"),
        ("onze boa's 4117 en een collega gingen langs", "4117"),
        ("op vertoon van uw dienstpas (D-77120).", "D-77120"),
        ("pas 0077412 en 0077398 van de printer", "0077398"),
        ("polis bij DSW (0329662 2) is gestopt", "0329662 2"),
        ("Zorgverzekering: zie relatienr 129247210 (Zilv. Kruis)", "129247210"),
        ("zorgverz VGZ, nr 20-112-1332", "20-112-1332"),
        ("UZI-nummer 900576218 is verlopen", "900576218"),
        ("arts in Gent (RIZIV 4-17324-71-410)", "4-17324-71-410"),
        ("id gevonden. NKG412856. Kopie komt.", "NKG412856"),
        ("003  scan_ID_BFL505127_mahabier.pdf", "BFL505127"),
        ("zie ZW_118038588_FML.pdf (4 pagina's)", "118038588"),
    ],
)
def test_number(text: str, written: str) -> None:
    assert left_of(text, written) == ""


def test_ten_digits_are_a_case_where_nobody_speaks_of_foreigners() -> None:
    assert going("Uw bestelling 2871445093 is verzonden.") == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Apparaat: NB-VDHEUVEL-03 (serienr 5CG0442KXT)", "NB-VDHEUVEL-03"),
        ("Op haar laptop (MIN-VISSERM-02) zijn geen sporen gevonden.", "MIN-VISSERM-02"),
        ('"lastLoginDevice": "iphone-van-guusje"', "iphone-van-guusje"),
        ("#1 soc_tbakker 08:02 belt terug", "soc_tbakker"),
        ("Werkaantekening nmulder3 24-1: pdf vervangen", "nmulder3"),
        ("stond als recovery in jhoekstra-beheer. device", "jhoekstra-beheer"),
        ("12:00:44 dms FAIL leila.haddad reden=onbekend", "leila.haddad"),
        ("41.472 vdMeulen_Jayden_20091104_plan.docx", "vdMeulen_Jayden"),
        ("map aanlevering/Ozturk_Dilara_epilepsie.doc", "Ozturk_Dilara"),
        ("vosje_zuid: heb wat\nboa-zuid: ja?\nvosje_zuid: nee\nboa-zuid: ok", "vosje_zuid"),
    ],
)
def test_log_in_device_and_file(text: str, written: str) -> None:
    assert left_of(text, written) == ""


@pytest.mark.parametrize(
    "text",
    [
        "<inp.bsn>geen</inp.bsn> staat in het bericht",
        "server HP-PROLIANT-01 en LT-TEST-03 herstart",
        "vanaf gateway 145.21.0.9 geblokkeerd",
        "auth ok dst=10.12.0.4 in het logboek",
        "Het adresblok (185.46.212.0/22) is van de gemeente.",
        "[12-03-21 19:44] wie rijdt er op de stoep?",
    ],
)
def test_is_nobodys(text: str) -> None:
    assert going(text) == []


def test_a_mailbox_of_a_task_is_an_offices() -> None:
    (one,) = find_all("Mail naar verzuim@p-direkt-dienst.nl voor vragen.")
    assert one.role is Role.FUNCTIONAL
