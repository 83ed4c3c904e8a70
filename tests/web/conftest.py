"""A small dossier of invented e-mails, and the application on a real port of this computer."""

import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import httpx
import pytest
import uvicorn

from tests.once import made_once
from woo.cli.web import _listen
from woo.dossier.dossier import Dossier, create_dossier, open_dossier
from woo.execute.serial import SerialExecutor
from woo.pipeline.intake import add
from woo.pipeline.order import find_all
from woo.pipeline.stage import Work
from woo.pipeline.worklist import Row, worklist
from woo.web.app import create_app

TOKEN = "een-lang-toegangswoord"

MAIL = """\
From: Wietske Dokkum-Harmsen <w.dokkum@minbzk.example>
To: Jorrit Pleijsier <j.pleijsier@minbzk.example>
Date: Tue, 3 Sep 2024 10:00:00 +0200
Subject: {subject}
Message-ID: <{number}@minbzk.example>
Content-Type: text/plain; charset=utf-8

Beste Jorrit,

{body}

Met vriendelijke groet,
Wietske Dokkum-Harmsen
tel. 06 12345678
"""

MAILS = {
    "een.eml": ("Planning <script>alert(1)</script>", "Het project Korenbloem begint in oktober."),
    "twee.eml": ("Antwoord", "Korenbloem gaat door. Het project Korenbloem is belangrijk."),
}


@dataclass(frozen=True)
class Site:
    """The application, a browser that came in, and the dossier behind it."""

    browser: httpx.Client
    dossier: Dossier
    url: str

    @property
    def rows(self) -> tuple[Row, ...]:
        return worklist(self.dossier)

    @property
    def first(self) -> str:
        return self.rows[0].entry.id

    def csrf(self) -> str:
        found = re.search(r'name="csrf" value="([0-9a-f]{64})"', self.browser.get("/hulp").text)
        assert found
        return found[1]

    def post(self, path: str, **fields: str | int | list[str]) -> httpx.Response:
        return self.browser.post(
            path, data={"csrf": self.csrf(), **fields}, headers={"Origin": self.url}
        )

    def redact(self) -> None:
        """Approve everything, redact and verify, and wait until that is done."""
        self.post("/goedkeuren")
        assert self.post("/lakken").status_code == 303
        deadline = time.monotonic() + 60
        while self.browser.get("/voortgang").json()["busy"]:
            assert time.monotonic() < deadline
            time.sleep(0.05)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier in which everything was found and nothing was judged."""
    return made_once(tmp_path_factory, "voorbeeld", _find_in_mails) / "dossier"


def _find_in_mails(folder: Path) -> None:
    inbox = folder / "inbox"
    inbox.mkdir()
    for number, (name, (subject, body)) in enumerate(MAILS.items()):
        text = MAIL.format(subject=subject, body=body, number=number)
        (inbox / name).write_text(text, "utf-8")
    (inbox / "stuk.pdf").write_bytes(b"%PDF-1.7 en dan niets")
    dossier = create_dossier(
        folder / "dossier",
        title="Proef",
        case_number="2024-1",
        organisation="BZK",
        received=date(2024, 9, 2),
    )
    work = Work(dossier, SerialExecutor(), lambda *_: None)
    add(work, [inbox])
    find_all(work)
    dossier.engine.dispose()


@contextmanager
def serve(sample: Path, root: Path) -> Iterator[Site]:
    """The application over a copy of the dossier."""
    shutil.copytree(sample, root)
    listening = _listen(0)
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    app = create_app(root, TOKEN, SerialExecutor())
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", ws="none"))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    dossier = open_dossier(root)
    try:
        with httpx.Client(base_url=url, timeout=30) as browser:
            assert browser.get(f"/?token={TOKEN}").status_code == 303
            yield Site(browser, dossier, url)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
        dossier.engine.dispose()
        app.state.desk.dossier.engine.dispose()


@pytest.fixture
def site(sample: Path, tmp_path: Path) -> Iterator[Site]:
    """An application of one's own, to change."""
    with serve(sample, tmp_path / "dossier") as own:
        yield own


@pytest.fixture(scope="session")
def unchanged(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One application for every test that changes nothing."""
    with serve(sample, tmp_path_factory.mktemp("onveranderd") / "dossier") as shared:
        yield shared
