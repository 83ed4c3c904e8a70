"""``woo find``: personal data in any files, without a dossier."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from woo.cli.guarding import STAFF
from woo.cli.session import Session
from woo.model.decision import Decision
from woo.model.document import PAGE_BREAK
from woo.model.finding import Category
from woo.model.geometry import Area
from woo.pipeline.search import Found
from woo.pipeline.search import find as find_in_files
from woo.pipeline.sources import shown
from woo.reference.labels import category_label
from woo.text.visible import visible


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="BESTAND_OF_MAP...",
)
@click.option(
    "--policy",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Het beleid (policy.toml); anders het standaardbeleid.",
)
@STAFF
@click.option("--json", "as_json", is_flag=True, help="Schrijf per vondst een regel JSON.")
@click.pass_obj
def find(
    session: Session,
    paths: tuple[Path, ...],
    policy: Path | None,
    staff_file: Path | None,
    *,
    as_json: bool,
) -> int:
    """Zoek persoonsgegevens in losse bestanden en mappen, zonder dossier.

    De uitvoer bevat de gevonden persoonsgegevens zelf: bewaar haar niet langer dan nodig.
    """
    worst = 0
    for one in find_in_files(paths, session.executor(), policy, staff_file):
        if one.error is not None:
            click.echo(f"{shown(one.path)}: {one.error}", err=True)
            worst = max(worst, one.error.exit_code)
        for note in one.document.notes if one.document else ():
            click.echo(f"{shown(one.path)}: {note}", err=True)
        for line in _lines(one):
            click.echo(json.dumps(line, ensure_ascii=False) if as_json else _readable(line))
    return worst


def _lines(one: Found) -> Iterator[dict[str, Any]]:
    """One line for each decision, with what the detector said about the same place."""
    if one.document is None:
        return
    written = PAGE_BREAK.join(one.document.pages)
    details = {
        (finding.start, finding.end): (finding.score, finding.detector, areas)
        for finding, areas in zip(one.findings, one.areas(), strict=True)
    }
    for decision in one.decisions:
        # A term of the policy's own has no finding.
        detail = details.get((decision.start, decision.end), (1.0, "policy", ()))
        page = written.count(PAGE_BREAK, 0, decision.start) + 1
        # Of a text file as it stands there, whatever signs it has; of a page as it is seen.
        found = written[decision.start : decision.end]
        text = found if one.document.pdf is None else visible(found).text
        yield _line(one.path, decision, text, page, detail)


def _line(
    path: Path,
    decision: Decision,
    text: str,
    page: int,
    detail: tuple[float, str, tuple[Area, ...]],
) -> dict[str, Any]:
    score, detector, areas = detail
    return {
        "path": str(path),
        "start": decision.start,
        "end": decision.end,
        "text": text,
        "category": decision.category.value,
        "ground": decision.label or None,
        "redact": decision.redact,
        "score": score,
        "detector": detector,
        "page": page,
        "boxes": [{"page": area.page, **asdict(area.box)} for area in areas],
    }


def _readable(line: dict[str, Any]) -> str:
    """For people: where, what, on which ground, and the text on one line."""
    label = category_label(Category(line["category"]))
    text = " ".join(str(line["text"]).split())
    place = shown(Path(line["path"]))
    return f"{place}, pagina {line['page']}: {label}, {line['ground'] or 'blijft'}: {text}"
