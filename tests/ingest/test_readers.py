"""The contract that every reader keeps, and what happens to files that are not what they say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from woo.errors import UnreadableError
from woo.ingest.read import READERS, read, read_text
from woo.pdf.reading.textlayer import read_pages
from woo.text.grids import join_rows

Put = Callable[[str, bytes], Path]

FAST = ["bericht.eml", "bericht.msg", "brief.pdf", "lijst.xlsx", "notitie.txt", "stukken.zip"]
SLOW = ["scan.pdf", "nota.docx", "nota.rtf", "foto.png", "fax.tif", "foto.jpg"]
ALL = [*FAST, *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)]


@pytest.mark.parametrize("name", ALL)
def test_every_reader_keeps_the_contract(
    name: str, samples: dict[str, bytes], put: Put, rendition: Path
) -> None:
    source = put(name, samples[name])

    document = read(source, rendition)

    assert document.pdf == rendition
    assert document.pages == tuple(page.text for page in read_pages(rendition))
    assert "Wielwaal" in document.text
    assert "Wielwaal" not in repr(document)
    assert not any("Wielwaal" in note for note in document.notes)
    assert source.read_bytes() == samples[name]
    assert {path.name for path in source.parent.iterdir()} == {name, rendition.name}


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_an_empty_file_is_explained(suffix: str, put: Put, rendition: Path) -> None:
    with pytest.raises(UnreadableError, match="leeg"):
        read(put(f"Wielwaal{suffix}", b""), rendition)
    assert not rendition.exists()


# Any bytes are text to somebody.
TEXTS = {".csv", ".htm", ".html", ".ics", ".json", ".log", ".md", ".tsv", ".txt", ".vcf", ".xml"}


@pytest.mark.parametrize("suffix", sorted(set(READERS) - TEXTS))
def test_other_content_than_the_name_says_is_explained_without_quoting(
    suffix: str, put: Put, rendition: Path
) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(put(f"Wielwaal{suffix}", b"\x00\x01Wielwaal\xff\xfe"), rendition)
    assert caught.value.advice
    assert "Wielwaal" not in str(caught.value)
    assert not rendition.exists()


def test_a_list_is_read_as_a_table(put: Put, rendition: Path) -> None:
    document = read(put("lijst.csv", b"naam;tel\nSaskia Wielwaal;06-12345678\n"), rendition)
    assert "| Saskia Wielwaal | 06-12345678 |" in join_rows(document.text)
    assert document.pdf == rendition


def test_a_saved_web_page_is_read_with_its_hidden_text_and_nothing_is_fetched(
    put: Put, rendition: Path
) -> None:
    page = (
        "<title>Forum</title><p>Dag <b>Saskia</b> Wielwaal</p><p style='display:none'>Teun</p>"
        "<img src='http://203.0.113.9/x.png'><script>var naam = 'Bram'</script>"
    )
    document = read(put("forum.html", page.encode()), rendition)
    assert "Saskia Wielwaal" in document.text
    assert "Teun" in document.text
    assert "Bram" not in document.text
    assert any("webpagina" in note for note in document.notes)


def test_a_calendar_item_is_unfolded(put: Put, rendition: Path) -> None:
    item = (
        "BEGIN:VEVENT\r\nATTENDEE;CN=Saskia Wiel\r\n waal:mailto:s@minx.example\r\n"
        "DESCRIPTION:Dag\\, Teun\\nTot straks\r\nEND:VEVENT\r\n"
    )
    document = read(put("afspraak.ics", item.encode()), rendition)
    assert "CN=Saskia Wielwaal" in document.text
    assert "DESCRIPTION:Dag, Teun\nTot straks" in document.text


def test_a_card_is_decoded_and_its_photo_told(put: Put, rendition: Path) -> None:
    card = (
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Wielwaal;Jo=C3=\n"
        f"=ABlle\nPHOTO;ENCODING=BASE64:{'A' * 600}\nEND:VCARD\n"
    )
    document = read(put("kaart.vcf", card.encode()), rendition)
    assert "Wielwaal;Joëlle" in document.text
    assert "AAAA" not in document.text
    assert any("foto" in note for note in document.notes)


def test_an_unknown_suffix_names_the_formats_that_can_be_read(put: Put, rendition: Path) -> None:
    with pytest.raises(
        UnreadableError,
        match=r"docx, eml, htm, html, ics, jpeg, jpg, json, log, md, msg, ods, odp, odt, pdf, png",
    ):
        read(put("tekening.dwg", b"x"), rendition)


def test_a_missing_file_is_a_readable_error(tmp_path: Path, rendition: Path) -> None:
    with pytest.raises(UnreadableError, match="bestaat niet"):
        read(tmp_path / "weg.pdf", rendition)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, rendition: Path) -> None:
    big = tmp_path / "groot.txt"
    with big.open("wb") as stream:
        stream.truncate(500 * 1024 * 1024 + 1)
    with pytest.raises(UnreadableError, match="500 MB"):
        read(big, rendition)


def test_suffixes_are_read_in_any_case(
    samples: dict[str, bytes], put: Put, rendition: Path
) -> None:
    assert read(put("BERICHT.EML", samples["bericht.eml"]), rendition).contacts


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfRegel een\r\nRegel twee\rdrie\n",
        "Zoë\fvolgende".encode(),
        "Zoë € Wielwaal".encode("cp1252"),
        b"\x81\x8d Wielwaal",
    ],
    ids=["line ends", "form feed", "windows", "undefined"],
)
def test_offsets_in_a_text_file_count_in_the_file_itself(content: bytes, put: Put) -> None:
    document = read_text(put("a.txt", content))
    assert document.pdf is None
    assert len(document.pages) == 1
    try:
        expected = content.decode()
    except UnicodeDecodeError:
        assert len(document.text) == len(content)
    else:
        assert document.pages == (expected,)
        assert len(document.text) == len(expected)


def test_text_of_notepad_in_utf16_is_read(put: Put) -> None:
    content = "\ufeffSaskia Wielwaal\r\n".encode("utf-16-le")
    assert read_text(put("a.txt", content)).text == "\ufeffSaskia Wielwaal\r\n"


def test_reading_for_text_alone_leaves_no_rendition(samples: dict[str, bytes], put: Put) -> None:
    source = put("bericht.eml", samples["bericht.eml"])
    document = read_text(source)
    assert document.pdf is None
    assert "Wielwaal" in document.text
    assert [path.name for path in source.parent.iterdir()] == ["bericht.eml"]


def test_reading_for_text_can_keep_the_rendition(
    samples: dict[str, bytes], put: Put, rendition: Path
) -> None:
    document = read_text(put("bericht.eml", samples["bericht.eml"]), rendition)
    assert document.pdf == rendition
    assert rendition.exists()
