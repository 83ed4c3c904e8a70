"""The reviewer's desk: one dossier, open, and one change at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from woo.dossier.dossier import Dossier
from woo.errors import InputError
from woo.execute.executor import Executor
from woo.pipeline.stage import Work
from woo.web.page_pictures import PagePictures
from woo.web.redaction_run import RedactionRun
from woo.web.templating import page

_PATIENCE = 20  # seconds that a change waits for the one before


class Desk:
    """What every page and change needs. One per application."""

    def __init__(self, dossier: Dossier, executor: Executor) -> None:
        self.dossier = dossier
        self.pictures = PagePictures()
        self.run = RedactionRun()
        self._executor = executor
        self._changing = Lock()
        self._notice = ""

    @contextmanager
    def change(self) -> Iterator[Work]:
        """The dossier to change, with nobody else at work in it. Raises InputError."""
        if self.run.state().busy:
            raise InputError("Er wordt nu gelakt en gecontroleerd.", "Wacht tot dat klaar is.")
        if not self._changing.acquire(timeout=_PATIENCE):
            raise InputError("De vorige wijziging duurt nog.", "Probeer het zo nog eens.")
        try:
            with self.dossier.at_work():
                yield Work(self.dossier, self._executor, _silent)
        finally:
            self._changing.release()

    def start_run(self) -> None:
        """Redact and verify in the background. Raises InputError when somebody is at work."""
        self.run.start(self.dossier, self._executor)

    def show(self, request: Request, name: str, **values: Any) -> HTMLResponse:
        """A page within the frame of the application; a waiting notice is shown once."""
        notice, self._notice = self._notice, ""
        frame: dict[str, Any] = {
            "csrf": request.state.csrf,
            "settings": self.dossier.settings,
            "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            "notice": notice,
            "run": self.run.state(),
        }
        return page(name, **(frame | values))

    def go(self, path: str, notice: str) -> RedirectResponse:
        """Send the browser on to a page, which will show the notice."""
        self._notice = notice
        return RedirectResponse(path, 303)

    def close(self) -> None:
        """Let the helpers go."""
        self.pictures.close()


def desk_of(request: Request) -> Desk:
    """The desk of the application that the request came to."""
    desk: Desk = request.app.state.desk
    return desk


def _silent(_stage: str, _done: int, _total: int) -> None:
    """A single change needs no progress."""
