"""The built wheel holds everything that the program needs, and nothing of the workshop."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = (
    "woo/templates/nota/kind.toml",
    "woo/templates/_base/motivering.toml",
    "woo/reference/policy.toml",
    "woo/reference/grounds.toml",
    "woo/reference/names/surnames.txt",
    "woo/cli/locale/nl/LC_MESSAGES/messages.mo",
    "woo/ingest/email.typ.j2",
)


@pytest.mark.slow
def test_the_wheel_runs_without_the_checkout(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "site")
    assert [name for name in NEEDED if name not in names] == []
    assert not [name for name in names if name.startswith(("tests/", "bench/", "samples/"))]
    web = {name for name in names if name.startswith("woo/web/")}
    assert any(name.endswith(".css") for name in web)
    assert any(name.endswith(".js") for name in web)
    script = (
        f"import sys; sys.path[:] = [{str(tmp_path / 'site')!r}] + "
        "[p for p in sys.path if 'site-packages' in p or 'lib' in p];"
        "import woo; assert 'site' in woo.__file__;"
        "from woo.cli import run;"
        f"sys.exit(run(['draft', 'new', 'nota', {str(tmp_path / 'n.md')!r}])"
        f" or run(['draft', 'render', {str(tmp_path / 'n.md')!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], cwd=tmp_path, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "n.pdf").read_bytes().startswith(b"%PDF")
