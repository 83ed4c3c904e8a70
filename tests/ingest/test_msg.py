"""Outlook messages as their reader gives them: the same document as for an e-mail."""

import base64
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from tests.ingest.outlook import (
    ADDRESS,
    BCC,
    BODY,
    CC,
    CLASS,
    DATA,
    FROM_ADDRESS,
    FROM_NAME,
    FROM_SMTP,
    HEADERS,
    HTML,
    HTML_PAGE,
    IN_REPLY_TO,
    KIND,
    LONG_NAME,
    MESSAGE_ID,
    METHOD,
    MIME,
    NAME,
    REFERENCES,
    REPLY_TO,
    RTF,
    SASKIA,
    SENDER_NAME,
    SENDER_SMTP,
    SENT_AT,
    SHORT_NAME,
    SHOWN_TO,
    SMTP,
    SUBJECT,
    Properties,
    attachment,
    make_msg,
    message_tree,
    named,
    packed_rtf,
    recipient,
)
from woo.errors import UnreadableError
from woo.ingest.outlook.compound_writing import write_compound
from woo.ingest.outlook.msg import take_apart
from woo.ingest.read import read
from woo.model.document import Contact, Document, DocumentKind

Put = Callable[[str, bytes], Path]
Read = Callable[..., Document]

EXCHANGE = "/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=0a1b-boterdj"
JOELLE = recipient("Joëlle van den Boterdijk", "j.boterdijk@minkust.example")
NOTA: Properties = {
    **SASKIA,
    CLASS: "IPM.Note",
    SUBJECT: "\x01\x05RE: Nota dijkversterking – concept",
    SENT_AT: datetime(2024, 8, 30, 21, 5, 11, tzinfo=UTC),
    MESSAGE_ID: "<abc@minkust.example>",
    REFERENCES: "<eerste@minkust.example> <tweede@minkust.example>",
    IN_REPLY_TO: "<tweede@minkust.example>",
    BODY: "Beste Joëlle,\r\n\r\nBel gerust met Piet, 06 12 34 56 78.\r\n",
}


@pytest.fixture
def read_msg(put: Put, rendition: Path) -> Read:
    return lambda *parts, **more: read(put("bericht.msg", make_msg(*parts, **more)), rendition)


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


def row(document: Document, label: str) -> str:
    """The first line of a row of the header block."""
    found = lines(document)
    return found[found.index(label) + 1]


def test_the_header_becomes_facts(read_msg: Read) -> None:
    document = read_msg(
        NOTA,
        [
            JOELLE,
            recipient("dijkteam@minkust.example", "dijkteam@minkust.example", CC),
            recipient("'Piet Puntkomma'", "piet@waterschap.example", BCC),
        ],
    )
    assert document.kind is DocumentKind.EMAIL
    assert document.untrusted_title == "RE: Nota dijkversterking – concept"
    assert document.dated == date(2024, 8, 30)
    assert document.message_id == "abc@minkust.example"
    assert document.references == ("eerste@minkust.example", "tweede@minkust.example")
    assert document.contacts == (
        Contact("Wielwaal, Saskia", "s.wielwaal@minkust.example"),
        Contact("Joëlle van den Boterdijk", "j.boterdijk@minkust.example"),
        Contact("", "dijkteam@minkust.example"),
        Contact("Piet Puntkomma", "piet@waterschap.example"),
    )
    assert row(document, "Van") == '"Wielwaal, Saskia" <s.wielwaal@minkust.example>'
    assert row(document, "Aan") == "Joëlle van den Boterdijk <j.boterdijk@minkust.example>"
    assert row(document, "Cc") == "dijkteam@minkust.example"
    assert row(document, "Bcc") == "Piet Puntkomma <piet@waterschap.example>"
    assert row(document, "Datum") == "30 augustus 2024, 23:05 uur (+0200)"
    assert row(document, "Onderwerp") == "RE: Nota dijkversterking – concept"
    assert "Bel gerust met Piet, 06 12 34 56 78." in document.text
    assert document.notes == ()


@pytest.mark.parametrize(
    ("code_page", "name"),
    [(1252, "Joëlle Boterdijk"), (1250, "Zdeněk Boterdijk"), (65001, "Zdeněk Boterdijk")],
)
def test_texts_in_a_code_page_are_read_in_it(read_msg: Read, code_page: int, name: str) -> None:
    document = read_msg(
        {**SASKIA, BODY: f"Dag {name}"},
        [recipient(name, "b@minkust.example")],
        [attachment(f"{name}.txt", b"x")],
        code_page=code_page,
    )
    assert f"Dag {name}" in document.text
    assert row(document, "Aan") == f"{name} <b@minkust.example>"
    assert document.attachments[0].untrusted_name == f"{name}.txt"


def test_an_address_inside_exchange_gives_way_to_the_one_on_the_internet(read_msg: Read) -> None:
    document = read_msg(
        {FROM_NAME: "Saskia Wielwaal", FROM_ADDRESS: EXCHANGE, BODY: "x"},
        [{**JOELLE, ADDRESS: EXCHANGE}, {NAME: "Piet Puntkomma", ADDRESS: EXCHANGE, KIND: CC}],
    )
    assert row(document, "Van") == "Saskia Wielwaal"
    assert row(document, "Aan") == "Joëlle van den Boterdijk <j.boterdijk@minkust.example>"
    assert row(document, "Cc") == "Piet Puntkomma"
    assert "cn=" not in document.text.lower()


def test_who_has_an_address_inside_exchange_alone_is_shown_by_it(read_msg: Read) -> None:
    document = read_msg({FROM_NAME: EXCHANGE, FROM_ADDRESS: EXCHANGE, BODY: "x"})
    assert document.contacts == (Contact("", EXCHANGE),)


def test_the_headers_of_its_journey_give_what_the_message_does_not_say(read_msg: Read) -> None:
    journey = (
        "Microsoft Mail Internet Headers Version 2.0\r\n"
        "Received: from mx ([198.51.100.7]) for <gerda.geheim@minkust.example>\r\n"
        "From: Saskia Wielwaal <s.wielwaal@minkust.example>\r\n"
        "Reply-To: Dijkteam <dijkteam@minkust.example>\r\n"
        "To: lijst@minkust.example\r\n"
        "Date: Fri, 30 Aug 2024 22:05:11 +0100\r\n"
        "Message-ID: <abc@minkust.example>\r\n"
        "In-Reply-To: <eerste@minkust.example>\r\n\r\n"
    )
    document = read_msg(
        {FROM_NAME: "Saskia Wielwaal", FROM_ADDRESS: EXCHANGE, HEADERS: journey, BODY: "x"},
        [JOELLE],
    )
    assert row(document, "Van") == "Saskia Wielwaal <s.wielwaal@minkust.example>"
    assert row(document, "Antwoord aan") == "Dijkteam <dijkteam@minkust.example>"
    assert row(document, "Datum") == "30 augustus 2024, 22:05 uur (+0100)"
    assert document.message_id == "abc@minkust.example"
    assert document.references == ("eerste@minkust.example",)
    for hidden in ("geheim", "lijst", "198.51"):
        assert hidden not in document.text


def test_who_sent_it_for_another_is_shown(read_msg: Read) -> None:
    document = read_msg(
        {**SASKIA, SENDER_NAME: "Piet Puntkomma", SENDER_SMTP: "p@minkust.example", BODY: "x"}
    )
    assert row(document, "Verzonden door") == "Piet Puntkomma <p@minkust.example>"
    alone = read_msg({**SASKIA, SENDER_NAME: "S", SENDER_SMTP: SASKIA[FROM_SMTP], BODY: "x"})
    assert "Verzonden door" not in lines(alone)


def test_without_a_sender_subject_or_date_the_rest_is_read(read_msg: Read) -> None:
    document = read_msg({BODY: "Bel Saskia Wielwaal.", REPLY_TO: "Piet; p@minkust.example"})
    assert document.untrusted_title == "(geen onderwerp)"
    assert document.dated is None
    assert document.contacts == (Contact("Piet", ""), Contact("", "p@minkust.example"))
    assert "Van" not in lines(document)
    assert "Bel Saskia Wielwaal." in document.text


def test_without_a_table_of_recipients_the_shown_names_count(read_msg: Read) -> None:
    document = read_msg({**SASKIA, SHOWN_TO: "Boterdijk, Joëlle; 'p@minkust.example'", BODY: "x"})
    assert row(document, "Aan") == '"Boterdijk, Joëlle", p@minkust.example'


def test_html_alone_becomes_lines(read_msg: Read) -> None:
    html = "<p>Dag Joëlle</p><p style='display:none'>Teun</p>".encode("cp1250")
    document = read_msg({**SASKIA, HTML: html, HTML_PAGE: 1250})
    assert "Dag Joëlle" in lines(document)
    assert "Teun" in lines(document)


def test_a_plain_stub_beside_html_gives_way(read_msg: Read) -> None:
    html = "<p>" + "Dit is de echte inhoud van het bericht. " * 20 + "</p>"
    assert "echte inhoud" in read_msg({**SASKIA, BODY: "Zie html.", HTML: html}).text


def test_compressed_rtf_is_read_when_it_is_all_there_is(read_msg: Read) -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1252\fromtext{\fonttbl{\f0 Arial;}}\f0 Dag Jo\'eblle\par Saskia}"
    document = read_msg({**SASKIA, RTF: packed_rtf(rtf)})
    assert lines(document)[-4:-2] == ["Dag Joëlle", "Saskia"]


def test_files_keep_their_long_name_and_pictures_in_the_text_are_files_too(read_msg: Read) -> None:
    document = read_msg(
        {**SASKIA, BODY: "Zie bijlagen.", HTML: '<p>Zie bijlagen. <img src="cid:logo"></p>'},
        [],
        [
            attachment("Nota Joëlle.pdf", b"%PDF-1.7 inhoud"),
            {DATA: b"PNG", METHOD: 1, MIME: "image/png", 0x3712: "logo"},
            {DATA: b"x", METHOD: 1, SHORT_NAME: "NOTITI~1.TXT"},
            attachment("../../a/b.png", b"x"),
        ],
    )
    assert [(item.untrusted_name, item.untrusted_bytes) for item in document.attachments] == [
        ("Nota Joëlle.pdf", b"%PDF-1.7 inhoud"),
        ("bijlage-2.png", b"PNG"),
        ("NOTITI~1.TXT", b"x"),
        ("_.._a_b.png", b"x"),
    ]
    assert "Nota Joëlle.pdf\nbijlage-2.png\nNOTITI~1.TXT\n" in document.text


def test_an_empty_file_is_kept_and_noted_and_a_reference_is_shown(read_msg: Read) -> None:
    document = read_msg(
        {**SASKIA, BODY: "x"},
        [],
        [attachment("leeg.pdf", b""), {LONG_NAME: "wolk.docx", METHOD: 7}],
    )
    assert [item.untrusted_name for item in document.attachments] == ["leeg.pdf"]
    assert "Aantal bijlagen dat leeg is (0 bytes): 1." in document.notes
    assert "Een bijlage is alleen als verwijzing meegestuurd. Vraag het bestand." in document.notes
    assert "verwijzing is meegestuurd: wolk.docx" in document.text


def test_a_message_inside_is_an_attachment_that_can_be_read(
    read_msg: Read, put: Put, rendition: Path
) -> None:
    innermost = message_tree({**SASKIA, SUBJECT: "Diepst", BODY: "Teun"}, inside=True)
    inner = message_tree(
        NOTA,
        [JOELLE],
        [attachment("", innermost, 5), attachment("kaart.bin", b"k" * 9000)],
        inside=True,
    )
    outer = read_msg(
        {**SASKIA, BODY: "Ter info."},
        [],
        [{NAME: "RE: Nota dijkversterking – concept", DATA: inner, METHOD: 5}],
    )
    (nested,) = outer.attachments
    assert nested.untrusted_name == "RE: Nota dijkversterking – concept.msg"
    assert "06 12 34 56 78" not in outer.text

    document = read(put("binnen.msg", nested.untrusted_bytes), rendition)
    assert document.message_id == "abc@minkust.example"
    assert document.dated == date(2024, 8, 30)
    assert document.contacts[1] == Contact(str(JOELLE[NAME]), str(JOELLE[SMTP]))
    assert "06 12 34 56 78" in document.text
    assert [item.untrusted_name for item in document.attachments] == ["bericht-1.msg", "kaart.bin"]
    assert document.attachments[1].untrusted_bytes == b"k" * 9000

    deepest = read(put("diepst.msg", document.attachments[0].untrusted_bytes), rendition)
    assert deepest.untrusted_title == "Diepst"


def test_an_object_of_another_program_is_kept_as_a_file(read_msg: Read) -> None:
    document = read_msg(
        {**SASKIA, BODY: "x"}, [], [attachment("Tekening", {"CONTENTS": b"lijnen"}, 6)]
    )
    (found,) = document.attachments
    assert found.untrusted_name == "Tekening.ole"
    assert b"lijnen" in found.untrusted_bytes


def test_a_signed_message_is_read_from_its_only_attachment(
    read_msg: Read,
) -> None:
    signed = (
        b"Content-Type: multipart/signed; boundary=GRENS\r\n\r\n--GRENS\r\n"
        b"Content-Type: text/plain\r\n\r\nGroet van Saskia\r\n--GRENS\r\n"
        b"Content-Type: application/pkcs7-signature; name=smime.p7s\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(b"zegel") + b"\r\n--GRENS--"
    )
    document = read_msg(
        {**SASKIA, CLASS: "IPM.Note.SMIME.MultipartSigned"}, [], [attachment("smime.p7m", signed)]
    )
    assert "Groet van Saskia" in document.text
    assert [item.untrusted_name for item in document.attachments] == ["smime.p7s"]


@pytest.mark.parametrize(
    ("kind", "mime"),
    [("IPM.Note.SMIME", ""), ("IPM.Note", "application/x-microsoft-rpmsg-message")],
)
def test_a_sealed_message_is_noted(read_msg: Read, kind: str, mime: str) -> None:
    document = read_msg(
        {**SASKIA, CLASS: kind}, [], [{**attachment("smime.p7m", b"?"), MIME: mime}]
    )
    assert "Deze e-mail heeft geen tekst." in document.notes
    assert any("versleuteld" in note for note in document.notes)


def test_an_appointment_says_when_and_where(read_msg: Read) -> None:
    appointment = UUID("00062002-0000-0000-c000-000000000046").bytes_le
    document = read_msg(
        {
            **SASKIA,
            CLASS: "IPM.Appointment",
            SUBJECT: "Dijkoverleg",
            BODY: "Neem de kaart mee.",
            0x8000: datetime(2024, 12, 3, 8, 30, tzinfo=UTC),
            0x8001: datetime(2024, 12, 3, 9, 0, tzinfo=UTC),
            0x8002: "Kamer van Saskia",
        },
        [recipient("Wielwaal, Saskia", "s.wielwaal@minkust.example", 0), JOELLE],
        named=named([appointment], [(0x820D, 0), (0x820E, 0), (0x8208, 0)]),
    )
    assert row(document, "Begin") == "3 december 2024, 09:30 uur (+0100)"
    assert row(document, "Einde") == "3 december 2024, 10:00 uur (+0100)"
    assert row(document, "Locatie") == "Kamer van Saskia"
    assert row(document, "Aan") == "Joëlle van den Boterdijk <j.boterdijk@minkust.example>"
    assert "Neem de kaart mee." in document.text
    assert any("afspraak" in note for note in document.notes)


def test_a_contact_and_a_task_say_who_and_when(read_msg: Read) -> None:
    contact = read_msg(
        {
            CLASS: "IPM.Contact",
            NAME: "Piet Puntkomma",
            0x3A1C: "06 12 34 56 78",
            0x3A42: datetime(1970, 3, 16, 23, 0, tzinfo=UTC),
        }
    )
    assert row(contact, "Naam") == "Piet Puntkomma"
    assert row(contact, "Mobiel") == "06 12 34 56 78"
    assert row(contact, "Geboortedatum") == "17 maart 1970"
    task = read_msg(
        {CLASS: "IPM.Task", 0x8000: datetime(2024, 3, 1, tzinfo=UTC), BODY: "x"},
        named=named([UUID("00062003-0000-0000-c000-000000000046").bytes_le], [(0x8105, 0)]),
    )
    assert row(task, "Uiterlijk") == "1 maart 2024"


def test_an_absurd_date_is_none(read_msg: Read) -> None:
    never = datetime(4501, 1, 1, tzinfo=UTC)
    document = read_msg({**SASKIA, SENT_AT: never, CLASS: "IPM.Task", 0x3A42: never, BODY: "x"})
    assert document.dated is None
    assert "4501" not in document.text


def test_another_compound_file_is_no_message(put: Put, rendition: Path) -> None:
    with pytest.raises(UnreadableError, match="geen Outlook-bericht"):
        read(put("x.msg", write_compound({"WordDocument": b"Wielwaal"})), rendition)


def test_a_message_over_the_limit_is_refused(put: Put, rendition: Path) -> None:
    path = put("groot.msg", make_msg(NOTA))
    with path.open("r+b") as stream:
        stream.truncate(150 * 1024 * 1024 + 1)
    with pytest.raises(UnreadableError, match="150 MB"):
        read(path, rendition)


def test_a_message_cut_off_anywhere_is_explained(put: Put) -> None:
    whole = make_msg(NOTA, [JOELLE], [attachment("kaart.bin", b"k" * 9000)])
    for length in range(8, len(whole) - 1, 512):
        with pytest.raises(UnreadableError) as caught:
            take_apart(put("kort.msg", whole[:length]))
        assert caught.value.advice


@pytest.mark.slow
def test_no_broken_byte_breaks_the_reader(put: Put) -> None:
    inner = message_tree(NOTA, [JOELLE], inside=True)
    whole = make_msg(
        {**NOTA, RTF: packed_rtf(rb"{\rtf1 x}")}, [JOELLE], [attachment("x", inner, 5)]
    )
    for number in range(300):
        chance = Random(number)
        broken = bytearray(whole)
        for _ in range(chance.choice([1, 3, 30])):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            take_apart(put("stuk.msg", bytes(broken)))
        except UnreadableError:
            continue
