"""A firm or school of a dossier by its bare name; and when that name is somebody's after all."""

import pytest

from tests.detect.test_people import document
from woo.detect.detect import detect
from woo.detect.dossier.dossier_names import as_told, names_of
from woo.detect.dossier.dossier_things import as_things, named_things
from woo.detect.dossier.people import gather
from woo.detect.dossier.propagate import propagate
from woo.model.finding import Finding, Role

LETTER = "De gemeente heeft een contract met Lindhout Jeugdhulp. Lindhout Jeugdhulp levert zorg."
MAIL = "Ik heb Lindhout gebeld over de wachtlijst. Lindhout komt morgen met cijfers."


def left_to_go(*texts: str) -> list[str]:
    """What is somebody's, or may be, in the last of the texts."""
    documents = [document(text) for text in texts]
    found: list[tuple[Finding, ...]] = [tuple(detect(one)) for one in documents]
    things = named_things(zip(documents, found, strict=True))
    found = [as_things(d.text, one, things) for d, one in zip(documents, found, strict=True)]
    people = gather(zip(documents, found, strict=True))
    everything = propagate(documents[-1], found[-1], people)
    return [one.text for one in everything if one.role is not Role.EPONYM]


def test_a_firm_by_its_bare_name_stays() -> None:
    assert left_to_go(LETTER, MAIL) == []


@pytest.mark.parametrize(
    "evidence",
    [
        "Met vriendelijke groet,\nJohanna Lindhout\nbeleidsmedewerker",
        "Mevrouw Lindhout belt u terug.",
        "Van: J. Lindhout <j.lindhout@voorbeeld.example>\nAan: Bea Smit\nOnderwerp: cijfers",
        "Lindhout van Lindhout Jeugdhulp was erbij.",
    ],
)
def test_it_goes_when_somebody_is_called_so(evidence: str) -> None:
    assert left_to_go(LETTER, evidence, MAIL) == ["Lindhout", "Lindhout"]


@pytest.mark.parametrize(("letters", "goes"), [(2, ["Lindhout", "Lindhout"]), (11, [])])
def test_who_leads_may_be_called_so_or_lead_it(letters: int, goes: list[str]) -> None:
    """*bestuurder Lindhout* is somebody, unless ten times as many documents show the firm."""
    meeting = "Gesprek bestuurder Lindhout op dinsdag over de wachtlijst."
    assert left_to_go(*[LETTER] * letters, meeting, MAIL) == goes


@pytest.mark.parametrize(("letters", "goes"), [(2, ["Beukenhof", "Beukenhof"]), (3, [])])
def test_what_people_are_in_is_a_house(letters: int, goes: list[str]) -> None:
    letter = "De jongeren in de Beukenhof klagen over het eten en over het rooster."
    assert left_to_go(*[letter] * letters, MAIL.replace("Lindhout", "Beukenhof")) == goes


def test_somebody_who_is_called_as_a_house_goes() -> None:
    letter = "De jongeren in de Beukenhof klagen over het eten en over het rooster."
    mail = "Mevrouw Beukenhof belt u terug."
    assert left_to_go(*[letter] * 4, mail) == ["Beukenhof"]


def test_a_firm_that_is_named_once_may_be_its_owner() -> None:
    assert left_to_go(LETTER.partition(". ")[0] + ".", MAIL) == ["Lindhout", "Lindhout"]


def test_a_name_that_thousands_have_goes() -> None:
    letter = LETTER.replace("Lindhout", "Bakker")
    assert "Bakker" in left_to_go(letter, MAIL.replace("Lindhout", "Bakker"))


def told(*texts: str) -> list[str]:
    """What goes in the last of the texts, as a dossier tells it."""
    documents = [document(text) for text in texts]
    found = [tuple(detect(one)) for one in documents]
    names = names_of(zip(documents, found, strict=True))
    found = [as_told(d, one, names) for d, one in zip(documents, found, strict=True)]
    people = gather(zip(documents, found, strict=True), (), names.things.places)
    everything = propagate(documents[-1], found[-1], people)
    return [one.text for one in everything if one.role is not Role.EPONYM]


TOWN = (
    "De gemeente Oosterveen schrijft.",
    "Turfweg 14, 7843 RD Oosterveen",
    "Gemeente Oosterveen is het eens.",
    "OOSTERVEEN - Marco van Oosterveen was er ook.",
)


def test_a_town_of_the_dossier_is_nobodys_surname() -> None:
    assert told(*TOWN, "Het is druk in heel Oosterveen, zegt hij.") == []


def test_with_its_particle_it_is_somebodys() -> None:
    assert "Van Oosterveen" in told(*TOWN, "De heer Van Oosterveen zegt het, en niet de gemeente.")


MAILS = (
    "Van: Fibralab rapportage <rapportage@fibralab.example>\nOnderwerp: uitslag",
    "Mail naar k.rook@fibralab.example. Het monster ligt bij Fibralab.",
    "De analist is S. Ramcharan, Fibralab. Bel info@fibralab.example.",
)


def test_what_mail_comes_from_is_nobody() -> None:
    assert "Fibralab" not in told(*MAILS, "S. Ramcharan van Fibralab belt. Fibralab komt morgen.")


def test_who_works_there_still_goes() -> None:
    assert "S. Ramcharan" in told(*MAILS, "S. Ramcharan van Fibralab belt. Fibralab komt morgen.")


def test_a_surname_with_its_own_domain_may_be_somebodys() -> None:
    mails = [text.replace("ibralab", "Zuidema").replace("FZ", "Z") for text in MAILS]
    mails = [text.replace("fZuidema", "zuidema") for text in mails]
    assert "Zuidema" in told(*mails, "Zuidema belt u morgen over de auto.")


def test_the_first_name_in_a_street_of_the_dossier_is_nobodys() -> None:
    square = "Het is op het Johan van Veenplein."
    last = "start 14.00 Johan van Veenplein, eind uiterlijk 16.15"
    assert told(square, square, square, last) == []
    assert told(square, last) == ["Johan"]


def test_a_firm_that_many_documents_show_is_nobody_whom_a_rule_read() -> None:
    shown = "Driehoek Cyber B.V. schreef het rapport."
    by_rule = "Het onderzoek wordt gedaan door Driehoek Cyber, projectleider Sven Hartog."
    bare = "Het rapport van Driehoek Cyber is af."
    assert left_to_go(shown, shown, shown, by_rule, bare) == []
