"""Detection on the blind test may not become worse than chance explains.

Nobody reads ``bench/blind`` to write rules: only counts of it are known (``docs/measurements.md``).
"""

import json
from pathlib import Path

import pytest

from bench.detection import BLIND_TEST, interval, measure, total
from training.marked import read_passages

BASELINE = json.loads((Path(__file__).parent / "blind_baseline.json").read_text("utf-8"))


@pytest.mark.slow
def test_recall_and_precision_on_the_blind_test_do_not_drop() -> None:
    score = measure(read_passages(BLIND_TEST))
    person = score.by_category["person"]
    every = total(score.by_category.values())
    for counts, before in ((person, BASELINE["person"]), (every, BASELINE["all"])):
        assert counts.wanted == before["wanted"]
        lowest, _ = interval(before["found"], before["wanted"])
        assert counts.found / counts.wanted >= lowest
        lowest, _ = interval(before["found"], before["found"] + before["extra"])
        assert counts.found / (counts.found + counts.extra) >= lowest
