"""``python -m bench.peers [FOLDER] [--docs DIR]`` writes ``detection.md`` and ``detection.svg``."""

import argparse
from pathlib import Path

from bench.detection import BLIND_TEST
from bench.peers.chart import chart
from bench.peers.report import report
from bench.peers.running import ROOT
from bench.peers.scoring import judge_all
from training.marked import read_passages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=BLIND_TEST)
    parser.add_argument("--docs", type=Path, default=ROOT / "docs")
    options = parser.parse_args()
    passages = list(read_passages(options.folder))
    if not passages:
        parser.error(f"no passages in {options.folder}")
    tools, absent = judge_all(passages)
    page = report(options.folder, passages, tools, absent)
    (options.docs / "detection.md").write_text(page, "utf-8")
    (options.docs / "detection.svg").write_text(chart(tools), "utf-8")
    print(page)


if __name__ == "__main__":
    main()
