"""How a passage is changed before a network learns from it: the marks stay where they belong."""

import random

import numpy as np

from training.marked import Passage, parse
from training.pieces import Names, changed, pieces_of
from training.train import batches, lesson
from woo.detect.networks.labels import LABELS

TEXT = (
    "Zaak 20250417, [[person|official:Wiebe Stilma]] (nr. [[personnel_number|official:"
    "4471882]]) belde op 12-03-2026 om 14:30, tel. [[phone|official:06-12345678]], nr. 4471882."
)
NAMES = Names(["Fenna"], ["Zwaan"], ["Hijum"])


def passage() -> Passage:
    return parse("mail", TEXT)


def test_the_pieces_are_the_text_with_a_letter_for_what_is_marked() -> None:
    one = passage()
    pieces = pieces_of(one)
    assert "".join(piece.text for piece in pieces) == one.text
    labelled = [(piece.text, piece.label) for piece in pieces if piece.label]
    assert labelled == [("Wiebe Stilma", "P"), ("4471882", "N"), ("06-12345678", "T")]


def test_digits_change_and_years_hours_and_the_same_number_stay_together() -> None:
    made = [changed(pieces_of(passage()), NAMES, random.Random(seed)) for seed in range(40)]
    # Another change may have put it in capitals, say.
    plain = [one for one in made if "tel. " in "".join(piece.text for piece in one)]
    numbers = set()
    for pieces in plain:
        text = "".join(piece.text for piece in pieces)
        assert "-2026 om 14:30" in text
        assert "06-" in text
        (number,) = (piece.text for piece in pieces if piece.label == "N")
        assert text.endswith(f"nr. {number}.")
        numbers.add(number)
    assert len(numbers) > 5


def test_a_lesson_says_of_each_word_what_it_is() -> None:
    made = lesson(pieces_of(passage()))
    said = {
        token.text: LABELS[int(row.argmax())]
        for token, row in zip(made.doc, made.chances, strict=True)
    }
    assert said["Wiebe"] == "B-P"
    assert said["Stilma"] == "I-P"
    assert said["06-12345678"] == "B-T"
    assert said["Zaak"] == "O"
    assert np.allclose(made.chances.sum(axis=1), 1)


def test_no_lesson_is_lost_in_batches() -> None:
    lessons = [lesson(pieces_of(passage())) for _ in range(120)]
    made = list(batches(lessons, random.Random(1)))
    assert sum(map(len, made)) == 120
    assert len(made) > 1


def test_who_is_known_by_an_office_becomes_another_who_is() -> None:
    one = parse("mail", "Vragen van [[person|office_holder:Kuipers]] aan [[person|official:Bos]].")
    made = [changed(pieces_of(one), NAMES, random.Random(seed)) for seed in range(40)]
    names = {piece.text.casefold() for pieces in made for piece in pieces if piece.label == "H"}
    assert "hijum" in names
    assert "zwaan" not in names
