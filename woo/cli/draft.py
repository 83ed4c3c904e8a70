"""``woo draft``: write a source, check it, make the document."""

from pathlib import Path

import click

from woo.cli.draft_check import check_command
from woo.cli.rendering import TEMPLATES, render_command
from woo.text.machine import collecting_rarely

# Imports and sources make objects and hardly any garbage; at Python's own 700 the collector looks a
# hundred times at all that was imported, a tenth of what a letter takes. A list of 5,000 documents
# makes a million objects.
OBJECTS_BEFORE_COLLECTION = 2_000_000
_OWN = "woo.draft.new"


@click.group()
def draft() -> None:
    """Schrijf een nota, een Kamerbrief of een brief over een Woo-verzoek."""
    click.get_current_context().with_resource(collecting_rarely(OBJECTS_BEFORE_COLLECTION))


draft.add_command(check_command)


class _WithKinds(click.Command):
    """A command whose help names the kinds that there are."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep which templates were named: help is shown before other options are looked at."""
        ctx.meta[_OWN], _, _ = self.make_parser(ctx).parse_args(args=list(args))
        return super().parse_args(ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List every kind with what it is for, those of an organisation's own among them."""
        from woo.draft.kinds import kind_names, load_kind, template_folders

        own = ctx.meta[_OWN].get("templates")
        folders = template_folders(Path(own) if own else None)
        rows = [(name, load_kind(name, folders).explanation) for name in kind_names(folders)]
        with formatter.section("Soorten"):
            formatter.write_dl(rows)


@draft.command("new", cls=_WithKinds)
@click.argument("kind", metavar="SOORT")
@click.argument("file", metavar="BESTAND", type=click.Path(dir_okay=False, path_type=Path))
@TEMPLATES
def new(kind: str, file: Path, templates: Path | None) -> None:
    """Maak een volledig voorbeeld om te bewerken.

    SOORT is een van de soorten hieronder. Met --templates MAP --help staan de eigen soorten erbij.
    Een bestaand bestand blijft staan.
    """
    from woo.draft.examples import example_source
    from woo.draft.files import write_new

    write_new(file, example_source(kind, templates))
    click.echo(f"Gemaakt: {file}. {_advice(file, templates)}")


def _advice(file: Path, templates: Path | None) -> str:
    """How to check it, with the same templates."""
    own = f" --templates {templates}" if templates else ""
    return f"Controleer met: woo draft check {file}{own}"


@draft.command("import")
@click.argument(
    "file", metavar="BESTAND.docx", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="De brontekst. Standaard: naast het Word-bestand, met .md achter de naam.",
)
@click.option("--kind", metavar="SOORT", help="Het soort stuk, als het bestand dat niet zegt.")
@TEMPLATES
def import_command(file: Path, out: Path | None, kind: str | None, templates: Path | None) -> None:
    """Maak van een Word-bestand weer een brontekst.

    Het bestand kan door woo zijn gemaakt en in Word of LibreOffice bewerkt, of in Word geschreven.
    Wat niet mee kan, staat in het overzicht. Een bestaand bestand blijft staan.
    """
    from woo.draft.files import import_file

    path, imported = import_file(file, out, kind, templates)
    for name in imported.pictures:
        click.echo(f"Afbeelding: {path.with_name(name)}")
    click.echo(f"Gemaakt: {path}. {_advice(path, templates)}")
    if imported.remarks:
        click.echo("Let op:", err=True)
    for remark in imported.remarks:
        click.echo(f"  {remark.place}: {remark.message}", err=True)


@draft.command("set")
@click.argument(
    "folder", metavar="MAP", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
def set_command(folder: Path) -> None:
    """Maak van een map een set: een nota, de brief waar zij over gaat, en de bijlagen.

    Dit schrijft set.toml: een voorstel met wat er in de map staat. Pas het aan waar dat nodig is.
    """
    from woo.draft.sets.proposal import write_set_file

    path = write_set_file(folder)
    click.echo(f"Gemaakt: {path}. Kijk het na en controleer met: woo draft check {folder}")


draft.add_command(render_command)
