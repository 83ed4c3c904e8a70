"""One measured step each, run as a process of its own: ``python -m bench.steps STEP IN OUT``."""

import sys
from pathlib import Path

from bench.material import NAMES


def run_detect(source: Path, out: Path) -> None:
    from woo.detect.detect import detect
    from woo.ingest.read import read

    detect(read(source, out))


def run_redact(source: Path, out: Path) -> None:
    from woo.redact.redact import redact
    from woo.redact.terms import locate
    from woo.redact.title import Title
    from woo.reference.grounds import ground

    redact(source, locate(source, NAMES, ground("5.1.2e")), out, title=Title("Meting"))


def run_redact_and_verify(source: Path, out: Path) -> None:
    from woo.pipeline.loose import Wish, redact_pdf

    redact_pdf(source, out, Wish(tuple(NAMES), detect=False, ground="5.1.2e"))


STEPS = {
    "detect": run_detect,
    "redact": run_redact,
    "redact-verify": run_redact_and_verify,
}

if __name__ == "__main__":
    STEPS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
