"""Where somebody works is no surname, and what many documents show is a thing, however called."""

import pytest

from tests.detect.test_dossier_things import left_to_go, told
from tests.golden.annotated import find_all, going
from woo.model.finding import Role

CHAT = (
    "[10/11/2023, 18:22:04] Liv FairHelp 🌱: Hi, thanks for talking today.\n"
    "[10/11/2023, 18:25:41] Gogo: ok mevrouw\n"
    "[10/11/2023, 18:26:10] Liv FairHelp 🌱: Heb je de foto?\n"
    "[10/11/2023, 18:31:55] Gogo: ja\n"
)
MAILS = ("Van: info@fairhelp.nu\nAan: gemeente\n\nFairHelp heeft zes zaken.",) * 3
FIRM = (
    "Vlierkamp Energie heeft een aanvraag gedaan.",
    "De vergunning van Vlierkamp Energie is oud.",
    "Vlierkamp Energie B.V. stookt hout.",
)
SYSTEM = (
    "De stuurgroep Saskia komt bijeen.",
    "De invoering Saskia loopt uit.",
    "Het systeem Saskia staat uit.",
    "Het programma Saskia kost meer.",
    "De livegang Saskia is op 1 mei.",
)


def test_who_writes_in_a_chat_goes_whatever_stands_behind_the_name() -> None:
    assert {"Gogo", "Liv FairHelp"} <= set(going(CHAT))
    chat = "20-02-2023 08:32 - Ton Vastgoed: dan ga ik er weer uit\n20-02-2023 08:33 - Harm: nee\n"
    assert any(one.startswith("Ton") for one in going(chat))


def test_a_firm_at_the_beginning_of_a_turn_is_none() -> None:
    chat = "[14-04-2023 21:03:11] Kees Museum: Bert, hoorde je het?\n[14-04-2023 21:04:11] Bert: ja"
    assert [f.role for f in find_all(chat) if f.text == "Kees Museum"] == [Role.UNKNOWN]
    assert "Kees Museum" not in going("Wij gaan naar het Kees Museum in Assen.")


def test_what_a_telephone_calls_somebody_by_is_not_sought() -> None:
    assert left_to_go(*MAILS, CHAT, "Volgens FairHelp is zij weg.") == []


def test_a_surname_in_a_chat_is_sought() -> None:
    assert left_to_go(CHAT.replace("FairHelp", "Kromhout"), "Kromhout belt terug.") == ["Kromhout"]


def test_who_works_at_a_firm_does_not_give_it_a_bearer() -> None:
    worker = "Ik sprak Dick Brugging van Vlierkamp over de aanvraag."
    assert "Vlierkamp" not in left_to_go(*FIRM * 2, worker, "De aanvraag van Vlierkamp ligt er.")


@pytest.mark.parametrize(("times", "goes"), [(1, ["Ter Linden"]), (4, [])])
def test_a_common_surname_of_a_firm_needs_ten_documents(times: int, goes: list[str]) -> None:
    letters = (
        "Ter Linden Jeugdhulp levert zorg.",
        "De gemeente betaalt Ter Linden Jeugdhulp.",
        "Het contract met Ter Linden Jeugdhulp eindigt.",
    )
    assert left_to_go(*letters * times, "Het gesprek met Ter Linden is dinsdag.") == goes


def test_a_system_with_a_first_name_stays() -> None:
    mail = "Zegt ook iets over Saskia. Ik vind dat Saskia niet af is."
    assert left_to_go(*SYSTEM, mail) == []


@pytest.mark.parametrize(
    "evidence", ["Met vriendelijke groet,\nSaskia de Wilde\njurist", "Mevrouw Saskia belt terug."]
)
def test_somebody_who_is_called_as_a_system_goes(evidence: str) -> None:
    five = SYSTEM if "Wilde" in evidence else SYSTEM[:5]
    evidences = [evidence] * (1 if "Wilde" in evidence else 2)
    assert "Saskia" in left_to_go(*five, *evidences, "Volgens mij weet Saskia het.")


def test_a_system_in_capitals_is_not_who_is_called_so() -> None:
    roos = "Met vriendelijke groet,\nRoos van Damwoude\njurist"
    assert told(roos, "Het verlof stond in ROOS. De kosten van ROOS lopen op.") == []
    assert told(roos, "Vraag het aan ROOS, die weet het.") != []


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("Met groet,\nPeter Post\njurist", "De Westlandse Post publiceert zaterdag."),
        ("Met groet,\nPeter Engels\njurist", "Georgi spreekt redelijk Engels."),
    ],
)
def test_what_is_called_alike_stays(evidence: str, text: str) -> None:
    assert not {"Post", "Engels"} & set(told(evidence, text))


def test_a_surname_that_is_a_town_is_sought_where_its_bearer_is() -> None:
    text = "Arnoud Pijnacker deed het. Een beperking is dat Pijnacker in december uitviel."
    assert "Pijnacker" in going(text)
    assert "Pijnacker" not in going("De kas staat in Pijnacker. Pijnacker telt vele kassen.")
