"""Line ends that only the width of a page gave a text are read over; all others stay."""

import pytest

from woo.text.flowing import flowing

LETTER = (
    "Op verzoek van de gemeente heeft wethouder\n"
    "De Vries gesproken met de bewoners van de\n"
    "Legeweg in Anjum. Over de uitkomst hoort u\n"
    "nog van ons, uiterlijk in de week van 3 mei."
)


def test_a_paragraph_is_one_line() -> None:
    assert flowing(LETTER) == LETTER.replace("\n", " ")


def test_a_text_stays_as_long_as_it_was() -> None:
    text = f"{LETTER}\n\n{LETTER}\f{LETTER}\n"
    assert [len(line) for line in (text, flowing(text))] == [len(text)] * 2
    assert flowing(text).count("\n") == text.count("\n") - 9
    assert flowing(text).count("\f") == 1


@pytest.mark.parametrize(
    "text",
    [
        # A list, a table, an export, a chat and labels: what stands on a line is a whole.
        "Aanwezig bij het overleg van de werkgroep:\n"
        "mw. A. Jansen, projectleider namens de gemeente\n"
        "dhr. B. de Wit, adviseur van het waterschap hier",
        "nr | naam van degene die het stuk schreef | datum\n"
        "12 | Bakker, mede namens de anderen ervan | 3-4",
        "kenmerk,naam van wie het betreft,plaats,opmerking\n"
        "ab-12,de Vries van der Meer,anjum,belt terug",
        "van de week hoorde ik dat de vergadering weer niet\n"
        "doorgaat en dat niemand weet waarom dat zo is\n"
        "ik vind dat het anders moet en jij vast ook wel",
        "Het gesprek duurde lang en ging over de schade aan\n"
        "Verslag: Jansen belt de heer De Wit daar nog over",
        "De vergadering wordt om vier uur gesloten zonder dat.\n"
        "De voorzitter dankt de leden en wenst een goede reis",
        "- er is gebeld met de gemeente over de brug en de\n"
        "- weg wordt aangelegd zodra het weer dat toelaat",
        # Half a word: that is mended elsewhere.
        "Het verzoek is gedaan door de heer Lan-\ngelaan, die daarover ook heeft gebeld.",
        # Short lines fill nothing.
        "Met vriendelijke groet,\nnamens de minister\nvan Financiën",
    ],
)
def test_a_line_that_ends_of_its_own_accord_stays(text: str) -> None:
    assert flowing(text) == text


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Voor vragen over deze brief kunt u bellen met mw.\nBrouwershaven van Vergunningen."
    assert flowing(text) == text.replace("\n", " ")
