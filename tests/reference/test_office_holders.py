"""The lists of who acts in public."""

from datetime import date

from woo.detect.offices.offices import detect_offices
from woo.model.document import Document, DocumentKind
from woo.model.finding import Role
from woo.reference.office_holders import full_names, holders, surnames


def _held_by(text: str) -> list[str]:
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    return [f.text for f in detect_offices(document) if f.role is Role.OFFICE_HOLDER]


def test_a_member_is_known_by_the_full_name() -> None:
    assert _held_by("Ik sprak Etkin Armut na het debat.") == ["Etkin Armut"]


def test_a_surname_that_others_have_too_is_nobodys() -> None:
    assert not _held_by("Na het debat in de Kamer belde Armut mij op.")


def test_who_is_often_named_by_surname_is_known_by_it() -> None:
    assert _held_by("In het debat in de Kamer vroeg Omtzigt ernaar.") == ["Omtzigt"]


def test_each_name_stands_in_the_lists_once() -> None:
    assert len(set(full_names())) == len(full_names())
    assert set(surnames()) <= {name.partition(" ")[2] for name in full_names()}


def test_no_office_of_a_cabinet_is_held_before_its_holder_starts() -> None:
    assert all(one.end is None or one.start < one.end for one in holders())


def test_one_minister_of_finance_on_any_day() -> None:
    days = [date(2023, 5, 1), date(2025, 5, 1), date(2026, 5, 1)]
    held = [
        [one.name for one in holders() if one.office == "minister van Financiën" and one.held(day)]
        for day in days
    ]
    assert held == [["Sigrid Kaag"], ["Eelco Heinen"], ["Eelco Heinen"]]


def test_a_members_surname_with_another_first_name_is_somebody_elses() -> None:
    text = "Griffier mr. Lieke Omtzigt opent het debat. Omtzigt leest de motie voor."
    assert not _held_by(text)
    assert _held_by("In het debat sprak Pieter Omtzigt. Omtzigt vroeg.") == [
        "Pieter Omtzigt",
        "Omtzigt",
        "Omtzigt",
    ]
