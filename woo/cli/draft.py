"""``woo draft``: write a source, check it, make the document."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from woo.errors import WooError
from woo.model.draft import Problem, Severity

_SOURCE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SECONDS_BETWEEN_LOOKS = 0.5

_templates = click.option(
    "--templates",
    metavar="MAP",
    type=click.Path(file_okay=False, path_type=Path),
    help="Map met eigen sjablonen; die gaan voor de ingebouwde.",
)


@click.group()
def draft() -> None:
    """Schrijf een nota, een Kamerbrief of een brief over een Woo-verzoek."""


class _WithKinds(click.Command):
    """A command whose help names the kinds that there are."""

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List every built-in kind with what it is for."""
        from woo.draft.kinds import kind_names, load_kind, template_folders

        folders = template_folders(None)
        rows = [(name, load_kind(name, folders).explanation) for name in kind_names(folders)]
        with formatter.section("Soorten"):
            formatter.write_dl(rows)


@draft.command("new", cls=_WithKinds)
@click.argument("kind", metavar="SOORT")
@click.argument("file", metavar="BESTAND", type=click.Path(dir_okay=False, path_type=Path))
@_templates
def new(kind: str, file: Path, templates: Path | None) -> None:
    """Maak een volledig voorbeeld om te bewerken.

    SOORT is een van de soorten hieronder, of een uit de map met eigen sjablonen. Een bestaand
    bestand blijft staan.
    """
    from woo.draft.examples import example_source
    from woo.draft.files import write_new

    write_new(file, example_source(kind, templates))
    click.echo(f"Gemaakt: {file}. Controleer met: woo draft check {file}")


@draft.command("check")
@click.argument("files", metavar="BESTAND...", nargs=-1, required=True, type=_SOURCE)
@click.option("--json", "as_json", is_flag=True, help="Toon de uitkomst als JSON.")
@_templates
@click.pass_context
def check_command(
    context: click.Context, files: tuple[Path, ...], *, as_json: bool, templates: Path | None
) -> None:
    """Controleer bronteksten: elk probleem met zijn regel. Code 2 bij fouten."""
    from woo.draft.check import check
    from woo.draft.files import read_source

    found = {file: check(read_source(file), templates) for file in files}
    if as_json:
        rows = [
            {"path": str(f), **asdict(one)} for f, problems in found.items() for one in problems
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _show(found)
    if any(one.severity is Severity.ERROR for problems in found.values() for one in problems):
        context.exit(2)


def _show(found: dict[Path, tuple[Problem, ...]]) -> None:
    for file, problems in found.items():
        for one in problems:
            word = "fout" if one.severity is Severity.ERROR else "tip"
            click.echo(f"{file}:{one.line}:{one.column}: {word}: {one.message}")
        if not problems:
            click.echo(f"{file}: in orde")


@draft.command("import")
@click.argument("file", metavar="BESTAND.docx", type=_SOURCE)
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="De brontekst. Standaard: naast het Word-bestand, met .md achter de naam.",
)
@click.option("--kind", metavar="SOORT", help="Het soort stuk, als het bestand dat niet zegt.")
@_templates
def import_command(file: Path, out: Path | None, kind: str | None, templates: Path | None) -> None:
    """Maak van een Word-bestand weer een brontekst.

    Het bestand kan door woo zijn gemaakt en in Word of LibreOffice bewerkt, of in Word geschreven.
    Wat niet mee kan, staat in het overzicht. Een bestaand bestand blijft staan.
    """
    from woo.draft.files import import_file

    path, imported = import_file(file, out, kind, templates)
    for name in imported.pictures:
        click.echo(f"Afbeelding: {path.with_name(name)}")
    click.echo(f"Gemaakt: {path}. Controleer met: woo draft check {path}")
    if imported.remarks:
        click.echo("Let op:", err=True)
    for remark in imported.remarks:
        click.echo(f"  {remark.place}: {remark.message}", err=True)


@draft.command("render")
@click.argument("files", metavar="BESTAND...", nargs=-1, required=True, type=_SOURCE)
@click.option(
    "--to",
    type=click.Choice(["pdf", "html", "docx"]),
    default="pdf",
    show_default=True,
    help="Het soort bestand.",
)
@click.option("--public", is_flag=True, help="Maak de openbare versie: wat gemarkeerd is, is weg.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help="Het bestand of de map voor de uitkomst. Standaard: naast de brontekst.",
)
@_templates
@click.option("--watch", is_flag=True, help="Maak het opnieuw na elke wijziging (stop: Ctrl-C).")
def render_command(
    files: tuple[Path, ...],
    to: str,
    out: Path | None,
    templates: Path | None,
    *,
    public: bool,
    watch: bool,
) -> None:
    """Maak van bronteksten een pdf, html- of Word-bestand."""
    from woo.draft.files import render_file

    def make(file: Path) -> None:
        path = render_file(
            file, public=public, to=to, out=out, templates=templates, many=len(files) > 1
        )
        click.echo(f"Gemaakt: {path}")

    if watch:
        _watch(files, make)
    for file in files:
        make(file)


def _watch(files: Sequence[Path], make: Callable[[Path], None]) -> None:
    """Make each file again when it changes, until the user stops."""
    seen: dict[Path, float] = {}
    while True:
        for file in files:
            changed = file.stat().st_mtime if file.exists() else 0.0
            if changed and seen.get(file) != changed:
                seen[file] = changed
                _try(file, make)
        time.sleep(_SECONDS_BETWEEN_LOOKS)


def _try(file: Path, make: Callable[[Path], None]) -> None:
    try:
        make(file)
    except WooError as error:
        click.echo(str(error), err=True)
