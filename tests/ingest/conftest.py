"""Small files of every kind, made here; every person and address in them is invented."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.ingest.outlook import BODY, SASKIA, SUBJECT, make_msg
from tests.ingest.workbooks import of_rows
from woo.pdf.making.typesetting import font_folder, typeset

EMAIL = (
    b'From: "Wielwaal, Saskia" <s.wielwaal@minkust.example>\r\n'
    b"To: =?utf-8?Q?Jo=C3=ABlle_van_den_Boterdijk?= <j.boterdijk@minkust.example>,\r\n"
    b" Piet Puntkomma <piet@waterschap.example>\r\n"
    b"Cc: dijkteam@minkust.example\r\n"
    b"Date: Fri, 30 Aug 2024 23:05:11 +0200\r\n"
    b"Subject: RE: Nota dijkversterking =?utf-8?B?4oCTIGNvbmNlcHQ=?=\r\n"
    b"Message-ID: <abc@minkust.example>\r\n"
    b"References: <eerste@minkust.example> <tweede@minkust.example>\r\n"
    b"In-Reply-To: <tweede@minkust.example>\r\n"
    b"MIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n"
    b"\r\n"
    b"Beste Jo=C3=ABlle,\r\n\r\nBel gerust met Piet, 06 12 34=\r\n 56 78.\r\n"
    b"\r\n> Ha Saskia,\r\n> hierbij het concept.\r\n>> Wie heeft de kaart?\r\n"
)

SCANNED_LINES = (
    "Geachte heer Van den Boterdijk,",
    "Hierbij stuur ik u de brief over de dijkversterking",
    "bij Oudeschans. Met vriendelijke groet,",
    "Saskia Wielwaal",
)


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive of these files."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def make_pdf() -> bytes:
    text = "Brief aan Saskia Wielwaal over de dijkversterking bij Oudeschans."
    return typeset(f'#set document(title: "Brief")\n#set text(lang: "nl")\n{text}')


def make_scan(kind: str = "PDF", mode: str = "L") -> bytes:
    """A page that is one picture of typed lines, 150 dots to the inch."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(str(font_folder() / "SourceSansPro-Regular.ttf"), 40)
    image = Image.new("L", (1240, 800), 255)
    for number, line in enumerate(SCANNED_LINES):
        ImageDraw.Draw(image).text((120, 150 + 80 * number), line, font=font, fill=0)
    picture = BytesIO()
    image.convert(mode).save(picture, kind, resolution=150, dpi=(150, 150))
    return picture.getvalue()


def make_docx() -> bytes:
    """A nota with a header, a tracked change and a comment."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.core_properties.modified = datetime(2024, 8, 30, 9, 0)
    document.sections[0].header.paragraphs[0].text = "Dossier Wielwaal"
    document.sections[0].footer.paragraphs[0].text = "Vertrouwelijk"
    paragraph = document.add_paragraph("Opgesteld door Saskia Wielwaal. ")
    changes = f'{nsdecls("w")} w:author="Piet Puntkomma" w:date="2024-01-01T00:00:00Z"'
    for change in (
        f'<w:del {changes} w:id="1"><w:r><w:delText>geschrapt</w:delText></w:r></w:del>',
        f'<w:ins {changes} w:id="2"><w:r><w:t xml:space="preserve"> ingevoegd</w:t></w:r></w:ins>',
    ):
        paragraph._p.append(parse_xml(change))
    other = document.add_paragraph("Nog een zin.")
    document.add_comment(other.runs, text="Klopt dit?", author="Gerda Geheim", initials="GG")
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def make_odt() -> bytes:
    """A sentence with a comment, as LibreOffice writes it."""
    base = "urn:oasis:names:tc:opendocument:xmlns"
    kind = "application/vnd.oasis.opendocument.text"
    text = (
        "<text:p>Nog een zin.<office:annotation><dc:creator>Gerda Geheim</dc:creator>"
        "<dc:date>2024-08-30T09:00:00</dc:date><text:p>Klopt dit?</text:p></office:annotation>"
        "</text:p>"
    )
    content = (
        f'<office:document-content xmlns:office="{base}:office:1.0" xmlns:text="{base}:text:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">'
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{base}:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    return zipped(
        {
            "mimetype": kind.encode(),
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def make_workbook() -> bytes:
    return of_rows(["Naam", "Sinds"], ["Saskia Wielwaal", datetime(2024, 8, 30)])


@pytest.fixture(scope="session")
def odt_bytes() -> bytes:
    return make_odt()


@pytest.fixture(scope="session")
def email_bytes() -> bytes:
    return EMAIL


@pytest.fixture(scope="session")
def pdf_bytes() -> bytes:
    return make_pdf()


@pytest.fixture(scope="session")
def scan_bytes() -> bytes:
    return make_scan()


@pytest.fixture(scope="session")
def docx_bytes() -> bytes:
    return make_docx()


@pytest.fixture(scope="session")
def samples(
    email_bytes: bytes, pdf_bytes: bytes, scan_bytes: bytes, docx_bytes: bytes
) -> dict[str, bytes]:
    """One good file for every reader; each names Wielwaal."""
    return {
        "bericht.eml": email_bytes,
        "bericht.msg": make_msg({**SASKIA, BODY: "Bel Piet Puntkomma.", SUBJECT: "Dijk"}),
        "brief.pdf": pdf_bytes,
        "scan.pdf": scan_bytes,
        "foto.png": make_scan("PNG", "RGBA"),
        "fax.tif": make_scan("TIFF", "1"),
        "foto.jpg": make_scan("JPEG", "RGB"),
        "nota.docx": docx_bytes,
        "lijst.xlsx": make_workbook(),
        "nota.rtf": rb"{\rtf1\ansi Opgesteld door Saskia Wielwaal.\par}",
        "stukken.zip": zipped({"mail/Saskia Wielwaal.txt": b"Gebeld."}),
        "notitie.txt": "Gebeld met Saskia Wielwaal.\r\nZoë weet ervan.\r\n".encode(),
    }


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Write a file into an empty folder and give its path."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def rendition(tmp_path: Path) -> Path:
    return tmp_path / "rendition.pdf"
