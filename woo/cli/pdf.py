"""``woo pdf redact`` and ``woo pdf verify``: one PDF, without a dossier."""

import json
import re
from datetime import datetime
from pathlib import Path

import click

from woo.cli.guarding import FILE, STAFF, chosen_guard, read_text, with_guard
from woo.cli.session import terminal_progress
from woo.errors import InputError, RefusedError
from woo.ingest.staff import load_staff
from woo.model.boxstyle import Width
from woo.model.geometry import Area, Box
from woo.pipeline.checking import check_files, pdf_files
from woo.pipeline.guarded import check_target, redact_guarded
from woo.pipeline.loose import Wish
from woo.pipeline.sources import shown
from woo.text.dates import long_date
from woo.text.files import write_atomically
from woo.verify.groups import lines
from woo.verify.report import Checked, html_report

_NUMBER = r"\s*(-?\d+(?:\.\d+)?)\s*"
_REGION = re.compile(rf"(\d+)\s*:{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}")
TERMS = click.option(
    "--terms", "term_file", type=FILE, metavar="BESTAND", help="Een bestand met per regel een term."
)


@click.group()
def pdf() -> None:
    """Lak of controleer een losse pdf."""


@pdf.command()
@click.argument("source", type=FILE, metavar="INVOER.pdf")
@click.option(
    "-o", "--out", type=FILE, required=True, metavar="UITVOER.pdf", help="Waar het resultaat komt."
)
@click.option("--term", "terms", multiple=True, metavar="TERM", help="Wat weg moet. Mag vaker.")
@TERMS
@click.option(
    "--pattern",
    "patterns",
    multiple=True,
    metavar="PATROON",
    help="Een reguliere expressie; wat erop past gaat weg. Mag vaker.",
)
@click.option("--detect", is_flag=True, help="Zoek ook zelf naar persoonsgegevens.")
@STAFF
@click.option(
    "--ground",
    default="5.1.2e",
    show_default=True,
    metavar="CODE",
    help="De weigeringsgrond voor de termen, patronen en vlakken.",
)
@click.option(
    "--region",
    "regions",
    multiple=True,
    metavar="PAGINA:x0,y0,x1,y1",
    help="Een vlak dat helemaal weg moet, in punten van linksboven. Mag vaker.",
)
@click.option(
    "--width",
    type=click.Choice([width.value for width in Width]),
    default=Width.STEP.value,
    show_default=True,
    metavar="BREEDTE",
    help="Hoe breed een vak is: exact (zoals de tekst), step (een vaste stap), cell (de cel of de "
    "kolom) of line (de hele regel).",
)
@click.option(
    "--report",
    type=FILE,
    metavar="BESTAND.json",
    help="Schrijf op wat er is gedaan, zonder persoonsgegevens.",
)
@with_guard
def redact(
    source: Path,
    out: Path,
    terms: tuple[str, ...],
    term_file: Path | None,
    *,
    patterns: tuple[str, ...],
    detect: bool,
    staff_file: Path | None,
    ground: str,
    regions: tuple[str, ...],
    width: str,
    report: Path | None,
) -> None:
    """Lak termen in INVOER.pdf. Schrijft alleen als het resultaat schoon is bevonden."""
    areas = tuple(map(read_region, regions))
    wanted = (*terms, *read_terms(term_file))
    staff = load_staff(staff_file)
    wish = Wish(wanted, detect, ground, areas, patterns, Width(width), staff)
    done = redact_guarded(source, out, wish, report, chosen_guard())
    pages = "pagina" if done.pages == 1 else "pagina's"
    click.echo(f"{done.marks} keer gelakt op {done.pages} {pages}, gecontroleerd: {shown(out)}")
    for remark in done.warnings:
        click.echo(f"Let op: {remark[:1].lower()}{remark[1:]}", err=True)
    if not done.marks:
        click.echo(
            "Let op: er is niets gevonden om te lakken. Controleer hoe de termen zijn geschreven.",
            err=True,
        )


@pdf.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar="BESTAND_OF_MAP...",
)
@click.option(
    "--term", "terms", multiple=True, metavar="TERM", help="Wat er niet in mag staan. Mag vaker."
)
@TERMS
@click.option("--json", "as_json", is_flag=True, help="Als JSON, een regel per probleem.")
@click.option(
    "--html",
    "report",
    type=FILE,
    metavar="VERSLAG.html",
    help="Schrijf een verslag met uitsneden van de plekken.",
)
@with_guard
def verify(
    paths: tuple[Path, ...],
    terms: tuple[str, ...],
    term_file: Path | None,
    *,
    as_json: bool,
    report: Path | None,
) -> int:
    """Zoek lekken en slechte lakkingen in pdf's, ook van een ander programma.

    Van een map worden alle pdf's gecontroleerd.
    """
    wanted, guard = (*terms, *read_terms(term_file)), chosen_guard()
    found, worst = named_files(paths)
    if report is not None:
        check_target(report, *found)
    checked: list[Checked] = []
    with terminal_progress() as progress:
        files = check_files(found, wanted, guard, progress, pictures=report is not None)
        for path, one in files:
            progress.wipe()
            show_checked(path, one, as_json=as_json)
            checked.append(one)
    if report is not None:
        made_on = long_date(datetime.now().astimezone().date())
        write_atomically(report, html_report(checked, made_on).encode("utf-8"))
        click.echo(f"Verslag: {report}", err=True)
    return RefusedError.exit_code if any(one.is_leaking for one in checked) else worst


def named_files(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], int]:
    """The files to check; a path that is wrong is said and left out, and makes the exit code."""
    found: list[Path] = []
    worst = 0
    for path in paths:
        try:
            named = pdf_files(path)
        except InputError as error:
            click.echo(f"{shown(path)}: {error}", err=True)
            worst = error.exit_code
            continue
        for file in named:
            if file.is_file() and file.stat().st_size == 0:
                click.echo(f"{shown(file)}: dit bestand is leeg (0 bytes).", err=True)
                worst = InputError.exit_code
            else:
                found.append(file)
    return tuple(dict.fromkeys(found)), worst


def show_checked(path: Path, one: Checked, *, as_json: bool) -> None:
    """Print what was found in one file."""
    if as_json:
        for group in one.groups:
            click.echo(json.dumps({"path": str(path), **group.as_json()}))
        return
    for line in lines(one.leaks) or ["niets gevonden."]:
        click.echo(f"{one.name}: {line}")


def read_region(text: str) -> Area:
    """``3:72,100,200,130``: page 3, points from the top left of the unrotated page."""
    match = _REGION.fullmatch(text.strip())
    if match is None:
        raise InputError(
            "Een vlak is niet te lezen.",
            "Schrijf het als PAGINA:x0,y0,x1,y1, bijvoorbeeld 3:72,100,200,130.",
        )
    page, (x0, y0, x1, y1) = int(match[1]), map(float, match.group(2, 3, 4, 5))
    if page < 1 or x1 <= x0 or y1 <= y0:
        raise InputError(
            "Een vlak heeft geen oppervlak of een pagina die niet bestaat.",
            "Geef eerst links en boven, dan rechts en onder; pagina's tellen vanaf 1.",
        )
    return Area(page, Box(x0, y0, x1, y1))


def read_terms(path: Path | None) -> tuple[str, ...]:
    """The lines of a file that are not empty."""
    if path is None:
        return ()
    lines = read_text(path, "Het bestand met termen is niet te lezen.").splitlines()
    return tuple(line.strip() for line in lines if line.strip())
