"""Strict for our own output, mild for PDFs made elsewhere."""

import io
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfgen.canvas import Canvas

from tests.verify.hiding_places import PLACES
from tests.verify.samples import annotate, changed, clean_pdf, stream, typst_pdf, xmp_stream
from woo.model.leak import Leak, Severity
from woo.verify.inspect import inspect
from woo.verify.verify import verify


def _strict(data: bytes, path: Path) -> set[str]:
    path.write_bytes(data)
    return {leak.rule for leak in verify(path, {})}


def _found(data: bytes, path: Path) -> tuple[Leak, ...]:
    path.write_bytes(data)
    return inspect(path)


STRICT = {
    "info_author_as_utf16": "metadata",
    "info_custom_key_name": "metadata",
    "xmp_of_a_page": "unknown-key",
    "outline": "outline",
    "named_destination": "outline",
    "page_label": "outline",
    "javascript": "active-content",
    "launch_path": "annotation",
    "comment_annotation": "annotation",
    "appearance_of_a_stamp": "annotation",
    "form_field_value": "form",
    "xfa": "form",
    "layer_name": "layer",
    "piece_info": "private-data",
    "custom_key_of_the_catalog": "unknown-key",
    "thumbnail": "thumbnail",
    "attachment": "attachment",
    "private_utf16_little_endian": "unknown-key",
}


@pytest.mark.parametrize(("name", "rule"), STRICT.items())
def test_strict(name: str, rule: str, tmp_path: Path) -> None:
    assert rule in _strict(changed(PLACES[name]), tmp_path / "a.pdf")


def test_strict_wants_only_the_known_xmp(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.Root.Metadata = xmp_stream(pdf, "<xmp:Nickname>J</xmp:Nickname>")

    assert _strict(changed(change), tmp_path / "a.pdf") == {"metadata"}


def test_strict_wants_no_object_that_is_not_used(tmp_path: Path) -> None:
    data = clean_pdf()
    table = data.rindex(b"xref\n0 ")
    count = int(data[table + 7 : data.index(b"\n", table + 7)])
    loose = f"{count} 0 obj\n(los)\nendobj\n".encode()
    section = f"xref\n{count} 1\n{table:010d} 00000 n \n".encode()
    start = int(data[data.rindex(b"startxref") + 9 : data.rindex(b"%%EOF")])
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")]
    trailer = trailer.replace(b"<<", f"<< /Prev {start} ".encode(), 1)
    trailer = trailer.replace(f"/Size {count}".encode(), f"/Size {count + 1}".encode())
    body = data[:table] + loose
    xref_at = len(body) + len(data) - table
    whole = body + data[table:] + section + trailer + f"startxref\n{xref_at}\n%%EOF\n".encode()
    # The first table moved, so qpdf rebuilds it: every object is found, used or not.
    assert "unreachable-object" in _strict(whole, tmp_path / "a.pdf")


def test_a_website_link_is_safe_and_a_file_link_is_not(tmp_path: Path) -> None:
    def link(target: str) -> bytes:
        action = Dictionary(S=Name.URI, URI=String(target))
        return changed(lambda pdf: annotate(pdf, "Link", A=action))

    assert _strict(link("https://www.example.nl"), tmp_path / "a.pdf") == set()
    assert _strict(link("file:///C:/Users/jan"), tmp_path / "a.pdf") == {"annotation"}


def test_typst_output_gives_nothing(tmp_path: Path) -> None:
    assert _found(typst_pdf(), tmp_path / "a.pdf") == ()


def test_reportlab_output_gives_at_most_metadata(tmp_path: Path) -> None:
    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.drawString(72, 700, "De dijk is veilig.")
    canvas.rect(72, 600, 100, 20, fill=1)
    canvas.bookmarkPage("a")
    canvas.addOutlineEntry("Dijk", "a")
    canvas.save()
    leaks = _found(made.getvalue(), tmp_path / "a.pdf")
    assert {leak.rule for leak in leaks} <= {"metadata"}
    assert all(leak.severity is Severity.WARNING for leak in leaks)


WARNINGS = {
    "info_author_as_utf16": "metadata",
    "comment_annotation": "annotation",
    "attachment": "attachment",
    "javascript": "active-content",
    "xfa": "form",
    "layer_name": "hidden-layer",
    "piece_info": "private-data",
    "thumbnail": "thumbnail",
}


@pytest.mark.parametrize(("name", "rule"), WARNINGS.items())
def test_elsewhere_a_warning(name: str, rule: str, tmp_path: Path) -> None:
    leaks = _found(changed(PLACES[name]), tmp_path / "a.pdf")
    assert rule in {leak.rule for leak in leaks}
    assert {leak.severity for leak in leaks} == {Severity.WARNING}


def test_an_old_version_with_more_text_is_a_leak(tmp_path: Path) -> None:
    import pymupdf

    path = tmp_path / "a.pdf"
    path.write_bytes(changed(PLACES["visible_text"]))
    with pymupdf.open(path) as document:
        document[0].add_redact_annot(document[0].search_for("Zwaanhoven")[0])
        document[0].apply_redactions()
        document.saveIncr()
    assert ("old-version", Severity.LEAK) in {(leak.rule, leak.severity) for leak in inspect(path)}


def test_an_old_version_with_the_same_text_is_a_warning(tmp_path: Path) -> None:
    import pymupdf

    path = tmp_path / "a.pdf"
    path.write_bytes(clean_pdf())
    with pymupdf.open(path) as document:
        document.set_metadata({"title": "Nota over dijken"})
        document.saveIncr()
    (leak,) = inspect(path)
    assert (leak.rule, leak.severity) == ("old-version", Severity.WARNING)


def test_a_decompression_bomb_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from woo.pdf.examining import objectwalk

    monkeypatch.setattr(objectwalk, "MAX_STREAM_BYTES", 1_000_000)

    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj["/Eigen"] = stream(pdf, bytes(5_000_000))

    data = io.BytesIO()
    import pikepdf

    with pikepdf.open(io.BytesIO(changed(change))) as pdf:
        pdf.save(data, compress_streams=True, recompress_flate=True)
    assert "too-large" in _strict(data.getvalue(), tmp_path / "a.pdf")


def test_page_and_field_arrays_of_the_wrong_kind(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj["/Annots"] = Array([1, Name.A, String("x")])

    assert _strict(changed(change), tmp_path / "a.pdf")
