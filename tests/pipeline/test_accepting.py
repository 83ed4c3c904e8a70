"""What goes in one document goes in the others and in titles when all suggestions are accepted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.vectors.checker import places
from woo.dossier.documents import all_entries, load_document
from woo.dossier.dossier import open_dossier
from woo.execute.serial import SerialExecutor
from woo.pipeline.reviewing import rule_span
from woo.pipeline.stage import Work

pytestmark = pytest.mark.slow
Woo = Callable[..., int]

# Nothing tells that it is somebody's; a reviewer saw that it is, in the letter.
HOUSE = "gele schoorsteenhuis"
START = "Geachte mevrouw, geachte heer,\n\nWij hebben u eerder geschreven over de overlast. "
LETTER = f"{START}Wij wonen in het {HOUSE}.\n\nMet vriendelijke groet,\nFemke Zwartkruis\n"
REPORT = f"Verslag van de schouw.\n\nDe groep begon bij het {HOUSE} en liep naar de kade.\n"

PLAN = (
    "Planning van de werkzaamheden aan de kade, met de weken van uitvoering. Beoordeling volgt.\n"
)
FILES = {"brief.txt": LETTER, "verslag.txt": REPORT, f"plan {HOUSE}.txt": PLAN}


def _judged(woo: Woo, folder: Path) -> None:
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
        assert woo("add", folder / name) == 0
    assert woo("run") == 0  # it waits for a person
    dossier = open_dossier(folder / "dossier")
    with dossier.transaction() as connection:
        first = all_entries(connection)[0].id
        text = load_document(connection, first, dossier.layout.rendition(first)).text
    start = text.index(HOUSE)
    work = Work(dossier, SerialExecutor(), lambda *_: None)
    rule_span(work, first, start, start + len(HOUSE), redact=True, codes=["5.1.2e"])


def test_a_person_decides_or_it_goes_everywhere(
    woo: Woo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _judged(woo, tmp_path)
    # A column of the inventarislijst is called so: that keeps no bundle in.
    assert woo("review", "term", "Beoordeling", "--ground", "5.1.2e") == 0
    assert woo("review", "accept") == 0
    assert woo("run") != 0
    assert "Iets wat elders is gelakt, staat nog in: 0002" in capsys.readouterr().err
    assert woo("run", "--accept-suggestions") == 0
    redacted = list((tmp_path / "dossier" / "redacted").glob("*.pdf"))
    assert len(redacted) == 3
    assert all(places(path, "schoorsteenhuis") == set() for path in redacted)
    listing = next((tmp_path / "dossier").rglob("inventarislijst.csv")).read_text("utf-8")
    assert "plan [5.1.2e]" in listing
