"""The report in Markdown: ``docs/detection.md``."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from bench.detection import Counts, interval
from bench.peers.labels import MEANINGS, only_wide
from bench.peers.scoring import Judged, others, person
from training.marked import Passage

_HEAD = """# Detection beside other tools

*Hoeveel persoonsgegevens `woo` vindt en hoeveel het te veel lakt, naast andere programma's die op
dezelfde teksten zijn losgelaten. Tussen haakjes staat waartussen het werkelijke cijfer met 95 %
zekerheid ligt.*

![Recall and precision of each tool, for names and for the other categories](detection.svg)

`make peers` writes this page and its picture. {texts}
A mark is found when every letter that matters lies inside what a tool would blacken; something
blackened that touches no such mark is too much (`bench/detection.py`). Recall is what was found of
what should go, precision what should go of what was blackened, with Wilson's intervals at 95 %.
"""

_NOTES = """## Reading the figures

- Names that must stay (ministers, signatories, authors, names of things) count as *harmed* when
  blackened, and as too much. No other tool is made to tell them apart, so *precision, stays aside*
  leaves them out: it is about finding names alone.
- A peer's label without a category of ours does not count, for or against. A *wide* label (any
  date, any place) counts where it touches a mark of the category and is not held against the tool
  elsewhere: that favours the peers, also in the sums and the picture, and a precision by wide
  labels alone says nothing (*wide*). The table at the end says which.
- A mark is found whatever label covers it: Presidio takes V-numbers for telephone numbers.
- Deduce is made for Dutch medical text, Frog for general Dutch, Presidio for any language with a
  model. None was made for government documents, and `woo` was: its rules and its passages for
  training were written apart from these texts, but for the same kinds of document and marks.
- Presidio finds names with a model. The package registry has none for Dutch, so it runs with a
  blank one and finds no names; its recognisers of numbers run as installed, with the Netherlands
  added. With a Dutch model it would find names: this says nothing of how many.
- Frog is Debian's program with Debian's data. It names people and places, nothing else.
  `python-frog` 0.6.13 installs but does not start: it asks for newer data, which no registry has.
"""


def report(
    folder: Path, passages: Sequence[Passage], tools: Sequence[Judged], absent: Mapping[str, str]
) -> str:
    """The whole page."""
    marks = sum(len(passage.marks) for passage in passages)
    words = sum(len(passage.text.split()) for passage in passages)
    texts = (
        f"The texts are the {len(passages):,} passages of `{folder.name}`:\n{words:,} words,"
        f" {marks:,} marks."
    )
    parts = [_HEAD.format(texts=texts), "## Together\n", _together(tools), ""]
    parts += [f"{name} is left out: {why}.\n" for name, why in absent.items()]
    by_category = {tool.name: tool.score.by_category for tool in tools}
    by_kind = {tool.name: tool.score.by_kind for tool in tools}
    for title, rows in (("category", by_category), ("kind of document", by_kind)):
        parts += [f"## By {title}\n"]
        for measure, cell in (("Recall", _recall), ("Precision", _precision)):
            parts += [f"{measure}:\n", _split(title, rows, cell), ""]
    parts += [_NOTES, "## Labels of the peers\n", _labels(tools), ""]
    return "\n".join(parts)


def share(hits: int, total: int) -> str:
    """A percentage with its interval, a dash when there was nothing to count."""
    if not total:
        return "–"
    low, high = interval(hits, total)
    return f"{hits / total:.1%} ({low:.1%}–{high:.1%})".replace("%", " %").replace(" %–", "–")


def _recall(counts: Counts) -> str:
    return share(counts.found, counts.wanted)


def _precision(counts: Counts) -> str:
    return share(counts.found, counts.found + counts.extra)


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _together(tools: Sequence[Judged]) -> str:
    columns: list[tuple[str, Callable[[Judged], str]]] = [
        ("tool", lambda one: one.name),
        ("version", lambda one: one.version),
        ("names: recall", lambda one: _recall(person(one.score))),
        ("precision", lambda one: _precision(person(one.score))),
        ("precision, stays aside", lambda one: _precision(person(one.aside))),
        ("harmed of what stays", lambda one: _harmed(person(one.score))),
        ("other categories: recall", lambda one: _recall(others(one.score))),
        ("precision", lambda one: _precision(others(one.score))),
    ]
    return _rows(
        [title for title, _ in columns], [[cell(one) for _, cell in columns] for one in tools]
    )


def _harmed(counts: Counts) -> str:
    return share(counts.harmed, counts.kept)


def _split(
    title: str,
    tools: Mapping[str, Mapping[str, Counts]],
    cell: Callable[[Counts], str],
) -> str:
    """A row for each category or kind, a column for each tool, most marks first."""
    wanted = {row: counts.wanted for one in tools.values() for row, counts in one.items()}
    rows = []
    for row in sorted(wanted, key=lambda row: (-wanted[row], row)):
        cells = [
            "wide" if cell is _precision and only_wide(tool, row) else cell(one.get(row, Counts()))
            for tool, one in tools.items()
        ]
        rows.append([row, str(wanted[row]), *cells])
    return _rows([title, "should go", *tools], rows)


def _labels(tools: Sequence[Judged]) -> str:
    rows = []
    for tool in tools:
        for label, meaning in MEANINGS.get(tool.name, {}).items():
            ours = ", ".join(meaning.categories) or "does not count"
            rows.append([tool.name, label, ours + " (wide)" * meaning.wide, meaning.why])
    return _rows(["tool", "label", "ours", "why"], rows)
