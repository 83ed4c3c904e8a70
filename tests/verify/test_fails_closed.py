"""Whatever is wrong with a file is a leak, never an exception and never silence."""

import io
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.verify.samples import SECRET, clean_pdf
from woo.reference.leak_rules import all_leak_rules, leak_rule
from woo.verify.explain import explain
from woo.verify.inspect import inspect
from woo.verify.verify import verify


def _encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(clean_pdf())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"geen pdf", b"%PDF-1.7\n", clean_pdf()[:300], b"\0" * 5000, _encrypted()],
    ids=["empty", "text", "header", "cut", "zeros", "encrypted"],
)
def test_a_broken_file_is_a_leak(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    for leaks in (verify(path, {SECRET: 0}), inspect(path)):
        assert {leak.rule for leak in leaks} == {"unreadable"}


def test_a_missing_file_is_a_leak(tmp_path: Path) -> None:
    (leak,) = verify(tmp_path / "weg.pdf", {})
    assert leak.rule == "unreadable"


def test_a_missing_original_is_a_leak(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(clean_pdf())
    assert {leak.rule for leak in verify(path, {}, original=tmp_path / "weg.pdf")} == {"unreadable"}


def test_a_check_that_fails_is_a_leak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("woo.verify.verify.read_boxes", broken)
    path = tmp_path / "a.pdf"
    path.write_bytes(clean_pdf())
    (leak,) = verify(path, {})
    assert leak.rule == "not-verifiable"
    assert SECRET not in repr(leak)


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_flipped_bytes_never_raise(tmp_path: Path, data: st.DataObject) -> None:
    changed = bytearray(clean_pdf())
    for at in data.draw(st.lists(st.integers(0, len(changed) - 1), min_size=1, max_size=20)):
        changed[at] = data.draw(st.integers(0, 255))
    path = tmp_path / "a.pdf"
    path.write_bytes(bytes(changed))
    for leak in (*verify(path, {SECRET: 0}), *inspect(path)):
        assert explain(leak)


def test_every_rule_in_the_code_is_explained() -> None:
    import re

    folder = Path(__file__).parents[2] / "woo" / "verify"
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    used = set(re.findall(r'rule="([a-z-]+)"', code))
    used |= set(re.findall(r'_(?:leak|note)\((?:\w+, )+"([a-z-]+)"', code))
    used |= set(re.findall(r'"/\w+": "([a-z-]+)"', code))
    used |= set(re.findall(r'= "([a-z]+(?:-[a-z]+)+)"', code))
    assert used == set(all_leak_rules())


def test_an_unknown_rule_raises() -> None:
    with pytest.raises(KeyError):
        leak_rule("bestaat-niet")
