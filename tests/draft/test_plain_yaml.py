"""Plain front matter is read without the library for YAML, exactly as that library reads it."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.draft import sources
from tests.draft.sources import KINDS, NOTA
from woo.draft.examples import example_source
from woo.draft.reading.plain_yaml import plain_yaml
from woo.draft.reading.yaml_text import YamlFaultError, parse_yaml

_FILES = sorted((Path(__file__).parent).glob("[bg]*/*.md"))
_SOURCES = [
    *map(example_source, KINDS),
    *(one for one in vars(sources).values() if isinstance(one, str) and one.startswith("---\n")),
    *(path.read_text("utf-8") for path in _FILES),
]
# Pieces of which lines are made: plain ones, and what means something to YAML.
_PIECES = (
    "aan", "naam", "waarde", "grond", ":", ": ", ":  ", "- ", "-", "  ", "    ", " ", "\n", "\n",
    "\n", "#", " #", "# x", '"', "'", '"a b"', "'c'", "{", "}", "{waarde: X, grond: 5.1.2e}", "[",
    "]", "[a, b]", ", ", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "? ", "null", "~",
    "Null", "ja", "1", "2026-08-30", "€ 3", "(a)", "é", "_", "a:b", "a#b", "---", "...", "\t",
    "\\", "=", "<<", "\u00a0", "\u2028", "\x07", "x" * 30, "http://a.nl/#b", ". ", "a\n  b",
)  # fmt: skip
_PLAIN = ("een", " twee", "3", ".", ", vier", "(vijf)", " - zes", "-zeven", " & acht", ":9", "#10")
_FORMS = ("{}: {}\n", "{}:\n  - {}\n  - {}\n", "{}:\n- {}\n", "{}:\n  - naam: {}\n    grond: {}\n")


def field(chance: random.Random, name: str) -> str:
    """A field with values of a few pieces, most of them plain."""
    values = []
    for _ in range(2):
        first = chance.choice(("een", "3", "(é)", ""))
        plain = chance.choices(_PLAIN, k=chance.randint(0, 3))
        odd = chance.choices(_PIECES, k=chance.choice((0, 0, 0, 0, 1, 2)))
        values.append("".join([first, *plain, *odd]))
    return chance.choice(_FORMS).format(name, *values)


def same(text: str) -> bool:
    """Whether the plain reader took the text; then both must say the same."""
    plain = plain_yaml(text)
    if plain is None:
        return False
    assert plain == parse_yaml(text), text
    return True


def test_what_it_reads_is_what_the_library_reads() -> None:
    taken = [same(source.split("---\n", 2)[1]) for source in _SOURCES if source.count("---\n") > 1]
    assert taken.count(True) > len(taken) / 2


def test_the_examples_are_plain() -> None:
    for kind in KINDS:
        assert same(example_source(kind).split("---\n", 2)[1])


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_lines_of_any_signs_are_read_alike(seed: int) -> None:
    chance = random.Random(seed)
    taken = 0
    for _ in range(300):
        text = "".join(
            field(chance, name) for name in ("aan", "van", "titel")[: chance.randint(1, 3)]
        )
        try:
            taken += same(text)
        except YamlFaultError as fault:
            raise AssertionError(text) from fault
    assert taken > 60


@pytest.mark.parametrize("seed", range(10))
def test_a_changed_example_is_read_alike(seed: int) -> None:
    chance = random.Random(seed)
    text = NOTA.split("---\n", 2)[1]
    for _ in range(100):
        at = chance.randrange(len(text))
        same(text[:at] + chance.choice(_PIECES) + text[at + chance.randrange(3) :])


def test_plain_front_matter_does_not_load_the_library(tmp_path: Path) -> None:
    source = tmp_path / "nota.md"
    source.write_text(example_source("nota"), "utf-8")
    code = (
        "import sys; from pathlib import Path; from woo.draft.files import read_source; "
        "from woo.draft.render import prepare; "
        f"prepare(read_source(Path({str(source)!r})), folder=Path()); "
        "sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
