"""Whatever a file holds: a clear message with its place, soon, and never a traceback."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from woo.cli.draft import draft
from woo.draft.check import check
from woo.pipeline.draft_checking import Wanted, check_bytes

FRONT = (
    "---\nsoort: kamerstuk\ntitel: T\ndossiernummer: 99 999\ndossiertitel: D\nnummer: 1\n"
    "aan: A\nplaats: P\ndatum: 2026-01-02\n"
    "ondertekenaars: [{ambt: Minister van X, naam: Y}]\n---\n\n"
)
TITLE = "titel: T"
LONG = 300_000

# What the title is replaced by: line and column of the first message, and a piece of it.
YAML = {
    "a bomb": ("a: &a [x, x]\nb: [*a, *a]", 3, 4, "mogen niet in de kop"),
    "a tag": ("titel: !!python/name:os.system T", 3, 8, "mogen niet in de kop"),
    "a field twice": ("titel: T\ntitel: U", 4, 1, "staat er twee keer"),
    "a column twice": ("bijlagen: [{naam: A, naam: B}]", 3, 22, "staat er twee keer"),
    "deep brackets": ("titel: " + "[" * 3000, 3, 11, "te diep genest"),
    "deep blocks": (
        "titel:\n" + "".join(f"{' ' * n}- a:\n" for n in range(1, 90)),
        6,
        6,
        "te diep",
    ),
    "a NUL": ("titel: a\0b", 3, 9, "een teken dat niet mag"),
    "a tab": ("titel:\n\t- T", 4, 1, "Gebruik spaties"),
    "a colon": ("titel: een: twee", 3, 11, "dubbele punt tussen quotes"),
    "an open quote": ('titel: "open', 3, 8, "De quote die hier begint"),
    "an open list": ("titel: [T", 3, 8, "niet gesloten met ]"),
    "an open group": ("titel: {T", 3, 8, "niet gesloten met }"),
    "no space": ("titel:T", 3, 1, "met een spatie na de :"),
    "an at sign": ("titel: @T", 3, 8, "hoort tussen quotes"),
    "a star": ("titel: *vet*", 3, 8, "hoort tussen quotes"),
    "a bad escape": ('titel: "\\q"', 3, 10, "enkele quotes"),
    "no title": ("titel: ~", 3, 1, "Vul het veld 'titel' in"),
    "a list as name": ("? [a, b]\n: c", 3, 3, "Een veldnaam is één woord"),
    "long": ("titel: " + "a" * LONG, 3, 1, "Deze regel is te lang"),
}


@pytest.mark.parametrize("name", YAML)
def test_front_matter_that_is_wrong_is_explained_where_it_went_wrong(name: str) -> None:
    written, line, column, message = YAML[name]
    first = next(one for one in check(FRONT.replace(TITLE, written)) if message in one.message)
    assert (first.line, first.column) == (line, column)


def cut(text: str) -> str:
    """Paragraphs that are just not too long."""
    return "\n\n".join(text[start : start + 15_000] for start in range(0, len(text), 15_000))


BODIES = {
    "one line": "woord " * 50_000,
    "brackets": cut("[" * 10_000),
    "marks": cut("[a]{" * 10_000),
    "tags": cut("<a" * 40_000),
    "one tag": cut("<" + "a" * LONG),
    "spaces": cut("x" + " " * LONG + "x"),
    "braces and spaces": cut("{1" + " " * LONG),
    "stars": cut("*a **b " * 8_000),
    "references": cut(("Kamerstuk" + " " * 2000) * 30),
    "attachments": cut("bijlage 1" + " en 1" * 20_000),
    "addresses": cut("https://" * 15_000),
    "brackets closed": cut("(" * 100_000),
    "wide table": "|a" * 4000 + "|\n" + "|-" * 4000 + "|\n",
    "deep quotes": ">" * 15_000,
    "footnotes": "\n\n".join(f"[^{n}]" for n in range(2000)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BODIES)
def test_a_large_text_is_read_soon(name: str) -> None:
    started = time.process_time()
    check(FRONT + BODIES[name])
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("written", "line", "column", "message"),
    [
        (b"caf\xe9", 13, 4, "geen UTF-8"),
        ("caf\u00e9 en t\u00e9 ".encode() + b"\xff", 13, 12, "geen UTF-8"),
        (b"a\0b", 13, 2, "onzichtbaar teken (U+0000)"),
        (b"- a\n  - \x1b[31m", 14, 5, "onzichtbaar teken (U+001B)"),
        ("tekst \u202e om".encode(), 13, 7, "de leesrichting omkeert"),
    ],
)
def test_a_character_that_cannot_be_is_pointed_out(
    written: bytes, line: int, column: int, message: str
) -> None:
    found = check_bytes(FRONT.encode() + written, Wanted(personal=False))
    assert [(one.line, one.column) for one in found if message in one.message] == [(line, column)]


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_change_no_place(line_end: str, mark: str) -> None:
    text = mark + (FRONT + "- a\n  - Kamerstuk 99888\n").replace("\n", line_end)
    (found,) = check_bytes(text.encode(), Wanted(personal=False))
    assert (found.line, found.column) == (14, 5)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfes\0", b"\0" * 5000, b"---", bytes(range(256)), b"a" * 9_000_000],
    ids=["empty", "utf-16", "zeros", "fence", "bytes", "large"],
)
def test_a_file_that_is_no_source_gives_code_2_and_a_sentence(
    content: bytes, tmp_path: Path
) -> None:
    path, good = tmp_path / "a.md", tmp_path / "b.md"
    path.write_bytes(content)
    good.write_text(FRONT + "Tekst.\n", "utf-8")
    result = CliRunner().invoke(draft, ["check", "--no-detect", str(path), str(good)])
    assert result.exit_code == 2
    assert result.output.startswith(f"{path}:")
    assert f"{good}: in orde" in result.output
