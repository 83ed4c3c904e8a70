"""``woo draft render``: sources and sets; once, or again after every change."""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import click

from woo.errors import InputError
from woo.model.values import dataclass

TEMPLATES = click.option(
    "--templates",
    metavar="MAP",
    type=click.Path(file_okay=False, path_type=Path),
    help="Map met eigen sjablonen; die gaan voor de ingebouwde.",
)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What to make of the sources. ``formats`` is empty when the user did not say."""

    formats: tuple[str, ...]
    public: bool
    out: Path | None
    templates: Path | None


@dataclass(frozen=True, slots=True)
class _Task:
    """One source or set: what it is made from, and how; ``make`` names each file that it wrote."""

    path: Path
    inputs: Callable[[], Iterable[Path]]
    make: Callable[[], Iterable[Path]]


@click.command("render")
@click.argument(
    "paths",
    metavar="BESTAND...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
)
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["pdf", "html", "docx"]),
    help="Het soort bestand; geef --to vaker voor meer soorten. Standaard: pdf, en van een set "
    "alle drie.",
)
@click.option("--public", is_flag=True, help="Maak de openbare versie: wat gemarkeerd is, is weg.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help="Het bestand of de map voor de uitkomst; een naam zonder .pdf, .html of .docx is een map. "
    "Standaard: naast de brontekst.",
)
@TEMPLATES
@click.option("--watch", is_flag=True, help="Maak het opnieuw na elke wijziging (stop: Ctrl-C).")
def render_command(
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    out: Path | None,
    templates: Path | None,
    *,
    public: bool,
    watch: bool,
) -> int:
    """Maak van bronteksten een pdf, html- of Word-bestand.

    BESTAND is een brontekst, of een map met een set: een nota, de brief en de bijlagen. Een fout in
    het ene bestand stopt de andere niet.
    """
    from woo.draft.files import refuse_stdout

    refuse_stdout(out)
    wish = _Wish(formats, public, out, templates)
    tasks = [*_source_tasks([one for one in paths if not one.is_dir()], wish)]
    tasks += [_set_task(one, wish) for one in paths if one.is_dir()]
    if watch:
        return _watch(tasks)
    if len(tasks) == 1:
        _make(tasks[0])
        return 0
    return max(_tried(task) for task in tasks)


def _source_tasks(sources: list[Path], wish: _Wish) -> Iterator[_Task]:
    if not sources:
        return
    from woo.draft.files import outdated, render_file, renderings

    targets = renderings(sources, public=wish.public, wanted=wish.formats, out=wish.out)

    def make(source: Path) -> Iterator[Path]:
        mine = targets[source]
        yield from render_file(source, mine, public=wish.public, templates=wish.templates)
        for path in outdated(source, mine) if wish.public else ():
            advice = "Maak het opnieuw, of gooi het weg."
            click.echo(f"Let op: {path} is ouder dan de brontekst. {advice}", err=True)

    def inputs(source: Path) -> Iterable[Path]:
        from woo.draft.inputs import input_files

        return input_files(source, wish.templates)

    for source in targets:
        yield _Task(source, partial(inputs, source), partial(make, source))


def _set_task(folder: Path, wish: _Wish) -> _Task:
    from woo.draft.files import is_folder
    from woo.draft.inputs import set_files
    from woo.draft.sets.draft_set import load_set
    from woo.draft.sets.files import FORMATS, OUTPUT, render_set

    if wish.out is not None and not is_folder(wish.out):
        raise InputError("Een set past niet in één bestand.", "Geef bij -o een map.")

    def make() -> Iterable[Path]:
        return render_set(
            load_set(folder),
            wish.out or folder / OUTPUT,
            formats=tuple(dict.fromkeys(wish.formats)) or FORMATS,
            public_only=wish.public,
            templates=wish.templates,
        )

    return _Task(folder, lambda: set_files(folder, wish.templates), make)


def _make(task: _Task) -> None:
    for path in task.make():
        click.echo(f"Gemaakt: {path}")


def _tried(task: _Task) -> int:
    """Make one of many; a failure is shown, and its exit code given."""
    try:
        _make(task)
    except Exception as error:  # noqa: BLE001 - one file must not stop the others
        from woo.execute.executor import explain

        click.echo(f"{task.path}: {explain(error)}", err=True)
        return explain(error).exit_code
    return 0


def _watch(tasks: list[_Task]) -> int:
    from woo.draft.watching import Job, Watch

    click.echo("Ik kijk of er iets verandert. Stop met Ctrl-C.")
    try:
        Watch([Job(one.inputs, partial(_timed, one)) for one in tasks]).run()
    except KeyboardInterrupt:
        click.echo("Gestopt.")
    return 0


def _timed(task: _Task) -> None:
    started = time.perf_counter()
    if _tried(task) == 0:
        click.echo(f"Klaar in {time.perf_counter() - started:.2f} s.".replace(".", ",", 1))
