"""A clean file is clean; the secret in any single place is caught, and never repeated."""

from pathlib import Path

import pikepdf
import pytest

from tests.verify.hiding_places import PLACES
from tests.verify.samples import SECRET, changed, clean_pdf
from woo.verify.explain import explain
from woo.verify.verify import verify

pytestmark = pytest.mark.slow

_SECRET_RULES = {"secret-in-text", "secret-in-object", "secret-in-file", "secret-in-picture"}


def _rules(data: bytes, path: Path, secrets: dict[str, int] | None = None) -> set[str]:
    path.write_bytes(data)
    leaks = verify(path, {SECRET: 0} if secrets is None else secrets)
    for leak in leaks:
        assert SECRET.lower() not in (repr(leak) + explain(leak)).lower()
    return {leak.rule for leak in leaks}


def test_a_clean_file_has_no_leaks(tmp_path: Path) -> None:
    assert _rules(clean_pdf(), tmp_path / "a.pdf") == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", PLACES)
def test_secret_in(name: str, tmp_path: Path) -> None:
    rules = _rules(changed(PLACES[name]), tmp_path / "a.pdf")
    assert rules & _SECRET_RULES


@pytest.mark.parametrize("name", PLACES)
def test_without_the_secret_only_the_structure_counts(name: str, tmp_path: Path) -> None:
    rules = _rules(changed(PLACES[name]), tmp_path / "a.pdf", {"Kromhoutster": 0})
    assert not rules & _SECRET_RULES


def test_secret_after_the_end(tmp_path: Path) -> None:
    rules = _rules(clean_pdf() + b"\n" + SECRET.encode(), tmp_path / "a.pdf")
    assert {"secret-in-file", "loose-bytes"} <= rules


def test_secret_before_the_header(tmp_path: Path) -> None:
    rules = _rules(SECRET.encode() + b"\n" + clean_pdf(), tmp_path / "a.pdf")
    assert {"secret-in-file", "loose-bytes"} <= rules


def test_secret_in_a_comment_between_objects(tmp_path: Path) -> None:
    data = clean_pdf().replace(b"%\xbf\xf7\xa2\xfe", b"%" + SECRET.encode(), 1)
    assert "secret-in-file" in _rules(data, tmp_path / "a.pdf")


def test_secret_in_an_unreachable_object(tmp_path: Path) -> None:
    data = clean_pdf()
    end = data.rindex(b"startxref")
    loose = f"999 0 obj\n({SECRET})\nendobj\n".encode()
    assert "secret-in-file" in _rules(data[:end] + loose + data[end:], tmp_path / "a.pdf")


def test_secret_in_an_unreachable_stream(tmp_path: Path) -> None:
    import zlib

    packed = zlib.compress(f"BT ({SECRET}) Tj ET".encode())
    head = f"999 0 obj\n<</Length {len(packed)}/Filter/FlateDecode>>\nstream\n".encode()
    loose = head + packed + b"\nendstream\nendobj\n"
    data = clean_pdf()
    end = data.rindex(b"startxref")
    assert "secret-in-file" in _rules(data[:end] + loose + data[end:], tmp_path / "a.pdf")


def test_secret_in_an_old_version(tmp_path: Path) -> None:
    import pymupdf

    path = tmp_path / "a.pdf"
    path.write_bytes(changed(PLACES["visible_text"]))
    with pymupdf.open(path) as document:
        page = document[0]
        for place in page.search_for(SECRET):
            page.add_redact_annot(place)
        page.apply_redactions()
        document.saveIncr()
    rules = _rules(path.read_bytes(), path)
    assert {"old-version", "secret-in-file"} <= rules
    assert "secret-in-text" not in rules


def test_a_secret_that_may_stay_is_counted(tmp_path: Path) -> None:
    data = changed(PLACES["visible_text"])
    assert _rules(data, tmp_path / "a.pdf", {SECRET: 1}) == set()
    twice = changed(PLACES["capitals"], data)
    assert _rules(twice, tmp_path / "a.pdf", {SECRET: 1}) == {"secret-in-text"}


def test_a_longer_word_is_not_the_secret(tmp_path: Path) -> None:
    from tests.verify.samples import add_content, text

    data = changed(lambda pdf: add_content(pdf, text("De Zwaanhovense dijk")))
    assert _rules(data, tmp_path / "a.pdf") == set()


@pytest.mark.parametrize("word", ["Lang", "Span", "Link", "Type", "Art", "Li", "De Font", "Bold"])
def test_a_name_that_is_a_word_of_the_format_is_no_leak(word: str, tmp_path: Path) -> None:
    assert _rules(clean_pdf(), tmp_path / "a.pdf", {word: 0}) == set()


def test_initials_are_counted_as_tokens(tmp_path: Path) -> None:
    from tests.verify.samples import add_content, text

    data = changed(lambda pdf: add_content(pdf, text("Opgesteld door XQ voor de dijk")))
    assert _rules(data, tmp_path / "a.pdf", {"XQ": 0}) == {"secret-in-text"}
    assert _rules(data, tmp_path / "a.pdf", {"XQ": 1, "xq": 1}) == set()
    assert _rules(data, tmp_path / "a.pdf", {"X": 0, "Q.": 0}) == set()


def test_a_secret_without_letters_cannot_be_shown_gone(tmp_path: Path) -> None:
    assert _rules(clean_pdf(), tmp_path / "a.pdf", {"--": 0}) == {"not-verifiable"}


def test_object_streams_are_unpacked(tmp_path: Path) -> None:
    import io

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(changed(PLACES["actual_text"]))) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert "secret-in-object" in _rules(out.getvalue(), tmp_path / "a.pdf")


def test_a_key_that_is_the_secret_is_not_printed(tmp_path: Path) -> None:
    def hide(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[f"/{SECRET}"] = pikepdf.String(SECRET)

    assert {"secret-in-object", "unknown-key"} <= _rules(changed(hide), tmp_path / "a.pdf")
