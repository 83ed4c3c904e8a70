"""Who signs a mail with a letter or two, and what there is no signature."""

import pytest

from woo.detect.layout.signed_in_short import signed_in_short


def signed(text: str, *, mail: bool = False) -> list[str]:
    found = {text[start:end].rstrip(".") for start, end in signed_in_short(text, mail=mail)}
    return sorted(found)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Beste Jan,\n\nHij vraagt ernaar. Groet, F.\n", ["F"]),
        ("Van: Visser, D.\nAan: Mulder, C.\n\nja\n\nD.\n\nVerzonden vanaf mijn iPhone", ["D"]),
        ("Van: Visser\n\nPrima.\nR\n\n> Op 3 feb schreef Ton:\n> Kan het?", ["R"]),
        ("Aan: Jan\n\nLaat maar.\n\ntj", ["tj"]),
        ("Hoi Jan,\n\nLaat maar. groetjes p.", ["p"]),
        ("Kenteken: K-219-XB\nE-mail: eef@live.nl", []),
        ("Aan: Jan\n\nKlopt dit?\n\nNee.", []),
        ("Aan: Jan\n\nTer info\nFYI", []),
        ("Van: Jo\n\nKind regards,\nSiegfried Mertens\nBZK", []),
        ("1. Inleiding\n\nA.\n\nHet geding in eerste aanleg", []),
    ],
)
def test_a_letter_below_a_mail_is_who_wrote_it(text: str, letters: list[str]) -> None:
    assert signed(text) == letters


def test_without_a_header_it_must_be_a_mail() -> None:
    text = "1e verdieping\nR"
    assert signed(text) == []
    assert signed(text, mail=True) == ["R"]
