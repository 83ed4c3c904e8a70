"""The inbox is as varied as a real one, sound, and exactly what the sources give."""

import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.samples.inbox_text import INBOX, SAMPLES, SCAN, mails
from woo.draft.check import check
from woo.model.draft import Severity

MAILS = mails()


def make(out: Path) -> dict[str, bytes]:
    script = SAMPLES / "make_samples.py"
    subprocess.run([sys.executable, script, "--out", out], check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.mark.slow
def test_the_sources_give_the_committed_bytes_every_time(tmp_path: Path) -> None:
    committed = {path.name: path.read_bytes() for path in INBOX.iterdir()}
    first, second = make(tmp_path / "one"), make(tmp_path / "two")
    assert [name for name in first if first[name] != second[name]] == []
    assert committed.keys() == first.keys()
    assert [name for name in committed if committed[name] != first[name]] == []


def test_the_folder_stays_small() -> None:
    files = [p for name in ("dossier-quickscan", "sources") for p in (SAMPLES / name).rglob("*")]
    assert sum(path.stat().st_size for path in files if path.is_file()) < 3_000_000


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_parses_without_a_defect(name: str) -> None:
    for part in MAILS[name].walk():
        assert part.defects == []
        for header in part.values():
            assert getattr(header, "defects", ()) == ()
        if not part.is_multipart():
            part.get_content()  # raises on a wrong encoding
        if part.get_content_type() == "message/rfc822" or part is MAILS[name]:
            assert MAILS[name]["Date"].datetime.tzinfo is not None


def test_every_reply_links_up() -> None:
    known = {message["Message-ID"] for message in MAILS.values()}
    assert len(known) == len(MAILS)
    for message in MAILS.values():
        if message["In-Reply-To"]:
            references = message["References"].split()
            assert references[-1] == message["In-Reply-To"]
            assert set(references) <= known


def test_a_reply_is_later_than_what_it_answers() -> None:
    sent = {message["Message-ID"]: message["Date"].datetime for message in MAILS.values()}
    for message in MAILS.values():
        if message["In-Reply-To"]:
            assert message["Date"].datetime > sent[message["In-Reply-To"]]


def test_there_are_enough_mails_in_enough_threads() -> None:
    opened = {m["References"].split()[0] for m in MAILS.values() if m["References"]}
    assert len(MAILS) >= 14
    assert len(opened) >= 3


def test_both_ways_of_quoting_occur() -> None:
    bodies = [body for m in MAILS.values() if (body := m.get_body(("plain",)))]
    texts = [body.get_content().replace("\r\n", "\n") for body in bodies]
    assert any("\nVerzonden: dinsdag 6 februari 2024 09:14\n" in text for text in texts)
    assert any("\nOp di 12 mrt 2024 om 16:20 schreef Boonstra-Hoekema" in text for text in texts)


def test_every_way_of_sending_occurs() -> None:
    parts = [part for message in MAILS.values() for part in message.walk()]
    types = {part.get_content_type() for part in parts}
    assert types >= {"multipart/mixed", "multipart/alternative", "message/rfc822", "text/html"}
    text = [part for part in parts if part.get_content_maintype() == "text"]
    encodings = {part["Content-Transfer-Encoding"] for part in text}
    assert encodings >= {"base64", "quoted-printable", "8bit", "7bit"}
    assert any(message.get_content_type() == "text/html" for message in MAILS.values())
    names = {part.get_filename() or "" for part in parts}
    assert {name.rpartition(".")[2] for name in names} >= {"docx", "pdf"}


def test_the_report_lies_in_the_inbox_and_hangs_on_two_mails() -> None:
    report = sha256((INBOX / "rapport-quick-scan.pdf").read_bytes()).digest()
    attached = [
        part.get_payload(decode=True)
        for message in MAILS.values()
        for part in message.walk()
        if part.get_content_type() == "application/pdf"
    ]
    assert [sha256(one).digest() for one in attached if isinstance(one, bytes)].count(report) == 2


def test_there_are_enough_files_of_every_kind() -> None:
    suffixes = [path.suffix for path in INBOX.iterdir()]
    assert suffixes.count(".docx") >= 3
    assert suffixes.count(".pdf") >= 4
    assert suffixes.count(".txt") >= 1


def test_only_the_scan_has_no_text() -> None:
    for path in INBOX.glob("*.pdf"):
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages)
        assert (text.strip() == "") == (path.name == SCAN)


@pytest.mark.parametrize("name", ["nota.md", "kamerstuk.md"])
def test_a_draft_has_no_error(name: str) -> None:
    found = check((INBOX.parent / name).read_text("utf-8"))
    assert [one for one in found if one.severity is Severity.ERROR] == []
