"""Tables that are too wide for the page stand on pages that lie on their side."""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pymupdf
import pytest

from tests.draft.pages import MARGIN_COLUMN, WIDER, column, letter, lines, pdf, turned_pages
from tests.draft.test_columns import EIGHT
from tests.draft.word_files import (
    COLUMNS,
    TURNED,
    WIDE,
    WIDE_ROW,
    W,
    imported,
    make_picture,
    meaning,
    parts_of,
    root,
    turned,
    word_file,
)
from woo.draft.check import check
from woo.draft.layout.turned import with_turned_tables
from woo.draft.reading.markdown import parse_markdown
from woo.draft.render import render
from woo.draft.tree import Table
from woo.model.draft import Severity

pytestmark = pytest.mark.slow

NARROW = EIGHT.replace("| geen |", "| geen[^9] |")


def points(start: int, end: int) -> str:
    """Paragraphs with a number, one in ten with a name that is not public."""
    names = ("[Wie Dan Ook]{5.1.2e}" if n % 10 == 5 else "ons" for n in range(start, end))
    return "".join(
        f"Punt {n} van {name} is af{', zo is het' * 9}.\n\n" for n, name in enumerate(names, start)
    )


@pytest.mark.parametrize("kind", ["kamerbrief", "kamerstuk"])
@pytest.mark.parametrize("public", [False, True])
def test_only_the_table_and_its_headings_lie_on_their_side(
    kind: str, public: bool, tmp_path: Path
) -> None:
    made = pdf(turned(kind), tmp_path, public=public)
    assert turned_pages(made) == [2]
    shown = {one.page: "" for one in lines(made)}
    for one in lines(made):
        shown[one.page] += f" {one.text}"
    assert "Voor de tabel." in shown[1]
    assert "Overzicht Per gemeente Nr Gemeente" in shown[2]
    assert all(word in shown[2].split() for word in COLUMNS)
    assert "Een noot bij een brede tabel." in shown[2]
    assert shown[3].index("Na de tabel.") < shown[3].index("Verzonnen")
    assert len(shown) == 3


def test_the_margin_column_and_the_page_number_stand_at_the_right(tmp_path: Path) -> None:
    found = [one for one in lines(pdf(turned("kamerbrief"), tmp_path)) if one.page == 2]
    right = [one.text for one in found if one.box.x0 > MARGIN_COLUMN + WIDER - 2]
    assert right == [
        "Onze referentie", "2026-0000123457", "Datum", "25 september 2026", "Pagina 2 van 3",
    ]  # fmt: skip
    assert all(one.box.y1 < 595 and one.box.x1 < 842 for one in found)


def test_the_header_and_footer_of_a_kamerstuk_have_the_whole_width(tmp_path: Path) -> None:
    made = pdf(turned("kamerstuk"), tmp_path)
    found = {one.text: one.box for one in lines(made) if one.page == 2}
    assert round(found["2"].x1) == round(found["Verkeersveiligheid rond scholen"].x1) == 763
    assert round(found["Kamerstuk 99 999, nr. 12"].x0) == 79


@pytest.mark.parametrize("kind", ["kamerbrief", "kamerstuk"])
def test_a_table_that_fits_stays_upright(kind: str, tmp_path: Path) -> None:
    assert turned_pages(pdf(turned(kind).replace(WIDE, NARROW), tmp_path)) == []


def test_a_long_table_takes_more_pages_and_repeats_its_header(tmp_path: Path) -> None:
    source = letter(TURNED.replace(WIDE_ROW, "\n".join([WIDE_ROW] * 40)))
    made = pdf(source, tmp_path)
    pages = turned_pages(made)
    assert pages == list(range(2, 2 + len(pages)))
    assert len(pages) > 2
    heads = [one.page for one in lines(made) if one.text == "Leider"]
    assert heads == pages


def test_two_wide_tables_after_each_other_share_pages(tmp_path: Path) -> None:
    both = f"Tekst.\n\n{WIDE}\n\n## Nog een\n\n{WIDE}\n\nSlot.\n\n[^9]: Noot."
    made = pdf(letter(both), tmp_path)
    assert turned_pages(made) == [2]
    assert len(column(made)) == 3


def between(text: str) -> str:
    """A letter with this text between two wide tables."""
    wide = WIDE.replace("[^9]", "")
    return letter(f"Tekst.\n\n{wide}\n\n{text}\n\n{wide}\n\nSlot.")


FEW = {
    "a line": "Een regel over de kosten.",
    "a heading": "## Kosten\n\nEen regel over de kosten.\n\n### Per jaar",
    "a name": f"Dit zei [{'Een Heel Lange Naam ' * 60}]{{5.1.2e}} erover.",
    "a block": f"{{5.2.1}}\n\n{'Een mening die niemand leest. ' * 60}",
    "a section": f"## Intern {{5.2.1}}\n\n{'Een mening die niemand leest. ' * 60}\n\n## Verder",
    "a table": "| A | B |\n|---|---|\n| 1 | 2 |",
}
MUCH = {
    "a long text": "Een regel over de kosten. " * 60,
    "many lines": "- Punt.\n" * 13,
    "code": "```\n" + "regel\n" * 13 + "```",
    "a picture": "![Een blauw vlak](vlak.png)",
}


@pytest.mark.parametrize("text", FEW.values(), ids=FEW)
@pytest.mark.parametrize("public", [False, True])
def test_a_few_lines_between_two_wide_tables_share_their_page(
    text: str, public: bool, tmp_path: Path
) -> None:
    if public or "5.2.1" not in text:  # the internal version shows all that is marked
        made = pdf(between(text), tmp_path, public=public)
        assert turned_pages(made) == [2]
        assert len(column(made)) == 3
    sides = [one[0] for one in _sections(word_file(between(text), tmp_path))]
    assert sides == ["portrait", "landscape", "portrait"]


@pytest.mark.parametrize("text", MUCH.values(), ids=MUCH)
def test_more_between_two_wide_tables_stands_on_pages_of_its_own(text: str, tmp_path: Path) -> None:
    make_picture(tmp_path)
    assert turned_pages(pdf(between(text), tmp_path)) == [2, 4]
    sides = [one[0] for one in _sections(word_file(between(text), tmp_path))]
    assert sides == ["portrait", "landscape", "portrait", "landscape", "portrait"]


@pytest.mark.parametrize(("above", "told"), [("", 1), ("## Cijfers\n\n", 1), ("Tekst.\n\n", 0)])
def test_a_first_page_without_text_is_told(above: str, told: int) -> None:
    source = letter(f"{above}{WIDE}\n\nSlot.\n\n[^9]: Noot.")
    found = [one for one in check(source) if "bladzijde 1 blijft leeg" in one.message]
    assert [one.severity for one in found] == [Severity.HINT] * told


def test_nothing_comes_after_a_wide_table_at_the_end(tmp_path: Path) -> None:
    source = turned("nota").replace("Na de tabel.\n\n", "").replace("Hoogachtend,\n", "")
    source = re.sub(r"aantal_bijlagen.*?(?=\n[a-z]|\n---)", "", source, flags=re.DOTALL)
    source = re.sub(r"\nbijlagen:.*?(?=\n#|\n[a-z]|\n---)", "", source, flags=re.DOTALL)
    source = source.replace("## Overzicht", "## Aanleiding").replace(
        "Voor de tabel.", "## Geadviseerd besluit\n\nVoor de tabel."
    )
    made = pdf(source, tmp_path)
    with pymupdf.open(stream=made) as document:
        assert turned_pages(made) == [len(document)]
    sections = _sections(word_file(source, tmp_path))
    assert [one[0] for one in sections] == ["portrait", "landscape"]


def numbers(content: bytes) -> dict[int, list[str]]:
    """The numbers of the points on each page."""
    shown = {page: " ".join(one.text for one in found) for page, found in column(content).items()}
    return {page: re.findall(r"Punt (\d+)", text) for page, text in shown.items()}


def test_both_versions_have_the_same_text_on_each_page(tmp_path: Path) -> None:
    text = f"{points(0, 60)}{WIDE}\n\n{points(60, 140)}{WIDE}\n\n{points(140, 145)}"
    source = letter(f"{text}[^9]: Noot.")
    internal, public = (pdf(source, tmp_path, public=one) for one in (False, True))
    assert turned_pages(internal) == turned_pages(public) != []
    assert numbers(internal) == numbers(public)
    for made in (internal, public):
        with pymupdf.open(stream=made) as document:
            assert len(document) == len(column(made))  # no page is empty


def table(text: str) -> Table:
    blocks = with_turned_tables(parse_markdown(text, 1).blocks)
    return next(one for one in blocks if isinstance(one, Table))


@pytest.mark.parametrize("words", ["ja", "Meervoudigewaterschapsbelasting", "123456789012345678"])
def test_what_is_gone_does_not_tell_by_a_page_how_wide_it_was(words: str) -> None:
    row = "|" + f" [{words}]{{5.1.2e}} |" * 5
    assert not table(f"|{' Kop |' * 5}\n|{'---|' * 5}\n{row}").turned


def test_black_blocks_that_need_more_room_turn_both_versions(tmp_path: Path) -> None:
    source = letter(f"Tekst.\n\n|{' A |' * 12}\n|{'--|' * 12}\n|{' [a]{5.1.2e} |' * 12}\n\nSlot.")
    assert [turned_pages(pdf(source, tmp_path, public=one)) for one in (False, True)] == [[2], [2]]
    assert check(source) == ()


@pytest.mark.parametrize("before", ["- Punt:\n\n", "> Citaat:\n>\n", "{5.2.1}\n\n"])
def test_a_wide_table_inside_something_stays_upright_and_is_told(
    before: str, tmp_path: Path
) -> None:
    sign = {"-": "  ", ">": "> ", "{": ""}[before[0]]
    inside = before + "\n".join(sign + line for line in WIDE.split("\n"))
    source = letter(f"{inside}\n\nSlot.\n\n[^9]: Noot.")
    assert turned_pages(pdf(source, tmp_path)) == []
    (found,) = [one for one in check(source) if "te breed" in one.message]
    assert found.severity is Severity.HINT
    assert "buiten de lijst, het citaat of het gelakte blok" in found.message


# Word


def _sections(content: bytes) -> list[tuple[str, list[str], bool]]:
    """Of each section: how its pages lie, its header and footer, whether it has a first page."""
    names = _relations(content)
    found = []
    for one in root(parts_of(content)["word/document.xml"]).iter(f"{W}sectPr"):
        size = one.find(f"{W}pgSz")
        parts = [names[ref.get(_R_ID)] for ref in one if ref.get(_R_ID)]
        side = size.get(f"{W}orient", "portrait")
        assert (int(size.get(f"{W}w")) > int(size.get(f"{W}h"))) == (side == "landscape")
        found.append((side, parts, one.find(f"{W}titlePg") is not None))
    return found


_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _relations(content: bytes) -> dict[str, str]:
    rows = root(parts_of(content)["word/_rels/document.xml.rels"])
    return {one.get("Id"): one.get("Target") for one in rows}


@pytest.mark.parametrize("kind", ["kamerbrief", "kamerstuk"])
def test_word_has_a_section_on_its_side_and_returns(kind: str, tmp_path: Path) -> None:
    upright, lying = ["header2.xml", "footer2.xml"], ["header3.xml", "footer3.xml"]
    first = ["header1.xml", "header2.xml", "footer1.xml", "footer2.xml"]
    assert _sections(word_file(turned(kind), tmp_path)) == [
        ("portrait", first, True), ("landscape", lying, False), ("portrait", upright, False),
    ]  # fmt: skip
    assert len(_sections(word_file(turned(kind).replace(WIDE, NARROW), tmp_path))) == 1


def test_what_stands_in_the_margins_of_word_goes_along_to_the_right(tmp_path: Path) -> None:
    parts = parts_of(word_file(turned("kamerbrief"), tmp_path))
    for name in ("header", "footer"):
        upright, lying = (_frames(root(parts[f"word/{name}{n}.xml"])) for n in (2, 3))
        moved = {(x + 4932 if x > 5953 else x, y if y < 8419 else y - 4932) for x, y in upright}
        assert moved == set(lying)
    parts = parts_of(word_file(turned("kamerstuk"), tmp_path))
    header = root(parts["word/header3.xml"])
    assert [(one.get(f"{W}val"), one.get(f"{W}pos")) for one in header.iter(f"{W}tab") if len(
        one.attrib)] == [("clear", "7030"), ("right", "13663")]  # fmt: skip
    assert header.find(f".//{W}ind").get(f"{W}left") == "0"


def _frames(part: Any) -> Sequence[tuple[int, int]]:
    return [(int(one.get(f"{W}x")), int(one.get(f"{W}y"))) for one in part.iter(f"{W}framePr")]


@pytest.mark.parametrize("kind", ["kamerbrief", "kamerstuk"])
def test_the_sections_are_no_part_of_the_source(kind: str, tmp_path: Path) -> None:
    made = imported(word_file(turned(kind), tmp_path), tmp_path)
    assert meaning(made.text) == meaning(turned(kind))
    assert made.remarks == ()


def test_word_keeps_the_words_of_the_table_whole(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(word_file(turned("kamerbrief"), tmp_path)))
    (wide,) = [one for one in document.tables if len(one.columns) == len(COLUMNS)]
    total = sum(int(one.get(f"{W}w")) for one in wide._tbl.tblGrid)
    assert 12000 < total < 12416


def test_a_web_page_has_no_pages_to_turn(tmp_path: Path) -> None:
    page = render(turned("kamerbrief"), public=True, to="html", folder=tmp_path).content.decode()
    assert "Leider" in page
