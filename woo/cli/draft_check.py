"""``woo draft check``: every problem of a source, for people, editors and hooks."""

import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from woo.cli.rendering import TEMPLATES
from woo.model.draft import Problem, Severity

if TYPE_CHECKING:
    from woo.pipeline.draft_checking import Wanted

_STDIN = "-"
_STDIN_NAME = "stdin"

Checked = list[tuple[str, tuple[Problem, ...]]]


@click.command("check")
@click.argument(
    "files",
    metavar="BESTAND...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, allow_dash=True, path_type=Path),
)
@click.option("--json", "as_json", is_flag=True, help="Toon de uitkomst als JSON.")
@click.option(
    "--no-detect",
    "no_detect",
    is_flag=True,
    help="Zoek geen persoonsgegevens in de openbare versie (sneller).",
)
@click.option(
    "--no-language",
    "no_language",
    is_flag=True,
    help="Laat de tips over taal weg: lange zinnen, moeilijke woorden, afkortingen.",
)
@click.option(
    "--policy",
    metavar="BESTAND",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Het beleid (policy.toml) voor wat weg moet; anders het standaardbeleid.",
)
@click.option(
    "--stdin-filename",
    metavar="PAD",
    type=click.Path(path_type=Path),
    help="Met - als BESTAND: het bestand dat u bewerkt, voor de meldingen en de afbeeldingen.",
)
@TEMPLATES
@click.pass_context
def check_command(
    context: click.Context,
    files: tuple[Path, ...],
    policy: Path | None,
    stdin_filename: Path | None,
    templates: Path | None,
    *,
    as_json: bool,
    no_detect: bool,
    no_language: bool,
) -> None:
    """Controleer bronteksten en sets: elk probleem met zijn regel en kolom.

    De code is 2 bij fouten en 0 als er alleen tips zijn. Met - leest de opdracht van stdin.
    """
    from woo.pipeline.draft_checking import Wanted

    wanted = Wanted(
        templates=templates, personal=not no_detect, policy=policy, language=not no_language
    )
    found = [one for file in files for one in _check(file, stdin_filename, wanted)]
    _show_json(found) if as_json else _show(found)
    if any(one.severity is Severity.ERROR for _, problems in found for one in problems):
        context.exit(2)


def _check(file: Path, stdin_filename: Path | None, wanted: "Wanted") -> Checked:
    from woo.pipeline.draft_checking import check_bytes, check_folder

    if file.is_dir():
        return [(str(path), found) for path, found in check_folder(file, wanted).items()]
    path = stdin_filename if str(file) == _STDIN else file
    placed = replace(wanted, folder=path.parent if path else None)
    return [(str(path or _STDIN_NAME), check_bytes(_read(file), placed))]


def _read(file: Path) -> bytes:
    """The bytes of a source, no more than it takes to see that it is too large."""
    from woo.draft.files import MOST_BYTES, read_bytes

    return sys.stdin.buffer.read(MOST_BYTES + 1) if str(file) == _STDIN else read_bytes(file)


def _show_json(found: Checked) -> None:
    import json

    rows = [{"path": name, **asdict(one)} for name, problems in found for one in problems]
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def _show(found: Checked) -> None:
    for name, problems in found:
        for one in problems:
            word = "fout" if one.severity is Severity.ERROR else "tip"
            click.echo(f"{name}:{one.line}:{one.column}: {word}: {one.message}")
        if not problems:
            click.echo(f"{name}: in orde")
