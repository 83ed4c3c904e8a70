import gettext
import json
from io import BytesIO
from pathlib import Path

import click
import pymupdf
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import woo.cli
from woo.cli import COMMANDS, cli, run
from woo.errors import CrashError, InputError, MissingError, RefusedError, WooError

LOCALE = Path(woo.cli.__file__).parent / "locale" / "nl" / "LC_MESSAGES"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 72), "Geachte heer Verzinsel, de vergadering begint om tien uur.")
        document.save(path)
    return path


def every_command(group: click.Group) -> list[tuple[str, click.Command]]:
    context = click.Context(group)
    found = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found.append((name, command))
        if isinstance(command, click.Group):
            found += [(f"{name} {sub}", child) for sub, child in every_command(command)]
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_dutch(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert "Gebruik:" in said
    assert "Usage" not in said
    assert "OPTIONS" not in said
    assert "COMMAND" not in said


def test_the_help_asks_for_values_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for name, command in every_command(cli):
        if not isinstance(command, click.Group):
            assert run([*name.split(), "--help"]) == 0
    said = capsys.readouterr().out
    for english in ("TEXT", "required", "%Y", "HET PAD", "DE MAP"):
        assert english not in said


def test_every_option_has_an_explanation() -> None:
    silent = [
        f"{name} {option.name}"
        for name, command in every_command(cli)
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


def test_the_help_does_not_import_the_commands() -> None:
    import subprocess
    import sys

    script = (
        "import sys; from woo.cli import run; run(['--help']);"
        "heavy = {'pymupdf', 'spacy', 'sqlalchemy', 'pydantic', 'lxml'} & set(sys.modules);"
        "sys.exit(len(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, stdout=subprocess.DEVNULL)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["bestaat-niet"], "bestaat niet"),
        (["find"], "ontbreekt"),
        (["--workers", "0", "status"], "bereik"),
        (["log", "--nope"], "optie"),
    ],
)
def test_wrong_use_is_code_2_and_dutch(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (WooError("Fout.", "Doe iets."), 1),
        (CrashError("Fout.", "Doe iets."), 1),
        (InputError("Fout.", "Doe iets."), 2),
        (RefusedError("Fout.", "Doe iets."), 3),
        (MissingError("Fout.", "Doe iets."), 4),
        (KeyboardInterrupt(), 130),
    ],
)
def test_exit_codes(error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(cli, "main", fail)
    assert run(["status"]) == code


def test_an_unexpected_error_shows_no_text_of_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("Noor Verzinsel, 06-12345678")

    monkeypatch.setattr(cli, "main", fail)
    assert run([]) == 1
    said = capsys.readouterr().err
    assert "Verzinsel" not in said
    assert "ValueError" in said
    assert "Traceback" not in said


def test_the_compiled_translation_is_that_of_the_source() -> None:
    with (LOCALE / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale="nl")
    fresh = BytesIO()
    write_mo(fresh, catalogue)
    fresh.seek(0)
    with (LOCALE / "messages.mo").open("rb") as file:
        shipped = gettext.GNUTranslations(file)
    made = gettext.GNUTranslations(fresh)
    for message in catalogue:
        if not message.id:  # the header, with a date
            continue
        singular = message.id if isinstance(message.id, str) else message.id[0]
        assert shipped.gettext(singular) == made.gettext(singular)


@pytest.mark.slow
def test_one_pdf_is_redacted_and_checked(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, report = tmp_path / "uit.pdf", tmp_path / "verslag.json"
    arguments = ["pdf", "redact", str(letter), "-o", str(out), "--report", str(report)]
    assert run([*arguments, "--term", "Verzinsel"]) == 0
    shown = capsys.readouterr()
    assert "1 keer gelakt op 1 pagina, " in shown.out
    assert "niet gevonden" not in shown.err
    assert "Verzinsel" not in report.read_text("utf-8")
    assert json.loads(report.read_text("utf-8"))["marks_by_ground"] == {"5.1.2e": 1}
    terms = tmp_path / "termen.txt"
    terms.write_text("Verzinsel\n", "utf-8")
    assert run(["pdf", "verify", str(out), "--terms", str(terms)]) == 0
    assert run(["pdf", "verify", str(letter), "--terms", str(terms)]) == 3


@pytest.mark.slow
def test_a_term_that_is_not_there_is_told(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--term", "Zwartkruis", "--term", "Verzinsel"]
    assert run(["pdf", "redact", str(letter), "-o", str(tmp_path / "uit.pdf"), *arguments]) == 0
    said = capsys.readouterr().err
    assert "Let op: term 1 van de 2 is niet gevonden." in said
    assert "Zwartkruis" not in said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ([], 2),
        (["--term", "Verzinsel", "--ground", "8.8"], 2),
        (["--term", "--"], 2),
        (["--term", "\u02bc"], 2),
        (["--pattern", "(Verzinsel"], 2),
        (["--pattern", "x*"], 2),
        (["--terms", "nergens.txt"], 2),
    ],
)
def test_a_bad_wish_writes_nothing(
    letter: Path, tmp_path: Path, extra: list[str], code: int
) -> None:
    out = tmp_path / "uit.pdf"
    assert run(["pdf", "redact", str(letter), "-o", str(out), *extra]) == code
    assert not out.exists()


@pytest.mark.slow
def test_the_source_is_never_overwritten(letter: Path) -> None:
    before = letter.read_bytes()
    assert run(["pdf", "redact", str(letter), "-o", str(letter), "--term", "Verzinsel"]) == 2
    assert letter.read_bytes() == before


@pytest.mark.slow
def test_find_gives_offsets_in_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notitie.txt"
    text = "Bel Noor Verzinsel\r\nop n.verzinsel@minbzk.nl of 06-12345678."
    path.write_bytes(text.encode("utf-8"))
    assert run(["find", str(path), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["category"] for row in rows} >= {"email", "phone"}
    for row in rows:
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["boxes"] == []


@pytest.mark.slow
def test_find_tells_where_on_the_page(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", str(letter), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (name,) = [row for row in rows if "Verzinsel" in row["text"]]
    assert name["page"] == 1
    assert len(name["boxes"]) == 1


def test_the_list_of_organisations_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "--organisations"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "gm0193    gemeente Zwolle" in said
    assert any(line.startswith("BZK ") for line in said)


@pytest.mark.parametrize("day", ["2026-13-01", "27-09-2026", "gisteren"])
def test_a_day_that_is_none_is_explained(
    day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", str(tmp_path / "d"), "--received", day]) == 2
    said = capsys.readouterr().err
    assert "zoals 2024-09-27" in said
    assert "%" not in said


def test_a_command_with_a_typing_error_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pubish"]) == 2
    assert "Bedoelt u 'publish'?" in capsys.readouterr().err


def test_a_redacted_pdf_in_which_nothing_was_found_is_told(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = ["pdf", "redact", str(letter), "-o", str(tmp_path / "uit.pdf"), "--term"]
    assert run([*order, "Verzinselll"]) == 0
    assert "niets gevonden om te lakken" in capsys.readouterr().err
    assert run([*order, "Verzinsel"]) == 0
    assert "niets gevonden" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["detect", "run"])
def test_an_empty_dossier_says_what_comes_first(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "d")
    named = ["--title", "t", "--case-number", "Z-1", "--organisation", "BZK"]
    assert run(["new", folder, *named]) == 0
    assert run(["-C", folder, command]) == 2
    assert "woo add" in capsys.readouterr().err
