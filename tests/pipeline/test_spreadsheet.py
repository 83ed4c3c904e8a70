"""A workbook from inbox to bundle: what was hidden in it is seen, and gone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ingest.workbooks import full_workbook
from tests.pipeline.bundle_text import texts
from tests.verapdf import failures

Woo = Callable[..., int]

pytestmark = pytest.mark.slow

GONE = ("Wielwaal", "Puntkomma", "Kruizemunt", "Gerda", "Boterdijk 12", "011122233", "123456782",
        "01-03-1980", "06-12345678", "s.wielwaal")  # fmt: skip
LEFT = ("Overzicht bezwaren Oudeschans 2024", "Totaal", "Klopt dit adres nog?")


def test_names_in_cells_comments_and_hidden_sheets_are_gone(
    woo: Woo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "bezwaren.xlsx").write_bytes(full_workbook())
    assert woo("add", inbox) == 0
    rendition = next((tmp_path / "dossier" / "renditions").glob("*.pdf"))
    before = " ".join(" ".join(text.split()) for _, text in texts(rendition.parent))
    assert [name for name in (*GONE, *LEFT) if name not in before] == []

    assert woo("detect") == 0
    assert woo("run", "--accept-suggestions") == 0
    assert woo("verify") == 0
    assert woo("status") == 0

    bundle = tmp_path / "dossier" / "publication" / "bundel"
    after = [(where, " ".join(text.split())) for where, text in texts(bundle)]
    assert [(name, where) for where, text in after for name in GONE if name in text] == []
    read = " ".join(text for where, text in after if "pdfium" in where)
    assert [words for words in LEFT if words not in read] == []
    redacted = next((tmp_path / "dossier" / "redacted").glob("*.pdf"))
    assert failures([rendition, redacted]) == {}
