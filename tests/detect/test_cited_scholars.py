"""Scholars and others who are known by their work stay where they are cited; namesakes go."""

import pytest

from tests.golden.annotated import find_all, goes
from woo.reference.lexicon import well_known


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        ("Zoals Huub Dijstelbloem betoogt, is toezicht geen techniek.", "Dijstelbloem", True),
        ("In haar column vroeg Sheila Sitalsing wie dat betaalt.", "Sitalsing", True),
        ("Hoogleraar Rikki Holtmaat noemde het een stereotype.", "Holtmaat", True),
        # Anybody may be called so.
        ("Mevrouw Rikki Holtmaat vraagt een parkeervergunning aan.", "Holtmaat", False),
        ("Beste Sheila Sitalsing, uw afspraak bij de tandarts is verzet.", "Sitalsing", False),
        # A second surname, or more initials, is somebody else.
        ("Prof. Helga van Leur-Oosterwijk belt u over de afspraak.", "Leur-Oosterwijk", False),
        ("Opsteller: D.G.J. Bonsel, team vergunningen.", "Bonsel", False),
        ("Er waren minder spotjes te zien.", "spotjes", True),
    ],
)
def test_who_is_cited(text: str, name: str, *, stays: bool) -> None:
    going = {f.text for f in find_all(text) if goes(f.category, f.role)}
    assert any(name in one for one in going) is not stays


def test_the_list_of_the_known_is_in_order_and_names_each_once() -> None:
    assert list(well_known()) == sorted(set(well_known()))
