"""What people change in Word comes back, or is told: rows, cells, joined paragraphs, signatures."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.draft.pages import letter
from tests.draft.word_files import changed, imported, meaning, word_file
from woo.draft.examples import example_source
from woo.draft.importing.remarks import CHANGED

NOTA = example_source("nota")
ROW = "| Fietsstraat | 5 | € 120.000 |"
AUTHOR = 'w:id="900" w:author="A" w:date="2026-01-01T00:00:00Z"'

Change = Callable[[str], str]


def written(text: str, style: str = "Standaard") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def part_with(text: str, tag: str, change: Change) -> Change:
    """Changes the element with this tag in which a text stands."""

    def made(document: str) -> str:
        at = document.index(text)
        start, end = document.rfind(f"<{tag}>", 0, at), document.index(f"</{tag}>", at)
        end += len(f"</{tag}>")
        return document[:start] + change(document[start:end]) + document[end:]

    return made


def remarks_of(source: str, change: Change, folder: Path) -> tuple[str, list[str]]:
    back = imported(changed(word_file(source, folder), change), folder)
    return back.text, [one.message for one in back.remarks]


def test_a_row_that_was_taken_out_with_tracking_is_gone(tmp_path: Path) -> None:
    delete = part_with(
        "Fietsstraat", "w:tr", lambda row: row.replace("</w:trPr>", f"<w:del {AUTHOR}/></w:trPr>")
    )
    text, remarks = remarks_of(NOTA, delete, tmp_path)
    assert meaning(text) == meaning(NOTA.replace(f"{ROW}\n", ""))
    assert remarks == [CHANGED]


def test_a_row_that_was_put_in_with_tracking_comes_along(tmp_path: Path) -> None:
    insert = part_with(
        "Fietsstraat",
        "w:tr",
        lambda row: (
            row
            + row.replace("Fietsstraat", "Laan").replace("</w:trPr>", f"<w:ins {AUTHOR}/></w:trPr>")
        ),
    )
    text, remarks = remarks_of(NOTA, insert, tmp_path)
    assert meaning(text) == meaning(
        NOTA.replace(ROW, f"{ROW}\n{ROW.replace('Fietsstraat', 'Laan')}")
    )
    assert remarks == [CHANGED]


@pytest.mark.parametrize(
    ("change", "is_gone"),
    [
        (
            lambda one: one.replace("</w:pPr>", f"<w:rPr><w:del {AUTHOR}/></w:rPr></w:pPr>"),
            False,
        ),
        (lambda one: f"<w:moveFrom {AUTHOR}>{one}</w:moveFrom>", True),
        (lambda one: f"<w:del {AUTHOR}>{one}</w:del>", True),
        (lambda one: f"<w:ins {AUTHOR}>{one}</w:ins>", False),
    ],
    ids=["joined", "moved", "deleted", "inserted"],
)
def test_tracked_paragraphs_are_told(change: Change, is_gone: bool, tmp_path: Path) -> None:
    text, remarks = remarks_of(NOTA, part_with("De Kamer debatteert", "w:p", change), tmp_path)
    assert ("De Kamer debatteert" not in text) is is_gone
    assert remarks == [CHANGED]


def test_lines_of_a_cell_come_back_as_lines(tmp_path: Path) -> None:
    add = part_with(
        "Fietsstraat", "w:tc", lambda cell: cell.replace("</w:tc>", f"{written('smal')}</w:tc>")
    )
    text, remarks = remarks_of(NOTA, add, tmp_path)
    assert "| Fietsstraat<br>smal | 5 | € 120.000 |" in text
    assert remarks == []
    assert meaning(text) == meaning(NOTA.replace("| Fietsstraat |", "| Fietsstraat <BR/> smal |"))


def test_a_list_in_a_cell_is_told_by_its_style_too(tmp_path: Path) -> None:
    item = written("smal", "Lijstopsomteken")
    add = part_with("Fietsstraat", "w:tc", lambda cell: cell.replace("</w:tc>", f"{item}</w:tc>"))
    _, remarks = remarks_of(NOTA, add, tmp_path)
    assert remarks == ["Een opsomming in een cel is gewone tekst geworden."]


SIGNATURE = re.compile(r"<w:p>(?:(?!</w:p>).)*Veldondertekenaars\.(?:(?!</w:p>).)*</w:p>")


def below_signature(more: str) -> Change:
    def made(document: str) -> str:
        end = [one.end() for one in SIGNATURE.finditer(document)][-1]
        return document[:end] + more + document[end:]

    return made


@pytest.mark.parametrize("style", ["Standaard", "Ondertekening"])
def test_text_below_the_signature_is_told(style: str, tmp_path: Path) -> None:
    source = letter("Een tekst.\n\nHoogachtend,")
    text, remarks = remarks_of(source, below_signature(written("Cc: de Raad", style)), tmp_path)
    assert "Hoogachtend,\n\nCc: de Raad" in text
    assert len(remarks) == 1
    assert "onder de ondertekening" in remarks[0]
    with_heading = below_signature(written("Afschrift", "Kop2") + written("Cc: de Raad", style))
    assert remarks_of(source, with_heading, tmp_path)[1] == []


def test_a_signature_that_is_gone_is_told(tmp_path: Path) -> None:
    source = letter("Een tekst.\n\nHoogachtend,")
    text, remarks = remarks_of(source, lambda document: SIGNATURE.sub("", document), tmp_path)
    assert meaning(text) == meaning(source)
    assert remarks == [
        "Het veld 'ondertekenaars' staat niet meer in de tekst; de oude waarde is gebruikt."
    ]
