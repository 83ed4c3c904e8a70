"""The command line: parse, call one function, print.

The commands are loaded when they are used, so ``woo --help`` costs little more than Click.
"""

import gc
import gettext
import os
import sys
import threading
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

# Click speaks through gettext's default domain; everything a user reads is Dutch.
os.environ["LANGUAGE"] = "nl"
gettext.bindtextdomain("messages", str(Path(__file__).with_name("locale")))
# Documents go side by side. Threads for the sums of one wait for each other on a busy machine: a
# short letter took a quarter of a second instead of three thousandths. Read when numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import click  # noqa: E402 - after what it reads is set

from woo.errors import WooError  # noqa: E402 - likewise

INTERRUPTED = 130

# Name: (module, attribute, what it does), in the order in which people use them.
COMMANDS = {
    "draft": ("draft", "draft", "Stel een nota, Kamerbrief, Kamerstuk of besluit op."),
    "new": ("dossier", "new", "Begin een dossier."),
    "add": ("dossier", "add", "Neem bestanden op in het dossier."),
    "detect": ("stages", "detect", "Zoek persoonsgegevens in alle documenten."),
    "review": ("review", "review", "Beoordeel wat is gevonden."),
    "redact": ("stages", "redact", "Lak wat is goedgekeurd."),
    "verify": ("stages", "verify", "Controleer dat het gelakte echt weg is."),
    "inventory": ("stages", "inventory", "Maak de inventarislijst."),
    "decide": ("stages", "decide", "Stel het besluit op uit de gegevens van het dossier."),
    "publish": ("stages", "publish", "Maak het pakket voor openbaarmaking."),
    "run": ("stages", "run", "Doe alle stappen; stopt waar een mens moet beslissen."),
    "status": ("dossier", "status", "Toon hoe het dossier ervoor staat."),
    "log": ("dossier", "log", "Toon of controleer het logboek."),
    "find": ("find", "find", "Zoek persoonsgegevens in losse bestanden, zonder dossier."),
    "pdf": ("pdf", "pdf", "Lak of controleer een losse pdf."),
    "web": ("web", "web", "Open de beoordeling in de browser, alleen op deze computer."),
}


class LazyGroup(click.Group):
    """A group that imports a command only when it is asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Every name, in the order of ``COMMANDS``."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command, or None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"woo.cli.{module}"), attribute)
        _speak_dutch(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was asked for; for a typing error the one that was meant is named."""
        if args[0] not in COMMANDS:
            from woo.text.nearest import nearest

            near = nearest(args[0], list(COMMANDS))
            ctx.fail(
                f"De opdracht '{args[0]}' bestaat niet." + (f" Bedoelt u '{near}'?" if near else "")
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, text) for name, (_, _, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT [ARGUMENTEN]...",
)
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="MAP",
    help="De map van het dossier; anders de huidige map.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Hoeveel documenten tegelijk; anders zoveel als er processors zijn.",
)
@click.option("--cluster", metavar="ADRES", help="Werk op een Dask-cluster (tcp://naam:poort).")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    help="Toon de versie.",
    callback=lambda ctx, _, value: _show_version(ctx, wanted=value),
)
@click.pass_context
def cli(ctx: click.Context, folder: Path, workers: int | None, cluster: str | None) -> None:
    """Stel nota's en Kamerbrieven op, lak persoonsgegevens voor de Woo en maak openbaar.

    Een opdracht werkt in het dossier in de huidige map, of in de map achter -C.
    """
    from woo.cli.session import Session

    ctx.obj = Session(folder, workers, cluster)


# What an option asks for, when the command has no better word.
_VALUES = {type(click.STRING): "TEKST", click.Path: "PAD"}


def _speak_dutch(command: click.Command) -> None:
    """Put Dutch in the places of the help that Click does not translate."""
    command.options_metavar = "[OPTIES]"
    for option in command.params:
        if isinstance(option, click.Option) and not option.is_flag and option.metavar is None:
            option.metavar = _VALUES.get(type(option.type))
    if isinstance(command, click.Group):
        command.subcommand_metavar = "[OPDRACHT] [ARGUMENTEN]..."
        for child in command.commands.values():
            _speak_dutch(child)


def _show_version(ctx: click.Context, *, wanted: bool) -> None:
    if wanted:
        from woo import __version__

        click.echo(f"woo {__version__}")
        ctx.exit()


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end with its exit code.

    0 done; 1 unexpected; 2 wrong use or bad input; 3 refused; 4 something needed is missing;
    130 interrupted.
    """
    code = run(arguments)
    # What is left goes with the process: looking through it for garbage takes longer than to draft
    # a letter. Where nothing else runs, the modules are not taken apart either: a thirtieth.
    gc.freeze()
    if threading.active_count() == 1 and "multiprocessing" not in sys.modules:
        with suppress(OSError):  # nobody reads any more: the interpreter tells it as it always does
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    sys.exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code."""
    try:
        result: Any = cli.main(arguments, prog_name="woo", standalone_mode=False)
    except WooError as error:
        click.echo(f"Fout: {error}", err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("Onderbroken. Voer de opdracht opnieuw uit om verder te gaan.", err=True)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last stop before a traceback with document text
        return _unexpected(error)
    return result if isinstance(result, int) else 0


def _unexpected(error: Exception) -> int:
    from woo.execute.executor import explain

    explained = explain(error)
    click.echo(f"Fout: {explained}", err=True)
    return explained.exit_code
