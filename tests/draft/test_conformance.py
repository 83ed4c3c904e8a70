"""Every kind, internal and public, keeps what it claims: PDF/A-2a and PDF/UA-1."""

from pathlib import Path

import pytest
from PIL import Image

from tests.draft.pages import letter, own_style, pdf
from tests.draft.sources import ELEMENTS, KAMERSTUK, KINDS, NOTA
from tests.draft.word_files import turned
from tests.verapdf import failures
from woo.draft.examples import example_source
from woo.draft.render import render

OWN_KINDS = Path(__file__).parents[2] / "samples" / "eigen-sjablonen"


@pytest.mark.slow
def test_every_kind_passes_pdf_a_and_pdf_ua(tmp_path: Path) -> None:
    for name in ("vlak", "portret"):
        Image.new("RGBA", (200, 100), (0, 0, 200, 120)).save(tmp_path / f"{name}.png")
    sources = {kind: example_source(kind) for kind in KINDS}
    sources |= {"seed-nota": NOTA, "seed-kamerstuk": KAMERSTUK}
    sources["elements"] = letter(ELEMENTS)
    sources |= {f"turned-{kind}": turned(kind) for kind in ("kamerbrief", "kamerstuk")}
    # Long enough for page breaks that the public version takes over, in lists too.
    item = "- Een punt van [Wie Dan Ook]{5.1.2e} en meer.\n"
    sources["breaks"] = letter(item * 60 + "\n\nTussen.\n\n" + (item + "  " + item) * 40)
    paths = []
    for name, source in sources.items():
        for public in (False, True):
            made = render(source, public=public, to="pdf", folder=tmp_path)
            paths.append(tmp_path / f"{name}-{public}.pdf")
            paths[-1].write_bytes(made.content)
    for public in (False, True):
        source = example_source("collegevoorstel", OWN_KINDS)
        made = render(source, public=public, to="pdf", folder=tmp_path, templates=OWN_KINDS)
        paths.append(tmp_path / f"own-{public}.pdf")
        paths[-1].write_bytes(made.content)
    own = own_style(tmp_path, 'logo = "merk.png"\n')
    paths.append(tmp_path / "logo.pdf")
    paths[-1].write_bytes(pdf(example_source("nota"), tmp_path, templates=own))
    assert failures(paths) == {}


@pytest.mark.slow
def test_the_judge_sees_a_file_that_claims_nothing(tmp_path: Path) -> None:
    import pikepdf

    path = tmp_path / "leeg.pdf"
    pikepdf.new().save(path)
    assert failures([path]) == {str(path): ["2a", "ua1"]}
