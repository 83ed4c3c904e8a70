"""E-mails as their reader gives them: header, text, attachments, rendition."""

import base64
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from woo.errors import UnreadableError, WooError
from woo.ingest.read import read
from woo.model.document import Contact, Document, DocumentKind

Put = Callable[[str, bytes], Path]
Read = Callable[[bytes], Document]

HEAD = b"From: Saskia Wielwaal <s@minkust.example>\r\nSubject: Nota\r\n"


@pytest.fixture
def read_mail(put: Put, rendition: Path) -> Read:
    return lambda content: read(put("bericht.eml", content), rendition)


def multipart(kind: str, *parts: bytes) -> bytes:
    joined = b"".join(b"\r\n--GRENS\r\n" + part for part in parts)
    return (
        HEAD
        + f"Content-Type: multipart/{kind}; boundary=GRENS\r\n".encode()
        + joined
        + b"\r\n--GRENS--\r\n"
    )


def test_the_header_becomes_facts(read_mail: Read, email_bytes: bytes) -> None:
    document = read_mail(email_bytes)
    assert document.kind is DocumentKind.EMAIL
    assert document.untrusted_title == "RE: Nota dijkversterking – concept"
    assert document.dated == date(2024, 8, 30)
    assert document.message_id == "abc@minkust.example"
    assert document.references == ("eerste@minkust.example", "tweede@minkust.example")
    assert document.contacts == (
        Contact("Wielwaal, Saskia", "s.wielwaal@minkust.example"),
        Contact("Joëlle van den Boterdijk", "j.boterdijk@minkust.example"),
        Contact("Piet Puntkomma", "piet@waterschap.example"),
        Contact("", "dijkteam@minkust.example"),
    )


def test_header_and_text_are_all_on_the_page(read_mail: Read, email_bytes: bytes) -> None:
    text = " ".join(read_mail(email_bytes).text.split())
    for shown in (
        "Wielwaal, Saskia",
        "Joëlle van den Boterdijk <j.boterdijk@minkust.example>",
        "dijkteam@minkust.example",
        "30 augustus 2024, 23:05 uur (+0200)",
        "RE: Nota dijkversterking – concept",
        "Beste Joëlle, Bel gerust met Piet, 06 12 34 56 78.",
        "Ha Saskia, hierbij het concept. Wie heeft de kaart?",
    ):
        assert shown in text


def test_of_two_forms_of_the_text_the_plain_one_is_taken(read_mail: Read) -> None:
    document = read_mail(
        multipart(
            "alternative",
            b"Content-Type: text/plain\r\n\r\nDe gewone tekst.",
            b"Content-Type: text/html\r\n\r\n<p>De opgemaakte tekst.</p>",
        )
    )
    assert "gewone" in document.text
    assert "opgemaakte" not in document.text


def test_a_plain_stub_beside_html_gives_way(read_mail: Read) -> None:
    html = b"<p>" + b"Dit is de echte inhoud van het bericht. " * 20 + b"</p>"
    document = read_mail(
        multipart(
            "alternative",
            b"Content-Type: text/plain\r\n\r\nZie html.",
            b"Content-Type: text/html\r\n\r\n" + html,
        )
    )
    assert "echte inhoud" in document.text


def test_html_alone_becomes_lines(read_mail: Read) -> None:
    html = base64.b64encode("<p>Beste Zoë,</p><p>Tot morgen.<br>Saskia</p>".encode())
    document = read_mail(
        HEAD
        + b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + html
    )
    assert "Beste Zoë,\nTot morgen.\nSaskia\n" in document.text


def test_attachments_come_with_name_and_bytes(read_mail: Read) -> None:
    document = read_mail(
        multipart(
            "mixed",
            b"Content-Type: text/plain\r\n\r\nZie bijlagen.",
            b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
            b'Content-Disposition: attachment; filename="=?utf-8?Q?Nota_Jo=C3=ABlle.pdf?="'
            b"\r\n\r\n" + base64.b64encode(b"%PDF-1.7 inhoud"),
            b"Content-Type: text/plain; name=notitie.txt\r\n\r\nLosse notitie",
            b"Content-Type: image/png\r\nContent-ID: <logo>\r\n\r\nPNG",
        )
    )
    assert [(item.untrusted_name, item.untrusted_bytes) for item in document.attachments] == [
        ("Nota Joëlle.pdf", b"%PDF-1.7 inhoud"),
        ("notitie.txt", b"Losse notitie"),
        ("bijlage-3.png", b"PNG"),
    ]
    assert "Nota Joëlle.pdf\nnotitie.txt\nbijlage-3.png\n" in document.text


def test_a_name_from_outside_has_no_folders(read_mail: Read) -> None:
    document = read_mail(
        multipart(
            "mixed",
            b'Content-Type: image/png\r\nContent-Disposition: attachment; filename="../../a/b.png"'
            b"\r\n\r\nx",
        )
    )
    assert document.attachments[0].untrusted_name == "_.._a_b.png"


def test_an_empty_attachment_is_kept_and_noted(read_mail: Read) -> None:
    document = read_mail(
        multipart(
            "mixed",
            b"Content-Type: text/plain\r\n\r\nZie bijlage.",
            b"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=leeg.pdf"
            b"\r\n\r\n",
        )
    )
    assert document.attachments[0].untrusted_bytes == b""
    assert "Aantal bijlagen dat leeg is (0 bytes): 1." in document.notes


def test_a_forwarded_message_is_an_attachment_that_can_be_read(
    read_mail: Read, email_bytes: bytes
) -> None:
    outer = read_mail(
        multipart(
            "mixed",
            b"Content-Type: text/plain\r\n\r\nTer info.",
            b"Content-Type: message/rfc822\r\n\r\n" + email_bytes,
        )
    )
    (nested,) = outer.attachments
    assert nested.untrusted_name == "RE: Nota dijkversterking – concept.eml"
    inner = read_mail(nested.untrusted_bytes)
    assert inner.message_id == "abc@minkust.example"
    assert "06 12 34 56 78" in inner.text
    assert "06 12 34 56 78" not in outer.text


def test_a_forwarded_message_in_base64_is_unpacked(read_mail: Read, email_bytes: bytes) -> None:
    outer = read_mail(
        multipart(
            "mixed",
            b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + base64.encodebytes(email_bytes),
        )
    )
    assert outer.attachments[0].untrusted_bytes.splitlines() == email_bytes.splitlines()


@pytest.mark.parametrize(
    "broken",
    [
        b"Date: gisteren",
        b"Date: Fri, 99 Foo 20244 99:99:99 +9999",
        b"To: =?utf-8?B?////?= <a@b.example>",
        b"To: =?onzin?Q?a?= <a@b.example>",
        b'To: <<<>>>,,;;:::""((',
        b"Cc: \xff\xfe\x00 <",
        b"Content-Type: multipart/mixed",
        b"Content-Type: multipart/mixed; boundary=nooit",
        b"Content-Type: text/plain; charset=bestaatniet",
        b"Content-Type: text/plain; charset=idna",
        b"Content-Type: ;;;=",
        b"Content-Transfer-Encoding: onzin",
        b"Content-Disposition: attachment; filename*=utf-8''%ff%fe",
        b"Message-ID: zonder haken",
    ],
)
def test_a_broken_header_does_not_stop_the_reader(read_mail: Read, broken: bytes) -> None:
    document = read_mail(HEAD + broken + b"\r\n\r\nGroet van Saskia")
    shown = document.text + "".join(
        item.untrusted_bytes.decode("utf-8", "replace") for item in document.attachments
    )
    assert "Groet van Saskia" in shown
    assert document.contacts[0] == Contact("Saskia Wielwaal", "s@minkust.example")


def test_a_date_that_cannot_be_read_is_shown_as_written(read_mail: Read) -> None:
    document = read_mail(HEAD + b"Date: gisteren om vijf uur\r\n\r\nx")
    assert document.dated is None
    assert "gisteren om vijf uur" in document.text


def test_without_a_subject_the_title_says_so(read_mail: Read) -> None:
    document = read_mail(b"From: a@b.example\r\n\r\nx")
    assert document.untrusted_title == "(geen onderwerp)"


def test_a_declared_charset_that_lies_is_not_believed(read_mail: Read) -> None:
    head = HEAD + b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\n"
    assert "Joëlle" in read_mail(head + "Joëlle".encode()).text


def test_one_endless_word_stays_on_the_page(read_mail: Read) -> None:
    document = read_mail(HEAD + b"\r\n" + b"W" * 5000 + b" einde")
    assert document.text.count("W") == 5001  # and one of Wielwaal
    assert max(map(len, document.text.split("\n"))) < 120
    assert "einde" in document.text


def test_signs_without_a_glyph_become_squares_and_are_noted(read_mail: Read) -> None:
    document = read_mail(HEAD + b"\r\n" + "Groet 你好 😀 ✓ Wiel\u200bwaal".encode())
    assert "Groet □□ □ ✓ Wielwaal" in document.text
    assert "Aantal tekens dat niet te drukken is en door □ of ? is vervangen: 3." in document.notes


def test_text_that_looks_like_typst_is_text(read_mail: Read) -> None:
    trick = '#panic("x") \\ $y$ @z *vet* "a" #include "/etc/passwd" // weg'
    assert trick in read_mail(HEAD + b"\r\n" + trick.encode()).text


@pytest.mark.slow
def test_a_message_nested_without_end_is_refused(put: Put, rendition: Path) -> None:
    content = b"".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n".encode()
        for n in range(3000)
    )
    with pytest.raises(UnreadableError, match=r"ingewikkeld|genest"):
        read(put("diep.eml", content), rendition)


@pytest.mark.slow
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=400), st.text(max_size=200))
def test_any_bytes_give_a_document_or_an_explained_error(
    put: Put, rendition: Path, noise: bytes, text: str
) -> None:
    body = text.encode("utf-8", "surrogatepass")
    try:
        document = read(put("x.eml", HEAD + noise + b"\r\n\r\n" + body), rendition)
    except WooError:
        return
    assert document.pages


@pytest.mark.slow
def test_a_subject_of_a_hundred_thousand_signs_is_read_whole(read_mail: Read) -> None:
    subject = "overleg " * 12_000 + "slotwoord"
    document = read_mail(f"From: s@minkust.example\r\nSubject: {subject}\r\n\r\nHallo".encode())
    assert "slotwoord" in document.text
