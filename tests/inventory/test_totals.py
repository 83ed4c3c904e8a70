from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventory.lists import not_public, public, record, sample_records
from woo.errors import RefusedError
from woo.inventory.totals import check_totals, totals
from woo.model.record import Judgement, Record
from woo.reference.grounds import ground

CODES = ["5.1.1e", "5.1.2e", "5.2.1"]


def marked(number: int, counts: dict[str, int], pages: int) -> Record:
    used = tuple(ground(code) for code in counts)
    most, total = max(counts.values()), sum(counts.values())
    return record(
        str(number), grounds=used, marks=(most + total) // 2, marks_by_ground=counts, pages=pages
    )


some_records = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(CODES), st.integers(1, 50), min_size=1),
        st.integers(1, 900),
    ),
    max_size=8,
).map(lambda facts: [marked(number, *one) for number, one in enumerate(facts)])


@given(some_records)
def test_totals_are_the_sums_of_the_records(records: list[Record]) -> None:
    summed = totals(records)
    expected = Counter[str]()
    for one in records:
        expected.update(one.marks_by_ground)
    assert summed.marks_by_ground == dict(expected)
    assert summed.pages == sum(one.pages for one in records)
    assert summed.marks == sum(one.marks for one in records)
    assert sum(summed.documents.values()) == len(records)
    check_totals(records, summed)


def test_every_judgement_is_counted() -> None:
    assert totals(sample_records()).documents == {
        Judgement.PUBLIC: 1,
        Judgement.PARTLY_PUBLIC: 2,
        Judgement.NOT_PUBLIC: 1,
        Judgement.ALREADY_PUBLIC: 1,
    }


def test_totals_that_are_not_the_sum_are_refused() -> None:
    summed = totals(sample_records())
    with pytest.raises(RefusedError, match="totalen"):
        check_totals(sample_records(), replace(summed, marks=summed.marks + 1))


@pytest.mark.parametrize(
    "contradiction",
    [
        record("0007", marks=0),
        record("0007", marks=4),  # more marks than grounds given
        record("0007", marks=2),  # a ground given to more marks than there are
        record("0007", grounds=(ground("5.2.1"),)),
        record("0007", marks_by_ground={"5.1.2e": 3, "9.9.9": 1}),
        record("0007", marks_by_ground={"5.1.2e": 4, "5.2.1": -1}),
        public("0007", marks=1, marks_by_ground={"5.1.2e": 1}),
        not_public("0007", marks=1),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(contradiction: Record) -> None:
    records = [public("0001"), contradiction]
    with pytest.raises(RefusedError, match="0007") as caught:
        check_totals(records, totals(records))
    assert caught.value.exit_code == 3
