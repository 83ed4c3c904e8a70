"""A hostile PDF costs a refusal: never a crash, a hang, a traceback or half a result."""

import re
import tempfile
import time
from importlib import import_module
from multiprocessing.util import get_temp_dir
from pathlib import Path

import pytest

from tests.hostile.nesting import NESTING
from tests.hostile.parts import OUTSIDE, PARTS
from tests.hostile.raw import Maker
from tests.hostile.size import SIZE
from tests.hostile.syntax import SYNTAX
from tests.vectors import SECRET
from tests.vectors.checker import places
from woo.cli import run

EVERY: dict[str, Maker] = SYNTAX | NESTING | SIZE | PARTS
SECONDS = 2
# A second to let the child end what it started, and a machine that has more to do.
NEW = "--title Proef --case-number 2026-0001 --organisation BZK"
PATIENCE = SECONDS + 30
# Strange, but not so strange that it may be refused.
WORKS = {
    "good",
    "encrypted_for_the_owner_only",
    "start_of_table_is_beyond_the_end",
    "without_endobj",
    "length_too_long",
    "length_too_short",
    "length_is_negative",
    "length_is_the_stream_itself",
    "previous_table_is_this_table",
    "a_thousand_saved_versions",
    "pdf_behind_a_zip",
    "pdf_before_a_zip",
    "outline_that_is_its_own_next",
    "structure_that_is_its_own_child",
    "name_tree_in_a_circle",
    "page_upside_down",
    "a_hundred_thousand_objects",
    "truetype_garbage",
    "type1_garbage",
    "metadata_of_a_thousand_million_laughs",
    "metadata_that_reads_a_file",
    "metadata_that_asks_the_network",
    "script_at_the_start",
    "form_of_xml",
    "launches_a_program",
    "points_at_the_network",
    "content_from_another_file",
}


_REMARK = re.compile(r"Let op: [^\n]+\.\n")
_NOTHING_FOUND = (
    "Let op: er is niets gevonden om te lakken. Controleer hoe de termen zijn geschreven.\n"
)


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Here too, for processes that begin as a copy of this one: else loading takes all the time."""
    import_module("tests.loaded")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, to see that none is left."""
    # Where multiprocessing has its sockets is chosen once, and the name may not be long.
    get_temp_dir()
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "termen.txt"
    path.write_text(SECRET)
    return path


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_redaction_is_clean_or_refused(
    name: str, tmp_path: Path, temporary: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "uit" / "uit.pdf"
    out.parent.mkdir()
    source.write_bytes(EVERY[name]())
    arguments = ["--term", SECRET, "--time-limit", str(60 if name in WORKS else SECONDS)]
    began = time.monotonic()
    code = run(["pdf", "redact", str(source), "-o", str(out), *arguments])
    shown, said = capfd.readouterr()
    if shown.startswith("0 keer gelakt"):
        # A damaged file does not show the secret: that nothing was redacted is said, once.
        assert said.count(_NOTHING_FOUND) == 1
        said = said.replace(_NOTHING_FOUND, "")
    assert code in ({0} if name in WORKS else {0, 2, 3}), said
    assert name in WORKS or time.monotonic() - began < PATIENCE
    assert list(temporary.iterdir()) == []
    assert_dutch(said, code)
    assert [path.name for path in out.parent.iterdir()] == (["uit.pdf"] if code == 0 else [])
    if code == 0:
        assert places(out, SECRET) == set()
        assert places(out, "buitenstaander") == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_verification_ends(
    name: str, tmp_path: Path, temporary: Path, terms: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.pdf"
    source.write_bytes(EVERY[name]())
    began = time.monotonic()
    code = run(["pdf", "verify", str(source), "--terms", str(terms), "--time-limit", str(SECONDS)])
    said = capfd.readouterr()
    is_empty = source.stat().st_size == 0
    assert code in ({2} if is_empty else {0, 3})
    assert time.monotonic() - began < PATIENCE
    assert list(temporary.iterdir()) == []
    assert said.err == (f"{source}: dit bestand is leeg (0 bytes).\n" if is_empty else "")
    assert "Traceback" not in said.out
    assert SECRET not in said.out


def assert_dutch(said: str, code: int) -> None:
    """One line that says what is wrong and what to do; remarks alone when all went well."""
    if code == 0:
        said = "".join(line for line in said.splitlines(True) if not _REMARK.fullmatch(line))
        assert said == ""
        return
    assert said.startswith("Fout: ")
    assert said.count("\n") == 1
    assert said.count(". ") >= 1  # what is wrong, and what to do
    assert SECRET not in said
    for word in ("Traceback", "Error", "Meld dit als fout"):
        assert word not in said


@pytest.mark.slow
def test_a_batch_goes_on_after_a_hostile_file(
    tmp_path: Path, terms: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    names = ["marked_content_without_end", "cut_in_the_middle", "empty", "good"]
    paths = [tmp_path / f"{number}.pdf" for number in range(len(names))]
    for path, name in zip(paths, names, strict=True):
        path.write_bytes(EVERY[name]())
    missing = tmp_path / "weg.pdf"
    assert run(["pdf", "verify", *map(str, (missing, *paths)), "--terms", str(terms)]) == 3
    said = capfd.readouterr()
    assert "bestaat niet" in said.err
    *hostile, empty, good = paths
    for path in (*hostile, good):
        assert f"{path}: Lek" in said.out
    assert f"{empty}: dit bestand is leeg" in said.err


@pytest.mark.slow
def test_a_dossier_and_a_search_go_on_after_a_hostile_file(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    inbox, dossier = tmp_path / "inbox", tmp_path / "dossier"
    inbox.mkdir()
    chosen = [
        "good",
        "marked_content_without_end",
        "page_is_null",
        "unit_of_zero",
        "count_is_a_lie",
    ]
    for name in [*chosen, "arrays_in_content", "encrypted_with_a_user_password", "empty"]:
        (inbox / f"{name}.pdf").write_bytes(EVERY[name]())
    assert run(["new", str(dossier), *NEW.split()]) == 0
    assert run(["-C", str(dossier), "add", str(inbox)]) in {2, 3}
    said = capfd.readouterr()
    assert "8 bestanden toegevoegd" in said.out
    assert "Meld dit als fout" not in said.err
    assert run(["find", str(inbox)]) in {2, 3}
    said = capfd.readouterr()
    assert "Meld dit als fout" not in said.err
    assert "good.pdf" not in said.err


def test_the_outside_file_is_there_to_be_found() -> None:
    assert b"buitenstaander" in OUTSIDE.read_bytes()
