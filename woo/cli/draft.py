"""``woo draft``: write a source, check it, make the document."""

import gc
import json
from dataclasses import asdict
from pathlib import Path

import click

from woo.cli.rendering import TEMPLATES, render_command
from woo.model.draft import Problem, Severity

_SOURCE = click.Path(exists=True, path_type=Path)
# Imports make objects and hardly any garbage; at Python's own 700 the collector looks a hundred
# times at all that was imported, a tenth of what a letter takes.
_OBJECTS_BEFORE_COLLECTION = 100_000


@click.group()
def draft() -> None:
    """Schrijf een nota, een Kamerbrief of een brief over een Woo-verzoek."""
    collect_seldom()


def collect_seldom() -> None:
    """Let the collector wait: what drafting makes is in use until the document is there."""
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)


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
@TEMPLATES
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
@TEMPLATES
@click.pass_context
def check_command(
    context: click.Context, files: tuple[Path, ...], *, as_json: bool, templates: Path | None
) -> None:
    """Controleer bronteksten en sets: elk probleem met zijn regel. Code 2 bij fouten."""
    from woo.draft.set_checks import check_paths

    found = check_paths(files, templates)
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


@draft.command("set")
@click.argument(
    "folder", metavar="MAP", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
def set_command(folder: Path) -> None:
    """Maak van een map een set: een nota, de brief waar zij over gaat, en de bijlagen.

    Dit schrijft set.toml: een voorstel met wat er in de map staat. Pas het aan waar dat nodig is.
    """
    from woo.draft.set_proposal import write_set_file

    path = write_set_file(folder)
    click.echo(f"Gemaakt: {path}. Kijk het na en controleer met: woo draft check {folder}")


draft.add_command(render_command)
