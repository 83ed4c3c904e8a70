"""A new line in a cell is ``<br>``: in every format, and nowhere else in a text."""

from pathlib import Path

import docx
import pytest

from tests.draft.pages import column, letter, pdf
from woo.draft.check import check
from woo.draft.reading.markdown import parse_markdown
from woo.draft.render import render
from woo.draft.tree import LineBreak, Marked, Table, Text

TABLE = (
    "| Naam | Taak |\n|---|---|\n| Eén<br>twee <BR /> **drie<br/>vier** | [Bo<br>Alma]{5.1.2e} |"
)


def test_the_sign_is_a_new_line(tmp_path: Path) -> None:
    html = render(letter(TABLE), public=False, to="html", folder=tmp_path).content.decode()
    assert "<td>Eén<br>twee<br><strong>drie<br>vier</strong></td>" in html
    assert '<span class="gemarkeerd">Bo<br>Alma<sup>' in html
    path = tmp_path / "brief.docx"
    path.write_bytes(render(letter(TABLE), public=False, to="docx", folder=tmp_path).content)
    table = docx.Document(str(path)).tables[-2]
    assert table.cell(1, 0).text == "Eén\ntwee\ndrie\nvier"
    found = {one.text: one.box.y0 for one in column(pdf(letter(TABLE), tmp_path))[1]}
    heights = [found[one] for one in ("Eén", "twee", "drie", "vier")]
    assert heights == sorted(set(heights))


def test_it_is_no_html_to_point_out_and_a_backslash_prints_it() -> None:
    assert not [one for one in check(letter(TABLE)) if "HTML" in one.message]
    assert [one for one in check(letter("Eén<br>twee.")) if "HTML" in one.message]
    (table,) = parse_markdown("| A |\n|---|\n| \\<br> |", 1).blocks
    assert isinstance(table, Table)
    assert not [one for one in table.rows[0][0] if isinstance(one, LineBreak)]


def test_places_of_what_follows_are_kept() -> None:
    (table,) = parse_markdown("| A | B |\n|---|---|\n| een<br>twee | [x<br>y]{5.1.2e} |", 1).blocks
    assert isinstance(table, Table)
    first, second = table.rows[0]
    assert [(one.text, one.column) for one in first if isinstance(one, Text)] == [
        ("een", 3),
        ("twee", 10),
    ]
    (mark,) = second
    assert isinstance(mark, Marked)
    assert isinstance(mark.children[1], LineBreak)


@pytest.mark.parametrize("public", [False, True])
def test_a_row_with_more_lines_than_a_page_goes_over(public: bool, tmp_path: Path) -> None:
    lines = "<br>".join(f"regel {number}" for number in range(80))
    content = pdf(letter(f"| A | B |\n|---|---|\n| {lines} | b |"), tmp_path, public=public)
    shown = [one.text for rows in column(content).values() for one in rows]
    assert [one for one in shown if one.startswith("regel")] == [f"regel {n}" for n in range(80)]
