"""Findings become people, and every other place where they are named is found."""

import pytest

from woo.detect.detect import detect
from woo.detect.dossier.people import gather
from woo.detect.dossier.propagate import propagate
from woo.detect.words.name_parts import parse_local_part, parse_name
from woo.model.document import Contact, Document, DocumentKind
from woo.model.finding import Category, Finding, Role
from woo.model.person import Person


def document(text: str, *contacts: Contact) -> Document:
    return Document(kind=DocumentKind.EMAIL, untrusted_title="", pages=(text,), contacts=contacts)


def dossier(*documents: Document) -> tuple[tuple[Person, ...], list[tuple[Finding, ...]]]:
    found = [(one, detect(one)) for one in documents]
    people = gather(found)
    return people, [propagate(one, findings, people) for one, findings in found]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Jan de Vries", ("Jan", "", "de", "Vries")),
        ("drs. J.P. van der Meer", ("", "J.P.", "van der", "Meer")),
        ("Vries, J.P. de (Jan)", ("Jan", "J.P.", "de", "Vries")),
        ("El Idrissi, Fatima", ("Fatima", "", "El", "Idrissi")),
        ("Anna Maria Bakker", ("Anna", "", "", "Bakker")),
        ("Fatima", ("Fatima", "", "", "")),
        ("EL IDRISSI", ("", "", "EL", "IDRISSI")),
        ("JAN BAKKER", ("JAN", "", "", "BAKKER")),
        ("Zhang", ("", "", "", "Zhang")),
        ("Willem J. Pieters", ("Willem", "", "", "Pieters")),
    ],
)
def test_a_written_name_is_taken_apart(written: str, parts: tuple[str, ...]) -> None:
    name = parse_name(written)
    assert (name.first, name.initials, name.particles, name.surname) == parts


@pytest.mark.parametrize(
    ("local", "surname"),
    [("fenna.postmus", "Postmus"), ("j.p.de.vries", "Vries"), ("j_jansen2", "Jansen")],
)
def test_a_name_in_an_address(local: str, surname: str) -> None:
    parts = parse_local_part(local)
    assert parts is not None
    assert parts.surname == surname


def test_an_address_without_a_name_names_nobody() -> None:
    assert parse_local_part("fd12") is None


def test_all_ways_of_writing_are_one_person() -> None:
    text = (
        "Van: Idrissi, F. el (Fatima) <f.elidrissi@minvws.nl>\nAan: Postbus\n\n"
        "Fatima el Idrissi belt. F. el Idrissi mailt. EL IDRISSI tekent. Fatima's tekst is af."
    )
    people, (found,) = dossier(document(text))
    assert [person.role for person in people] == [Role.OFFICIAL]
    assert {f.person for f in found} == {"p-0001"}
    assert [f.text for f in found][-2:] == ["EL IDRISSI", "Fatima's"]


def test_a_name_in_one_document_is_found_in_another() -> None:
    first = document("Met vriendelijke groet,\n\nXaviera Brandsteder\n")
    second = document("Zoals Brandsteder al zei, kan dit niet.")
    people, (_, found) = dossier(first, second)
    assert [(f.text, f.person) for f in found] == [("Brandsteder", people[0].id)]


def test_two_with_one_surname_stay_two() -> None:
    people, _ = dossier(document("Jan Kuipers en Petra Kuipers kwamen."))
    assert sorted(person.name for person in people) == ["Jan Kuipers", "Petra Kuipers"]


def test_an_official_with_the_surname_of_a_minister_goes() -> None:
    people, (found,) = dossier(
        document("Minister Wiersma sprak.\n\nMet groet,\nSjoerd Wiersma\n\nVolgens Wiersma niet.")
    )
    roles = [f.role for f in found]
    assert roles[0] is Role.OFFICE_HOLDER
    assert roles[1:] == [Role.UNKNOWN, Role.UNKNOWN]
    assert len(people) == 2


def test_an_official_called_as_a_minister_is_known_by_surname_goes_everywhere() -> None:
    mail = document(
        "Van: Joost Brekelmans <j.brekelmans@minvws.nl>\n\nGroet,\nJoost Brekelmans",
        Contact("Joost Brekelmans", "j.brekelmans@minvws.nl"),
    )
    note = document("Dat heeft Brekelmans gisteren nog gezegd.")
    _, (_, (found,)) = dossier(mail, note)
    assert found.role is Role.OFFICIAL
    _, ((alone,),) = dossier(note)
    assert alone.role is Role.OFFICE_HOLDER


def test_a_contact_of_the_mail_program_is_found_in_the_text() -> None:
    contact = Contact("Ndeye Mbacké", "n.mbacke@minfin.nl")
    people, (found,) = dossier(document("zie ndeye mbacke over dit stuk", contact))
    assert [(f.text, f.role) for f in found] == [("ndeye mbacke", Role.OFFICIAL)]
    assert people[0].addresses == ("n.mbacke@minfin.nl",)


def test_a_word_that_stands_in_somebodys_address_is_a_surname() -> None:
    mail = document("Van: Gerrit Appelboom <gerrit.appelboom@minienw.nl>\n\nHierbij het stuk.")
    other = document("Het is een overschrijding, dus Appelboom kan verder met het voornemen.")
    _, (_, found) = dossier(mail, other)
    assert "Appelboom" in [one.text for one in found]


def test_a_month_that_somebody_is_called_after_is_her_where_she_does_something() -> None:
    mail = document("Van: Mei Tan <mei.tan@minienw.nl>\n\nHierbij het stuk.")
    text = "In Mei 2024 was het warm. Mei levert vrijdag; vraag het aan Mei. Begin Mei.\n- Mei: ja"
    _, (_, found) = dossier(mail, document(text))
    places = [one.start for one in found if one.text == "Mei"]
    assert [text[place - 4 : place] for place in places] == ["rm. ", "aan ", ".\n- "]


def test_a_month_that_is_somebodys_surname_is_his_inside_a_sentence() -> None:
    mail = document("Van: Xiaodan Mei <x.mei@minienw.nl>\n\nHierbij het stuk.")
    other = document("Xiaodan Mei was erbij. Daarna gaf collega Mei een toelichting in mei.")
    _, (_, found) = dossier(mail, other)
    assert [one.text for one in found] == ["Xiaodan Mei", "Mei"]


def test_who_is_called_small_is_found_too() -> None:
    mail = document("Van: Roos Haverkate <roos.haverkate@minienw.nl>\n\nHierbij het stuk.")
    other = document("Roos Haverkate is er niet. Ik app met Roosje over de lunch.")
    _, (_, found) = dossier(mail, other)
    assert [one.text for one in found] == ["Roos Haverkate", "Roosje"]


def test_an_ordinary_word_is_not_propagated() -> None:
    text = "De heer De Wit komt. De wit gekalkte muur is Wit. Mevrouw Maar zegt niets. Maar ik wel."
    _, (found,) = dossier(document(text))
    assert [f.text for f in found if "wit" in f.text] == []
    assert [f.start for f in found if f.text == "Maar"] == [text.index("Maar zegt")]


def test_ids_are_neutral_numbers_in_order_of_appearance() -> None:
    people, _ = dossier(document("Beste Zeynep,"), document("Beste Anneke,"))
    assert [(p.id, p.name) for p in people] == [("p-0001", "Zeynep"), ("p-0002", "Anneke")]


def test_a_label_before_a_surname_is_no_tussenvoegsel() -> None:
    _, (found,) = dossier(document("Van: Wessem, J. van (Joris)\nAan: Postbus\n"))
    assert found[0].text == "Wessem, J. van (Joris)"


def test_findings_and_people_hide_names_in_their_repr() -> None:
    people, (found,) = dossier(document("Beste Zeynep,"))
    assert "Zeynep" not in repr((people, found))


LETTER = document("Burgemeester Marijke Tolhuis opent de zaal.")
NOTE = document("De burgemeester, Marijke Tolhuis, was er ook.")
HOLDER, GONE = Role.OFFICE_HOLDER, Role.UNKNOWN


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mevrouw Tolhuis belde gisteren.", HOLDER),
        ("Dat regelt Marijke Tolhuis zelf.", HOLDER),
        ("Dat regelt M. Tolhuis zelf.", HOLDER),
        ("Dat regelt Karin Tolhuis zelf.", GONE),
        ("Dat regelt P. Tolhuis zelf.", GONE),
    ],
)
def test_who_two_documents_call_an_office_holder_is_one_in_the_others(
    text: str, role: Role
) -> None:
    _, (*_, found) = dossier(LETTER, NOTE, document(text))
    assert [f.role for f in found] == [role]


@pytest.mark.parametrize(("name", "role"), [("Jolanda Tolhuis", HOLDER), ("Karin Tolhuis", GONE)])
def test_a_first_name_fits_the_initials_of_a_holder_or_is_somebody_else_s(
    name: str, role: Role
) -> None:
    letters = [document(f"Op {n} mei sprak burgemeester J. Tolhuis ons toe.") for n in (3, 4)]
    _, (*_, found) = dossier(*letters, document(f"Dat regelt {name} zelf."))
    assert [f.role for f in found] == [role]


def test_one_document_is_not_enough() -> None:
    _, (_, found) = dossier(LETTER, document("Mevrouw Tolhuis belde gisteren."))
    assert [f.role for f in found] == [GONE]


def test_one_document_that_says_it_twice_is_enough_for_the_others() -> None:
    twice = document("Burgemeester Tolhuis opent de zaal. Later sprak burgemeester Tolhuis.")
    _, (_, found) = dossier(twice, document("Mevrouw Tolhuis belde gisteren."))
    assert [f.role for f in found] == [HOLDER]


def test_who_signs_a_mail_as_a_member_of_a_council_sent_it_as_such() -> None:
    mail = document(
        "Van: Marijke Tolhuis <m.tolhuis@raad-goes.nl>\n\nDag allen,\n\nMet groet,\n"
        "Marijke Tolhuis\nraadslid PvdA/GroenLinks\n",
        Contact("Marijke Tolhuis", "m.tolhuis@raad-goes.nl"),
    )
    _, (found,) = dossier(mail)
    assert {f.role for f in found if f.category is Category.PERSON} == {HOLDER}


@pytest.mark.parametrize(
    "other", ["Karin Tolhuis belde. Haar tuin is nat.", "Groet,\n\nP. Tolhuis\nbeleidsmedewerker\n"]
)
def test_a_surname_that_somebody_else_here_has_goes(other: str) -> None:
    _, (*_, found) = dossier(LETTER, NOTE, document(other), document("Mevrouw Tolhuis belde."))
    assert found
    assert all(f.role is not HOLDER for f in found)


def test_a_letter_that_a_holder_signs_makes_her_nobody_else() -> None:
    text = "Hoogachtend,\nburgemeester en wethouders,\nnamens dezen,\nmr. M. Tolhuis\n"
    signed = Document(kind=DocumentKind.WORD, untrusted_title="", pages=(text,))
    _, (*_, found) = dossier(LETTER, NOTE, signed, document("Mevrouw Tolhuis belde gisteren."))
    assert [f.role for f in found] == [HOLDER]


def test_a_surname_that_thousands_have_goes() -> None:
    known = [document(f"Burgemeester {n} sprak met wethouder De Vries.") for n in ("Aa", "Bb")]
    _, (*_, found) = dossier(*known, document("Volgens De Vries is het nat."))
    assert [f.role for f in found] == [GONE]


def test_somebody_who_mails_more_than_documents_say_goes() -> None:
    mails = [
        document(
            f"Van: Marijke Tolhuis <m.tolhuis@minvws.nl>\n\nStuk {number} is af.",
            Contact("Marijke Tolhuis", "m.tolhuis@minvws.nl"),
        )
        for number in range(2)
    ]
    _, (*_, found) = dossier(LETTER, NOTE, *mails)
    assert found[0].role is Role.OFFICIAL


def test_who_gave_a_motion_its_name_stays_in_that_name() -> None:
    text = "De motie-Vrielink/Korkmaz blijft. De firma Korkmaz belde."
    _, (found, _) = dossier(document(text), document("Yasemin Korkmaz belde."))
    roles = {(f.start, f.role) for f in found if "Korkmaz" in f.text}
    assert {role for start, role in roles if start < 30} == {Role.EPONYM}
    assert Role.UNKNOWN in {role for start, role in roles if start > 30}


def test_initials_tell_a_mayor_from_a_namesake() -> None:
    text = "Burgemeester Huub Storm opent de zaak. Burgemeester Huub Storm sluit af."
    _, (*_, found) = dossier(
        document(text),
        document(text),
        document("Mevrouw Marloes Storm woont daar en belde ons."),
        document("Wij hebben overlegd met H. Storm over de brand."),
    )
    assert [one.role for one in found if "Storm" in one.text] == [Role.OFFICE_HOLDER]


def test_a_citizen_with_the_initials_of_a_politician_goes() -> None:
    """*Z. Szabó* is a state secretary on the lists, and a driver in this dossier."""
    report = document("Verklaring van de chauffeur Zoltán Szabó, geboren op 17 juni 1971.")
    note = document("Notitie voor de minister\n- belt Z. Szabó? Hij stuurde haar een kaart.")
    _, (_, (found,)) = dossier(report, note)
    assert (found.text, found.role) == ("Z. Szabó", Role.CITIZEN)
    _, ((alone,),) = dossier(note)
    assert alone.role is Role.OFFICE_HOLDER


def test_a_namesake_with_a_tussenvoegsel_is_somebody_else() -> None:
    text = "Sprekers:\nKees de Rozenbeek, melkveehouder\nKees Rozenbeek, statenlid BBB\n"
    _, (found,) = dossier(document(text))
    assert [(f.text, f.role) for f in found] == [
        ("Kees de Rozenbeek", Role.UNKNOWN),
        ("Kees Rozenbeek", Role.OFFICE_HOLDER),
    ]


def test_where_somebody_works_is_no_name_of_the_dossier() -> None:
    contact = Contact("Rozenbeek, T. (Teun) - HBJZ Woo", "teun.rozenbeek@minienw.nl")
    _, (_, found) = dossier(document("zie bijlage", contact), document("Het Woo-verzoek is nieuw."))
    assert found == ()


def test_what_the_model_doubts_is_in_no_other_document() -> None:
    doubted = Finding(
        category=Category.PERSON,
        start=0,
        end=18,
        text="Noodloket Wessemer",
        detector="model",
        score=0.45,
    )
    people = gather([(document("Noodloket Wessemer"), (doubted,))])
    assert people == ()


def test_the_mailbox_of_an_office_holder_is_no_first_name() -> None:
    invited = document("Genodigd: wethouder.postma@voorbeeld.example")
    told = document("Het college heeft op voordracht van wethouder Postma besloten.")
    _, (_, found) = dossier(invited, told)
    assert {one.role for one in found} == {Role.OFFICE_HOLDER}


def test_letters_of_first_names_and_cut_names_are_somebodys() -> None:
    chat = document("Brouwer, K.J. (Kees-Jan)\nde rest\nhier niet over discussiëren KJ\n")
    named = document("Berend van Dongen en Mandy Huzen waren er.")
    short = document("Toets: MaHu. De rest zegt vdongen.")
    _, found = dossier(chat, named, short)
    assert "KJ" in {one.text for one in found[0]}
    assert {one.text for one in found[2]} == {"MaHu", "vdongen"}


def test_letters_of_an_office_are_sought_in_no_other_document() -> None:
    row = document("Geparafeerd in de lijn: AdR 22/4, FG 23/4, VK 23/4.")
    _, (_, found) = dossier(row, document("De FG is geraadpleegd."))
    assert found == ()


def test_a_region_called_after_the_town_spreads_no_half() -> None:
    region = document("De heer Oldermeer-Wetserwold belt.")
    found = [(one, detect(one)) for one in (region,)]
    variants = gather(found, (), frozenset({"oldermeer"}))[0].variants
    assert "Oldermeer" not in variants
    assert "Oldermeer" in gather(found)[0].variants
