"""Which recognised texts make sense: prose, names, numbers and other languages do, rubbish not."""

import pytest

from woo.reference.legibility import sense_of

PROSE = (
    "De voorzitter opent de vergadering om tien uur en heet iedereen welkom. Het verslag van de\n"
    "vorige keer wordt zonder wijzigingen vastgesteld. Mevrouw Tjoelker vraagt of de bewoners al\n"
    "een brief hebben gekregen over het werk aan de vaart. De heer Wiersinga antwoordt dat de\n"
    "brief vorige week is verstuurd, maar dat enkele adressen niet klopten. Hij zal de lijst nog\n"
    "eens nalopen en daarna opnieuw laten bezorgen. Over de bomen is nog geen besluit genomen.\n"
)
ENGLISH = (
    "Thank you for your letter about the reconstruction of the footpath along the canal. We have\n"
    "read your remarks with interest and would like to answer them one by one. First of all, the\n"
    "contractor has promised that the trees will be left standing. The survey that was carried\n"
    "out last autumn showed that none of them is diseased, and nothing will damage their roots.\n"
)
GERMAN = (
    "Zunächst hat der Bauunternehmer zugesagt, dass die Bäume stehen bleiben. Die Untersuchung,\n"
    "die im vergangenen Herbst durchgeführt wurde, hat gezeigt, dass keiner von ihnen krank ist,\n"
    "und es gibt keinen Grund anzunehmen, dass die Arbeiten ihre Wurzeln beschädigen werden. Für\n"
    "Beschwerden wird jederzeit eine Telefonnummer erreichbar sein, wie vereinbart mit der Firma.\n"
)
FRENCH = (
    "Tout d'abord, l'entrepreneur a promis que les arbres seraient conservés. L'étude qui a été\n"
    "réalisée l'automne dernier a montré qu'aucun d'entre eux n'est malade, et il n'y a pas de\n"
    "raison de croire que les travaux endommageront leurs racines. Si quelque chose devait\n"
    "changer, nous vous en informerions bien entendu avant toute décision du conseil municipal.\n"
)
NAMES = "\n".join(
    f"{name}  {street} {number}, 9356 BD Tolbert  12-03-19{number}  q.r{number}@x.nl"
    for number in range(40, 70)
    for name, street in [
        ("Wiersinga, Albert", "Kerkstraat"),
        ("van den Broeke, Aleid", "Oosterweg"),
    ]
)
LOG = "\n".join(
    f"sshd[{number}]: invalid user=wdijkgr{number} from 10.0.0.{number} mfa=push svc_koppel"
    for number in range(40)
)
COARSE = PROSE.translate(str.maketrans("ewh", "cvb"))
HAND = "en gge ne ee nn te vn ge en m egen ne etten en eee vn " * 8


@pytest.mark.parametrize(
    "text",
    [PROSE, ENGLISH, GERMAN, FRENCH, NAMES, LOG, PROSE + ENGLISH, "", "Bijlage 3", HAND[:60]],
)
def test_what_is_read_well_or_says_too_little(text: str) -> None:
    assert not sense_of(text).is_poor


@pytest.mark.parametrize("text", [COARSE, HAND, COARSE + ENGLISH, NAMES + COARSE])
def test_what_is_read_badly(text: str) -> None:
    assert sense_of(text).is_poor


def test_words_broken_over_a_line_end_are_words() -> None:
    broken = PROSE.replace("gadering", "gade-\nring").replace("wijzig", "wij-\nzig")
    assert sense_of(broken) == sense_of(PROSE)
