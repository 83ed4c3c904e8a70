"""A signature goes from a letter in a dossier, unless the policy lets it stay."""

import json
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from tests.pdf.signed_letters import as_lines, as_picture, letter
from woo.cli import run

pytestmark = pytest.mark.slow
Woo = Callable[..., int]
_AROUND = pymupdf.Rect(52, 320, 260, 415)


def _blue(pdf: Path) -> int:
    """How many pixels of the blue ink of a signature a page shows."""
    with pymupdf.open(pdf) as document:
        pixels = document[0].get_pixmap(dpi=72, clip=_AROUND).samples
    return sum(blue > red + 40 for red, blue in zip(pixels[0::3], pixels[2::3], strict=True))


@pytest.mark.parametrize("sign", [as_picture, as_lines])
def test_a_signature_goes_and_the_report_tells(
    woo: Woo, tmp_path: Path, sign: Callable[[pymupdf.Page], None]
) -> None:
    signed = letter(tmp_path / "brief.pdf", sign)
    assert _blue(signed) > 20
    assert woo("add", signed) == 0
    assert woo("run", "--accept-suggestions") == 0
    (redacted,) = (tmp_path / "dossier" / "redacted").glob("*.pdf")
    assert _blue(redacted) == 0
    (report,) = (tmp_path / "dossier" / "reports").glob("*.json")
    redaction = json.loads(report.read_text("utf-8"))["redaction"]
    assert any("handtekening" in warning for warning in redaction["warnings"])
    assert redaction["marks"] == sum(redaction["marks_by_ground"].values())


def test_a_policy_can_let_signatures_stay(woo: Woo, tmp_path: Path) -> None:
    assert woo("add", letter(tmp_path / "brief.pdf", as_picture)) == 0
    policy = tmp_path / "dossier" / "policy.toml"
    written = policy.read_text("utf-8")
    assert "[signature]\nredact = true" in written
    policy.write_text(written.replace("[signature]\nredact = true", "[signature]\nredact = false"))
    assert woo("run", "--accept-suggestions") == 0
    (redacted,) = (tmp_path / "dossier" / "redacted").glob("*.pdf")
    assert _blue(redacted) > 20


def test_a_loose_pdf(tmp_path: Path) -> None:
    signed, out = letter(tmp_path / "brief.pdf", as_picture), tmp_path / "gelakt.pdf"
    assert run(["pdf", "redact", str(signed), "-o", str(out), "--detect"]) == 0
    assert _blue(out) == 0
