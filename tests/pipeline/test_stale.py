"""What was redacted under earlier decisions never goes out."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.pipeline.test_bad_input import mail

pytestmark = pytest.mark.slow
Woo = Callable[..., int]


@pytest.fixture
def published(woo: Woo, tmp_path: Path) -> Woo:
    (tmp_path / "mail.eml").write_bytes(mail("Project Zilvermeeuw"))
    assert woo("add", tmp_path / "mail.eml") == 0
    assert woo("run", "--accept-suggestions") == 0
    return woo


def test_a_redaction_from_before_a_ruling_is_not_published(
    published: Woo, capsys: pytest.CaptureFixture[str]
) -> None:
    assert published("review", "term", "Zilvermeeuw", "--ground", "5.1.2b") == 0
    assert published("publish") == 3  # nobody approved it
    assert published("review", "accept") == 0
    capsys.readouterr()
    assert published("publish") == 3  # approved, but the file is the old one
    assert "Niet aangetoond schoon: 0001" in capsys.readouterr().err
    assert published("run") == 0


def test_a_ruling_takes_the_term_out_of_the_title_too(published: Woo, tmp_path: Path) -> None:
    published("review", "term", "Zilvermeeuw", "--ground", "5.1.2b")
    assert published("run", "--accept-suggestions") == 0
    bundle = tmp_path / "dossier" / "publication" / "bundel"
    assert "Zilvermeeuw" not in (bundle / "inventarislijst.csv").read_text("utf-8-sig")
    assert "[5.1.2b]" in (bundle / "inventarislijst.csv").read_text("utf-8-sig")


def test_a_file_that_was_changed_after_verification_is_not_published(
    published: Woo, tmp_path: Path
) -> None:
    (redacted,) = (tmp_path / "dossier" / "redacted").iterdir()
    redacted.write_bytes(redacted.read_bytes() + b"% iets")
    assert published("publish") == 3


def test_a_file_that_was_thrown_away_is_made_again(published: Woo, tmp_path: Path) -> None:
    (redacted,) = (tmp_path / "dossier" / "redacted").iterdir()
    before = redacted.read_bytes()
    redacted.unlink()
    assert published("run") == 0
    assert redacted.read_bytes() == before


def test_a_new_document_asks_for_approval_of_what_it_changes(
    published: Woo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nieuw.txt").write_text("Beste Team,\n\nGroet,\nBram Zilvermeeuw\n", "utf-8")
    assert published("add", tmp_path / "nieuw.txt") == 0
    capsys.readouterr()
    assert published("run") == 0
    assert "op uw oordeel" in capsys.readouterr().out


def test_an_office_in_a_title_keeps_no_bundle_in(woo: Woo, tmp_path: Path) -> None:
    """*Gesprek met de dijkgraaf*, where somebody is called Dijkgraaf, and alone in another file."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name, text in (
        ("Gesprek met de dijkgraaf", "Vragen stelt u aan mevrouw Femke Dijkgraaf."),
        ("Antwoord", "Geachte mevrouw Dijkgraaf,"),
        ("Brief van de dijkgraaf", "Geachte mevrouw Dijkgraaf,\nDe dijkgraaf is tegen de brug."),
        ("Brief aan de dijkgraaf", "Geachte mevrouw Dijkgraaf,\nWij zijn voor de brug."),
    ):
        written = docx.Document()
        written.add_paragraph(text)
        written.save(str(inbox / f"{name}.docx"))
    for command in (("add", inbox), ("detect",), ("review", "accept"), ("run",)):
        assert woo(*command) == 0
    bundle = tmp_path / "dossier" / "publication" / "bundel"
    listing = (bundle / "inventarislijst.csv").read_text("utf-8-sig")
    assert "Gesprek met de dijkgraaf" in listing
    assert "Brief van de dijkgraaf" in listing
    assert "Brief aan de [5.1.2e]" in listing  # the word would be hidden in that file alone
