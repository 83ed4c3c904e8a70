"""PDF files from outside: locked, cut off, scanned, with files inside."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from woo.errors import MissingError, UnreadableError
from woo.ingest.read import read
from woo.pdf.making.typesetting import typeset
from woo.pdf.reading import tesseract
from woo.pdf.reading.unread import needs_ocr, pages_to_read

Put = Callable[[str, bytes], Path]


def changed(content: bytes, change: Callable[[pikepdf.Pdf], None], **save: object) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(out, **save)  # type: ignore[arg-type]
    return out.getvalue()


def test_a_pdf_with_text_is_kept_as_it_is(pdf_bytes: bytes, put: Put, rendition: Path) -> None:
    document = read(put("brief.pdf", pdf_bytes), rendition)
    assert rendition.read_bytes() == pdf_bytes
    assert document.notes == ()
    assert document.untrusted_title == "brief"


def test_a_locked_pdf_is_explained(pdf_bytes: bytes, put: Put, rendition: Path) -> None:
    lock = pikepdf.Encryption(user="geheim", owner="geheim")
    locked = changed(pdf_bytes, lambda _: None, encryption=lock)
    with pytest.raises(UnreadableError, match="wachtwoord") as caught:
        read(put("slot.pdf", locked), rendition)
    assert caught.value.advice
    assert not rendition.exists()


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.8])
def test_a_pdf_that_is_cut_off_is_explained(
    share: float, pdf_bytes: bytes, put: Put, rendition: Path
) -> None:
    with pytest.raises(UnreadableError):
        read(put("half.pdf", pdf_bytes[: int(len(pdf_bytes) * share)]), rendition)
    assert not rendition.exists()


def test_a_pdf_that_was_mended_is_noted(pdf_bytes: bytes, put: Put, rendition: Path) -> None:
    document = read(put("stuk.pdf", pdf_bytes[: pdf_bytes.rindex(b"startxref")]), rendition)
    assert "Wielwaal" in document.text
    assert "hersteld" in document.notes[0]


def test_files_inside_a_pdf_become_attachments(pdf_bytes: bytes, put: Put, rendition: Path) -> None:
    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["kaart.txt"] = b"Wielwaal"
        pdf.docinfo["/CreationDate"] = "D:20240830120000+02'00'"

    document = read(put("map.pdf", changed(pdf_bytes, attach)), rendition)
    (attachment,) = document.attachments
    assert attachment.untrusted_name == "kaart.txt"
    assert attachment.untrusted_bytes == b"Wielwaal"
    assert document.dated == date(2024, 8, 30)


@pytest.mark.slow
def test_words_of_a_scan_are_found(scan_bytes: bytes, put: Put, rendition: Path) -> None:
    document = read(put("scan.pdf", scan_bytes), rendition)
    for word in ("Geachte", "Boterdijk", "dijkversterking", "Oudeschans", "Saskia", "Wielwaal"):
        assert word in document.text
    assert document.notes == ("Aantal gescande pagina's, door tekstherkenning gelezen: 1.",)


@pytest.mark.slow
def test_only_the_scanned_pages_are_read_by_ocr(
    scan_bytes: bytes, pdf_bytes: bytes, put: Put, rendition: Path
) -> None:
    def append_scan(pdf: pikepdf.Pdf) -> None:
        with pikepdf.open(BytesIO(scan_bytes)) as scan:
            pdf.pages.extend(scan.pages)

    mixed = put("mix.pdf", changed(pdf_bytes, append_scan))
    assert needs_ocr(mixed) == (2,)
    before, after = read(mixed, rendition).pages
    assert "Brief aan Saskia Wielwaal" in before
    assert "Geachte heer Van den Boterdijk" in after


@pytest.mark.slow
def test_a_font_that_hides_its_letters_is_read_by_ocr(
    pdf_bytes: bytes, put: Put, rendition: Path
) -> None:
    def forget_letters(pdf: pikepdf.Pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing.ToUnicode

    garbled = put("vreemd.pdf", changed(pdf_bytes, forget_letters))
    assert needs_ocr(garbled) == (1,)
    assert "Wielwaal" in read(garbled, rendition).text


def letter_with_a_screenshot(scan: bytes) -> bytes:
    """The scan with a line of ordinary text above it, and so no scan but a letter."""

    def add_text(pdf: pikepdf.Pdf) -> None:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                                  BaseFont=pikepdf.Name.Helvetica)  # fmt: skip
        pdf.pages[0].Resources.Font = pikepdf.Dictionary(F1=font)
        words = b"Deze bladzijde heeft gewone tekst boven een schermafdruk."
        pdf.pages[0].contents_add(b"BT /F1 10 Tf 20 370 Td (" + words + b") Tj ET")

    return changed(scan, add_text)


@pytest.mark.slow
def test_words_in_a_picture_beside_text_are_found(
    scan_bytes: bytes, put: Put, rendition: Path
) -> None:
    source = put("a.pdf", letter_with_a_screenshot(scan_bytes))
    assert needs_ocr(source) == ()
    document = read(source, rendition)
    assert document.text.count("schermafdruk") == 1
    assert "Saskia Wielwaal" in document.text
    assert document.notes == (
        "Aantal pagina's met een afbeelding waarvan de tekst door tekstherkenning is gelezen: 1.",
    )
    assert pages_to_read(rendition) == ()


def test_without_tesseract_a_picture_beside_text_is_noted_as_unread(
    scan_bytes: bytes, put: Put, rendition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    document = read(put("a.pdf", letter_with_a_screenshot(scan_bytes)), rendition)
    assert "schermafdruk" in document.text
    assert document.notes == (
        "Aantal pagina's met een afbeelding waarvan de tekst niet is gelezen: 1.",
    )


def test_an_empty_page_needs_no_ocr(put: Put) -> None:
    empty = typeset('#set document(title: "x")\n#set text(lang: "nl")\n#pagebreak()')
    assert needs_ocr(put("leeg.pdf", empty)) == ()


def test_a_scan_without_tesseract_says_what_to_install(
    scan_bytes: bytes, put: Put, rendition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingError, match="tesseract-ocr-nld"):
        read(put("scan.pdf", scan_bytes), rendition)
    assert not rendition.exists()


def test_a_scan_without_dutch_says_what_to_install(
    scan_bytes: bytes, put: Put, rendition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "_languages", lambda: frozenset({"eng"}))
    with pytest.raises(MissingError, match="Nederlandse taal"):
        read(put("scan.pdf", scan_bytes), rendition)
