"""``--watch``: what makes a document again, and what does not disturb it."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from tests.draft.sources import NOTA
from woo.draft.files import render_file
from woo.draft.inputs import input_files, set_files
from woo.draft.sets.draft_set import is_set
from woo.draft.watching import Job, Watch
from woo.errors import WooError

TITLE = "Rapportage verkenning naar ervaringen van bibliotheken bij stille uren"

SET = Path(__file__).parents[2] / "samples" / "set-scootmobielen"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "nota.md"
    path.write_text(NOTA, "utf-8")
    return path


def watching(source: Path, templates: Path | None = None) -> Callable[[], str]:
    """Look once; give the page as it is then, and what was wrong."""
    out = source.with_suffix(".html")
    errors: list[str] = []

    def make() -> None:
        errors.clear()
        try:
            list(render_file(source, {"html": out}, public=False, templates=templates))
        except WooError as error:
            errors.append(str(error))

    watch = Watch([Job(lambda: input_files(source, templates), make)])

    def look() -> str:
        watch.look()
        return out.read_text("utf-8") + "".join(errors)

    return look


def test_a_change_in_the_source_is_seen(source: Path) -> None:
    look = watching(source)
    assert TITLE in look()
    source.write_text(NOTA.replace(TITLE, "Nieuwe titel"), "utf-8")
    page = look()
    assert "Nieuwe titel" in page
    assert TITLE not in page


def test_nothing_is_made_when_nothing_changed(source: Path) -> None:
    look = watching(source)
    look()
    source.with_suffix(".html").write_text("van iemand anders", "utf-8")
    assert look() == "van iemand anders"


def test_an_editor_that_saves_by_renaming_is_seen(source: Path) -> None:
    look = watching(source)
    look()
    beside = source.with_name(".nota.md.swp")
    beside.write_text(NOTA.replace(TITLE, "Hernoemd"), "utf-8")
    # As long, and of the same moment: only the file itself is another one.
    beside.write_text(NOTA.replace(TITLE, TITLE[::-1]), "utf-8")
    moment = source.stat().st_mtime_ns
    os.utime(beside, ns=(moment, moment))
    beside.replace(source)
    assert TITLE[::-1] in look()


def test_a_mistake_is_shown_and_its_repair_is_seen(source: Path) -> None:
    look = watching(source)
    look()
    source.write_text(NOTA.replace("30 augustus", "31 februari"), "utf-8")
    page = look()
    assert "Deze datum bestaat niet." in page
    assert TITLE in page  # the last good page stays
    source.write_text(NOTA.replace(TITLE, "Hersteld"), "utf-8")
    assert "Hersteld" in look()


def test_a_file_that_is_gone_for_a_moment_or_half_written_is_waited_for(source: Path) -> None:
    look = watching(source)
    look()
    text = NOTA.replace(TITLE, "Helemaal geschreven")

    def write_slowly() -> None:
        source.unlink()
        for end in range(0, len(text) + 200, 200):
            source.write_text(text[:end], "utf-8")
            time.sleep(0.005)

    writer = threading.Thread(target=write_slowly)
    writer.start()
    time.sleep(0.01)
    page = look()
    writer.join()
    assert "Helemaal geschreven" in page
    assert "fouten" not in page


def test_a_picture_that_changes_or_comes_is_seen(source: Path) -> None:
    look = watching(source)
    look()
    source.write_text(NOTA.replace("## Kern\n", "## Kern\n\n![Kaart](kaart.png)\n"), "utf-8")
    assert "De afbeelding is er niet." in look()
    Image.new("RGB", (8, 8), "red").save(source.with_name("kaart.png"))
    red = look()
    assert "data:image/png" in red
    Image.new("RGB", (8, 8), "blue").save(source.with_name("kaart.png"))
    assert look() != red


def test_a_template_that_changes_or_comes_is_seen(source: Path, tmp_path: Path) -> None:
    own = tmp_path / "sjablonen"
    (own / "nota").mkdir(parents=True)
    look = watching(source, own)
    assert "EIGEN" not in look()
    template = own / "nota" / "template.html.j2"
    template.write_text("<p>EIGEN {{ title }}</p>", "utf-8")
    assert "EIGEN" in look()
    template.write_text("<p>ANDERS {{ title }}</p>", "utf-8")
    assert "ANDERS" in look()


@pytest.mark.slow
def test_a_set_whose_folder_goes_for_a_while_is_seen_again(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SET, tmp_path / "set"))
    made: list[bool] = []
    watch = Watch([Job(lambda: set_files(folder, None), lambda: made.append(is_set(folder)))])
    watch.look()
    folder.rename(tmp_path / "elders")
    watch.look()
    (tmp_path / "elders" / "set.toml").rename(tmp_path / "elders" / "set.bak")
    (tmp_path / "elders").rename(folder)
    watch.look()
    (folder / "set.bak").rename(folder / "set.toml")
    watch.look()
    assert made == [True, False, False, True]


@pytest.mark.slow
def test_a_save_is_rendered_again_and_ctrl_c_ends_well(source: Path) -> None:
    out = source.with_suffix(".pdf")
    command = [sys.executable, "-m", "woo", "draft", "render", str(source), "--watch"]
    with started(command) as watch:
        wait_for(watch, "Klaar")
        before = out.read_bytes()
        source.write_text(NOTA.replace(TITLE, "Nieuwe titel"), "utf-8")
        wait_for(watch, "Klaar")
        watch.send_signal(signal.SIGINT)
        assert watch.stdout is not None
        last = watch.stdout.read()
        code = watch.wait()
    assert out.read_bytes() != before
    assert (code, last) == (0, "Gestopt.\n")


@contextmanager
def started(command: list[str]) -> Iterator["subprocess.Popen[str]"]:
    """A process that hears Ctrl-C, also when these tests run in the background, and never stays."""
    hearing = ["env", "--default-signal=INT", *command]
    with subprocess.Popen(hearing, stdout=subprocess.PIPE, text=True) as process:
        guard = threading.Timer(120, process.kill)
        guard.start()
        try:
            yield process
        finally:
            guard.cancel()
            process.kill()


def wait_for(process: "subprocess.Popen[str]", words: str) -> None:
    """Read lines until one has these words; fails when the output ends first."""
    assert process.stdout is not None
    assert any(words in line for line in process.stdout)
