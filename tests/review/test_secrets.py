"""What must be gone, and how often the same letters stay on purpose."""

from tests.review.making import decision, document
from woo.review.secrets import secrets


def test_every_redacted_text_and_none_that_stays() -> None:
    text = "Jan Proefman en minister Testers"
    decisions = (decision(text, "Jan Proefman"), decision(text, "Testers", redact=False))
    assert secrets(document(text), decisions) == {"Jan Proefman": 0}


def test_the_colour_stays_where_the_name_goes() -> None:
    text = "Mevrouw Wit kocht wit en nog eens wit; witter kon niet."
    assert secrets(document(text), (decision(text, "Wit"),)) == {"Wit": 2}


def test_texts_that_fold_to_the_same_count_once() -> None:
    text = "Zoë en ZOE en zoë"
    decisions = (decision(text, "Zoë"), decision(text, "ZOE"))
    assert secrets(document(text), decisions) == {"Zoë": 1}


def test_an_occurrence_inside_another_redaction_is_gone_too() -> None:
    text = "Proefman en Jan Proefman"
    decisions = (decision(text, "Proefman"), decision(text, "Jan Proefman"))
    assert secrets(document(text), decisions) == {"Proefman": 0, "Jan Proefman": 0}


def test_nothing_redacted_means_no_secrets() -> None:
    text = "Jan Proefman"
    assert secrets(document(text), (decision(text, "Jan Proefman", redact=False),)) == {}


def test_a_name_in_letters_of_another_alphabet_is_a_secret_beside_the_name() -> None:
    cyrillic = "Pr\u043eefman"
    text = f"Proefman en {cyrillic}"
    decisions = (decision(text, "Proefman"), decision(text, cyrillic))
    assert secrets(document(text), decisions) == {"Proefman": 0, cyrillic: 0}


def test_a_digit_of_a_ground_or_an_amount_is_no_house_number_that_stays() -> None:
    text = "De Hoek 5 ligt op 5.1 km, zie 5.1.2e en 3,5; 5 huizen."
    assert secrets(document(text), (decision(text, "5"),)) == {"5": 1}
