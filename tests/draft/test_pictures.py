"""Pictures come from the folder of the source and bring nothing but their pixels."""

from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.draft.pdf_contents import everything
from tests.draft.sources import KAMERSTUK
from woo.draft.pictures import is_safe_path
from woo.draft.render import render
from woo.errors import InputError


def with_picture(name: str) -> str:
    return KAMERSTUK.replace("dan over rust.", f"dan over rust.\n\n![Een vlak]({name})")


@pytest.mark.parametrize("to", ["pdf", "html"])
@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
def test_the_notes_in_a_picture_stay_behind(name: str, to: str, tmp_path: Path) -> None:
    notes = PngInfo()
    notes.add_text("Author", "Foekje Fotograaf")
    exif = Image.Exif()
    exif[0x013B] = "Foekje Fotograaf"
    picture = Image.new("RGB", (40, 20), "blue")
    if name == "a.png":
        picture.save(tmp_path / name, pnginfo=notes, exif=exif)
    else:
        picture.save(tmp_path / name, exif=exif, comment=b"Foekje Fotograaf")
    assert b"Foekje" in (tmp_path / name).read_bytes()
    made = render(with_picture(name), public=True, to=to, folder=tmp_path)
    if to == "pdf":
        assert "Foekje" not in everything(made.content)
        assert "Een vlak" in everything(made.content)
    else:
        assert b"Rm9la2pl" not in made.content  # Foekje, in base64
        assert b"data:image/" in made.content


@pytest.mark.parametrize(
    "path", ["../a.png", "/a.png", "x/../../a.png", "C:\\a.png", "C:/a.png", "a.gif", "a.pdf",
             "https://x.example/a.png", "a%2Fb.png"]
)  # fmt: skip
def test_only_files_beside_the_source(path: str) -> None:
    assert not is_safe_path(path)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    Image.new("RGB", (4, 4)).save(tmp_path / "buiten.png")
    (inside / "a.png").symlink_to(tmp_path / "buiten.png")
    with pytest.raises(InputError, match="regel 17, kolom 1"):
        render(with_picture("a.png"), public=False, to="pdf", folder=inside)


@pytest.mark.parametrize("content", [b"", b"geen plaatje", b"\x89PNG\r\n\x1a\n0000"])
def test_a_broken_picture_is_explained(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(InputError, match="niet te lezen"):
        render(with_picture("a.png"), public=False, to="pdf", folder=tmp_path)
