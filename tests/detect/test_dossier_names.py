"""What several documents say together of somebody whom the model would let stay in one."""

from woo.detect.agreement import MODEL
from woo.detect.dossier.dossier_names import as_told, names_of
from woo.detect.things.authors import AUTHORS, WELL_KNOWN
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category, Finding, Role

Read = tuple[Document, tuple[Finding, ...]]


def read(name: str, role: Role, detector: str = MODEL) -> Read:
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(name,))
    one = Finding(
        category=Category.PERSON,
        start=0,
        end=len(name),
        text=name,
        detector=detector,
        score=1.0,
        role=role,
    )
    return document, (one,)


OFFICIAL = [
    read("Xiaoling Tan", Role.UNKNOWN),
    read("Tan", Role.UNKNOWN),
    read("Tan, Xiaoling", Role.OFFICIAL, "headers"),
]


def role_of(last: Read, others: list[Read]) -> Role:
    return as_told(*last, names_of([*others, last]))[0].role


def test_who_goes_by_the_whole_name_elsewhere_is_not_let_stay_by_the_model() -> None:
    assert role_of(read("X. Tan", Role.OFFICE_HOLDER), OFFICIAL) is Role.UNKNOWN
    assert role_of(read("Xiaoling Tan", Role.AUTHOR), OFFICIAL) is Role.UNKNOWN


def test_who_mails_is_not_let_stay_as_an_author_who_is_called_so() -> None:
    mails = [read("Tom Zwart", Role.CITIZEN, "contacts")]
    famous = read("Tom Zwart", Role.AUTHOR, WELL_KNOWN)
    assert role_of(famous, mails) is Role.UNKNOWN
    assert role_of(read("Tom Zwart", Role.AUTHOR, "authors"), mails) is Role.AUTHOR
    assert role_of(famous, [read("Tom", Role.CITIZEN, "contacts")]) is Role.AUTHOR


def test_a_rule_and_another_name_are_left() -> None:
    rule = read("X. Tan", Role.OFFICE_HOLDER, "offices")
    assert role_of(rule, OFFICIAL) is Role.OFFICE_HOLDER
    assert role_of(read("P. Tan", Role.OFFICE_HOLDER), OFFICIAL) is Role.OFFICE_HOLDER
    assert role_of(read("Tan", Role.OFFICE_HOLDER), OFFICIAL) is Role.OFFICE_HOLDER


def test_who_stays_as_often_is_left() -> None:
    staying = [read("X. Tan", Role.OFFICE_HOLDER, "offices")] * 3
    assert role_of(read("X. Tan", Role.OFFICE_HOLDER), [*OFFICIAL, *staying]) is Role.OFFICE_HOLDER
    assert role_of(read("X. Tan", Role.OFFICE_HOLDER), OFFICIAL[:1]) is Role.OFFICE_HOLDER


def test_a_surname_that_goes_by_itself_in_three_documents_is_not_let_stay_in_one() -> None:
    alone = [read("Koekkoek", Role.UNKNOWN)] * 3
    staying = read("Koekkoek", Role.OFFICE_HOLDER)
    assert role_of(staying, alone) is Role.UNKNOWN
    assert role_of(staying, alone[:2]) is Role.OFFICE_HOLDER
    assert role_of(staying, [*alone, staying]) is Role.OFFICE_HOLDER


def test_a_surname_of_whom_three_documents_tell_is_not_let_stay_by_the_model() -> None:
    named = [read("Daphne Klaver", Role.UNKNOWN)] * 3
    member = read("Klaver", Role.OFFICE_HOLDER)
    assert role_of(member, named) is Role.UNKNOWN
    assert role_of(member, named[:2]) is Role.OFFICE_HOLDER
    told = read("Klaver", Role.OFFICE_HOLDER, "offices")
    assert role_of(member, [*named, told]) is Role.OFFICE_HOLDER


def test_the_model_against_itself_lets_no_author_stay() -> None:
    goes = read("Theo Wiggers", Role.UNKNOWN)
    stays = read("Theo Wiggers", Role.AUTHOR)
    assert role_of(stays, [goes]) is Role.UNKNOWN
    assert role_of(stays, [goes, stays]) is Role.AUTHOR
    ruled = read("T. Wiggers", Role.AUTHOR, "authors")
    assert role_of(stays, [goes, ruled]) is Role.AUTHOR


CITED = [read("H. Oosterbaan", Role.AUTHOR, AUTHORS)] * 2


def test_who_is_cited_more_than_once_is_an_author_in_all_documents() -> None:
    for name in ("Hendrik Oosterbaan", "Oosterbaan"):
        assert role_of(read(name, Role.UNKNOWN), CITED) is Role.AUTHOR
    assert role_of(read("Oosterbaan", Role.UNKNOWN), CITED[:1]) is Role.UNKNOWN


def test_an_official_or_a_namesake_of_an_author_goes() -> None:
    official = read("Hendrik Oosterbaan", Role.OFFICIAL, "headers")
    assert role_of(official, CITED) is Role.OFFICIAL
    namesake = read("Petra Oosterbaan", Role.UNKNOWN)
    assert role_of(namesake, CITED) is Role.UNKNOWN
    assert role_of(read("Oosterbaan", Role.UNKNOWN), [*CITED, namesake]) is Role.UNKNOWN


def test_what_somebody_does_is_no_first_name() -> None:
    stays = read("Vrijwilligster Corrie van Buuren", Role.AUTHOR)
    assert role_of(stays, [read("Corrie van Buuren", Role.CITIZEN, "contacts")]) is Role.UNKNOWN
