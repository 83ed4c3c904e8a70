"""A reviewer outranks the policy."""

import itertools
from dataclasses import replace

import pytest

from tests.review.making import E_GROUND, decision, document
from woo.model.decision import Origin
from woo.model.ruling import Ruling, RulingKind
from woo.reference.grounds import ground
from woo.review.policy_file import load_policy
from woo.review.rulings import apply, with_policy_terms

TEXT = "Jan Proefman belde. Proefman schreef over de zilvermeeuw en de ZilverMeeuw."
POLICY_SAYS = (
    decision(TEXT, "Jan Proefman", person="p-0001"),
    decision(TEXT, "Proefman", person="p-0001", nth=2),
)
KEEP_PERSON = Ruling(kind=RulingKind.PERSON, redact=False, person="p-0001")


def span(word: str, *, redact: bool) -> Ruling:
    start = TEXT.index(word)
    return Ruling(
        kind=RulingKind.SPAN,
        redact=redact,
        grounds=(E_GROUND,) if redact else (),
        document="d-1",
        start=start,
        end=start + len(word),
        text=word,
    )


def test_without_rulings_nothing_changes() -> None:
    assert apply(POLICY_SAYS, (), document(TEXT)) == POLICY_SAYS


def test_a_ruling_on_a_person_touches_all_their_places() -> None:
    ruled = apply(POLICY_SAYS, [KEEP_PERSON], document(TEXT))
    assert [(one.redact, one.origin) for one in ruled] == [(False, Origin.REVIEWER)] * 2


def test_the_later_ruling_wins() -> None:
    back = Ruling(kind=RulingKind.PERSON, redact=True, grounds=(ground("5.1.5"),), person="p-0001")
    ruled = apply(POLICY_SAYS, [KEEP_PERSON, back], document(TEXT))
    assert [one.label for one in ruled] == ["5.1.5", "5.1.5"]


def test_a_term_goes_everywhere_however_it_is_written() -> None:
    term = Ruling(kind=RulingKind.TERM, redact=True, grounds=(E_GROUND,), text="zilver-meeuw")
    ruled = apply((), [term], document(TEXT))
    assert [one.text for one in ruled] == ["zilvermeeuw", "ZilverMeeuw"]
    assert all(one.redact and one.origin is Origin.REVIEWER for one in ruled)


def test_a_term_that_stays_leaves_a_longer_name_alone() -> None:
    stay = Ruling(kind=RulingKind.TERM, redact=False, text="Proefman")
    ruled = apply(POLICY_SAYS, [stay], document(TEXT))
    assert [(one.text, one.redact) for one in ruled] == [
        ("Jan Proefman", True),
        ("Proefman", False),
    ]


def test_a_span_nobody_found_is_added() -> None:
    ruled = apply(POLICY_SAYS, [span("belde", redact=True)], document(TEXT))
    assert [one.text for one in ruled] == ["Jan Proefman", "belde", "Proefman"]


@pytest.mark.parametrize("order", [1, -1])
def test_a_span_outranks_a_person_in_any_order(order: int) -> None:
    rulings = [KEEP_PERSON, span("Jan Proefman", redact=True)][::order]
    ruled = apply(POLICY_SAYS, rulings, document(TEXT))
    assert [one.redact for one in ruled] == [True, False]


def test_the_terms_of_a_policy_go() -> None:
    policy = replace(load_policy(None), go=("zilvermeeuw",))
    decisions = with_policy_terms(POLICY_SAYS, policy, document(TEXT))
    assert [one.text for one in decisions if one.redact][-2:] == ["zilvermeeuw", "ZilverMeeuw"]


def test_decisions_stay_in_order_and_apart() -> None:
    term = Ruling(kind=RulingKind.TERM, redact=True, grounds=(E_GROUND,), text="Jan Proefman belde")
    ruled = apply(POLICY_SAYS, [term, span("Proefman belde", redact=False)], document(TEXT))
    for one, following in itertools.pairwise(ruled):
        assert one.end <= following.start
