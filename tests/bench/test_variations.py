"""Each way of writing keeps the marks on what they mark, and changes what it says it does."""

import pytest

from bench.variations import counted, row
from bench.ways_of_writing import WAYS
from training.marked import parse

PASSAGE = parse(
    "p-1",
    "Beste [[person|official:J. Seegers]],\n\nBel [[phone|citizen:06-12345678]] van mevrouw "
    "[[person|citizen:Zoë van Dijk-Fijnaut]], die ziek is en bij ons in de wijk woont.\nGroet,\n"
    "[[person|official:PdV]]" + "\nDe oude melding liep al lang niet meer mee in dat overleg." * 9,
)


@pytest.mark.parametrize("way", WAYS)
def test_marks_stay_on_what_they_mark(way: str) -> None:
    written = WAYS[way](PASSAGE)
    assert [one.category for one in written.marks] == [one.category for one in PASSAGE.marks]
    assert all(written.text[one.start : one.end].strip() for one in written.marks)
    first = written.text[written.marks[0].start : written.marks[0].end]
    assert first.casefold().endswith(("s", "š"))
    assert way == "as they were written" or written.text != PASSAGE.text


def test_a_row_counts_what_goes() -> None:
    line = row("as they were written", [counted("as they were written", [PASSAGE])])
    assert line.startswith("| as they were written | 100.0% | 0 | 0 of 0 | - | 100.0% | ")
