"""``woo detect``, ``redact``, ``verify``, ``inventory``, ``decide``, ``publish`` and ``run``."""

import json
from pathlib import Path

import click

from woo.cli.dossier import show_problems
from woo.cli.session import Session, describe
from woo.dossier.dossier import Dossier
from woo.errors import RefusedError
from woo.pipeline import order, publication
from woo.pipeline.besluit import open_places, source_of, write_decision
from woo.pipeline.mending import mend_all
from woo.pipeline.overview import problems, status_of
from woo.pipeline.redaction import redact_all, verify_all
from woo.pipeline.sets import CATEGORY
from woo.pipeline.stage import Tally
from woo.publish.bundle import Bundle


@click.command()
@click.pass_obj
def detect(session: Session) -> int:
    """Zoek persoonsgegevens in alle documenten en leg het beleid erop."""
    with session.work() as work:
        tally = order.find_all(work)
        state = status_of(work.dossier)
    click.echo(f"Gezocht: {describe(tally, 'stappen gedaan', 'stap gedaan')}")
    for code, count in state.marks_by_ground.items():
        click.echo(f"  {code:<8}{count:>6} voorgestelde lakkingen")
    show_problems(state.problems)
    return tally.exit_code


@click.command()
@click.pass_obj
def redact(session: Session) -> int:
    """Lak elk document waarvan de beslissingen zijn goedgekeurd."""
    with session.work() as work:
        tally = redact_all(work)
        state = status_of(work.dossier)
    click.echo(f"Gelakt: {describe(tally, 'documenten', 'document')}")
    waiting = dict(state.counts)["nog te beoordelen"]
    if waiting:
        wait = "document wacht" if waiting == 1 else "documenten wachten"
        click.echo(f"{waiting} {wait} op goedkeuring: woo review.")
    show_problems(state.problems)
    return tally.exit_code


@click.command()
@click.pass_obj
def verify(session: Session) -> int:
    """Controleer met andere programma's dat het gelakte echt weg is."""
    with session.work() as work:
        tally = verify_all(work) + mend_all(work)
        trouble = problems(work.dossier)
    click.echo(f"Gecontroleerd: {describe(tally, 'documenten', 'document')}")
    show_problems(trouble)
    if any(problem.stage == "verify" for problem in trouble):
        return RefusedError.exit_code
    return tally.exit_code


@click.command()
@click.pass_obj
def inventory(session: Session) -> None:
    """Maak de inventarislijst als xlsx, csv, json en pdf."""
    with session.work() as work:
        for path in publication.write_inventory(work.dossier).values():
            click.echo(path)


@click.command()
@click.pass_obj
def decide(session: Session) -> None:
    """Stel het besluit op. Pas decision/besluit.md aan en voer de opdracht opnieuw uit."""
    with session.work() as work:
        click.echo(write_decision(work.dossier))
        _show_open_places(work.dossier)


@click.command()
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Waar het pakket komt; anders in de map publication van het dossier.",
)
@click.pass_obj
def publish(session: Session, out: Path | None) -> None:
    """Maak het pakket voor openbaarmaking: een map en een zip.

    Weigert zolang één document niet is beoordeeld of niet schoon is bevonden.
    """
    with session.work() as work:
        _show_bundle(publication.publish(work.dossier, out))
        _show_open_places(work.dossier)


@click.command()
@click.option(
    "--accept-suggestions",
    is_flag=True,
    help="Keur alle voorstellen goed zonder te stoppen voor een beoordelaar. "
    "Wat in het ene document weggaat, gaat dan ook in de andere weg.",
)
@click.option("--json", "as_json", is_flag=True, help="Toon de uitkomst als JSON.")
@click.pass_obj
def run(session: Session, *, accept_suggestions: bool, as_json: bool) -> int:
    """Doe alle stappen na elkaar. Wat klaar is, wordt niet opnieuw gedaan."""
    with session.work() as work:
        try:
            finish = order.run(work, accept_suggestions=accept_suggestions)
        except RefusedError:
            show_problems(problems(work.dossier))
            raise
        state = status_of(work.dossier)
    if finish.bundle is None:
        waiting = len(finish.waiting)
        wait = "document wacht" if waiting == 1 else "documenten wachten"
        click.echo(f"{waiting} {wait} op uw oordeel: woo review.")
        show_problems(state.problems)
        return finish.tally.exit_code
    if as_json:
        facts = {**state.as_json(), "bundle": str(finish.bundle.folder)}
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
        return 0
    _show_run(finish.tally, state.marks_by_ground, finish.bundle)
    _show_open_places(work.dossier)
    return 0


def _show_run(tally: Tally, marks: dict[str, int], bundle: Bundle) -> None:
    click.echo(f"Stappen: {describe(tally, 'gedaan')}")
    grounds = ", ".join(f"{code}: {count}" for code, count in marks.items())
    click.echo(f"Gelakt: {sum(marks.values())} keer ({grounds}).")
    _show_bundle(bundle)


def _show_open_places(dossier: Dossier) -> None:
    # A set of a nota and its letter answers no request: nothing is decided.
    is_set = dossier.settings.informatiecategorie == CATEGORY
    if not is_set and not source_of(dossier).exists():
        click.echo("Er is geen besluit opgesteld: vul de ondertekenaar in dossier.toml in.")
    count = open_places(dossier)
    if count:
        click.echo(
            f"Het besluit zit niet in het pakket: {count} plaatsen tussen [ ] zijn nog open."
        )
        click.echo(f"Vul ze in: {source_of(dossier)}")


def _show_bundle(bundle: Bundle) -> None:
    click.echo(f"Alle {bundle.documents} documenten zijn gecontroleerd en schoon bevonden.")
    click.echo(f"Pakket:  {bundle.folder}")
    click.echo(f"Als zip: {bundle.archive}")
