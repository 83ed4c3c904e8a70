"""Everybody on a staff list is a person, searched for as the others are."""

from tests.detect.test_people import document
from woo.detect.detect import detect
from woo.detect.dossier.people import gather
from woo.detect.dossier.propagate import propagate
from woo.model.document import Document
from woo.model.employee import Employee
from woo.model.finding import Finding, Role
from woo.model.person import Person


def dossier(
    staff: list[Employee], *documents: Document
) -> tuple[tuple[Person, ...], list[tuple[Finding, ...]]]:
    found = [(one, detect(one)) for one in documents]
    people = gather(found, staff)
    return people, [propagate(one, findings, people) for one, findings in found]


OLDEKAMP = Employee(name="Oldekamp, F.J. (Fenna)", rank=14, function="Adviseur")


def test_somebody_who_occurs_nowhere_makes_no_findings() -> None:
    people, (found,) = dossier([OLDEKAMP], document("De vergadering is maandag verplaatst."))
    assert found == ()
    assert [(p.rank, p.function, p.seen) for p in people] == [(14, "Adviseur", False)]


def test_variants_of_a_name_on_the_list_are_found() -> None:
    people, (found,) = dossier(
        [OLDEKAMP], document("zie oldekamp: F.J. Oldekamp, of fenna oldekamp")
    )
    assert "fenna oldekamp" in [f.text for f in found]
    assert {f.person for f in found if "ldekamp" in f.text} == {people[0].id}
    assert people[0].role is Role.OFFICIAL


def test_ordinary_words_are_not_names_because_somebody_is_called_so() -> None:
    staff = [Employee(name=name) for name in ("Roos de Wit", "Mark Groot", "Jan van den Berg")]
    text = "De wit gekalkte muur. De berg is groot. Een mark voor een roos. Groot is het ook."
    _, (found,) = dossier(staff, document(text))
    assert found == ()


def test_the_list_and_the_documents_make_one_person() -> None:
    employee = Employee(
        first="Fenna",
        surname="Oldekamp",
        address="f.oldekamp@minvws.nl",
        rank=12,
        function="Jurist",
    )
    people, (found,) = dossier(
        [employee],
        document("Van: Oldekamp, F. <f.oldekamp@minvws.nl>\nAan: Postbus\n\nGroet,\nFenna"),
    )
    assert [(p.rank, p.seen) for p in people] == [(12, True)]
    assert {f.person for f in found} == {people[0].id}


def test_two_of_one_name_with_other_addresses_stay_two_and_their_rank_is_not_known() -> None:
    staff = [Employee(name="Jan Proefman", address=f"{n}@minvws.nl", rank=n) for n in (9, 18)]
    people, (found,) = dossier(staff, document("Zie Jan Proefman."))
    assert len(people) == 2
    assert [f.person for f in found] == [None]


def test_two_rows_that_seem_one_leave_the_rank_open() -> None:
    staff = [Employee(name="Jan Proefman", rank=9), Employee(name="J. Proefman", rank=18)]
    people, _ = dossier(staff, document("Niets."))
    assert [p.rank for p in people] == [None]


def test_the_role_of_the_list_counts() -> None:
    holder = Employee(name="Xaviera Brandsteder", role=Role.OFFICE_HOLDER)
    citizen = Employee(name="Fenna Oldekamp", role=Role.CITIZEN)
    people, _ = dossier([holder, citizen], document("Groet,\n\nFenna Oldekamp\n"))
    assert {p.name: p.role for p in people} == {
        "Xaviera Brandsteder": Role.OFFICE_HOLDER,
        "Fenna Oldekamp": Role.CITIZEN,
    }


def test_a_minister_stays_who_shares_a_surname_with_somebody_who_occurs_nowhere() -> None:
    text = "Minister Wiersma sprak. Later zei Wiersma nog iets."
    _, (found,) = dossier([Employee(name="Sjoerd Wiersma")], document(text))
    assert {f.role for f in found} == {Role.OFFICE_HOLDER}
    both = "Minister Wiersma sprak.\n\nMet groet,\nSjoerd Wiersma\n\nVolgens Wiersma niet."
    _, (found,) = dossier([Employee(name="Sjoerd Wiersma")], document(both))
    assert found[-1].role is not Role.OFFICE_HOLDER


def test_a_slip_in_a_name_on_the_list_is_found() -> None:
    people, (found,) = dossier([OLDEKAMP], document("Volgens Oldekmap kan dat niet."))
    assert [(f.text, f.person) for f in found] == [("Oldekmap", people[0].id)]
