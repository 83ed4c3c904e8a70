"""Every hostile PDF comes out clean, or as a picture, or not at all; and none passes the verifier.

The whole way is taken, as ``woo pdf redact`` does it: read, redact, verify, and again as a picture
when that was not clean.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.vectors import SECRET, VECTORS
from tests.vectors.catalogue import BESIDE_THE_PAGE, nothing_shown
from tests.vectors.checker import places, sees
from tests.vectors.fonts import FONTS
from tests.vectors.outcomes import (
    KNOWN_MISSES,
    PICTURED,
    PICTURED_BESIDE,
    REFUSED,
    RESPACED,
    SURVIVORS,
)
from tests.vectors.painted import PAINTED
from tests.vectors.pictures import PICTURES
from woo.errors import RefusedError
from woo.model.leak import Severity
from woo.model.report import RedactionReport, Route
from woo.pipeline.loose import Wish, check_pdf, redact_pdf

pytestmark = pytest.mark.slow

VISUAL = FONTS.keys() | PAINTED.keys() | PICTURES.keys() | PICTURED
SLOW = VISUAL | RESPACED


def _cases(names: Iterable[str], slow: Iterable[str]) -> list[object]:
    slowly = set(slow)
    return [pytest.param(n, marks=pytest.mark.slow) if n in slowly else n for n in names]


def _redacted(hostile: Path, out: Path) -> RedactionReport:
    return redact_pdf(hostile, out, Wish(terms=(SECRET,), detect=False, ground="5.1.2e"))


def _is_pictured(report: RedactionReport) -> bool:
    return any(Route.RASTER in page.routes for page in report.page_reports)


@pytest.mark.slow
@pytest.mark.parametrize("name", _cases(VECTORS, SLOW))
def test_the_secret_is_in_the_vector_and_not_in_the_result(name: str, tmp_path: Path) -> None:
    hostile, out = tmp_path / "hostile.pdf", tmp_path / "out.pdf"
    hostile.write_bytes(VECTORS[name]())
    assert places(hostile, SECRET) or sees(hostile, SECRET)
    if name in REFUSED:
        with pytest.raises(RefusedError):
            _redacted(hostile, out)
        assert not out.exists()
        return
    report = _redacted(hostile, out)
    assert places(out, SECRET) == set()
    if name in VISUAL:
        # What is listed as surviving must still survive: the list may only shrink.
        assert sees(out, SECRET) == (name in SURVIVORS)
    assert not _is_pictured(report) or name in PICTURED | RESPACED


@pytest.mark.parametrize("name", _cases(BESIDE_THE_PAGE, BESIDE_THE_PAGE))
def test_what_no_page_shows_is_not_in_the_result_either(name: str, tmp_path: Path) -> None:
    hostile, out = tmp_path / "hostile.pdf", tmp_path / "out.pdf"
    with nothing_shown():
        hostile.write_bytes(VECTORS[name]())
    assert places(hostile, SECRET)
    report = _redacted(hostile, out)
    assert places(out, SECRET) == set()
    assert not _is_pictured(report) or name in PICTURED_BESIDE | RESPACED


@pytest.mark.parametrize("name", _cases(VECTORS, VISUAL))
def test_the_verifier_reports_the_secret(name: str, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.pdf"
    hostile.write_bytes(VECTORS[name]())
    assert _is_reported(hostile) == (name not in KNOWN_MISSES)


@pytest.mark.parametrize("name", BESIDE_THE_PAGE)
def test_the_verifier_reports_what_no_page_shows(name: str, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.pdf"
    with nothing_shown():
        hostile.write_bytes(VECTORS[name]())
    assert _is_reported(hostile)


def _is_reported(pdf: Path) -> bool:
    """Whether a rule that looks for the secret found it."""
    return any(
        leak.severity is Severity.LEAK and leak.rule.startswith("secret-")
        for leak in check_pdf(pdf, [SECRET])
    )


def test_the_lists_name_vectors_that_exist() -> None:
    listed = REFUSED | PICTURED | RESPACED | PICTURED_BESIDE | SURVIVORS | KNOWN_MISSES
    assert listed <= VECTORS.keys()
    assert not REFUSED & (PICTURED | SURVIVORS)
