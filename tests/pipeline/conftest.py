from collections.abc import Callable
from pathlib import Path

import pytest

from tests.once import made_once
from woo.cli import run

SAMPLE = Path(__file__).parents[2] / "samples" / "dossier-quickscan"
NEW = ["--title", "Proef", "--case-number", "Z-1", "--organisation", "BZK"]
DATES = ["--received", "2024-10-07", "--decided", "2024-11-04"]


@pytest.fixture
def woo(tmp_path: Path) -> Callable[..., int]:
    """Run a command in a fresh dossier, as a user would; gives the exit code."""
    folder = tmp_path / "dossier"
    assert run(["new", str(folder), *NEW, *DATES]) == 0
    return lambda *arguments: run(["-C", str(folder), *map(str, arguments)])


@pytest.fixture(scope="session")
def sample_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dossier from inbox to bundle, with every suggestion accepted."""
    return made_once(tmp_path_factory, "sample", _run_sample) / "dossier"


def _run_sample(folder: Path) -> None:
    dossier = str(folder / "dossier")
    assert run(["new", dossier, *NEW, *DATES]) == 0
    drafts = [str(SAMPLE / "nota.md"), str(SAMPLE / "kamerstuk.md")]
    assert run(["-C", dossier, "add", str(SAMPLE / "inbox"), *drafts]) == 0
    assert run(["-C", dossier, "run", "--accept-suggestions"]) == 0
