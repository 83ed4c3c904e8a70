"""Detection side by side with other tools: ``make peers``, or ``python -m bench.peers.compare``.

Every peer gets an environment of its own below ``.tools/peers`` and is judged by the same code as
``bench.detection``: what it marks as a category that we know counts as blackened. Frog is not among
them: it needs a compiler and its data from a server. Speed is on one core, after loading, in turns.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.detection import BLIND_TEST, measure, table
from tests.golden.annotated import find_all
from training.marked import read_passages
from woo.model.finding import Category, Finding

TOOLS = Path(__file__).parents[2] / ".tools" / "peers"
# What a peer calls it, and what we do; its other labels (dates, organisations) do not count.
LABELS = {
    "persoon": Category.PERSON,
    "patient": Category.PERSON,
    "locatie": Category.ADDRESS,
    "telefoonnummer": Category.PHONE,
    "emailadres": Category.EMAIL,
    "bsn": Category.BSN,
    "PERSON": Category.PERSON,
    "EMAIL_ADDRESS": Category.EMAIL,
    "PHONE_NUMBER": Category.PHONE,
    "IBAN_CODE": Category.IBAN,
    "IP_ADDRESS": Category.IP_ADDRESS,
    "NL_BSN": Category.BSN,
}
PEERS = {
    "deduce": ("deduce==3.0.3", "deduce_spans.py"),
    "presidio": ("presidio-analyzer==2.2.360", "presidio_spans.py"),
}


@dataclass
class Ran:
    """The findings in each text, and the seconds of loading and of working."""

    findings: dict[str, list[Finding]]
    loading: float
    working: float


def run_peer(name: str, texts: Sequence[str]) -> Ran:
    """Let a peer mark texts. Raises CalledProcessError when it cannot be installed or run."""
    package, script = PEERS[name]
    python = TOOLS / name / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", TOOLS / name], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", package], check=True)
    done = subprocess.run(
        [python, Path(__file__).with_name(script)],
        input="\n".join(json.dumps({"text": text}) for text in texts),
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: os.sched_setaffinity(0, {0}),
    )
    *lines, last = [line for line in done.stdout.splitlines() if line[:1] in "[{"]
    times = json.loads(last)
    findings = {
        text: [_finding(name, text, *span) for span in json.loads(line) if span[2] in LABELS]
        for text, line in zip(texts, lines, strict=True)
    }
    return Ran(findings, times["loading"], times["working"])


def _finding(name: str, text: str, start: int, end: int, label: str) -> Finding:
    return Finding(
        category=LABELS[label],
        start=start,
        end=end,
        text=text[start:end],
        detector=name,
        score=1.0,
    )


def run_own(texts: Sequence[str]) -> Ran:
    """The same for this project, in a process of its own."""
    code = (
        "import time,sys,json;s=time.perf_counter();"
        "from tests.golden.annotated import find_all;find_all('Jan');l=time.perf_counter();"
        "[find_all(json.loads(t)['text']) for t in sys.stdin];"
        "print(json.dumps([l-s,time.perf_counter()-l]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input="\n".join(json.dumps({"text": text}) for text in texts),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        preexec_fn=lambda: os.sched_setaffinity(0, {0}),
    )
    loading, working = json.loads(done.stdout)
    return Ran({}, loading, working)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BLIND_TEST
    passages = list(read_passages(folder))
    texts = list(dict.fromkeys(passage.text for passage in passages))
    words = sum(len(text.split()) for text in texts)
    own = run_own(texts)
    table("woo", measure(passages, find_all).by_category)
    speeds = {"woo": own}
    for name in PEERS:
        try:
            speeds[name] = ran = run_peer(name, texts)
        except subprocess.CalledProcessError as error:
            print(f"{name}: {(error.stderr or 'niet te installeren').splitlines()[-1]}")
            continue
        table(name, measure(passages, ran.findings.__getitem__).by_category)
    for name, ran in speeds.items():
        print(f"{name:10} {ran.loading:6.2f} s loading, {words / ran.working:9.0f} words/s")


if __name__ == "__main__":
    main()
