"""References to papers of parliament: which are right, and what the others should be."""

import pytest

from tests.draft.sources import KAMERSTUK
from woo.draft.check import check
from woo.draft.checks.kamerstuk_references import find_references

RIGHT = """\
Kamerstukken II 2023/24, 21 501-20, nr. 2000
Kamerstukken II 2023/24, 30 821, nr. 216
Kamerstuk 30 821, nr. 216
Kamerstukken 30 821, nr. 216, p. 12
Kamerstukken 30 821, nr. 216, blz. 3-4
Kamerstukken 34 300 VII, nr. 60
Kamerstuk 36 410 J, nr. 3
Kamerstuk 30 821
Kamerstukken I 2023/24, 33 328, AI
Kamerstukken I 2023/24, 33 328, nr. AI
Kamerstukken 30 821, nrs. 12 en 13
Kamerstukken 30 821, nr. 12, 13 en 14
Kamerstukken 30 821, nrs. 12-14
Kamerstukken 30 821, nrs. 12 tot en met 14
Kamerstukken II 2023/24, 30 821, nr. 216 en 31 293, nr. 700
Kamerstuk 30 821, nr. 216, 12 maart 2024
Kamerstukken II 2023/24, 30 821, nr. 216 (motie-Bedacht)
Kamerstuk 30 821 De Kamer
Kamerstukken II 2023/24, 30 821, nr. 216, ondernummer 2
Handelingen II 2023/24, nr. 12, item 5
Handelingen II 2023/24, nr. 12, item 5, p. 3
Handelingen II 2008/09, nr. 12, p. 800-810
Aanhangsel Handelingen II 2023/24, nr. 1234
Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1234""".splitlines()

# What is behind the word can be no dossier.
NO_DOSSIER = (
    "Kamerstuk 3082, nr. 1",
    "Kamerstukken II 2023/24, 30 82, nr. 216",
    "Kamerstukken II 308210, nrs. 4 en 5",
)

WRONG = {
    "Kamerstukken II 30821 nr 216": "Kamerstukken II 30 821, nr. 216",
    "Kamerstukken II 2023-2024, 30 821, nr. 216": "Kamerstukken II 2023/24, 30 821, nr. 216",
    "Kamerstukken, vergaderjaar 2023–2024, 30 821, nr. 216": (
        "Kamerstukken II 2023/24, 30 821, nr. 216"
    ),
    "Kamerstukken II, 2023/24, 30821, nummer 216": "Kamerstukken II 2023/24, 30 821, nr. 216",
    "Kamerstukken TK 2023/24, 30821, 216": "Kamerstukken II 2023/24, 30 821, nr. 216",
    "TK 2023-2024, 30 821, nr. 216": "Kamerstukken II 2023/24, 30 821, nr. 216",
    "EK 2023/24, 33 328, AI": "Kamerstukken I 2023/24, 33 328, AI",
    "Kamerstukken I 2023/24, 33 328 AI": "Kamerstukken I 2023/24, 33 328, AI",
    "Kamerstukken III 2023/24, 30 821, nr. 216": "Kamerstukken II 2023/24, 30 821, nr. 216",
    "kst-30821-216": "Kamerstuk 30 821, nr. 216",
    "KST 30821": "Kamerstuk 30 821",
    "kamerstuk 30 821-216": "Kamerstuk 30 821, nr. 216",
    "Kamerstuk 21501-02, nr 216": "Kamerstuk 21 501-02, nr. 216",
    "Kamerstukken II 2023/24, 21501-20": "Kamerstukken II 2023/24, 21 501-20",
    "Kamerstuk 30.821, nr. 216": "Kamerstuk 30 821, nr. 216",
    "Kamerstuk 34 300-VII-60": "Kamerstuk 34 300 VII, nr. 60",
    "Kamerstuk 34 300-VII, nr. 60": "Kamerstuk 34 300 VII, nr. 60",
    "Kamerstukken 30 821, nrs 12 en 13": "Kamerstukken 30 821, nrs. 12 en 13",
    "Kamerstukken 30 821, nrs. 12": "Kamerstukken 30 821, nr. 12",
    "Handelingen TK 2023-2024, 12-5": "Handelingen II 2023/24, nr. 12, item 5",
    "Handelingen II 2023/24 nr 12 item 5": "Handelingen II 2023/24, nr. 12, item 5",
    "Aanhangsel van de Handelingen II 2023-2024, nr 12": (
        "Aanhangsel Handelingen II 2023/24, nr. 12"
    ),
}


@pytest.mark.parametrize("written", RIGHT)
def test_a_right_form_is_left_alone(written: str) -> None:
    found = list(find_references(f"Zie {written}."))
    assert found
    assert all(one.is_right for one in found), [one.right for one in found]


@pytest.mark.parametrize("written", WRONG)
def test_a_wrong_form_gets_the_right_one(written: str) -> None:
    (found,) = find_references(f"Zie {written}.")
    assert (found.start, found.is_right, found.right) == (4, False, WRONG[written])


@pytest.mark.parametrize("written", sorted(set(WRONG.values())))
def test_what_is_advised_is_right(written: str) -> None:
    assert all(one.is_right for one in find_references(written))


@pytest.mark.parametrize(
    "written",
    ["de Kamerstukken in het dossier", "de Handelingen van 2023", "Kamerstuk", "een aanhangsel"],
)
def test_words_that_are_no_reference_are_left_alone(written: str) -> None:
    assert list(find_references(written)) == []


def test_every_dossier_and_number_is_known() -> None:
    text = "Kamerstukken II 2023/24, 30 821, nrs. 12 en 14 en 31293 nr 7."
    first, second = find_references(text)
    assert (first.dossier, first.numbers) == ("30 821", (12, 14))
    assert (second.dossier, second.numbers, second.right) == ("31 293", (7,), "31 293, nr. 7")


def _no_dossiers(text: str) -> list[int]:
    problems = check(KAMERSTUK.replace("rust.", f"rust. {text}."))
    return [one.column for one in problems if "vijf cijfers" in one.message]


@pytest.mark.parametrize("text", NO_DOSSIER)
def test_a_dossier_has_five_digits(text: str) -> None:
    assert len(_no_dossiers(text)) == 1


def test_a_right_reference_has_a_right_dossier() -> None:
    for text in (*RIGHT, *WRONG, "Kamerstuk nr. 238", "Kamerstukken II 2023/24, nr. 5"):
        assert _no_dossiers(text) == []
