"""A short, fixed round of fuzzing; ``make fuzz`` goes on for as long as you like."""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.grammar import documents
from tests.fuzz.mutation import mutated
from tests.fuzz.properties import check_redaction, check_verification
from tests.fuzz.regressions import REGRESSIONS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that has to be read as a picture is then refused, which is as safe and quicker."""
    monkeypatch.setenv("PATH", "")


@pytest.mark.slow
@pytest.mark.usefixtures("without_tesseract")
@settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(data=documents())
def test_what_grew_is_clean_or_refused(data: bytes, tmp_path: Path) -> None:
    check_redaction(data, tmp_path)


@pytest.mark.slow
@pytest.mark.usefixtures("without_tesseract")
def test_what_was_broken_is_clean_or_refused(tmp_path: Path) -> None:
    for number in range(4):
        data = mutated(Random(number))
        check_redaction(data, tmp_path)
        check_verification(data, tmp_path)


@pytest.mark.slow
@pytest.mark.usefixtures("without_tesseract")
@pytest.mark.parametrize("name", REGRESSIONS)
def test_what_was_found_stays_mended(name: str, tmp_path: Path) -> None:
    check_redaction(REGRESSIONS[name](), tmp_path, seconds=10)
    check_verification(REGRESSIONS[name](), tmp_path, seconds=10)


@pytest.mark.slow
@pytest.mark.parametrize("target", ["fuzz_matcher", "fuzz_verifier"])
def test_a_target_holds_for_some_thousands_of_inputs(target: str, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="atheris is only there on Linux")
    command = [sys.executable, "-m", f"tests.fuzz.{target}", "-runs=5000", "-max_total_time=4"]
    done = subprocess.run(
        [*command, "-seed=1", f"-artifact_prefix={tmp_path}/"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
