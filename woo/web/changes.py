"""The changes: each reads a form, calls one function of the pipeline, and sends the browser on."""

from starlette.requests import Request
from starlette.responses import Response

from woo.dossier.documents import all_entries
from woo.errors import InputError
from woo.pipeline import reviewing
from woo.pipeline.judging import approve
from woo.pipeline.worklist import hits_of, worklist
from woo.text.matcher import is_searchable
from woo.web.desk import desk_of
from woo.web.document_view import next_waiting, row_of
from woo.web.forms import DecisionForm, Form, GroundsForm, JudgementForm, PersonForm, TermForm

_SCOPE = {False: "op deze plaats", True: "in het hele dossier"}
_EFFECT = {True: "gelakt", False: "niet gelakt"}


def decide(request: Request) -> Response:
    """Rule on one place, or on the person who stands there."""
    form = DecisionForm.read(request)
    document = str(request.path_params["document"])
    _need_ground(form, redact=form.redact)
    with desk_of(request).change() as work:
        if form.everywhere:
            reviewing.rule_person(work, form.person, redact=form.redact, codes=form.ground)
        else:
            reviewing.rule_span(
                work, document, form.start, form.end, redact=form.redact, codes=form.ground
            )
    notice = f"Vastgelegd: wordt {_SCOPE[form.everywhere]} {_EFFECT[form.redact]}."
    return desk_of(request).go(f"{form.back}#b-{form.start}-{form.end}", notice)


def rule_person(request: Request) -> Response:
    """Rule on one person in the whole dossier."""
    form = PersonForm.read(request)
    person = str(request.path_params["person"])
    redact = form.effect == "redact"
    _need_ground(form, redact=redact)
    with desk_of(request).change() as work:
        reviewing.rule_person(work, person, redact=redact, codes=form.ground)
    notice = f"Vastgelegd: wordt {_SCOPE[True]} {_EFFECT[redact]}."
    return desk_of(request).go(f"{form.back}#{person}", notice)


def rule_term(request: Request) -> Response:
    """Show how often a term occurs; with an effect, rule on it."""
    form = TermForm.read(request)
    desk = desk_of(request)
    if not is_searchable(form.term):
        raise InputError("Een zoekterm heeft minstens één letter of cijfer.", "Vul een term in.")
    if form.effect is None:
        hits = hits_of(desk.dossier, form.term)
        return desk.show(request, "term", form=form, hits=hits, here=form.back)
    redact = form.effect == "redact"
    _need_ground(form, redact=redact)
    with desk.change() as work:
        reviewing.rule_term(work, form.term, redact=redact, codes=form.ground)
    return desk.go(form.back, f"Vastgelegd: de term wordt {_SCOPE[True]} {_EFFECT[redact]}.")


def judge(request: Request) -> Response:
    """Judge a whole document."""
    form = JudgementForm.read(request)
    desk = desk_of(request)
    row = row_of(worklist(desk.dossier), str(request.path_params["document"]))
    with desk.change() as work:
        reviewing.judge_document(
            work, row.entry.number or "", form.judgement, form.ground, form.link.strip()
        )
    return desk.go(form.back, f"Vastgelegd: document {row.entry.number} is {form.judgement}.")


def approve_one(request: Request) -> Response:
    """Approve the decisions on one document, and go to the next that waits."""
    Form.read(request)
    desk = desk_of(request)
    rows = worklist(desk.dossier)
    row = row_of(rows, str(request.path_params["document"]))
    with desk.change() as work:
        count = approve(work.dossier, [row.entry])
    after = next_waiting(rows, row.entry.id)
    path = f"/documenten/{after.entry.id}" if after else "/"
    done = f"Document {row.entry.number} is goedgekeurd."
    if not count:
        done = f"Document {row.entry.number} wacht niet op goedkeuring."
    return desk.go(path, f"{done} {'' if after else 'Alles is beoordeeld.'}".strip())


def approve_all(request: Request) -> Response:
    """Approve every decision as it is now."""
    form = Form.read(request)
    with desk_of(request).change() as work:
        with work.dossier.transaction() as connection:
            everything = all_entries(connection)
        count = approve(work.dossier, everything)
    return desk_of(request).go(form.back, f"{count} documenten goedgekeurd.")


def undo(request: Request) -> Response:
    """Take the last ruling back."""
    form = Form.read(request)
    with desk_of(request).change() as work:
        changed = reviewing.undo(work)
    notice = "Teruggenomen." if changed else "Er is niets om terug te nemen."
    return desk_of(request).go(form.back, notice)


def redo(request: Request) -> Response:
    """Put back what was taken back last."""
    form = Form.read(request)
    with desk_of(request).change() as work:
        changed = reviewing.redo(work)
    notice = "Teruggezet." if changed else "Er is niets om terug te zetten."
    return desk_of(request).go(form.back, notice)


def start_run(request: Request) -> Response:
    """Redact and verify everything that was approved, in the background."""
    Form.read(request)
    desk = desk_of(request)
    desk.start_run()
    return desk.go("/", "Het lakken en controleren is begonnen.")


def _need_ground(form: GroundsForm, *, redact: bool) -> None:
    """Say it in words that fit a page; the pipeline's own advice names a command."""
    if redact and not form.ground:
        raise InputError("Lakken vraagt een weigeringsgrond.", "Kies een grond.")
