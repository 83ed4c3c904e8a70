"""Who may come in: only the browser that the user opened with the address from the terminal.

Another program or web site on this computer can reach 127.0.0.1 as well. So every request must
name this host (against DNS rebinding) and carry the cookie that the token was changed for, and
every change must come from our own page with the page's own secret (against forged requests).
The style sheets and scripts, which hold nothing of a dossier, are open to anybody.
"""

import hmac
import secrets
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import ClientDisconnect
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from woo.errors import WooError
from woo.execute.executor import explain
from woo.web.templating import refusal

MAX_BODY = 64 * 1024  # bytes; the largest form holds a term and a ground
MAX_FIELDS = 50
FORM_TYPE = "application/x-www-form-urlencoded"
_READING = ("GET", "HEAD")

# Referrer-Policy: under no-referrer a browser sends "Origin: null" with our own forms.
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class Gate:
    """ASGI middleware: lets a request through to the pages, or answers with a refusal.

    A form that was let through stands in the scope's state as ``form``, the secret for the forms
    of the next page as ``csrf``.
    """

    def __init__(self, app: ASGIApp, *, token: str) -> None:
        self._app = app
        self._token = token
        self._session = secrets.token_urlsafe(32)
        self._csrf = hmac.new(self._session.encode(), b"form", sha256).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, _with_headers(send))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = self._refuse_visitor(scope)
        if refused is None and scope["method"] not in _READING:
            try:
                refused = await self._refuse_change(scope, receive)
            except ClientDisconnect:
                return
        if refused is not None:
            await refused(scope, receive, send)
            return
        scope.setdefault("state", {})["csrf"] = self._csrf
        started = False

        async def noting(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:  # noqa: BLE001 - a traceback in the log may quote a document
            if not started:
                await _unexpected(error)(scope, receive, send)

    def _refuse_visitor(self, scope: Scope) -> Response | None:
        """Check who asks; None when it is our own browser."""
        port = scope["server"][1]
        if Headers(scope=scope).get("host") not in (f"127.0.0.1:{port}", f"localhost:{port}"):
            return refusal(403, "Geen toegang", "Dit adres hoort niet bij deze toepassing.")
        if scope["path"].startswith("/static/") and scope["method"] in _READING:
            return None
        token = QueryParams(scope["query_string"]).get("token")
        if token is not None and scope["method"] == "GET":
            return self._let_in(scope, token)
        if _same(_cookie(scope), self._session):
            return None
        return refusal(
            403,
            "Geen toegang",
            "U bent nog niet binnen, of de toepassing is opnieuw gestart.",
            "Open het adres dat in het venster van 'woo web' staat, met alles achter 'token='.",
        )

    def _let_in(self, scope: Scope, token: str) -> Response:
        if not _same(token, self._token):
            return refusal(
                403,
                "Geen toegang",
                "Het toegangswoord in dit adres klopt niet.",
                "Kopieer het hele adres uit het venster van 'woo web'.",
            )
        path = "/" if scope["path"].startswith(("//", "/\\")) else scope["path"]
        response = RedirectResponse(path, 303)
        response.set_cookie(
            _cookie_name(scope), self._session, httponly=True, samesite="strict", path="/"
        )
        return response

    async def _refuse_change(self, scope: Scope, receive: Receive) -> Response | None:
        """Check a change and read its form; None when it comes from our own page."""
        if scope["method"] != "POST":
            return refusal(405, "Dit kan niet", "Deze manier van vragen wordt niet ondersteund.")
        headers = Headers(scope=scope)
        if headers.get("origin") != f"http://{headers['host']}":
            return refusal(403, "Geen toegang", "Deze wijziging kwam van een andere pagina.")
        if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM_TYPE:
            return refusal(415, "Dit kan niet", "Dit is geen formulier van deze toepassing.")
        body = await _read_body(receive)
        if body is None:
            return refusal(413, "Dit kan niet", "Het formulier is te groot.")
        form = _parse(body)
        if form is None or not _same(form.pop("csrf", [""])[-1], self._csrf):
            return refusal(
                403,
                "Geen toegang",
                "Deze pagina is verouderd.",
                "Ga terug, ververs de pagina en probeer het opnieuw.",
            )
        scope.setdefault("state", {})["form"] = form
        return None


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sending


def _cookie_name(scope: Scope) -> str:
    """Cookies do not keep ports apart: two dossiers open at once need two names."""
    return f"woo-{scope['server'][1]}"


def _cookie(scope: Scope) -> str:
    try:
        cookies = SimpleCookie(Headers(scope=scope).get("cookie", ""))
    except CookieError:
        return ""
    morsel = cookies.get(_cookie_name(scope))
    return morsel.value if morsel else ""


def _same(one: str, other: str) -> bool:
    """Compare without telling by the time it takes how much was right."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode())


async def _read_body(receive: Receive) -> bytes | None:
    """The body of a request, or None when it is too large."""
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            return None
        more = message.get("more_body", False)
    return body


def _parse(body: bytes) -> dict[str, list[str]] | None:
    try:
        return parse_qs(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MAX_FIELDS,
        )
    except ValueError:
        return None


def _unexpected(error: Exception) -> Response:
    told: WooError = explain(error)
    return refusal(500, "Er ging iets mis", told.message, "Probeer het opnieuw, of meld deze fout.")
