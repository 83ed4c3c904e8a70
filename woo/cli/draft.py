"""``woo draft``: write a source, check it, make the document."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from woo.cli.draft_check import check_command
from woo.errors import WooError

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


draft.add_command(check_command)


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
