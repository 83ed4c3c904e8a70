"""What a title may tell."""

from tests.pipeline.decisions import goes
from woo.detect.lexicon import is_of_language
from woo.model.policy import Policy
from woo.pipeline.basis import Basis
from woo.pipeline.titles import MAX_TITLE, clean_title
from woo.redact.secrets import Secrets
from woo.redact.title import Title
from woo.review.policy_file import load_policy

NAME = "Wilhelmtje Knoetersteen"


def basis() -> Basis:
    policy: Policy = load_policy(None)
    return Basis((), policy, (), "")


def test_a_long_title_is_cut_after_the_names_are_out() -> None:
    for before in range(MAX_TITLE - len(NAME) - 12, MAX_TITLE + 1):
        title = clean_title("d-1", f"{'x' * before} {NAME} en verder", basis(), [goes(NAME)])
        assert len(title) <= MAX_TITLE
        assert "Wil" not in title
        assert "Knoet" not in title


def test_a_title_of_nothing_but_names_leaves_none() -> None:
    title = clean_title("d-1", f"{NAME} " * 8000, basis(), [goes(NAME)])
    assert set(title.strip("… ").split()) == {"[5.1.2e]"}


def test_a_name_within_a_word_goes_unless_it_is_a_word_of_the_language() -> None:
    within = clean_title("d-1", "Verslagknoetersteen en tijdlijn", basis(), [goes("Knoetersteen")])
    assert within == "[5.1.2e] en tijdlijn"
    word = clean_title("d-1", "Kamerbrief tijdlijn", basis(), [goes("Kamer")])
    assert word == "Kamerbrief tijdlijn"
    assert "Kamer" not in clean_title("d-1", "Brief van Kamer", basis(), [goes("Kamer")])


def test_the_redactor_asks_the_same_of_a_title() -> None:
    going = [goes("Kamer")]
    for title in ("Verslag afdelingskamer", "Kamerbrief tijdlijn"):
        assert clean_title("d-1", title, basis(), going) == title
        assert not Secrets(going).in_title(Title(title, is_of_language))
    for title in ("Gesprek Kamer", "Gesprekmetkamerzz"):
        assert Secrets(going).in_title(Title(title, is_of_language))
    assert Secrets(going).in_title(Title("Kamerbrief")), "without a word list every part counts"
