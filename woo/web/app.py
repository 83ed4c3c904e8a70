"""The application: which address shows or changes what."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from woo.dossier.dossier import open_dossier
from woo.errors import MissingError, RefusedError, WooError
from woo.execute.executor import Executor
from woo.execute.processes import ProcessExecutor
from woo.web import changes, pages
from woo.web.desk import Desk
from woo.web.gate import Gate
from woo.web.templating import refusal


class _DocumentId(Convertor[str]):
    """Anything else in the place of a document's id is not found."""

    regex = "d-[0-9a-f]{8}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


class _PersonId(_DocumentId):
    """The same for a person."""

    regex = "p-[0-9]{1,9}"


register_url_convertor("document", _DocumentId())
register_url_convertor("person", _PersonId())

_ONE = "/documenten/{document:document}"

ROUTES = (
    Route("/", pages.show_overview),
    Route("/personen", pages.show_people),
    Route("/hulp", pages.show_help),
    Route("/voortgang", pages.send_progress),
    Route(_ONE, pages.show_document),
    Route(f"{_ONE}/pagina/{{page:int}}.png", pages.send_picture),
    Route(f"{_ONE}/gelakt", pages.show_redacted),
    Route(f"{_ONE}/gelakt.pdf", pages.send_redacted),
    Route(f"{_ONE}/gelakt/{{page:int}}.png", pages.send_redacted_picture),
    Route(f"{_ONE}/beslissing", changes.decide, methods=["POST"]),
    Route(f"{_ONE}/oordeel", changes.judge, methods=["POST"]),
    Route(f"{_ONE}/goedkeuren", changes.approve_one, methods=["POST"]),
    Route("/personen/{person:person}", changes.rule_person, methods=["POST"]),
    Route("/term", changes.rule_term, methods=["POST"]),
    Route("/goedkeuren", changes.approve_all, methods=["POST"]),
    Route("/ongedaan", changes.undo, methods=["POST"]),
    Route("/opnieuw", changes.redo, methods=["POST"]),
    Route("/lakken", changes.start_run, methods=["POST"]),
    Mount("/static", StaticFiles(packages=[("woo.web", "static")])),
)


def create_app(dossier_root: Path, token: str, executor: Executor | None = None) -> Starlette:
    """The review application for one dossier; ``token`` opens the door once per browser.

    Raises InputError when there is no dossier in the folder.
    """
    desk = Desk(open_dossier(dossier_root), executor or ProcessExecutor())

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    app = Starlette(
        routes=ROUTES,
        middleware=[Middleware(Gate, token=token)],
        exception_handlers={WooError: _explain, HTTPException: _explain_http},
        lifespan=lifespan,
    )
    app.state.desk = desk
    return app


async def _explain(_request: Request, error: Exception) -> Response:
    """An error of our own, told on a page."""
    assert isinstance(error, WooError)  # noqa: S101 - that is what it is registered for
    if isinstance(error, MissingError):
        return refusal(404, "Niet gevonden", error.message, error.advice)
    if isinstance(error, RefusedError):
        return refusal(409, "Nog niet beschikbaar", error.message, error.advice)
    return refusal(400, "Dit lukt niet", error.message, error.advice)


async def _explain_http(_request: Request, error: Exception) -> Response:
    """An address that does not exist, or not in this way."""
    assert isinstance(error, HTTPException)  # noqa: S101 - that is what it is registered for
    if error.status_code == 405:
        return refusal(405, "Dit kan niet", "Deze pagina werkt niet op deze manier.")
    return refusal(
        error.status_code, "Niet gevonden", "Deze pagina bestaat niet.", "Ga naar het overzicht."
    )
