"""Number formats as Excel shows them to a Dutch reader."""

import pytest

from woo.ingest.workbook.number_formats import builtin_format, shown, shown_text


@pytest.mark.parametrize(
    ("written", "code", "expected"),
    [
        ("5", "General", "5"),
        ("0.1", "General", "0,1"),
        ("0.30000000000000004", "General", "0,3"),
        ("12345678901234", "General", "12345678901234"),
        ("1.2E+3", "General", "1200"),
        ("x", "General", "x"),
        ("1234.5", "0", "1234"),
        ("1234.567", "#,##0.00", "1.234,57"),
        ("1234567", "#,##0,", "1.235"),
        ("-1234.5", '"€" #,##0.00', "-€ 1.234,50"),
        ("-20", '#,##0.00;[Red](#,##0.00)', "(20,00)"),
        ("0", '0;-0;"geen"', "geen"),
        ("1234.5", "[$€-413] #,##0.00", "€ 1.234,50"),
        ("0.125", "0.0%", "12,5%"),
        ("0.5", "#.##", ",5"),
        ("11122233", "000000000", "011122233"),
        ("123456", '000"."000', "123.456"),
        ("612345678", '"06-"00000000', "06-612345678"),
        ("7", '"rij "0" van 9"', "rij 7 van 9"),
        ("42", ";;;", "42"),
        ("42", '""', "42"),
        ("1E+20", "0.00E+00", "100000000000000000000"),
        ("45534", "dd-mm-yyyy", "30-08-2024"),
        ("45534", "d mmmm yyyy", "30 augustus 2024"),
        ("45534", "ddd d mmm yy", "vr 30 aug 24"),
        ("45534", "m/d/yyyy", "30-8-2024"),
        ("45534", "yyyy-mm-dd", "2024-08-30"),
        ("45534.604861", "d-m-yyyy h:mm", "30-8-2024 14:31"),
        ("0.604861111111", "h:mm AM/PM", "2:31 PM"),
        ("1.5", "[h]:mm", "36:00"),
        ("0.000706", "mm:ss", "01:01"),
        ("-3", "dd-mm-yyyy", "-3"),
        ("99999999", "dd-mm-yyyy", "99999999"),
        ("59", "d-m-yyyy", "28-2-1900"),
    ],
)  # fmt: skip
def test_a_number_is_shown(written: str, code: str, expected: str) -> None:
    assert shown(written, code, since_1904=False) == expected


def test_an_absurd_number_or_format_is_shown_all_the_same() -> None:
    assert shown("1e308", "0%%%%%%%%%", since_1904=False).startswith("1")
    assert shown("5", '0;"' * 5000, since_1904=False) == "5"


def test_old_files_of_macs_count_from_1904() -> None:
    assert shown("44072", "d-m-yyyy", since_1904=True) == "30-8-2024"


def test_the_short_date_is_that_of_a_dutch_reader() -> None:
    assert shown("45534", builtin_format(14), since_1904=False) == "30-8-2024"


def test_a_format_may_add_words_to_a_text() -> None:
    assert shown_text("Wielwaal", '0;-0;0;"dhr. "@') == "dhr. Wielwaal"
    assert shown_text("Wielwaal", "General") == "Wielwaal"
