"""A drawing in SVG is drawn from its own content alone, and comes out as pixels."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pymupdf
import pytest
from PIL import Image

from tests.draft.pdf_contents import everything
from tests.draft.sources import NOTA
from tests.draft.test_pictures import with_picture
from woo.draft.pictures import read_picture
from woo.draft.render import render
from woo.errors import InputError

DRAWING = """<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Foekje Tekenaar -->
<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">
  <metadata>Foekje Tekenaar</metadata><script>alert("Foekje")</script>
  <rect width="200" height="100" fill="#154273"/><text x="20" y="60" fill="#ffffff">Foekje</text>
  EXTRA
</svg>
"""


def drawing(folder: Path, extra: str = "", name: str = "a.svg") -> Path:
    path = folder / name
    path.write_text(DRAWING.replace("EXTRA", extra), "utf-8")
    return path


def test_the_pixels_are_sharp_and_the_size_is_its_own(tmp_path: Path) -> None:
    drawing(tmp_path)
    made = read_picture("a.svg", tmp_path, "afbeelding-1")
    with Image.open(BytesIO(made.content)) as picture:
        assert (picture.format, picture.getpixel((3, 3))) == ("PNG", (0x15, 0x42, 0x73, 255))
        assert picture.width > 1500
    assert made.name == "afbeelding-1.png"
    assert 140 < made.width_points < 210
    assert made.height_share == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("to", ["pdf", "html", "docx"])
def test_what_hides_in_a_drawing_stays_behind(to: str, tmp_path: Path) -> None:
    drawing(tmp_path)
    made = render(with_picture("a.svg"), public=True, to=to, folder=tmp_path)
    assert b"Foekje" not in made.content
    if to == "pdf":
        assert "Foekje" not in everything(made.content)
        assert "Een vlak" in everything(made.content)
    if to == "html":
        assert b"data:image/png" in made.content
        assert b"<svg" not in made.content


@pytest.mark.parametrize(
    "extra",
    ['<image href="/etc/hostname" width="9" height="9"/>',
     '<image href="../buiten.png" width="9" height="9"/>',
     '<image href="https://x.example/a.png" width="9" height="9"/>', "<rect"],
)  # fmt: skip
def test_what_is_broken_or_refers_to_elsewhere_is_refused(extra: str, tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "buiten.png")
    inside = tmp_path / "in"
    inside.mkdir()
    drawing(inside, extra)
    with pytest.raises(InputError, match="De tekening is niet te lezen"):
        render(with_picture("a.svg"), public=False, to="pdf", folder=inside)


def test_entities_do_not_multiply(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 50}">' for n in range(1, 9))
    (tmp_path / "a.svg").write_text(
        f'<!DOCTYPE svg [<!ENTITY e0 "x">{levels}]>'
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&e8;</text></svg>'
    )
    with pytest.raises(InputError, match="De tekening is niet te lezen"):
        read_picture("a.svg", tmp_path, "a")


@pytest.mark.parametrize("size", ["1e9", "0", "-4", "0.0000001"])
def test_the_size_that_a_drawing_claims_costs_nothing(size: str, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">'
        '<rect width="9" height="9"/></svg>'
    )
    try:
        made = read_picture("a.svg", tmp_path, "a")
    except InputError:
        return
    with Image.open(BytesIO(made.content)) as picture:
        assert picture.width * picture.height < 8_000_000


def test_a_large_drawing_is_refused(tmp_path: Path) -> None:
    drawing(tmp_path, "<g/>" * 600_000)
    with pytest.raises(InputError, match="kleiner dan 2 MB"):
        read_picture("a.svg", tmp_path, "a")


@pytest.mark.parametrize("to", ["pdf", "docx"])
def test_a_logo_may_be_a_drawing(to: str, tmp_path: Path) -> None:
    base = tmp_path / "sjablonen" / "_base"
    base.mkdir(parents=True)
    drawing(base, name="logo.svg")
    (base / "huisstijl.toml").write_text('logo = "logo.svg"\nlogo_height = 30.0\n')
    made = render(NOTA, public=False, to=to, folder=tmp_path, templates=base.parent)
    if to == "pdf":
        with pymupdf.open(stream=made.content) as pdf:
            numbers = [image[0] for image in pdf[0].get_images()]
            assert pymupdf.Pixmap(pdf, numbers[0]).pixel(3, 3) == (0x15, 0x42, 0x73)
    else:
        with ZipFile(BytesIO(made.content)) as package, package.open("word/media/logo.png") as logo:
            assert Image.open(logo).getpixel((3, 3)) == (0x15, 0x42, 0x73, 255)
