"""Compiled templates that are kept from one process to the next."""

from pathlib import Path

from jinja2 import DictLoader, Environment

from woo.draft.layout.templates import _Kept


def made(folder: Path, text: str) -> str:
    environment = Environment(
        loader=DictLoader({"page": text}), autoescape=True, bytecode_cache=_Kept(folder, "kept")
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
