from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woo.errors import InputError
from woo.model.decision import Decision, Origin
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category, Finding, Role
from woo.model.person import Person
from woo.model.ruling import Ruling, RulingKind
from woo.reference.grounds import ground
from woo.review.decide import decide
from woo.review.policy_file import load_policy
from woo.review.rulings import apply, with_policy_terms
from woo.review.secrets import secrets

TEXT = "Noor Verzinsel belde met minister Denkbeeld. Noor vroeg om wit papier; Wit tekende."
PERSONAL = ground("5.1.2e")


def document(text: str = TEXT) -> Document:
    return Document(kind=DocumentKind.TEXT, untrusted_title="t", pages=(text,))


def finding(text: str, role: Role = Role.OFFICIAL, person: str | None = "p-0001") -> Finding:
    start = TEXT.index(text)
    return Finding(
        category=Category.PERSON,
        start=start,
        end=start + len(text),
        text=text,
        detector="names",
        score=0.9,
        role=role,
        person=person,
    )


NOOR = finding("Noor Verzinsel")
MINISTER = finding("Denkbeeld", Role.OFFICE_HOLDER, "p-0002")
PEOPLE = (
    Person(id="p-0001", name="Noor Verzinsel", role=Role.OFFICIAL, variants=("Noor Verzinsel",)),
    Person(id="p-0002", name="Denkbeeld", role=Role.OFFICE_HOLDER, variants=("Denkbeeld",)),
)


def policy_with(tmp_path: Path, change: tuple[str, str]) -> Path:
    default = Path(load_policy.__code__.co_filename).parents[1] / "reference" / "policy.toml"
    text = default.read_text("utf-8")
    assert change[0] in text
    path = tmp_path / "policy.toml"
    path.write_text(text.replace(*change), "utf-8")
    return path


def test_officials_go_and_office_holders_stay() -> None:
    noor, minister = decide((NOOR, MINISTER), PEOPLE, load_policy(None))
    assert (noor.redact, noor.label) == (True, "5.1.2e")
    assert not minister.redact


@pytest.mark.parametrize(
    ("category", "role", "label"),
    [
        (Category.BSN, Role.UNKNOWN, "5.1.1e"),
        (Category.PERSON, Role.UNKNOWN, "5.1.2e"),
        (Category.PERSON, Role.CITIZEN, "5.1.2e"),
        (Category.PERSON, Role.SIGNATORY, ""),
        (Category.PERSON, Role.EPONYM, ""),
        (Category.EMAIL, Role.OFFICIAL, "5.1.2e"),
        (Category.EMAIL, Role.FUNCTIONAL, ""),
        (Category.PHONE, Role.FUNCTIONAL, ""),
        (Category.ADDRESS, Role.CITIZEN, "5.1.2e"),
        (Category.IBAN, Role.UNKNOWN, "5.1.2e"),
    ],
)
def test_the_default_policy(category: Category, role: Role, label: str) -> None:
    rule = load_policy(None).rule_for(category, role)
    assert (rule.ground.code if rule.redact and rule.ground else "") == label


def test_a_name_that_the_policy_lets_stay(tmp_path: Path) -> None:
    path = policy_with(tmp_path, ("names = []", 'names = ["Noor Verzinsel"]'))
    (noor,) = decide((NOOR,), PEOPLE, load_policy(path))
    assert not noor.redact


def test_a_term_that_the_policy_takes_out(tmp_path: Path) -> None:
    path = policy_with(tmp_path, ("terms = []", 'terms = ["papier"]'))
    policy = load_policy(path)
    (term,) = with_policy_terms((), policy, document())
    assert (term.text, term.redact, term.origin) == ("papier", True, Origin.POLICY)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('category = "bsn"', 'category = "bns"'), "Bedoelt u 'bsn'"),
        (('role = "eponym"', 'role = "eponiem"'), "Bedoelt u 'eponym'"),
        (('ground = "5.1.1e"', 'ground = "5.1.9z"'), "Onbekende weigeringsgrond"),
        (("[go]", "[gaan]"), "Onbekend veld"),
        (('category = "bsn"\nredact = true\n', 'category = "bsn"\n'), "ontbreekt"),
        (('category = "bsn"\n', 'category = "iban"\n'), "zegt niets over bsn"),
        (("names = []", 'names = ["--"]'), "zonder letters"),
        (("[stay]", "[stay"), "niet te lezen"),
    ],
)
def test_a_bad_policy_is_explained(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    with pytest.raises(InputError, match=says):
        load_policy(policy_with(tmp_path, change))


def suggested() -> tuple[Decision, ...]:
    return decide((NOOR, MINISTER), PEOPLE, load_policy(None))


def test_a_ruling_on_a_person_touches_every_finding_of_the_person() -> None:
    ruling = Ruling(kind=RulingKind.PERSON, person="p-0001", redact=False)
    ruled = apply(suggested(), [ruling], document())
    assert [one.redact for one in ruled] == [False, False]
    assert ruled[0].origin is Origin.REVIEWER


def test_a_later_ruling_outranks_an_earlier_one() -> None:
    keep = Ruling(kind=RulingKind.PERSON, person="p-0001", redact=False)
    goes = Ruling(kind=RulingKind.PERSON, person="p-0001", redact=True, grounds=(PERSONAL,))
    assert apply(suggested(), [keep, goes], document())[0].redact
    assert not apply(suggested(), [goes, keep], document())[0].redact


def test_a_ruling_on_a_term_finds_every_occurrence() -> None:
    ruling = Ruling(kind=RulingKind.TERM, text="wit", redact=True, grounds=(PERSONAL,))
    ruled = apply(suggested(), [ruling], document())
    assert [one.text for one in ruled if one.category is Category.TERM] == ["wit", "Wit"]


def test_a_ruling_on_one_place_outranks_that_on_the_person_and_keeps_who_it_is() -> None:
    person = Ruling(kind=RulingKind.PERSON, person="p-0001", redact=True, grounds=(PERSONAL,))
    place = Ruling(
        kind=RulingKind.SPAN, document="d-1", start=0, end=14, text="Noor Verzinsel", redact=False
    )
    first = apply(suggested(), [place, person], document())[0]
    assert (first.redact, first.person, first.category) == (False, "p-0001", Category.PERSON)


def test_keeping_a_word_never_opens_up_a_name_that_it_is_a_part_of() -> None:
    keep = Ruling(kind=RulingKind.TERM, text="Noor", redact=False)
    ruled = apply(suggested(), [keep], document())
    assert [one.text for one in ruled if one.redact] == ["Noor Verzinsel"]
    assert [one.text for one in ruled if one.category is Category.TERM] == ["Noor"]


def test_secrets_count_what_stays_on_purpose() -> None:
    wit = Finding(
        category=Category.PERSON,
        start=TEXT.index("Wit"),
        end=TEXT.index("Wit") + 3,
        text="Wit",
        detector="names",
        score=0.9,
    )
    decided = decide((NOOR, wit), (), load_policy(None))
    assert secrets(document(), decided) == {"Noor Verzinsel": 0, "Wit": 1}


@pytest.mark.slow
@given(st.data())
def test_decisions_never_overlap_whatever_is_ruled(data: st.DataObject) -> None:
    terms = st.sampled_from([word.strip(".;") for word in TEXT.split()] + ["Noor Verzinsel belde"])
    rulings = [
        Ruling(
            kind=RulingKind.TERM,
            text=term,
            redact=redact,
            grounds=(PERSONAL,) if redact else (),
        )
        for term, redact in data.draw(st.lists(st.tuples(terms, st.booleans()), max_size=5))
    ]
    ruled = apply(suggested(), rulings, document())
    for one, other in pairwise(ruled):
        assert one.end <= other.start
    for one in ruled:
        assert TEXT[one.start : one.end] == one.text
    last = rulings[-1] if rulings else None
    if last and last.redact:
        gone = "".join("█" * len(r.text) for r in ruled if r.redact)
        assert gone
