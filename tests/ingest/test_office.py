"""Office files through real LibreOffice, and the zip checks before it."""

import threading
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest

from woo.errors import CrashError, MissingError, UnreadableError
from woo.ingest.comments import show_comments
from woo.ingest.package import examine_package
from woo.ingest.read import read
from woo.pdf.making import office
from woo.pdf.programs import run_program

Put = Callable[[str, bytes], Path]


def zipped(entries: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in entries.items():
            package.writestr(name, data)
    return content.getvalue()


@pytest.mark.slow
def test_what_the_page_shows_is_read_and_what_it_hides_is_counted(
    docx_bytes: bytes, put: Put, rendition: Path
) -> None:
    document = read(put("nota.docx", docx_bytes), rendition)
    for shown in ("Dossier Wielwaal", "Vertrouwelijk", "Opgesteld door", "geschrapt ingevoegd"):
        assert shown in document.text
    assert document.dated == date(2024, 8, 30)
    assert document.notes == (
        "Aantal opmerkingen in de kantlijn, die achter de tekst in de pdf staan: 1.",
        "Aantal bijgehouden wijzigingen, die zichtbaar in de pdf staan: 2.",
    )


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_a_comment_can_be_read_and_judged(
    suffix: str, docx_bytes: bytes, odt_bytes: bytes, put: Put, rendition: Path
) -> None:
    content = {"docx": docx_bytes, "odt": odt_bytes}[suffix]
    document = read(put(f"nota.{suffix}", content), rendition)
    assert document.text.index("Nog een zin. [opmerking 1]") < document.text.index("Opmerking 1\n")
    said = document.text[document.text.index("Opmerkingen in de kantlijn") :]
    assert "Van: Gerda Geheim" in said
    assert "Klopt dit?" in said


@pytest.mark.slow
def test_a_comment_leaves_nothing_outside_the_page(
    docx_bytes: bytes, put: Put, rendition: Path
) -> None:
    import pikepdf

    read(put("nota.docx", docx_bytes), rendition)
    with pikepdf.open(rendition) as pdf:
        pdf.save(rendition.with_name("plain.pdf"), compress_streams=False,
                 object_stream_mode=pikepdf.ObjectStreamMode.disable,
                 stream_decode_level=pikepdf.StreamDecodeLevel.generalized)  # fmt: skip
        assert all("/Annots" not in page for page in pdf.pages)
    content = rendition.with_name("plain.pdf").read_bytes()
    for secret in ("Gerda", "Klopt"):
        assert secret.encode() not in content
        assert secret.encode("utf-16-be") not in content


def test_a_file_without_comments_stays_as_it_is(put: Put, tmp_path: Path) -> None:
    content = zipped({"word/document.xml": b"<document><body><p/></body></document>"})
    assert show_comments(put("nota.docx", content), tmp_path / "uit.docx") == 0
    assert not (tmp_path / "uit.docx").exists()


@pytest.fixture
def listener() -> Iterator[tuple[int, list[str]]]:
    """A web server on this machine that remembers who came by."""
    visits: list[str] = []

    class Visit(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visits.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - http.server names them so

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Visit)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port, visits
    server.shutdown()
    thread.join()
    server.server_close()


def docx_with_linked_picture(address: str) -> bytes:
    office_ns = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package_ns = "http://schemas.openxmlformats.org/package/2006"
    drawing_ns = "http://schemas.openxmlformats.org/drawingml/2006"
    word_ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    picture = (
        f'<w:drawing><wp:inline xmlns:wp="{drawing_ns}/wordprocessingDrawing">'
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="x"/>'
        f'<a:graphic xmlns:a="{drawing_ns}/main"><a:graphicData uri="{drawing_ns}/picture">'
        f'<p:pic xmlns:p="{drawing_ns}/picture"><p:nvPicPr><p:cNvPr id="0" name="x"/><p:cNvPicPr/>'
        f'</p:nvPicPr><p:blipFill><a:blip xmlns:r="{office_ns}" r:link="p1"/><a:stretch>'
        "<a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x='0' y='0'/>"
        '<a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    relation = f'<Relationships xmlns="{package_ns}/relationships"><Relationship'
    return zipped(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{package_ns}/content-types"><Default Extension="rels" ContentType='
                '"application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'{relation} Id="r1" Type="{office_ns}/officeDocument" Target="word/document.xml"/>'
                "</Relationships>"
            ).encode(),
            "word/_rels/document.xml.rels": (
                f'{relation} Id="p1" Type="{office_ns}/image" Target="{address}" '
                'TargetMode="External"/></Relationships>'
            ).encode(),
            "word/document.xml": (
                f'<w:document xmlns:w="{word_ns}"><w:body><w:p><w:r><w:t>Hallo</w:t></w:r>'
                f"<w:r>{picture}</w:r></w:p></w:body></w:document>"
            ).encode(),
        }
    )


@pytest.mark.slow
def test_a_link_to_the_network_is_not_followed(
    listener: tuple[int, list[str]], put: Put, rendition: Path
) -> None:
    port, visits = listener
    content = docx_with_linked_picture(f"http://127.0.0.1:{port}/spion.png")
    assert "Hallo" in read(put("nota.docx", content), rendition).text
    assert visits == []


@pytest.mark.slow
def test_a_link_to_a_file_of_ours_is_not_followed(put: Put, rendition: Path) -> None:
    import pikepdf
    from PIL import Image

    picture = BytesIO()
    Image.new("RGB", (90, 90), "red").save(picture, "PNG")
    ours = put("onze.png", picture.getvalue())
    read(put("nota.docx", docx_with_linked_picture(ours.as_uri())), rendition)
    with pikepdf.open(rendition) as pdf:
        assert not pdf.pages[0].get_images()


# Made when it is needed: some take long, and every worker reads this.
BAD: dict[str, Callable[[], bytes]] = {
    "geen-zip.docx": lambda: b"PK\x03\x04 en dan niets",
    "leeg.docx": lambda: zipped({"iets.txt": b"x"}),
    "bom.docx": lambda: zipped({"word/document.xml": b" " * 30_000_000}),
    "veel.docx": lambda: zipped({f"{n}.xml": b"" for n in range(10_001)}),
    "xml.docx": lambda: zipped({"word/document.xml": b"<a><b></a>"}),
    "slot.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "slot.odt": lambda: zipped(
        {"content.xml": b"<a/>", "META-INF/manifest.xml": b"encryption-data"}
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_package_never_reaches_libreoffice(
    name: str, put: Put, rendition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise AssertionError("LibreOffice was started")

    monkeypatch.setattr(office, "run_program", fail)
    with pytest.raises(UnreadableError) as caught:
        read(put(name, BAD[name]()), rendition)
    assert caught.value.advice


def test_a_size_that_lies_is_found(put: Put) -> None:
    content = bytearray(zipped({"word/document.xml": b"<a>" + b"x" * 5000 + b"</a>"}))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    with pytest.raises(UnreadableError):
        examine_package(put("leugen.docx", bytes(content)))


def test_entities_in_the_xml_are_not_expanded(put: Put) -> None:
    secret = put("geheim.txt", b"Wielwaal")
    xml = (
        f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        "<p><modified>&e;</modified><created>2024-02-03T00:00:00Z</created></p>"
    ).encode()
    package = zipped({"word/document.xml": b"<a/>", "docProps/core.xml": xml})
    assert examine_package(put("a.docx", package)).dated == date(2024, 2, 3)


def test_an_absurd_date_is_no_date(put: Put) -> None:
    xml = b"<p><modified>1601-01-01T00:00:00Z</modified></p>"
    package = zipped({"word/document.xml": b"<a/>", "docProps/core.xml": xml})
    assert examine_package(put("a.docx", package)).dated is None


def test_without_libreoffice_the_reader_says_what_to_install(
    put: Put, rendition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingError, match="libreoffice-writer") as caught:
        read(put("a.rtf", rb"{\rtf1 x}"), rendition)
    assert caught.value.exit_code == 4


@pytest.mark.slow
def test_a_program_that_hangs_ends_with_its_children(tmp_path: Path) -> None:
    mark = tmp_path / "kind"
    script = f"(sleep 2; touch {mark}) & sleep 60"
    with pytest.raises(CrashError, match="te lang"):
        run_program(["/bin/sh", "-c", script], seconds=0.3)
    threading.Event().wait(2.2)
    assert not mark.exists()
