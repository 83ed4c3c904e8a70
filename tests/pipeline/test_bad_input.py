"""Bad input costs one document, says in Dutch what to do, and gives the right exit code."""

import os
import subprocess
import sys
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pytest

from tests.pipeline.conftest import SAMPLE
from woo.cli import run
from woo.pipeline.sources import MAX_FILE

Woo = Callable[..., int]


def mail(subject: str, attachment: bytes | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = "Noor Verzonnen <n.verzonnen@minbzk.nl>"
    message["To"] = "Team <team@minbzk.nl>"
    message["Subject"] = subject
    message.set_content("Beste allen,\n\nZie bijlage.\n\nGroet,\nNoor Verzonnen")
    if attachment is not None:
        message.add_attachment(
            attachment, maintype="application", subtype="pdf", filename="stuk.pdf"
        )
    return message.as_bytes()


def encrypted() -> pikepdf.Encryption:
    return pikepdf.Encryption(owner="eigenaar", user="geheim")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "goed.eml").write_bytes(mail("Goed"))
    return folder


def locked_pdf(path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, encryption=encrypted())


BAD = {
    "leeg.pdf": b"",
    "afgekapt.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "geen-zip.docx": b"dit is geen zip",
    "leeg.eml": b"\n",
    "afgekapt.msg": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
    "onbekend.xyz": b"iets",
}


@pytest.mark.slow
def test_bad_files_do_not_stop_the_rest(
    woo: Woo, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, content in BAD.items():
        (inbox / name).write_bytes(content)
    locked_pdf(inbox / "op-slot.pdf")
    assert woo("add", inbox) == 2
    said = capsys.readouterr()
    assert f"{len(BAD) + 1} mislukt" in said.out
    numbers = [line.split(":")[0].strip() for line in said.err.splitlines()]
    assert len(set(numbers)) == len(BAD) + 1
    assert woo("run", "--accept-suggestions") == 3
    said = capsys.readouterr()
    assert all(number in said.err for number in numbers)
    for number in numbers:
        assert woo("review", "judge", number, "niet openbaar", "--ground", "5.1.5") == 0
    assert woo("run", "--accept-suggestions") == 0


@pytest.mark.slow
def test_an_empty_attachment_is_kept_and_explained(
    woo: Woo, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (inbox / "goed.eml").write_bytes(mail("Met lege bijlage", b""))
    assert woo("add", inbox) == 2
    assert "0002" in capsys.readouterr().err


@pytest.mark.slow
def test_a_broken_header_is_read_as_far_as_it_goes(woo: Woo, inbox: Path) -> None:
    broken = b"From: =?utf-8?q?N=C3=B?= <x\nDate: 31 Feb 2024\nSubject: \xff\xfe\n\nTekst\n"
    (inbox / "kapot.eml").write_bytes(broken)
    assert woo("add", inbox) == 0


@pytest.mark.slow
def test_a_name_that_is_not_utf8_is_taken_in(woo: Woo, inbox: Path) -> None:
    Path(os.fsdecode(os.fsencode(inbox) + b"/b\xe9richt.txt")).write_text("Beste allen")
    assert woo("add", inbox) == 0


@pytest.mark.slow
def test_a_file_that_is_too_large_does_not_stop_the_rest(
    woo: Woo,
    inbox: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with (inbox / "groot.txt").open("wb") as file:
        file.truncate(MAX_FILE + 1)
    assert woo("add", inbox) == 2
    said = capsys.readouterr()
    assert "1 bestanden toegevoegd" in said.out
    assert "Niet opgenomen: Dit bestand is groter dan 500 MB" in said.err


@pytest.mark.slow
@pytest.mark.parametrize("name", [".", "originals", "policy.toml"])
def test_a_dossier_does_not_take_in_itself(
    woo: Woo,
    inbox: Path,
    tmp_path: Path,
    name: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert woo("add", inbox) == 0
    assert woo("add", tmp_path / "dossier" / name) == 2
    assert "van het dossier zelf" in capsys.readouterr().err


@pytest.mark.parametrize(
    "link", ["", "http://a.nl", "https://", "https://a b.nl", "https://a.nl x"]
)
def test_already_public_asks_for_an_address_that_can_be_followed(
    woo: Woo, inbox: Path, link: str
) -> None:
    assert woo("add", inbox) == 0
    assert woo("review", "judge", "1", "reeds openbaar", "--link", link) == 2
    assert woo("review", "judge", "1", "reeds openbaar", "--link", "https://a.nl/x") == 0


def test_a_path_that_does_not_exist_is_wrong_use(
    woo: Woo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert woo("add", tmp_path / "nergens") == 2
    assert "bestaat niet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ('ground = "5.1.2e"', "9.9.9"),
        ('category = "person"', "Bedoelt u 'person'"),
        ('role = "signatory"', "Bedoelt u 'signatory'"),
        ("redact = false", "Onbekend veld"),
    ],
)
def test_a_mistake_in_the_policy_is_explained(
    woo: Woo, tmp_path: Path, change: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {
        'ground = "5.1.2e"': 'ground = "9.9.9"',
        'category = "person"': 'category = "persoon"',
        'role = "signatory"': 'role = "signatary"',
        "redact = false": "redakt = false",
    }
    policy = tmp_path / "dossier" / "policy.toml"
    policy.write_text(policy.read_text("utf-8").replace(change, wrong[change]), "utf-8")
    assert woo("detect") == 2
    said = capsys.readouterr().err
    assert says in said or "weigeringsgrond" in said


@pytest.mark.slow
def test_a_folder_that_may_not_be_written_leaves_nothing(
    woo: Woo, inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert woo("add", inbox) == 0
    assert woo("run", "--accept-suggestions") == 0
    target = tmp_path / "vast" / "bundel"
    target.parent.mkdir()
    target.write_text("een bestand, geen map", "utf-8")
    assert woo("publish", "-o", target) == 2
    assert target.read_text("utf-8") == "een bestand, geen map"
    assert [path.name for path in target.parent.iterdir()] == ["bundel"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "after"), [("add", 0.8), ("detect", 2), ("redact", 1.5), ("run", 3)]
)
def test_a_killed_command_loses_nothing_and_repeats_nothing(
    woo: Woo, inbox: Path, tmp_path: Path, command: str, after: float
) -> None:
    for number in range(2):
        (inbox / f"mail-{number}.eml").write_bytes(mail(f"Bericht {number}"))
    folder = tmp_path / "dossier"
    if command != "add":
        assert woo("add", inbox) == 0
    if command == "redact":
        assert woo("detect") == 0
        assert woo("review", "accept") == 0
    arguments = [str(inbox)] if command == "add" else []
    if command == "run":
        arguments = ["--accept-suggestions"]
    process = subprocess.Popen(
        [sys.executable, "-m", "woo", "-C", str(folder), command, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
    assert woo("add", inbox) == 0
    assert woo("run", "--accept-suggestions") == 0
    assert woo("log", "--verify") == 0
    assert run(["-C", str(folder), "status"]) == 0
    assert len(list((folder / "publication" / "bundel" / "documenten").iterdir())) == 3
    leftovers = [path.name for path in folder.rglob(".woo-*")]
    assert leftovers == []


@pytest.mark.slow
def test_a_word_file_is_read_in_a_dossier_named_by_a_relative_path(
    woo: Woo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del woo  # makes the dossier
    monkeypatch.chdir(tmp_path)
    memo = SAMPLE / "inbox" / "memo-actiepunten.docx"
    assert run(["-C", "dossier", "add", str(memo)]) == 0
