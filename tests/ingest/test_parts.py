"""Taking e-mails apart, without typesetting them: hostile structure."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woo.errors import UnreadableError
from woo.ingest.message import parse_message, read_headers
from woo.ingest.parts import read_contents

NAMES = ["From", "To", "Cc", "Subject", "Date", "References", "Content-Type"]
NAMES += ["Content-Disposition", "Content-Transfer-Encoding"]
VALUES = [
    b"multipart/mixed; boundary=x",
    b"multipart/alternative; boundary=x",
    b"multipart/mixed; boundary*=a''x",
    b"message/rfc822",
    b"message/delivery-status",
    b"text/html; charset=idna",
    b"text/plain; charset*=utf-8''%E2",
    b"base64",
    b"x-uuencode",
    b"=?utf-8?B?////?=",
    b"attachment; filename*=utf-8''%ff%fe",
    b"attachment; filename*0*=x''%41; filename*2=b",
]
HEADER = st.tuples(
    st.sampled_from(NAMES), st.one_of(st.binary(max_size=40), st.sampled_from(VALUES))
).map(lambda pair: pair[0].encode() + b": " + pair[1] + b"\r\n")
LINE = st.one_of(
    HEADER, st.sampled_from([b"\r\n", b"--x\r\n", b"--x--\r\n"]), st.binary(max_size=30)
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(LINE, max_size=30).map(b"".join))
def test_no_structure_breaks_the_parser(content: bytes) -> None:
    try:
        message = parse_message(content)
        read_headers(message)
        read_contents(message)
    except UnreadableError:
        pass


@pytest.mark.slow
@pytest.mark.parametrize(
    "header",
    [
        b"To: " + b"a b <a@b.example>, " * 10_000,
        b"To: " + b"(" * 50_000,
        b"To: " + b"<" * 100_000,
        b"Subject: " + b"=?utf-8?q?a?= " * 10_000,
        b"Content-Type: text/plain; " + b'a="b;' * 20_000,
        b"References: " + b"<" * 190_000,
    ],
)
def test_an_endless_header_takes_no_endless_time(header: bytes) -> None:
    began = time.process_time()
    read_headers(parse_message(header + b"\r\n\r\nx"))
    assert time.process_time() - began < 2


def test_a_bounce_shows_its_delivery_status() -> None:
    message = parse_message(
        b"Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n"
        b"Content-Type: message/delivery-status\r\n\r\n"
        b"Reporting-MTA: dns; mx.minkust.example\r\n\r\n"
        b"Final-Recipient: rfc822; s.wielwaal@minkust.example\r\n--x--\r\n"
    )
    assert "Final-Recipient: rfc822; s.wielwaal@minkust.example" in read_contents(message).text


def test_parts_without_end_are_refused() -> None:
    content = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\na\r\n" * 6_000
    with pytest.raises(UnreadableError):
        parse_message(content)


def test_a_name_keeps_its_suffix_when_it_is_cut() -> None:
    message = parse_message(b"Content-Type: application/pdf; name=" + b"n" * 900 + b".pdf\r\n\r\nx")
    (attachment,) = read_contents(message).attachments
    assert attachment.untrusted_name.endswith("n.pdf")
    assert len(attachment.untrusted_name) <= 200
