"""A value without marks is not parsed, and comes out as if it were."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woo.draft.reading import value_line
from woo.draft.reading.source import parse
from woo.draft.reading.value_line import parse_line
from woo.draft.tree import Inlines


def written(text: str) -> Inlines:
    """The inlines of a value in front matter, with their places."""
    value = parse(f"---\ntitel: {text!r}\n---\n").entries["titel"].values[0]
    ((line, places),) = value.lines()
    inlines, problems = parse_line(line, places)
    assert problems == []
    return inlines


@given(st.text(alphabet="ab *_`<>&!#|~^1.e-\u00eb\u20ac ", min_size=1, max_size=30))
@settings(deadline=None, max_examples=60)
def test_a_plain_value_is_what_the_parser_makes_of_it(text: str) -> None:
    quick = written(f"x{text}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(value_line, "LONGEST_PLAIN", 0)
        assert written(f"x{text}") == quick
