"""Rows of a table of ours as lines, without a change of length."""

import pytest

from woo.text.grids import join_rows

PAGE = "Blad\n1 |\n| Naam\n| BSN\n|\n2 (verborgen) |\n| Jan\nsen\n| \n|\nPagina 1\n"


def test_rows_become_lines() -> None:
    joined = join_rows(PAGE)
    assert [" ".join(line.split()) for line in joined.split("\n")] == [
        "Blad", "| Naam | BSN |", "| Jan sen | |", "Pagina 1", "",
    ]  # fmt: skip


def test_the_names_of_columns_begin_another_table() -> None:
    joined = join_rows("1 |\n| Adres\n|\nOpmerkingen\n# |\n| Tekst\n|\n1 |\n| Graag\n|\n")
    assert [line.strip() for line in joined.split("\n")] == [
        "| Adres |", "Opmerkingen", "", "| Tekst |", "| Graag |", "",
    ]  # fmt: skip


def test_a_number_that_fills_its_cell_takes_the_next_one_along() -> None:
    joined = join_rows("9 |\n| Jan\n| R1\n|\n10 | | Noor\n| R2\n|\n")
    assert [line.strip() for line in joined.split("\n")] == ["| Jan | R1 |", "| Noor | R2 |", ""]


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "10 | | Noor\n| R2\n|\n",
        f"{PAGE}\f{PAGE}",
        "",
        "1 |\n|",
        "1 |\n| a",
        "# |\n| A\n|\n1 |\n| Jan\n|\n",
        "#  |\n| a\n",
        "gewoon\n| tekst\n",
    ],
)
def test_offsets_stay(text: str) -> None:
    joined = join_rows(text)
    assert len(joined) == len(text)
    for before, after in zip(text, joined, strict=True):
        assert after in (before, " ") or (before, after) == ("#", "\n")


def test_other_text_stays_as_it_is() -> None:
    assert join_rows("a | b\nc | d\n") == "a | b\nc | d\n"
