import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from woo.cli import run


@pytest.mark.slow
def test_the_command_prints_an_address_that_works_and_stops_on_interrupt(sample: Path) -> None:
    command = [sys.executable, "-c", "from woo.cli import main; main()", "-C", str(sample)]
    with subprocess.Popen(
        [*command, "web", "--no-browser"], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            found = re.search(
                r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}", process.stdout.readline()
            )
            assert found
            with httpx.Client(follow_redirects=True) as browser:
                assert "Proef" in browser.get(found[0]).text
            assert httpx.get(found[0].partition("?")[0]).status_code == 403
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) in (0, 130, -signal.SIGINT)


def test_without_a_dossier_the_command_explains(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(tmp_path), "web", "--no-browser"]) == 2
    assert "Hier is geen dossier." in capsys.readouterr().err
