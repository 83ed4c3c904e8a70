"""``woo.model.values.dataclass`` gives what the standard decorator gives."""

import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from woo.model import values

BOTH = pytest.mark.parametrize("made", [dataclasses.dataclass, values.dataclass])


@values.dataclass(frozen=True, slots=True)
class Named:
    """At the top of a module, so that it can be pickled."""

    name: str = field(repr=False)
    tags: list[str] = field(default_factory=list)
    size: int = 3


@BOTH
def test_values_can_be_made_compared_shown_and_matched(made: Any) -> None:
    class _Pair:
        left: int
        right: str = field(default="r", repr=False)

        @property
        def both(self) -> str:
            return f"{self.left}{self.right}"

    pair: Any = made(frozen=True, slots=True)(_Pair)
    one = pair(1)
    assert (one, one.both, repr(one).endswith("Pair(left=1)")) == (pair(1, "r"), "1r", True)
    assert one != pair(1, right="x")
    assert one.__eq__((1, "r")) is NotImplemented
    assert len({one, pair(1), pair(2)}) == 2
    assert dataclasses.replace(one, left=4) == pair(4)
    match one:
        case pair(left, right="r"):
            assert left == 1
        case _:
            pytest.fail("no match")


@BOTH
def test_frozen_values_refuse_changes(made: Any) -> None:
    class _One:
        at: int

    one: Any = made(frozen=True, slots=True)(_One)
    value = one(1)
    with pytest.raises(FrozenInstanceError):
        value.at = 2
    with pytest.raises(FrozenInstanceError):
        del value.at
    with pytest.raises(TypeError):
        one()


@BOTH
def test_mutable_values_change_and_have_no_hash(made: Any) -> None:
    class _Open:
        _set: set[int] = field(default_factory=set)

    opened: Any = made(slots=True)(_Open)
    one, other = opened(), opened()
    one._set.add(1)
    assert (one._set, other._set) == ({1}, set())
    with pytest.raises(TypeError):
        hash(one)


@BOTH
def test_names_only_order_and_checks_after(made: Any) -> None:
    class _Place:
        line: int = 1
        column: int

        def __post_init__(self) -> None:
            if self.column < 1:
                raise ValueError

    place: Any = made(frozen=True, slots=True, kw_only=True, order=True)(_Place)
    assert place(column=2) < place(column=3) <= place(line=2, column=1)
    with pytest.raises(TypeError):
        place(1, 2)
    with pytest.raises(ValueError, match=r"^$"):
        place(column=0)


def test_a_value_crosses_to_another_process() -> None:
    value = Named("x", ["t"])
    assert pickle.loads(pickle.dumps(value)) == value
    assert "x" not in repr(value)
