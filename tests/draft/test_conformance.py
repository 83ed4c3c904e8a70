"""Every kind, internal and public, keeps what it claims: PDF/A-2a and PDF/UA-1."""

from pathlib import Path

import pytest
from PIL import Image

from tests.draft.sources import KAMERSTUK, NOTA
from tests.verapdf import failures
from woo.draft.examples import example_source
from woo.draft.render import render

PICTURE = "\n\n![Een blauw vlak](vlak.png)\n\nTekst met ![klein vlak](vlak.png) erin.\n"


@pytest.mark.slow
def test_every_kind_passes_pdf_a_and_pdf_ua(tmp_path: Path) -> None:
    Image.new("RGBA", (200, 100), (0, 0, 200, 120)).save(tmp_path / "vlak.png")
    kinds = ("nota", "kamerbrief", "kamerstuk", "woo-besluit")
    sources = {kind: example_source(kind) for kind in kinds}
    sources |= {"seed-nota": NOTA, "seed-kamerstuk": KAMERSTUK}
    sources["pictures"] = KAMERSTUK.replace("dan over rust.", f"dan over rust.{PICTURE}")
    paths = []
    for name, source in sources.items():
        for public in (False, True):
            made = render(source, public=public, to="pdf", folder=tmp_path)
            paths.append(tmp_path / f"{name}-{public}.pdf")
            paths[-1].write_bytes(made.content)
    assert failures(paths) == {}


@pytest.mark.slow
def test_the_judge_sees_a_file_that_claims_nothing(tmp_path: Path) -> None:
    import pikepdf

    path = tmp_path / "leeg.pdf"
    pikepdf.new().save(path)
    assert failures([path]) == {str(path): ["2a", "ua1"]}
