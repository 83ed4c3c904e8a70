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
