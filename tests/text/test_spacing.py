"""Spaces and empty lines that nobody meant are read over; those of columns stay."""

import pytest

from woo.text.visible import visible


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        # A line that was stretched to the margin, or typed so.
        (
            "Betrokkene  woont  alleen sinds het\noverlijden van haar  man.",
            "Betrokkene woont alleen sinds het\noverlijden van haar man.",
        ),
        ("Rekening: NL83  INGB  0352  2454  90", "Rekening: NL83 INGB 0352 2454 90"),
        ("Hulstenhof  61\n5403  MP  Velddonk", "Hulstenhof 61\n5403 MP Velddonk"),
        ("R.E.  Bootsma", "R.E. Bootsma"),
        # Columns, a label, a log, and gaps that stand below each other.
        ("Naam  Jansen", "Naam  Jansen"),
        ("Zijlstra  Fin      akkoord  ja", "Zijlstra  Fin      akkoord  ja"),
        ("12-09-2023 09:14  LINDEN02  zaak", "12-09-2023 09:14  LINDEN02  zaak"),
        ("Jansen  Fin  ja\nBakker  Jur  ja", "Jansen  Fin  ja\nBakker  Jur  ja"),
        # Rows with an empty line between them.
        ("a;b;c\n\nd;e;f\n\nEinde", "a;b;c\nd;e;f\n\nEinde"),
        ("11-06  Rutjes  kvdw\n\n18-06  Idem  jmb", "11-06  Rutjes  kvdw\n18-06  Idem  jmb"),
        ("Ja, nee, ja.\n\nNee, ja, nee.", "Ja, nee, ja.\n\nNee, ja, nee."),
        # Initials without a space behind them.
        ("w.g. K.J.Timmer", "w.g. K.J. Timmer"),
        ("G.van der Berg en w.vd.berg@woo.nl", "G. van der Berg en w.vd.berg@woo.nl"),
        ("B.Wit@woo.nl van de N.V. en de U.S.A.", "B.Wit@woo.nl van de N.V. en de U.S.A."),
    ],
)
def test_what_is_read(written: str, seen: str) -> None:
    assert visible(written).text == seen


def test_each_letter_knows_where_it_stood() -> None:
    written = "mevrouw  A.Bakker  woont  hier"
    read = visible(written)
    pairs = zip(read.text, read.places, strict=True)
    assert all(sign in {" ", written[place]} for sign, place in pairs)
    assert "".join(read.text.split()) == "".join(written.split())
