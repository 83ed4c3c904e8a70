"""Every hostile PDF comes out clean, or is refused with a reason."""

from pathlib import Path

import pytest

from tests.redact.terms import GROUND, redact_terms
from tests.vectors import SECRET, VECTORS
from tests.vectors.checker import places
from woo.errors import RefusedError
from woo.redact.terms import locate

# Refused with a reason; the list may only shrink.
REFUSED = {"secret_as_a_marked_content_tag"}


@pytest.mark.parametrize("name", VECTORS)
def test_the_secret_is_in_the_vector_and_not_in_the_result(name: str, tmp_path: Path) -> None:
    hostile, out = tmp_path / "hostile.pdf", tmp_path / "out.pdf"
    hostile.write_bytes(VECTORS[name]())
    assert places(hostile, SECRET) or locate(hostile, [SECRET], GROUND)
    if name in REFUSED:
        with pytest.raises(RefusedError):
            redact_terms(hostile, [SECRET], out)
        assert not out.exists()
        return
    report = redact_terms(hostile, [SECRET], out)
    assert report.marks >= 1
    assert places(out, SECRET) == set()
    assert locate(out, [SECRET], GROUND) == ()
