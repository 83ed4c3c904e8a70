"""How wide the columns of a table become."""

from pathlib import Path

import pytest

from tests.draft.pages import letter, lines, pdf
from tests.draft.pdf_contents import shown_text
from woo.draft.examples import example_source
from woo.draft.layout.breaking import letters, pieces
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


LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappijenoverleg"
FOUR = f"""\
| Maatregel | Verantwoordelijke organisatie | Planning | Kosten |
|---|---|:---:|---:|
| Een ondersteuningsteam voor gemeenten | Ministerie van Binnenlandse Zaken en \
Koninkrijksrelaties, samen met de VNG | eerste kwartaal 2025 | € 1.250.000 |
| {LONG_WORD} | Zie boven | n.v.t. | € 0 |
"""
EIGHT = """\
| Een | Twee | Drie | Vier | Vijf | Zes | Zeven | Acht |
|---|---|---|---|---|---|---|---|
| gemeente | Amsterdam | 2024-01-01 | ondersteuning | € 1.250.000 | ja | nee | opmerking over de \
uitvoering in de gemeente |
| provincie | Noord-Holland | 2024-01-01 | verantwoordelijkheid | € 1.250.000 | ja | nee | geen |
"""
EIGHT_WORDS = (
    "gemeente", "Amsterdam", "2024-01-01", "verantwoordelijkheid", "€ 1.250.000", "Zes", "Zeven",
    "opmerking",
)  # fmt: skip


def table(text: str) -> Table:
    (found,) = parse_markdown(text, 1).blocks
    assert isinstance(found, Table)
    return found


def test_numbers_are_not_broken_in_a_wide_table(tmp_path: Path) -> None:
    columns = table_columns(table(WIDE)).columns
    assert columns[0].longest_word >= len("13")
    assert columns[-1].longest_word >= letters("1.234.567,89")
    text = shown_text(
        render(letter(WIDE), public=False, to="pdf", folder=tmp_path).content, tmp_path
    )
    for whole in ("1.234.567,89", "410.000,00", "2024", "5.1.2e"):
        assert whole in text


@pytest.mark.parametrize("kind", ["kamerbrief", "kamerstuk"])
def test_ordinary_words_are_not_broken(kind: str, tmp_path: Path) -> None:
    front = example_source(kind).split("\n---\n")[0]
    made = pdf(f"{front}\n---\n\n{FOUR}\n", tmp_path)
    text = shown_text(made, tmp_path)
    for whole in ("ondersteuningsteam", "Koninkrijksrelaties,", "Verantwoordelijke", "kwartaal"):
        assert whole in text


def test_a_word_that_is_too_long_is_hyphenated_and_a_code_is_not(tmp_path: Path) -> None:
    shown = [one.text for one in lines(pdf(letter(FOUR), tmp_path))]
    (at,) = [at for at, text in enumerate(shown) if text.startswith("Arbeidsongeschikt")]
    parts = shown[at : at + 3]
    assert [part[-1] in "-\N{SOFT HYPHEN}" for part in parts] == [True, True, False]
    assert "".join(part.rstrip("-\N{SOFT HYPHEN}") for part in parts) == LONG_WORD
    assert pieces("Koninkrijksrelaties, (samen)", 12) == [
        ("Koninkrijksrelaties,", True),
        (" (samen)", False),
    ]
    assert [piece for piece, _ in pieces("Q" * 40 + "/2024", 20)] == ["QQQQ"] * 10 + ["/", "2024"]


def test_many_columns_get_smaller_letters_before_words_are_broken() -> None:
    found, size = shares(table(EIGHT), 67.6, 0.87)
    assert 0.8 < size < 1
    for share, word in zip(found, EIGHT_WORDS, strict=True):
        assert (share * 67.6 - 0.87) / size >= letters(word) - 0.01
    assert table_columns(table(EIGHT)).size < 1
    assert table_columns(table(FOUR)).size == 1
    assert shares(table(FOUR), 67.6, 1.8)[1] == 1


def test_words_of_many_columns_that_cannot_be_whole_are_pointed_out() -> None:
    row = "| gemeente " * 12 + "|"
    assert not fits_on_page(table(f"{row}\n{'|--' * 12}|\n{row}"))
    assert fits_on_page(table(EIGHT))


def test_the_shares_are_the_whole_width_and_leave_room_for_numbers() -> None:
    found, size = shares(table(WIDE), 60, 1.5)
    assert sum(found) == pytest.approx(1)
    for share, number in ((found[0], "13"), (found[-1], "1.234.567,89")):
        assert (share * 60 - 1.5) / size >= letters(number) - 0.01


def test_twenty_columns_of_numbers_do_not_fit() -> None:
    row = "|12345" * 20 + "|"
    assert not fits_on_page(table(f"{row}\n{'|--' * 20}|\n{row}"))
    assert fits_on_page(table(WIDE))
