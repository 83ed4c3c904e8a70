"""What is kept from one process to the next: compiled templates, the program's own tables."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from woo.draft.layout.templates import _Compiled
from woo.text.kept import Kept, kept_beside


def made(folder: Path, text: str) -> str:
    environment = Environment(
        loader=DictLoader({"page": text}),
        autoescape=True,
        bytecode_cache=_Compiled(Kept(folder, "kept")),
    )
    return environment.get_template("page").render(name="Fenna")


def test_a_template_is_kept_and_read_again(tmp_path: Path) -> None:
    assert made(tmp_path, "Dag {{ name }}") == "Dag Fenna"
    (kept,) = tmp_path.iterdir()
    first = kept.read_bytes()
    assert made(tmp_path, "Dag {{ name }}") == "Dag Fenna"
    assert kept.read_bytes() == first
    assert made(tmp_path, "Tot ziens, {{ name }}") == "Tot ziens, Fenna"


def test_a_damaged_file_counts_as_none(tmp_path: Path) -> None:
    made(tmp_path, "Dag {{ name }}")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-40])
    assert made(tmp_path, "Dag {{ name }}") == "Dag Fenna"


def test_a_value_comes_back_under_its_own_text_alone(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "table")
    kept.write("a = 1", {"a": 1})
    assert kept.read("a = 1") == {"a": 1}
    assert kept.read("a = 2") is None
    assert Kept(tmp_path, "other").read("a = 1") is None


def test_what_python_cannot_keep_is_made_anew(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "table")
    kept.write("day", {"day": date(2026, 1, 1)})
    assert kept.read("day") is None
    assert not list(tmp_path.iterdir())


def test_another_maker_keeps_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    maker = tmp_path / "maker.py"
    maker.write_text("", "utf-8")
    (tmp_path / "__pycache__").mkdir()
    monkeypatch.setattr(sys, "pycache_prefix", None)
    before = kept_beside("table", str(maker))
    assert before is not None
    before.write("a = 1", {"a": 1})
    assert before.read("a = 1") == {"a": 1}
    os.utime(maker, ns=(1, 1))
    after = kept_beside("table", str(maker))
    assert after is not None
    assert after.read("a = 1") is None
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept_beside("table", str(maker)) is None
