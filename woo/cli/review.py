"""``woo review``: see what was found, rule on it, approve."""

import click

from woo.cli.session import Session
from woo.dossier.documents import all_entries, entry_by_number
from woo.pipeline import reviewing
from woo.pipeline.judging import approve
from woo.pipeline.worklist import hits_of
from woo.reference.labels import category_label, role_label

GROUND = click.option(
    "--ground", "grounds", multiple=True, metavar="CODE", help="De weigeringsgrond, zoals 5.1.2e."
)
EFFECT = click.option(
    "--redact/--keep", default=True, help="Lakken (dat is de standaard) of laten staan."
)


@click.group(invoke_without_command=True)
@click.pass_context
def review(ctx: click.Context) -> None:
    """Beoordeel wat is gevonden: per persoon, per term of per document.

    Zonder verdere opdracht toont dit de lijst.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(show)


@review.command("list")
@click.pass_obj
def show(session: Session) -> None:
    """Toon iedereen en alles wat is gevonden, met wat ermee gebeurt."""
    found = reviewing.overview(session.dossier())
    click.echo(f"{'persoon':<10}{'gelakt':>8}{'blijft':>8}  naam (rol)")
    for row in found.people:
        label = f"{row.person.name} ({role_label(row.person.role)})"
        click.echo(f"{row.person.id:<10}{row.redacted:>8}{row.kept:>8}  {label}")
    for category, redacted, kept in found.other:
        click.echo(f"{'-':<10}{redacted:>8}{kept:>8}  {category_label(category)}")
    numbers = ", ".join(item.number or item.id for item in found.waiting)
    click.echo(f"Nog goed te keuren: {numbers or 'niets'}.")


@review.command()
@click.argument("numbers", nargs=-1, metavar="[NUMMER]...")
@click.pass_obj
def accept(session: Session, numbers: tuple[str, ...]) -> None:
    """Keur de beslissingen goed: van deze documenten, of van alle."""
    with session.work() as work:
        with work.dossier.transaction() as connection:
            chosen = [entry_by_number(connection, number) for number in numbers]
            everything = all_entries(connection)
        count = approve(work.dossier, chosen or everything)
    click.echo("1 document goedgekeurd." if count == 1 else f"{count} documenten goedgekeurd.")
    unread = [item.number for item in chosen if item.kind is None]
    if unread:
        click.echo(
            f"Niet gelezen, dus niet goed te keuren: {', '.join(map(str, unread))}. "
            "Beoordeel die met: woo review judge.",
            err=True,
        )


@review.command()
@click.argument("person", metavar="PERSOON")
@EFFECT
@GROUND
@click.pass_obj
def person(session: Session, person: str, *, redact: bool, grounds: tuple[str, ...]) -> None:
    """Lak PERSOON (zoals p-0003) in het hele dossier, of laat de naam staan."""
    with session.work() as work:
        reviewing.rule_person(work, person, redact=redact, codes=grounds or ("5.1.2e",))
    click.echo("Vastgelegd. Wat hierdoor verandert, vraagt opnieuw goedkeuring.")


@review.command()
@click.argument("term", metavar="TERM")
@EFFECT
@GROUND
@click.pass_obj
def term(session: Session, term: str, *, redact: bool, grounds: tuple[str, ...]) -> None:
    """Lak TERM waar die ook staat in het dossier, of laat die staan."""
    with session.work() as work:
        reviewing.rule_term(work, term, redact=redact, codes=grounds)
        hits = hits_of(work.dossier, term)
    click.echo("Vastgelegd. Wat hierdoor verandert, vraagt opnieuw goedkeuring.")
    if not hits:
        click.echo(
            "Let op: deze term staat nu in geen enkel document. Is het een typefout? Neem hem dan "
            "terug met: woo review undo.",
            err=True,
        )


@review.command()
@click.argument("number", metavar="NUMMER")
@click.argument("judgement", metavar="BEOORDELING")
@GROUND
@click.option("--link", default="", metavar="URL", help="Waar het document al openbaar is.")
@click.pass_obj
def judge(
    session: Session, number: str, judgement: str, grounds: tuple[str, ...], link: str
) -> None:
    """Beoordeel een heel document: openbaar, deels openbaar, niet openbaar, reeds openbaar."""
    with session.work() as work:
        reviewing.judge_document(work, number, judgement, grounds, link)
    click.echo("Vastgelegd.")


@review.command()
@click.pass_obj
def undo(session: Session) -> None:
    """Neem het laatste oordeel over een persoon, een term of een plek terug.

    Een beoordeling van een heel document verandert u met: woo review judge.
    """
    with session.work() as work:
        changed = reviewing.undo(work)
    click.echo("Teruggenomen." if changed else "Er is niets om terug te nemen.")


@review.command()
@click.pass_obj
def redo(session: Session) -> None:
    """Zet terug wat het laatst is teruggenomen."""
    with session.work() as work:
        changed = reviewing.redo(work)
    click.echo("Teruggezet." if changed else "Er is niets om terug te zetten.")
