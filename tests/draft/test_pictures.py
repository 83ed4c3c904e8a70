"""Pictures come from the folder of the source and bring nothing but their pixels."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pymupdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.draft.pages import letter
from tests.draft.pdf_contents import everything
from tests.draft.sources import KAMERSTUK
from woo.draft.check import check
from woo.draft.pictures import is_safe_path, read_picture
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


def test_a_link_to_itself_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "lus.png").symlink_to("lus.png")
    with pytest.raises(InputError, match="is er niet"):
        read_picture("lus.png", tmp_path, "afbeelding")


@pytest.mark.parametrize("to", ["pdf", "docx"])
def test_a_picture_in_a_cell_is_no_wider_than_the_cell(to: str, tmp_path: Path) -> None:
    Image.new("RGB", (1200, 500), "navy").save(tmp_path / "vlak.png")
    table = (
        "| Jaar | Beeld | Uitleg |\n|---|---|---|\n| 2026 | ![Een vlak](vlak.png) | Zo is het. |"
    )
    made = render(letter(table), public=False, to=to, folder=tmp_path).content
    if to == "pdf":
        with pymupdf.open(stream=made) as document:
            (box,) = [pymupdf.Rect(one["bbox"]) for one in document[0].get_image_info()]
            (text,) = document[0].search_for("Zo is het.")
        assert 60 < box.width < text.x0 - box.x0
    else:
        with ZipFile(BytesIO(made)) as package:
            written = package.read("word/document.xml").decode()
        (width,) = re.findall(r'<wp:extent cx="(\d+)"', written)
        assert 60 * 12_700 < int(width) < 300 * 12_700


def test_a_file_that_is_meant_is_named_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "beeld").mkdir()
    Image.new("RGB", (12, 5)).save(tmp_path / "beeld" / "kaart.png")
    found = check(with_picture("beeld/kaartt.png"), folder=tmp_path)
    assert "Bedoelt u 'beeld/kaart.png'?" in "".join(one.message for one in found)
