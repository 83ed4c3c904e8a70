"""``woo new``, ``add``, ``status`` and ``log``."""

import json
from datetime import date
from pathlib import Path

import click

from woo.cli.session import Session, describe
from woo.dossier import audit
from woo.dossier.documents import Arrival
from woo.dossier.dossier import create_dossier
from woo.errors import RefusedError
from woo.pipeline.intake import add as add_files
from woo.pipeline.overview import Problem, Status, problems, status_of
from woo.reference.organisations import all_organisations, all_short_names

_DAY = "JJJJ-MM-DD"


def _day(_ctx: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """The day that was written as in ``dossier.toml``."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(
            "Dit is geen datum. Schrijf jaar, maand en dag, zoals 2024-09-27."
        ) from None


def _show_organisations(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - as Click calls it
    if wanted:
        short_names = {code: short for short, code in all_short_names().items()}
        for code, one in all_organisations().items():
            click.echo(f"{short_names.get(code, code):<10}{one.label}")
        ctx.exit()


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="MAP")
@click.option("--title", prompt="Titel van het dossier", help="De titel van het dossier.")
@click.option("--case-number", prompt="Zaaknummer", help="Het zaaknummer van het verzoek.")
@click.option(
    "--organisation",
    prompt="Organisatie (afkorting, zoals BZK)",
    help="De organisatie die openbaar maakt: een afkorting, een code of de hele naam.",
)
@click.option(
    "--organisations",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_organisations,
    help="Toon alle organisaties met hun afkorting of code.",
)
@click.option("--received", callback=_day, metavar=_DAY, help="Wanneer het verzoek kwam.")
@click.option("--decided", callback=_day, metavar=_DAY, help="De datum van het besluit.")
@click.option(
    "--category",
    default="014",
    metavar="NUMMER",
    show_default=True,
    help="De informatiecategorie: 014 voor een Woo-verzoek, 007 voor een nota met Kamerbrief.",
)
def new(
    folder: Path,
    title: str,
    case_number: str,
    organisation: str,
    received: date | None,
    decided: date | None,
    category: str,
) -> None:
    """Begin een dossier in een nieuwe of lege MAP."""
    create_dossier(
        folder,
        title=title,
        case_number=case_number,
        organisation=organisation,
        received=received,
        decided=decided,
        category=category,
    )
    click.echo(f"Het dossier staat in {folder}. Voeg nu bestanden toe met: woo add.")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PAD...")
@click.pass_obj
def add(session: Session, paths: tuple[Path, ...]) -> int:
    """Neem bestanden en mappen op in het dossier, met alles wat eraan vastzit.

    Leest e-mail (.eml, .msg), Word (.docx), rekenbladen (.xlsx), presentaties (.pptx), pdf,
    afbeeldingen, tekst (.txt, .csv), webpagina's (.html), eigen concepten (.md) en wat in een .zip
    zit.
    Een map met set.toml (zie: woo draft set) komt erin als nota met haar brief en bijlagen.
    Nog een keer hetzelfde toevoegen verandert niets.
    """
    with session.work() as work:
        intake = add_files(work, paths)
        trouble = problems(work.dossier)
    new_ones, again = intake.arrivals[Arrival.NEW], intake.arrivals[Arrival.DUPLICATE]
    click.echo(f"{new_ones} bestanden toegevoegd, {again} dubbel.")
    click.echo(f"Gelezen: {describe(intake.reading, 'nieuw, met bijlagen')}")
    if intake.pictures:
        click.echo(f"Afbeeldingen in een concept, geen eigen document: {intake.pictures}.")
    for error in intake.left_out:
        click.echo(f"Niet opgenomen: {error}", err=True)
    show_problems(trouble)
    return max(intake.reading.exit_code, *(error.exit_code for error in intake.left_out), 0)


def show_problems(trouble: tuple[Problem, ...]) -> None:
    """One line for each document that needs attention."""
    for problem in trouble:
        click.echo(f"  {problem.number}: {problem.message}", err=True)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
@click.pass_obj
def status(session: Session, *, as_json: bool) -> None:
    """Toon per stap hoeveel documenten klaar zijn, wat aandacht vraagt en de beslistermijn."""
    state = status_of(session.dossier())
    if as_json:
        click.echo(json.dumps(state.as_json(), ensure_ascii=False, indent=2))
        return
    _show_status(state)


def _show_status(state: Status) -> None:
    click.echo(f"{state.title} ({state.case_number})")
    for label, count in state.counts:
        click.echo(f"  {label:<28}{count:>6}")
    for deadline in state.deadlines:
        click.echo(f"  {deadline}")
    if state.problems:
        click.echo("Gaat niet verder:")
        show_problems(state.problems)
    if state.notes:
        click.echo("Bekijk met het oog:")
        for note in state.notes:
            click.echo(f"  {note.number}: {note.message}")


@click.command()
@click.option("--verify", is_flag=True, help="Controleer of er niets is veranderd of weggehaald.")
@click.pass_obj
def log(session: Session, *, verify: bool) -> None:
    """Toon het logboek: wie wat wanneer deed. Bevat geen persoonsgegevens uit documenten."""
    with session.dossier().transaction() as connection:
        if not verify:
            for line in audit.lines(connection):
                click.echo(line)
            return
        broken = audit.verify(connection)
        count, head = sum(1 for _ in audit.lines(connection)), audit.head(connection)
    if broken:
        raise RefusedError(
            f"Het logboek is veranderd bij regel {broken[0].seq}.",
            "Zet een reservekopie van het dossier terug.",
        )
    click.echo(f"Het logboek is heel: {count} regels. Laatste hash: {head}")
