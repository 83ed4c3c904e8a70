"""How wide the columns of a table become."""

from pathlib import Path

import pytest

from tests.draft.pages import letter
from tests.draft.pdf_contents import shown_text
from woo.draft.layout.columns import fits_on_page, shares, table_columns
from woo.draft.reading.markdown import parse_markdown
from woo.draft.render import render
from woo.draft.tree import Table

WIDE = """\
| Nr | Naam van het document | Datum | Beoordeling | Gronden | Opmerking | Bedrag |
|---:|---|---|---|---|---|---:|
| 1 | Beslisnota over de voortgang van het programma | 12 maart 2024 | Deels openbaar | 5.1.2e | \
Bijlage ontbreekt in het systeem | 1.234.567,89 |
| 13 | Verslag | 30 september 2024 | Niet openbaar | 5.1.2b | Zie ook document 2 | 410.000,00 |
"""


def table(text: str) -> Table:
    (found,) = parse_markdown(text, 1).blocks
    assert isinstance(found, Table)
    return found


def test_numbers_are_not_broken_in_a_wide_table(tmp_path: Path) -> None:
    columns = table_columns(table(WIDE))
    assert columns[0].longest_word >= len("13")
    assert columns[-1].longest_word >= len("1.234.567,89")
    text = shown_text(
        render(letter(WIDE), public=False, to="pdf", folder=tmp_path).content, tmp_path
    )
    for whole in ("1.234.567,89", "410.000,00", "2024", "5.1.2e"):
        assert whole in text


def test_the_shares_are_the_whole_width_and_leave_room_for_numbers() -> None:
    found = shares(table(WIDE), 60, 1.5)
    assert sum(found) == pytest.approx(1)
    assert found[0] * 60 - 1.5 >= len("13") - 0.01
    assert found[-1] * 60 - 1.5 >= len("1.234.567,89") - 0.01


def test_twenty_columns_of_numbers_do_not_fit() -> None:
    row = "|12345" * 20 + "|"
    assert not fits_on_page(table(f"{row}\n{'|--' * 20}|\n{row}"))
    assert fits_on_page(table(WIDE))
