"""Files of which the syntax, the table or the outside is broken."""

import io
import zipfile

import pikepdf

from tests.hostile.raw import (
    CATALOG,
    CONTENT,
    FREE,
    PAGE,
    PAGES,
    SHOWN,
    basis,
    makers,
    stream,
    table,
    with_objects,
    write,
)


def good() -> bytes:
    return write(basis())


def _encrypted(owner: str, user: str) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner=owner, user=user))
    return buffer.getvalue()


def encrypted_with_a_user_password() -> bytes:
    return _encrypted(owner="eigenaar", user="gebruiker")


def encrypted_for_the_owner_only() -> bytes:
    return _encrypted(owner="eigenaar", user="")


def encrypted_by_an_unknown_handler() -> bytes:
    locks = b"<< /Filter /Eigen.Slot /V 9 /R 9 /O (aaaa) /U (bbbb) /P -4 >>"
    return write({**basis(), FREE: locks}, trailer=b"/Encrypt 10 0 R /ID [<00> <00>]")


def encrypted_by_nothing() -> bytes:
    return write(basis(), trailer=b"/Encrypt 99 0 R")


def table_is_gone() -> bytes:
    data = good()
    return data[: data.index(b"xref\n")]


def table_points_wrong() -> bytes:
    data = good()
    at = data.index(b"xref\n")
    return data[:at] + data[at:].replace(b"00000 n", b"00007 n").replace(
        b"0000000015", b"9999999999"
    )


def start_of_table_is_beyond_the_end() -> bytes:
    return good().replace(b"startxref\n", b"startxref\n9999999999")


def cut_in_the_middle() -> bytes:
    return good()[: len(good()) // 2]


def cut_in_the_content() -> bytes:
    data = good()
    return data[: data.index(b"Tj ET")]


def without_endobj() -> bytes:
    return good().replace(b"endobj\n", b"")


def length_too_long() -> bytes:
    return with_objects({CONTENT: b"<< /Length 999999 >>\nstream\n" + SHOWN + b"\nendstream"})


def length_too_short() -> bytes:
    return with_objects({CONTENT: b"<< /Length 3 >>\nstream\n" + SHOWN + b"\nendstream"})


def length_is_negative() -> bytes:
    return with_objects({CONTENT: b"<< /Length -5 >>\nstream\n" + SHOWN + b"\nendstream"})


def length_is_the_stream_itself() -> bytes:
    return with_objects({CONTENT: b"<< /Length 4 0 R >>\nstream\n" + SHOWN + b"\nendstream"})


def length_is_a_circle() -> bytes:
    content = b"<< /Length 10 0 R >>\nstream\n" + SHOWN + b"\nendstream"
    return with_objects({CONTENT: content, 10: b"11 0 R", 11: b"10 0 R"})


def previous_table_is_this_table() -> bytes:
    data = good()
    at = data.index(b"xref\n")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % at)


def previous_tables_form_a_circle() -> bytes:
    first = write(basis(), prev=1000)
    at = len(first)
    return first.replace(b"/Prev 1000", b"/Prev %d" % at) + table(
        {}, at, b"", first.index(b"xref\n")
    )


def a_thousand_saved_versions() -> bytes:
    data = bytearray(good())
    before = data.index(b"xref\n")
    for number in range(1000):
        at = len(data)
        data += b"4 0 obj\n" + stream(SHOWN + b" %% %d" % number) + b"\nendobj\n"
        start = len(data)
        data += table({CONTENT: at}, start, b"", before)
        before = start
    return bytes(data)


def _object_stream(number: int, first: int, body: bytes) -> bytes:
    entries = b"/Type /ObjStm /N %d /First %d" % (number, first)
    objects = {**basis(page=b"/Annots 20 0 R"), 10: stream(body, entries)}
    data = bytearray(write(objects))
    data = data[: data.index(b"xref\n")]
    at = len(data)
    rows = b"".join(
        (2).to_bytes(1, "big") + (10).to_bytes(4, "big") + index.to_bytes(2, "big")
        for index in range(3)
    )
    entries = b"/Type /XRef /Size 23 /Root 1 0 R /W [1 4 2] /Index [20 3]"
    data += b"30 0 obj\n" + stream(rows, entries) + b"\nendobj\n"
    return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % at


def object_stream_lies_about_its_number() -> bytes:
    return _object_stream(1_000_000, 8, b"20 0 21 2 [] 5 ")


def object_stream_lies_about_its_first() -> bytes:
    return _object_stream(2, 1_000_000_000, b"20 0 21 2 [] 5 ")


def object_stream_is_negative() -> bytes:
    return _object_stream(-2, -8, b"20 0 21 -200 [] 5 ")


def _table_stream(entries: bytes, rows: bytes) -> bytes:
    data = bytearray(good())
    data = data[: data.index(b"xref\n")]
    at = len(data)
    body = stream(rows, b"/Type /XRef /Root 1 0 R " + entries)
    data += b"30 0 obj\n" + body + b"\nendobj\n"
    return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % at


def table_stream_with_a_giant_index() -> bytes:
    return _table_stream(b"/Size 2147483647 /W [1 2 1] /Index [0 2147483647]", b"\1\0\17\0" * 6)


def table_stream_with_wide_fields() -> bytes:
    return _table_stream(b"/Size 6 /W [1 2000000000 1]", b"\1\0\17\0" * 6)


def table_stream_with_no_fields() -> bytes:
    return _table_stream(b"/Size 100000000 /W [0 0 0] /Index [0 100000000]", b"")


def object_number_is_giant() -> bytes:
    return good().replace(b"5 0 obj", b"2147483646 0 obj").replace(b"5 0 R", b"2147483646 0 R")


def generation_is_giant() -> bytes:
    return good().replace(b"5 0 obj", b"5 99999 obj").replace(b"5 0 R", b"5 99999 R")


def names_with_zero_bytes() -> bytes:
    page = b"/A#00B (x) /#00 /#00 /Zw#00art 1"
    return write(basis(SHOWN.replace(b"/F1", b"/F#00"), page)).replace(b"/F1 5", b"/F#00 5")


def a_reference_to_itself() -> bytes:
    return with_objects({PAGES: b"2 0 R"})


def catalog_is_a_number() -> bytes:
    return with_objects({CATALOG: b"42"})


def pages_is_missing() -> bytes:
    return with_objects({CATALOG: b"<< /Type /Catalog >>"})


def page_is_null() -> bytes:
    return with_objects({PAGE: b"null"})


def count_is_a_lie() -> bytes:
    return with_objects({PAGES: b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"})


def count_is_negative() -> bytes:
    return with_objects({PAGES: b"<< /Type /Pages /Kids [3 0 R] /Count -7 >>"})


def the_same_page_twice() -> bytes:
    return with_objects({PAGES: b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>"})


def postscript() -> bytes:
    return b"%!PS-Adobe-3.0\n/Helvetica findfont 12 scalefont setfont (hallo) show showpage\n"


def web_page() -> bytes:
    return b"<!DOCTYPE html><html><body>Beste lezer</body></html>"


def zip_file() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "hallo")
    return buffer.getvalue()


def pdf_behind_a_zip() -> bytes:
    return zip_file() + good()


def pdf_before_a_zip() -> bytes:
    return good() + zip_file()


def empty() -> bytes:
    return b""


def header_only() -> bytes:
    return b"%PDF-1.7\n"


def zeros() -> bytes:
    return b"%PDF-1.7\n" + b"\0" * 1_000_000


SYNTAX = makers(globals())
