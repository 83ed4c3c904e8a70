"""What a title may tell."""

import pytest

from tests.pipeline.decisions import goes
from woo.model.finding import Category
from woo.model.policy import Policy
from woo.model.ruling import Ruling, RulingKind
from woo.pipeline.basis import Basis
from woo.pipeline.titles import MAX_TITLE, clean_title
from woo.redact.secrets import Secrets
from woo.redact.title import Title
from woo.reference.grounds import ground
from woo.reference.lexicon import is_of_language
from woo.review.policy_file import load_policy

NAME = "Wilhelmtje Knoetersteen"


def basis() -> Basis:
    policy: Policy = load_policy(None)
    return Basis((), policy, (), "")


@pytest.mark.slow
def test_a_long_title_is_cut_after_the_names_are_out() -> None:
    for before in range(MAX_TITLE - len(NAME) - 12, MAX_TITLE + 1):
        title = clean_title(f"{'x' * before} {NAME} en verder", basis(), [goes(NAME)])
        assert len(title) <= MAX_TITLE
        assert "Wil" not in title
        assert "Knoet" not in title


def test_a_title_of_nothing_but_names_leaves_none() -> None:
    title = clean_title(f"{NAME} " * 8000, basis(), [goes(NAME)])
    assert set(title.strip("… ").split()) == {"[5.1.2e]"}


def test_a_name_within_a_word_goes_unless_it_is_a_word_of_the_language() -> None:
    within = clean_title("Verslagknoetersteen en tijdlijn", basis(), [goes("Knoetersteen")])
    assert within == "[5.1.2e] en tijdlijn"
    word = clean_title("Kamerbrief tijdlijn", basis(), [goes("Kamer")])
    assert word == "Kamerbrief tijdlijn"
    assert "Kamer" not in clean_title("Brief van Kamer", basis(), [goes("Kamer")])


def test_what_was_said_of_a_place_in_the_document_is_not_about_the_title() -> None:
    for start in (4, 1400):  # within the title, and far behind its end
        place = Ruling(
            kind=RulingKind.SPAN,
            redact=True,
            grounds=(ground("5.1.2e"),),
            document="d-1",
            start=start,
            end=start + 5,
            text="vijf!",
        )
        said = Basis((), load_policy(None), (place,), "")
        assert clean_title("Overzicht van zaken", said, []) == "Overzicht van zaken"


def test_the_redactor_asks_the_same_of_a_title() -> None:
    going = [goes("Kamer")]
    for title in ("Verslag afdelingskamer", "Kamerbrief tijdlijn"):
        assert clean_title(title, basis(), going) == title
        assert not Secrets(going).in_title(Title(title, is_of_language))
    for title in ("Gesprek Kamer", "Gesprekmetkamerzz"):
        assert Secrets(going).in_title(Title(title, is_of_language))
    assert Secrets(going).in_title(Title("Kamerbrief")), "without a word list every part counts"


def test_an_office_in_a_title_is_not_somebody_called_so() -> None:
    going = [goes("Femke Dijkgraaf")]
    for title in ("Gesprek met de dijkgraaf over de brug", "Advies aan de burgemeester"):
        assert clean_title(title, basis(), going) == title
    for title in ("Verslag Dijkgraaf", "Brug femke dijkgraaf", "DIJKGRAAF"):
        assert "ijkgraaf" not in clean_title(title, basis(), going)


def test_a_term_of_the_reviewer_goes_from_a_title_in_whatever_case() -> None:
    going = [goes("Dijkgraaf", Category.TERM)]
    assert clean_title("Gesprek met de dijkgraaf", basis(), going) == "Gesprek met de [5.1.2e]"
