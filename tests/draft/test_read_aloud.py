"""What a screen reader says of a letter, and in which order."""

from pathlib import Path

import pytest

from tests.draft.pages import MARGIN_COLUMN, lines, pdf
from tests.draft.sources import KINDS
from tests.redact.reading_order import Said, spoken
from woo.draft.examples import example_source

# A Kamerstuk has no column with reference data.
LETTERS = [kind for kind in KINDS if kind != "kamerstuk"]


def said(kind: str, folder: Path, *, public: bool) -> tuple[list[Said], list[str]]:
    """What is read aloud, and the texts in the margin column of page 1."""
    made = pdf(example_source(kind), folder, public=public)
    path = folder / "brief.pdf"
    path.write_bytes(made)
    column = [
        one.text
        for one in lines(made)
        if one.page == 1 and one.box.x0 > MARGIN_COLUMN - 2 and not one.text.startswith("Pagina")
    ]
    return spoken(path), column


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("public", [False, True])
def test_the_margin_column_is_read_between_the_subject_and_the_text(
    kind: str, public: bool, tmp_path: Path
) -> None:
    found, column = said(kind, tmp_path, public=public)
    texts = [one.text.strip() for one in found]
    title = next(number for number, one in enumerate(found) if "H1" in one.path)
    first, last = (texts.index(one, title) for one in (column[0], "Bijlage(n)"))
    assert texts.index("Aan" if kind == "nota" else "Datum") < title < first < last
    heading = next(number for number, one in enumerate(found) if "H2" in one.path)
    assert last < heading


@pytest.mark.parametrize("kind", LETTERS)
def test_each_entry_of_the_column_is_a_paragraph(kind: str, tmp_path: Path) -> None:
    found, column = said(kind, tmp_path, public=False)
    long = {one for one in column if len(one) > 6}  # a number may stand elsewhere too
    inside = [one.path for one in found if one.text.strip() in long]
    assert len(inside) > 3
    assert all("P" in path for path in inside)
