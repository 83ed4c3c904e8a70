"""Letters that stand for somebody by their place: at the end of a message."""

import pytest

from woo.detect.layout.initials import detect_initials
from woo.model.document import Document, DocumentKind


def found(text: str) -> list[str]:
    document = Document(kind=DocumentKind.EMAIL, untrusted_title="", pages=(text,))
    return [one.text for one in detect_initials(document)]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Dat is goed.\n\nJ.\n", ["J."]),
        ("Kan jij dat nakijken.\nK.\n\n\nPagina 1 van 1\n", ["K."]),
        ("Dat is goed.\n\nJT\n\nPagina 1 van 2\n", ["JT"]),
        ("Graag daarna verwijderen!! I.\nPagina 1 van 1\n", ["I."]),
        ("Zie de lijst.\nJ.\nOp ma 4 mrt schreef Piet:\n", ["J."]),
        ("Zie bijlage A.\n", []),
        ("Dat stond in deel\nB. En toen niet meer.\n", []),
        ("A. Opening\nB. Sluiting\n", []),
    ],
)
def test_letters_that_end_a_message(text: str, letters: list[str]) -> None:
    assert found(text) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Betrokkene (hierna: K.) is gevallen. De dochter van K. belt.", ["K.", "K."]),
        ("Zij zegt dat ambtenaar R. haar uitscheldt.", ["R."]),
        ("Verdachte is de 61-jarige V.D. uit Zoetermeer.", ["V.D."]),
        ("Volgens de buurman helpt M. daar. M. heeft dat ontkend.", ["M.", "M."]),
        ("Convenant voor 1 december. Verslag: L.", ["L."]),
        ('"wat wil EZ hier nog mee?" – P.', ["P."]),
    ],
)
def test_a_letter_by_itself_is_somebody(text: str, letters: list[str]) -> None:
    assert found(text) == letters


@pytest.mark.parametrize(
    "text",
    [
        "Aan het college van B. en W. is dat voorgelegd.",
        "A. is de eerste variant\nB. is de tweede",
        "Zie Kamerstukken II 2019/20, 31 066, nr. A.\n7 Tan, hfst. 3, met verdere verwijzingen",
        "Dr. H. van der Hoffplein 1 is het adres van het ziekenhuis.",
    ],
)
def test_a_letter_of_a_body_or_a_list_is_nobody(text: str) -> None:
    assert found(text) == []
