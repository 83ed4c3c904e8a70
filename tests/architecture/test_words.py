"""One concept, one word (docs/glossary.toml)."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = {path: path.read_text("utf-8") for path in sorted((ROOT / "woo").rglob("*.py"))}
EVERYTHING = "\n".join(MODULES.values()).casefold()
TERMS = tomllib.loads((ROOT / "docs" / "glossary.toml").read_text("utf-8"))["term"]
NAMES_OF_NOTHING = re.compile(r"^(utils?|helpers?|common|manager|misc)\.py$")


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["code"])
def test_no_other_word_is_used_for_a_term(term: dict[str, object]) -> None:
    forbidden = term["not"]
    assert isinstance(forbidden, list)
    if not any(word.casefold() in EVERYTHING for word in forbidden):
        return
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, forbidden))})\b", re.IGNORECASE)
    used = [
        f"{path.relative_to(ROOT)}:{number}"
        for path, text in MODULES.items()
        if pattern.search(text)
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
    assert used == []


def test_every_term_is_complete() -> None:
    for term in TERMS:
        assert set(term) == {"dutch", "code", "meaning", "source", "not"}
        assert all(term.values())


def test_no_module_is_named_after_nothing() -> None:
    assert not [p for p in MODULES if NAMES_OF_NOTHING.match(p.name)]


def test_every_command_is_in_the_documentation() -> None:
    from woo.cli import COMMANDS

    readme = (ROOT / "README.md").read_text("utf-8")
    manual = (ROOT / "docs" / "handleiding.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"woo {command}" in readme, f"{command} is not in the README"
        assert f"woo {command}" in manual, f"{command} is not in the manual"
