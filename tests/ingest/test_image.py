from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from woo.errors import UnreadableError
from woo.ingest import image as reader
from woo.ingest.read import read
from woo.model.document import DocumentKind

Put = Callable[[str, bytes], Path]


def picture(width: int, height: int) -> bytes:
    written = BytesIO()
    Image.new("RGBA", (width, height), (20, 60, 120, 90)).save(written, "PNG")
    return written.getvalue()


@pytest.mark.slow
def test_a_small_logo_has_no_text_and_is_no_problem(put: Put, rendition: Path) -> None:
    document = read(put("image001.png", picture(24, 16)), rendition)
    assert document.kind is DocumentKind.IMAGE
    assert document.text.strip() == ""
    assert document.untrusted_title == "image001"


def test_a_cut_off_picture_is_explained(put: Put, rendition: Path) -> None:
    with pytest.raises(UnreadableError, match="beschadigd"):
        read(put("foto.png", picture(400, 400)[:120]), rendition)
    assert not rendition.exists()


def test_a_bomb_is_refused(put: Put, rendition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_PIXELS", 1000)
    with pytest.raises(UnreadableError, match="te groot"):
        read(put("kaart.png", picture(400, 400)), rendition)
