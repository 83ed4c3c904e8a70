"""Presentations through real LibreOffice: hidden slides and notes come along, the rest counts."""

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ingest.test_office import zipped
from woo.errors import UnreadableError
from woo.ingest.read import read
from woo.model.document import DocumentKind

Put = Callable[[str, bytes], Path]
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office",
        "draw": "drawing",
        "text": "text",
        "svg": "svg-compatible",
        "presentation": "presentation",
        "style": "style",
        "fo": "xsl-fo-compatible",
    }.items()
)


def _box(text: str, y: int) -> str:
    return (
        f'<draw:frame svg:width="20cm" svg:height="3cm" svg:x="2cm" svg:y="{y}cm">'
        f"<draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"
    )


def _slide(text: str, style: str = "", more: str = "") -> str:
    return f'<draw:page draw:master-page-name="M"{style}>{_box(text, 2)}{more}</draw:page>'


def _deck(*slides: str) -> str:
    """Flat OpenDocument, from which LibreOffice makes the other kinds."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document {_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation">'
        '<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties '
        'fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>'
        '<style:style style:name="away" style:family="drawing-page"><style:drawing-page-properties '
        'presentation:visibility="hidden"/></style:style></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="M" style:page-layout-name="P"/>'
        "</office:master-styles><office:body><office:presentation>"
        f"{''.join(slides)}</office:presentation></office:body></office:document>"
    )


_COMMENT = (
    '<office:annotation svg:x="1cm" svg:y="1cm"><dc:creator>Gerda Kiekendief</dc:creator>'
    "<dc:date>2024-08-30T10:00:00</dc:date><text:p>Klopt dit?</text:p></office:annotation>"
)
_SAID = (
    '<presentation:notes><draw:frame presentation:class="notes" svg:width="15cm" '
    'svg:height="10cm" svg:x="2cm" svg:y="14cm"><draw:text-box><text:p>Zeg hier dat Saskia '
    "Wielwaal klaagt.</text:p></draw:text-box></draw:frame></presentation:notes>"
)
_FULL = _deck(
    _slide("Dossier Wielwaal", more=_COMMENT + _SAID),
    _slide("Verborgen dia van Noor Grutto", ' draw:style-name="away"'),
    _slide("Vragen aan Joris Plevier"),
)
_PLAIN = _deck(_slide("Stand van zaken"), _slide("Vragen"))


@pytest.fixture(scope="session")
def presented(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], bytes]:
    """A deck as a file of a kind, such as pptx."""

    def made(deck: str, kind: str) -> bytes:
        folder = tmp_path_factory.mktemp("deck")
        (folder / "deck.fodp").write_text(deck, "utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*command, str(folder / "deck.fodp")], check=True, capture_output=True)
        return (folder / f"deck.{kind}").read_bytes()

    return made


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pptx", "odp", "ppt"])
def test_hidden_slides_and_notes_are_on_the_pages(
    presented: Callable[[str, str], bytes], put: Put, rendition: Path, kind: str
) -> None:
    document = read(put(f"deck.{kind}", presented(_FULL, kind)), rendition)
    assert document.kind is DocumentKind.PRESENTATION
    assert [page.strip() for page in document.pages[:3]] == [
        "Dossier Wielwaal",
        "Verborgen dia van Noor Grutto",
        "Vragen aan Joris Plevier",
    ]
    assert "Zeg hier dat Saskia Wielwaal klaagt." in "".join(document.pages[3:])
    assert "Klopt dit" not in document.text
    assert "Wat de spreker erbij noteerde, staat achter de dia's in de pdf." in document.notes
    if kind == "ppt":
        assert any("niet te tellen" in note for note in document.notes)
        return
    assert document.notes[:2] == (
        "Aantal opmerkingen in het origineel, die niet in de pdf staan: 1.",
        "Aantal verborgen dia's, die zichtbaar in de pdf staan: 1.",
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pptx", "odp"])
def test_without_notes_each_slide_comes_once(
    presented: Callable[[str, str], bytes], put: Put, rendition: Path, kind: str
) -> None:
    document = read(put(f"deck.{kind}", presented(_PLAIN, kind)), rendition)
    assert [page.strip() for page in document.pages] == ["Stand van zaken", "Vragen"]
    assert document.notes == ()


@pytest.mark.slow
def test_recordings_and_files_inside_are_counted(
    presented: Callable[[str, str], bytes], put: Put, rendition: Path
) -> None:
    path = put("deck.pptx", presented(_PLAIN, "pptx"))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("ppt/media/gesprek.M4A", b"geluid")
        package.writestr("ppt/embeddings/blad1.xlsx", b"blad")
    assert read(path, rendition).notes == (
        "Aantal geluiden en films, die niet in de pdf staan: 1.",
        "Aantal ingesloten bestanden, die niet apart zijn gelezen: 1.",
    )


_BAD = {
    "zonder.pptx": zipped({"iets.xml": b"<a/>"}),
    "stuk.pptx": zipped({"ppt/presentation.xml": b"<a/>", "ppt/slides/slide1.xml": b"<a>"}),
    "stuk.odp": zipped({"content.xml": b"<a>"}),
    "op-slot.odp": zipped({"content.xml": b"<a/>", "META-INF/manifest.xml": b"<encryption-data/>"}),
    "oud.pptx": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
    "geen.ppt": b"iets",
}


@pytest.mark.parametrize("name", _BAD)
def test_what_is_no_presentation_is_refused(name: str, put: Put, rendition: Path) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(put(name, _BAD[name]), rendition)
    assert (
        "presentatieprogramma" in str(refused.value)
        or "PowerPoint" in str(refused.value)
        or (name == "geen.ppt")
    )
    assert not rendition.exists()
