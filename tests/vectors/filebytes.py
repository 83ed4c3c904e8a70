"""Vectors in which the secret stands in the bytes of the file, between or beside its objects."""

import io
import re
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.vectors.letters import catalogue_of
from tests.vectors.maker import REST, SECRET, SENTENCE, Pdf, plain, string, text


def _plain_objects(made: Pdf) -> bytes:
    return made.save(object_stream_mode=pikepdf.ObjectStreamMode.disable)


def _inserted(data: bytes, at: int, extra: bytes) -> bytes:
    """Put bytes between two objects and move the table along."""
    start = int(data[data.rindex(b"startxref") :].split()[1])
    table = re.sub(
        rb"(\d{10}) (\d{5} n)",
        lambda m: b"%010d %s" % (int(m[1]) + (len(extra) if int(m[1]) >= at else 0), m[2]),
        data[start : data.rindex(b"startxref")],
    )
    return (
        data[:at]
        + extra
        + data[at:start]
        + table
        + f"startxref\n{start + len(extra)}\n%%EOF\n".encode()
    )


def comment_between_objects() -> bytes:
    data = _plain_objects(plain())
    return _inserted(data, data.index(b"2 0 obj"), f"% {SECRET}\n".encode())


def stream_in_a_gap() -> bytes:
    """A compressed stream that no table names any more."""
    data = _plain_objects(plain())
    packed = zlib.compress(text(SECRET).encode())
    gap = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\n" % (len(packed), packed)
    return _inserted(data, data.index(b"2 0 obj"), gap)


def bytes_before_the_header() -> bytes:
    return f"Van: {SECRET}\n".encode() + plain().save()


def comment_after_the_header() -> bytes:
    data = _plain_objects(plain())
    return _inserted(data, data.index(b"1 0 obj"), f"%{SECRET}\n".encode())


def identifiers_that_spell_a_name() -> bytes:
    data = plain().save()
    digest = SECRET.encode().ljust(16)
    assert b"/ID [<" in data
    return re.sub(rb"/ID \[<[0-9a-f]{32}>", b"/ID [<" + digest.hex().encode() + b">", data)


def keys_in_the_trailer() -> bytes:
    data = _plain_objects(plain())
    extra = f"/{SECRET} 1 /Doc.Checksum /{SECRET} /Eigen ({SECRET}) ".encode()
    return data.replace(b"trailer <<", b"trailer << " + extra)


def deleted_object() -> bytes:
    """The update says that the object is free; its bytes are still there."""
    data = _plain_objects(plain())
    at = len(data)
    root = re.search(rb"/Root (\d+ \d+ R)", data)
    size = re.search(rb"/Size (\d+)", data)
    assert root is not None
    assert size is not None
    previous = data[data.rindex(b"startxref") :].split()[1]
    number = int(size[1])
    body = f"{number} 0 obj\n({SECRET})\nendobj\n".encode()
    table = b"xref\n0 1\n%010d 65535 f \n%d 1\n0000000000 00001 f \n" % (number, number)
    trailer = b"trailer\n<</Size %d/Prev %s/Root %s>>\n" % (number + 1, previous, root[1])
    return data + body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (at + len(body))


def page_changed_in_an_update() -> bytes:
    """The first version of the page is still in the file, with the name on it."""
    made = Pdf()
    page = made.page(SENTENCE + text(f"Ook {SECRET} was erbij.", y=440) + REST)
    data = _plain_objects(made)
    number = page.Contents.objgen[0]
    with pikepdf.open(io.BytesIO(data)) as written:
        number = written.pages[0].obj.Contents.objgen[0]
        root = written.Root.objgen[0]
    content = SENTENCE + REST
    body = f"{number} 0 obj\n<</Length {len(content)}>>\nstream\n{content}\nendstream\nendobj\n"
    previous = data[data.rindex(b"startxref") :].split()[1].decode()
    table = f"xref\n{number} 1\n{len(data):010d} 00000 n \n"
    trailer = f"trailer\n<</Size 99/Prev {previous}/Root {root} 0 R>>\n"
    end = f"startxref\n{len(data) + len(body)}\n%%EOF\n"
    return data + (body + table + trailer + end).encode()


def hybrid_table_with_an_object_stream() -> bytes:
    """A classic table whose trailer points to a stream of more objects (XRefStm)."""
    data = _plain_objects(plain())
    start = int(data[data.rindex(b"startxref") :].split()[1])
    held = f"0 0 ({SECRET})".replace("0 0", "77 0", 1).encode()
    head = b"76 0 obj\n<</Type/ObjStm/N 1/First 5/Length %d>>\nstream\n" % len(held)
    stream = head + held + b"\nendstream\nendobj\n"
    entries = bytes([2, 0, 76, 0, 1, start >> 8, start & 255, 0])
    table_at = start + len(stream)
    table = (
        b"78 0 obj\n<</Type/XRef/Size 79/W[1 2 1]/Index[77 1 76 1]/Length 8>>\nstream\n"
        + entries + b"\nendstream\nendobj\n"
    )  # fmt: skip
    moved = data[start:].replace(b"trailer <<", b"trailer << /XRefStm %d " % table_at)
    end = b"startxref\n%d\n%%%%EOF\n" % (table_at + len(table))
    return data[:start] + stream + table + moved[: moved.rindex(b"startxref")] + end


def linearised() -> bytes:
    made = plain()
    made.pdf.trailer.Info = made.indirect(Title=string())
    made.page(SENTENCE + REST)
    return made.save(linearize=True)


def encrypted_with_an_empty_password() -> bytes:
    made = plain()
    made.pdf.trailer.Info = made.indirect(Title=string())
    return made.save(encryption=pikepdf.Encryption(owner="baas", user="", R=6))


def encrypted_the_old_way() -> bytes:
    made = plain()
    made.pdf.Root["/Eigen"] = string()
    kind = pikepdf.Encryption(owner="baas", user="", R=4, aes=True, metadata=False)
    return made.save(encryption=kind)


def chain_of_filters() -> bytes:
    """Run length in Flate in hexadecimal in ASCII 85."""
    import base64

    made = Pdf()
    content = (SENTENCE + REST).encode()
    parts = [content[n : n + 100] for n in range(0, len(content), 100)]
    runs = b"".join(bytes([len(part) - 1]) + part for part in parts) + b"\x80"
    packed = base64.a85encode(zlib.compress(runs).hex().encode() + b">") + b"~>"
    page = made.page("")
    page.Contents = made.stream(packed)
    names = ("ASCII85Decode", "ASCIIHexDecode", "FlateDecode", "RunLengthDecode")
    page.Contents.Filter = Array([Name("/" + name) for name in names])
    return made.save(stream_decode_level=pikepdf.StreamDecodeLevel.none)


def contents_cut_in_the_middle_of_a_name() -> bytes:
    made = Pdf()
    page = made.page("")
    parts = ("BT /F1 12 Tf 50 500 Td [(Zwart) -10", f"(kruis)] TJ /{SECRET[:3]}", "x MP ET " + REST)
    page.Contents = Array([made.stream(part) for part in parts])
    return made.save()


def several_contents_with_an_open_string() -> bytes:
    """The string is never closed: what comes after it is swallowed."""
    made = Pdf()
    made.page(SENTENCE + REST + f"BT /F1 12 Tf 50 300 Td ({SECRET}")
    return made.save()


def stream_longer_than_it_says() -> bytes:
    data = _plain_objects(plain())
    hidden = f"\n({SECRET}) pop\n".encode()
    at = data.index(b"endstream")
    return _inserted(data, at, hidden)


def strings_in_utf_8_and_utf_16() -> bytes:
    made = plain()
    info = made.indirect()
    info.Utf8 = String(b"\xef\xbb\xbf" + SECRET.encode())
    info.Little = String(b"\xff\xfe" + SECRET.encode("utf-16-le"))
    info.Escaped = String(b"\xfe\xff\x00\x1bnlNL\x00\x1b" + SECRET.encode("utf-16-be"))
    info.Hex = String(SECRET.encode().hex())
    made.pdf.trailer.Info = info
    return made.save()


def deep_page_tree_with_inherited_resources() -> bytes:
    made = Pdf()
    page = made.page(SENTENCE + REST)
    data_keys = Dictionary(
        Font=Dictionary(F1=made.font), XObject=Dictionary(Oud=made.form(SENTENCE))
    )
    del page.Resources
    made.pdf.Root.Pages.Resources = data_keys
    made.pdf.Root.Pages["/Naam"] = string()
    return made.save()


FILE_BYTES = catalogue_of(
    comment_between_objects,
    stream_in_a_gap,
    bytes_before_the_header,
    comment_after_the_header,
    identifiers_that_spell_a_name,
    keys_in_the_trailer,
    deleted_object,
    page_changed_in_an_update,
    hybrid_table_with_an_object_stream,
    linearised,
    encrypted_with_an_empty_password,
    encrypted_the_old_way,
    chain_of_filters,
    contents_cut_in_the_middle_of_a_name,
    several_contents_with_an_open_string,
    stream_longer_than_it_says,
    strings_in_utf_8_and_utf_16,
    deep_page_tree_with_inherited_resources,
)
