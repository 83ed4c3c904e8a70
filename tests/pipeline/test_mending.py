"""A scan whose layer of text is wrong and lies beside its picture: what can be read gets a box."""

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from tests.vectors.checker import places
from woo.dossier.dossier import open_dossier
from woo.dossier.steps import Stage, steps_of

pytestmark = pytest.mark.slow
Woo = Callable[..., int]

LINES = (
    "Geachte heer, mevrouw,",
    "Hierbij maak ik, mevrouw Zwartkruis, bezwaar tegen uw besluit.",
    "Mijn burgerservicenummer is 558547138 en ik ben het er niet mee eens.",
    "Hoogachtend, Annelies Zwartkruis",
)


# What the layer says, and what stands in the picture.
MISREAD, SHOWN = "558547138", "658547138"


def _scan(shift: float) -> bytes:
    """A page that is a picture; its text lies over it, ``shift`` points to the left, misread."""
    drawn = pymupdf.open()
    page = drawn.new_page(width=520, height=260)
    for number, line in enumerate(LINES):
        shown = line.replace(MISREAD, SHOWN)
        page.insert_text((90, 120 + 30 * number), shown, fontsize=12)
    picture = page.get_pixmap(dpi=200).tobytes("png")
    scan = pymupdf.open()
    page = scan.new_page(width=520, height=260)
    page.insert_image(page.rect, stream=picture)
    for number, line in enumerate(LINES):
        page.insert_text((90 - shift, 120 + 30 * number), line, fontsize=12, render_mode=3)
    return bytes(scan.tobytes())


def test_what_can_still_be_read_gets_a_box(woo: Woo, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(_scan(shift=70))
    assert woo("add", tmp_path / "scan.pdf") == 0
    assert woo("run", "--accept-suggestions") == 0
    dossier = tmp_path / "dossier"
    (redacted,) = (dossier / "redacted").glob("*.pdf")
    assert places(redacted, SHOWN) == set()
    assert places(redacted, "Zwartkruis") == set()
    assert any((dossier / "publication").glob("**/*.pdf"))
    with open_dossier(dossier).transaction() as connection:
        (step,) = steps_of(connection, Stage.REDACT).values()
    assert step.result["legible"], "it came out clean without it: nothing was tested"
