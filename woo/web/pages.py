"""The pages: what a reviewer looks at. Nothing changes here."""

from collections import Counter

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from woo.errors import InputError, MissingError, RefusedError
from woo.model.record import Judgement
from woo.pipeline.overview import status_of
from woo.pipeline.reviewing import overview
from woo.pipeline.worklist import Row, State, is_shown_clean, worklist
from woo.web.desk import Desk, desk_of
from woo.web.document_view import row_of, view_document
from woo.web.page_pictures import PageKey

SCALES = (1.5, 3.0)  # pixels per point: an ordinary screen and a sharp one
STATE_LABELS = {
    State.TO_REVIEW: "te beoordelen",
    State.APPROVED: "goedgekeurd",
    State.REDACTED: "gelakt",
    State.VERIFIED: "gecontroleerd",
    State.PROBLEM: "probleem",
    State.WITHHELD: "niet openbaar",
    State.UNDECIDED: "nog niet doorzocht",
}


def show_overview(request: Request) -> Response:
    """How the dossier stands, and every document; ``toon`` narrows the list to one state."""
    desk = desk_of(request)
    rows = worklist(desk.dossier)
    chosen = request.query_params.get("toon")
    if chosen is not None and chosen not in set(State):
        raise MissingError("Deze lijst bestaat niet.", "Ga naar het overzicht.")
    return desk.show(
        request,
        "overview",
        status=status_of(desk.dossier),
        rows=[row for row in rows if chosen in (None, row.state.value)],
        total=len(rows),
        first=next((row for row in rows if row.state is State.TO_REVIEW), None),
        counts=Counter(row.state for row in rows),
        chosen=chosen,
        labels=STATE_LABELS,
        ids={row.entry.number or row.entry.id: row.entry.id for row in rows},
    )


def show_document(request: Request) -> Response:
    """One page of a document with its decisions."""
    desk = desk_of(request)
    view = view_document(desk.dossier, desk.pictures, _document(request), _page(request))
    return desk.show(
        request,
        "document",
        view=view,
        labels=STATE_LABELS,
        judgements=tuple(Judgement),
        scales=SCALES,
    )


def show_people(request: Request) -> Response:
    """Everyone in the dossier, with one decision each."""
    desk = desk_of(request)
    return desk.show(request, "people", rows=overview(desk.dossier).people)


def show_help(request: Request) -> Response:
    """The keys, and what the signs mean."""
    return desk_of(request).show(request, "help")


def show_redacted(request: Request) -> Response:
    """The redacted document beside the original."""
    desk = desk_of(request)
    row = _shown_clean(desk, request)
    number = _page(request)
    pages = max(row.entry.page_count, 1)
    if number > pages:
        raise MissingError("Deze pagina bestaat niet.", f"Dit document heeft {pages} pagina's.")
    return desk.show(request, "redacted", row=row, number=number, pages=pages, scales=SCALES)


def send_redacted(request: Request) -> Response:
    """The redacted PDF itself."""
    desk = desk_of(request)
    row = _shown_clean(desk, request)
    return FileResponse(
        desk.dossier.layout.redacted(row.entry.id),
        media_type="application/pdf",
        filename=f"{row.entry.number}.pdf",
        content_disposition_type="inline",
    )


def send_picture(request: Request) -> Response:
    """One page as PNG, of the document as it came in."""
    desk = desk_of(request)
    row = row_of(worklist(desk.dossier), _document(request))
    return _picture(
        request, PageKey.of(desk.dossier.layout.rendition(row.entry.id), _page(request))
    )


def send_redacted_picture(request: Request) -> Response:
    """One page as PNG, of the redacted document."""
    desk = desk_of(request)
    row = _shown_clean(desk, request)
    return _picture(request, PageKey.of(desk.dossier.layout.redacted(row.entry.id), _page(request)))


def send_progress(request: Request) -> Response:
    """How far the run in the background is."""
    run = desk_of(request).run.state()
    return JSONResponse(
        {
            "count": run.count,
            "busy": run.busy,
            "stage": run.stage,
            "done": run.done,
            "total": run.total,
        }
    )


def _picture(request: Request, key: PageKey) -> Response:
    scale = SCALES[1] if request.query_params.get("scherp") == "1" else SCALES[0]
    tag = f'"{key.number}-{scale}-{key.stamp[0]:x}-{key.stamp[1]:x}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    content = desk_of(request).pictures.picture(key, scale)
    return Response(content, media_type="image/png", headers={"ETag": tag})


def _shown_clean(desk: Desk, request: Request) -> Row:
    """The line of a document of which the redacted file may be shown. Raises RefusedError."""
    row = row_of(worklist(desk.dossier), _document(request))
    if not is_shown_clean(desk.dossier, row.entry.id):
        raise RefusedError(
            "Van dit document is nog geen gelakte versie die is gecontroleerd.",
            "Keur het document goed en kies op het overzicht 'Lak en controleer'.",
        )
    return row


def _document(request: Request) -> str:
    return str(request.path_params["document"])


def _page(request: Request) -> int:
    """The page asked for, from 1. Raises InputError."""
    written = request.path_params.get("page") or request.query_params.get("pagina", "1")
    if not str(written).isascii() or not str(written).isdigit() or not 0 < len(str(written)) < 7:
        raise InputError("Dit is geen paginanummer.", "Kies een pagina in het document.")
    return max(int(written), 1)
