"""``woo find`` shows what is in loose files."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.ingest.conftest import zipped
from woo.cli import cli

pytestmark = pytest.mark.slow  # starts processes that load spaCy

MAIL = "Beste Zeynep,\n\nBel 06-12345678 of mail info@stichtingx.nl.\n\nGroet,\nFenna Oldekamp\n"
FIELDS = [
    "path",
    "start",
    "end",
    "text",
    "category",
    "ground",
    "redact",
    "score",
    "detector",
    "page",
    "boxes",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "mail.txt").write_text(MAIL, "utf-8")
    (tmp_path / "sub" / "los.txt").write_text("Oldekamp was er ook.", "utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["--workers", "1", "find", *map(str, arguments)])


def found(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_lines_hold_offsets_in_the_file(folder: Path) -> None:
    lines = found(run("--json", folder))
    assert [line["text"] for line in lines] == [
        "Zeynep",
        "06-12345678",
        "info@stichtingx.nl",
        "Fenna Oldekamp",
        "Oldekamp",
    ]
    for line in lines:
        text = Path(line["path"]).read_text("utf-8")
        assert text[line["start"] : line["end"]] == line["text"]
    assert list(lines[0]) == FIELDS
    assert [(line["redact"], line["ground"]) for line in lines[1:3]] == [
        (True, "5.1.2e"),
        (False, None),
    ]


def test_text_and_offsets_are_those_of_the_file_whatever_its_signs(tmp_path: Path) -> None:
    source = tmp_path / "mail.txt"
    written = "Dag,\r\n\r\nIk sprak met mevrouw Lotte\u00a0van\u00a0Dijk\u00adhuizen.\r\n"
    source.write_bytes(written.encode("utf-8"))
    (line,) = found(run("--json", source))
    assert line["text"] == "Lotte\u00a0van\u00a0Dijk\u00adhuizen"
    assert written[line["start"] : line["end"]] == line["text"]


def test_people_read_one_line_per_finding(folder: Path) -> None:
    result = run(folder / "mail.txt")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].endswith("pagina 1: telefoonnummer, 5.1.2e: 06-12345678")
    assert result.stdout.splitlines()[2].endswith("e-mailadres, blijft: info@stichtingx.nl")


def test_a_file_that_cannot_be_read_does_not_stop_the_others(folder: Path) -> None:
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.7 niets")
    arguments = ["--workers", "1", "find", "--json", str(folder)]
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    assert len(found(result)) == 5
    assert "kapot.pdf" in result.stderr
    assert result.return_value == 2


def test_a_path_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert run(tmp_path / "geen").exit_code == 2


def mail_with(*attachments: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Zeynep Arslan <z.arslan@minx.example>", "Stukken"
    message.set_content("Zie de bijlage.")
    for name, content in attachments:
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def test_what_is_attached_is_searched_as_deep_as_it_goes(tmp_path: Path) -> None:
    inner = mail_with(("los.txt", b"Fenna Oldekamp was er."), ("raar.xyz", b"?"))
    (tmp_path / "stukken.zip").write_bytes(zipped({"map/mail.eml": inner}))
    arguments = ["--workers", "1", "find", "--json", str(tmp_path)]
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    there = {line["path"]: line["text"] for line in found(result)}
    inside = tmp_path / "stukken.zip" / "mail.eml" / "los.txt"
    assert there[str(inside)] == "Fenna Oldekamp"
    assert result.return_value == 2
    assert "raar.xyz" in result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"stukken.zip"}


def test_what_a_reader_must_know_of_a_file_is_said(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Leeg"
    (tmp_path / "leeg.eml").write_bytes(bytes(message))
    assert "leeg.eml: Deze e-mail heeft geen tekst." in run(tmp_path).stderr
