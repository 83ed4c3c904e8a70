"""Overlapping findings become one list in which every letter stays covered."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from woo.detect.merge import merge
from woo.model.finding import Category, Finding, Role

TEXT = "Jan van den Berg, Dorpsstraat 12, 1234 AB Breda; 0612345678 of jan@x.nl\nen (Piet)"


def at(start: int, end: int, category: Category = Category.PERSON, **more: object) -> Finding:
    values: dict = {"detector": "test", "score": 0.5, **more}
    return Finding(category=category, start=start, end=end, text=TEXT[start:end], **values)


@st.composite
def findings(draw: st.DrawFn) -> list[Finding]:
    made = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(TEXT) - 1))
        end = draw(st.integers(start + 1, min(len(TEXT), start + 30)))
        category = draw(st.sampled_from([Category.PERSON, Category.ADDRESS, Category.PHONE]))
        score = draw(st.sampled_from([0.3, 0.6, 0.9]))
        role = draw(st.sampled_from([Role.UNKNOWN, Role.EPONYM]))
        if any(c.isalnum() for c in TEXT[start:end]):
            made.append(at(start, end, category, score=score, role=role))
    return made


def letters(found: list[Finding] | tuple[Finding, ...]) -> set[int]:
    return {i for f in found for i in range(f.start, f.end) if TEXT[i].isalnum()}


@given(findings())
def test_disjoint_sorted_and_nothing_lost(given_findings: list[Finding]) -> None:
    merged = merge(TEXT, given_findings)
    for one, following in itertools.pairwise(merged):
        assert one.end <= following.start
    assert letters(given_findings) <= letters(merged)


@given(findings())
def test_no_word_is_cut(given_findings: list[Finding]) -> None:
    covered = letters(merge(TEXT, given_findings))
    for i in range(1, len(TEXT)):
        if TEXT[i].isalnum() and TEXT[i - 1].isalnum():
            assert (i in covered) == (i - 1 in covered)


@given(findings())
def test_merging_again_changes_nothing(given_findings: list[Finding]) -> None:
    merged = merge(TEXT, given_findings)
    assert merge(TEXT, merged) == merged


def test_the_longest_wins_and_absorbs() -> None:
    name, first = at(0, 16), at(0, 3, score=0.99)
    assert merge(TEXT, [first, name]) == (name,)


def test_of_equal_spans_the_higher_score_wins() -> None:
    sure, unsure = at(0, 16, score=0.9, role=Role.EPONYM), at(0, 16, score=0.4)
    assert merge(TEXT, [unsure, sure]) == (sure,)


def test_partial_overlap_in_one_category_is_a_union() -> None:
    assert [f.text for f in merge(TEXT, [at(0, 11), at(4, 16)])] == ["Jan van den Berg"]


def test_half_inside_the_name_of_a_thing_goes() -> None:
    thing, person = at(0, 12, role=Role.EPONYM, score=0.95), at(4, 16)
    assert [f.role for f in merge(TEXT, [thing, person])] == [Role.UNKNOWN]


def test_what_sticks_out_of_another_category_stays_covered() -> None:
    merged = merge(TEXT, [at(12, 32, Category.ADDRESS), at(0, 16)])
    assert [(f.category, f.text) for f in merged] == [
        (Category.PERSON, "Jan van den"),
        (Category.ADDRESS, "Berg, Dorpsstraat 12"),
    ]


def test_a_bracket_that_opens_inside_is_closed() -> None:
    start = TEXT.index("(Piet")
    assert [f.text for f in merge(TEXT, [at(start, start + 5)])] == ["(Piet)"]


def test_a_shred_that_sticks_out_goes_to_what_it_is_part_of() -> None:
    text = "Hogedijk 2 A\nd.h@xs4all.\nnl nee"
    found = [
        Finding(category=category, start=start, end=end, text=text[start:end], detector="", score=1)
        for category, start, end in ((Category.ADDRESS, 0, 23), (Category.EMAIL, 13, 27))
    ]
    (one,) = merge(text, found)
    assert (one.category, one.text) == (Category.ADDRESS, "Hogedijk 2 A\nd.h@xs4all.\nnl")
