"""Letters that a document explains stand for somebody in the whole document, and no others do."""

import pytest

from tests.golden.annotated import find_all
from woo.detect.layout.monograms import detect_monograms
from woo.model.document import Document, DocumentKind

MINUTES = """\
Naam | Organisatie | Initialen | Aanwezig
Rob van Beekum | Defensie | RvB | ja
Carla Wassink | gemeente | CGW | tot 14.00

Volgens CGW hoeft dat niet. BZK is het daarmee eens.
"""


def found(text: str) -> list[str]:
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    return [one.text for one in detect_monograms(document)]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        (MINUTES, ["RvB", "CGW", "CGW"]),
        ("Waarnemers: LH = Lies Hoving.\n22/5 22.40 LH, NW van de heide", ["LH", "LH"]),
        ("waarnemers: LH = lies hoving, PNG = pascal\n30/5 LH+PNG - nest?", ["LH", "PNG"] * 2),
        ("Naam\nInitialen\nCarla Wassink\nCGW\nja\n1. Opening\nCGW opent. BZK is er.", ["CGW"] * 2),
        ("[HB: mag dit zo weg?]\nTelefoon 14 0548.", ["HB"]),
        ("Paraaf\nKvD 3/4 - WJO 3/4\n\nAanleiding\nWJO wil dit zo.", ["KvD", "WJO", "WJO"]),
        ("Geparafeerd: Pasman, AS, YL", ["AS", "YL"]),
        ("Paraaf jurist | SEI (onder voorbehoud)", ["SEI"]),
        ("Acties: JE (waterschap), Wouter (som)", ["JE"]),
        ("Vraag MA: wie?\nAntwoord CMcA: ik.\nVraag PB: hoe?", ["MA", "CMcA", "PB"]),
        ("Vraag 2: wie?\nAntwoord BZK: dat is het Rijk.", []),
        ("Geparafeerd in de lijn: AdR 22/4, LU 23/4, VK 23/4.", ["AdR", "LU", "VK"]),
        ("Besluit/actie\nEigenaar\nKaart\nS.A. en X\nZaal\nL.V.\n", ["S.A.", "L.V."]),
        ("Nr|Naam|van|vervanger\n1|Carla Wassink|8-7|RB\n2|Rob Bos|15-7|geen", ["RB"]),
        ("[LW1] Weg?\n[LW2] Klopt niet.\n[SE3] Eens met LW.", ["LW", "LW", "SE", "LW"]),
        ("[LW1] Er is maar een.", []),
        ("OK = Olga Kok. Dus OK belt.", ["OK", "OK"]),
        ("Reactie AB 10:42: koppeling op oud adres. AB belt.", ["AB", "AB"]),
        ("Telefoonnotitie van FO, 22 jan 2025", ["FO"]),
        ("Telefoonnotitie AP 24 mei", []),
        ("Paraaf WJZ\nDijkhuizen (RJD)\nParaaf SG\nSG Abigail Norville: gezien", []),
        ("Paraaf: KvD 3/4 - DG 5/4 - SG 6/4. De DG wil dit.", ["KvD"]),
        ("Reactie BZK 10:42: koppeling op oud adres", []),
        ("Akkoord: MT, BZK", []),
        ("BZK = Binnenlandse Zaken en Koninkrijksrelaties. Dus BZK.", []),
        ("Het RIVM en de NVWA zijn het eens (zie bijlage AB 3/4).", []),
    ],
)
def test_only_what_is_explained_is_somebody(text: str, letters: list[str]) -> None:
    assert found(text) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("In het dossier kom ik de initialen ltb tegen.", "ltb"),
        ("| 1 | brief aan de inspectie | vWT | 1/10 |", "vWT"),
        ("Voor akkoord (paraaf elke bladzijde: RSH)", "RSH"),
    ],
)
def test_letters_that_are_said_to_be_initials(text: str, letters: str) -> None:
    assert letters in {one.text for one in find_all(text)}
