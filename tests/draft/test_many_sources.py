"""``woo draft render`` with many sources: each for itself, and an exit code that tells."""

from pathlib import Path

import pytest

from tests.draft.sources import KAMERSTUK, NOTA
from woo.cli import run


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    texts = {"a": NOTA, "b": NOTA.replace("30 augustus", "31 februari"), "c": KAMERSTUK}
    paths = [tmp_path / f"{name}.md" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, "utf-8")
    return paths


def test_a_bad_source_does_not_stop_the_others(
    sources: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", "render", "--to", "html", *map(str, sources)]) == 2
    assert sorted(path.name for path in tmp_path.glob("*.html")) == ["a.html", "c.html"]
    shown = capsys.readouterr()
    assert f"{sources[1]}: De brontekst heeft fouten:" in shown.err
    assert "Deze datum bestaat niet." in shown.err
    assert shown.out.count("Gemaakt: ") == 2


def test_all_good_sources_give_0(sources: list[Path]) -> None:
    assert run(["draft", "render", "--to", "html", str(sources[0]), str(sources[2])]) == 0


def test_two_sources_never_go_to_one_file(sources: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "elders" / "a.md"
    other.parent.mkdir()
    other.write_text(NOTA, "utf-8")
    out = tmp_path / "uit"
    out.mkdir()
    assert run(["draft", "render", str(sources[0]), str(other), "-o", str(out)]) == 2
    assert list(out.iterdir()) == []
