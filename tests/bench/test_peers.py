"""Labels of other tools become our categories, and every tool is counted in the same way."""

import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from bench.detection import Counts
from bench.detection_speed import table, texts
from bench.peers.answering import Marker, Span, exchange
from bench.peers.chart import chart
from bench.peers.frog_spans import place, spans
from bench.peers.labels import MEANINGS, findings
from bench.peers.report import report, share
from bench.peers.running import PEERS, Answers, python_of
from bench.peers.scoring import Judged, judged, others, person
from training.marked import Passage, parse
from woo.model.finding import Category, Finding, Role

PASSAGE = parse(
    "one",
    "Minister [[person|office_holder:Kaag]] mailt [[person|official:Piet Smit]] op 1-2-2024;"
    " geboren [[birth_date|citizen:3-4-1980]] in Utrecht.",
    "mail",
)


def at(passage: Passage, words: str, label: str) -> Span:
    start = passage.text.index(words)
    return start, start + len(words), label


def found(tool: str, *pairs: tuple[str, str]) -> tuple[Finding, ...]:
    return findings(tool, PASSAGE, [at(PASSAGE, words, label) for words, label in pairs])


def test_a_label_becomes_our_category_in_no_known_quality() -> None:
    (one,) = found("deduce", ("Piet Smit", "persoon"))
    assert (one.category, one.text, one.role) == (Category.PERSON, "Piet Smit", Role.UNKNOWN)


def test_a_label_without_a_category_does_not_count() -> None:
    assert found("frog", ("Minister", "ORG")) == ()


def test_a_wide_label_counts_only_where_it_touches_a_mark_of_its_category() -> None:
    dates = found("deduce", ("1-2-2024", "datum"), ("3-4-1980", "datum"), ("Utrecht", "locatie"))
    assert [(one.category, one.text) for one in dates] == [(Category.BIRTH_DATE, "3-4-1980")]


def test_precision_by_wide_labels_alone_is_not_shown(tmp_path: Path) -> None:
    tool = tool_that_marks(("3-4-1980", "datum"))
    assert "| birth_date | 1 | wide |" in report(tmp_path, [PASSAGE], [tool], {})


def test_an_unknown_label_raises() -> None:
    with pytest.raises(KeyError):
        found("presidio", ("Utrecht", "NL_PROVINCE"))


def test_every_peer_has_labels_with_reasons() -> None:
    assert set(MEANINGS) == set(PEERS)
    assert all(meaning.why for labels in MEANINGS.values() for meaning in labels.values())


def tool_that_marks(*pairs: tuple[str, str]) -> Judged:
    return judged("deduce", "deduce 0", [(PASSAGE, found("deduce", *pairs))])


def test_a_name_that_must_stay_is_harmed_and_too_much() -> None:
    tool = tool_that_marks(("Kaag", "persoon"), ("Piet Smit", "persoon"))
    assert person(tool.score) == Counts(wanted=1, found=1, extra=1, kept=1, harmed=1)
    assert person(tool.aside) == Counts(wanted=1, found=1, extra=0, kept=1, harmed=0)
    assert others(tool.score) == Counts(wanted=1)


def test_half_a_name_is_not_found() -> None:
    assert person(tool_that_marks(("Smit", "persoon")).score).found == 0


def test_the_same_text_twice_gets_each_its_own_findings() -> None:
    whole = found("deduce", ("Piet Smit", "persoon"))
    twice = judged("deduce", "", [(PASSAGE, whole), (PASSAGE, ())])
    assert person(twice.score) == Counts(wanted=2, found=1, kept=2)


def test_frogs_words_are_found_back_in_the_text() -> None:
    text = "Anke  Smit,\nzei “Jan” van\nden Berg"
    words = ["Anke", "Smit", ",", "zei", '"', "Jan", '"', "van", "den", "Berg"]
    labels = ["B-PER", "I-PER", "O", "O", "O", "B-PER", "O", "B-PER", "I-PER", "I-PER"]
    columns = "\n".join(
        f"{n}\t{word}\t\t\t\tLET()\t1.000000\t{label}\t\t\t"
        for n, (word, label) in enumerate(zip(words, labels, strict=True))
    )
    named = [text[start:end] for start, end, _ in spans(text, columns + "\n\n")]
    assert named == ["Anke  Smit", "Jan", "van\nden Berg"]


def test_a_word_that_frog_writes_otherwise_does_not_run_past_the_text() -> None:
    assert place("a b", "ccc", 1) == (2, 3)


def test_a_tool_answers_line_by_line() -> None:
    def load() -> Marker:
        def mark(given: Iterable[str]) -> Iterator[list[Span]]:
            for text in given:
                yield [(0, len(text), "persoon")]

        return mark

    lines = io.StringIO()
    exchange("tool 1", load, ['{"text": "Jan"}\n'], lines)
    first, answer, last = map(json.loads, lines.getvalue().splitlines())
    assert first["version"] == "tool 1"
    assert answer == {"spans": [[0, 3, "persoon"]]}
    assert last["seconds"] >= first["seconds"]
    assert last["memory"] > 0


def test_the_report_and_its_picture_show_every_tool(tmp_path: Path) -> None:
    tools = [tool_that_marks(("Piet Smit", "persoon")), judged("frog", "0", [(PASSAGE, ())])]
    page = report(tmp_path, [PASSAGE], tools, {"presidio": "no network"})
    assert "| deduce | deduce 0 | 100.0 % (20.7–100.0 %) |" in page
    assert "presidio is left out: no network." in page
    drawing = ET.fromstring(chart(tools))
    said = [element.text or "" for element in drawing.iter()]
    assert any("Names, deduce: recall 100.0%, precision 100.0%." in one for one in said)
    assert any("Names, frog: recall 0.0%, precision not counted." in one for one in said)


def test_nothing_to_count_is_a_dash() -> None:
    assert share(0, 0) == "–"
    assert share(0, 30) == "0.0 % (0.0–11.4 %)"


def test_a_peer_is_made_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: list[Path] = []
    monkeypatch.setattr("bench.peers.running._TOOLS", tmp_path)

    def make(home: Path, lock: Path | None) -> None:
        home.mkdir()
        made.append(home)

    monkeypatch.setattr("bench.peers.running._make", make)
    monkeypatch.setattr("bench.peers.running.ask", lambda *_: None)
    assert python_of("deduce") == python_of("deduce")
    assert made == [tmp_path / "deduce"]


def test_speed_is_a_ratio_within_a_round() -> None:
    fast, slow = (Answers("", (), seconds, seconds, 100) for seconds in (1.0, 4.0))
    rows = table([{"deduce": slow, "woo": fast}, {"deduce": slow, "woo": fast}], 1000)
    assert "| woo | 1,000 | 4.00 | 1.0 | 4.00 | 100 | 1.00 |" in rows


def test_the_text_for_speed_is_long_enough() -> None:
    assert sum(len(text.split()) for text in texts(500)) >= 500
