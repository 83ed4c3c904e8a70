"""Fuzz for some minutes, with other inputs every time: ``make fuzz MINUTES=10``.

What fails is kept under ``/tmp/woo-fuzz``; make it small and put it into ``regressions``.
"""

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random, SystemRandom

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as with_seed

from tests.fuzz.grammar import documents
from tests.fuzz.mutation import mutated
from tests.fuzz.properties import BrokenPromiseError, check_redaction, check_verification

FOUND = Path("/tmp/woo-fuzz")
_TARGETS = ("fuzz_matcher", "fuzz_verifier")
_BATCH = 20


def main() -> int:
    """Half of the time for whole files, the rest for the targets; 1 when anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1_000_000))
    chosen = parser.parse_args()
    seconds = chosen.minutes * 60
    FOUND.mkdir(exist_ok=True)
    print(f"seed {chosen.seed}", flush=True)
    failures = _fuzz_files(chosen.seed, seconds / 2)
    for target in _TARGETS:
        failures += _fuzz_target(target, chosen.seed, seconds / 4)
    return 1 if failures else 0


def _fuzz_files(seed: int, seconds: float) -> int:
    end, counts = time.monotonic() + seconds, Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(_files(seed)):
            if time.monotonic() > end:
                break
            counts[_judge(data, Path(folder))] += 1
            if number % 50 == 49:
                print(dict(counts), flush=True)
    print(dict(counts), flush=True)
    return counts["failed"]


def _files(seed: int) -> Iterator[bytes]:
    """Grown and broken files by turns."""
    for batch in range(seed * 1_000_000, (seed + 1) * 1_000_000):
        yield from _grown(batch)
        yield from (mutated(Random(batch * _BATCH + n)) for n in range(_BATCH))


def _grown(seed: int) -> list[bytes]:
    made: list[bytes] = []

    @with_seed(seed)
    @settings(
        max_examples=_BATCH,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def grow(data: bytes) -> None:
        made.append(data)

    grow()
    return made


def _judge(data: bytes, folder: Path) -> str:
    began = time.monotonic()
    try:
        clean = check_redaction(data, folder)
        check_verification(data, folder)
    except BrokenPromiseError as error:
        kept = FOUND / f"{hashlib.sha256(data).hexdigest()[:10]}.pdf"
        kept.write_bytes(data)
        print(f"{kept}: {error}", flush=True)
        return "failed"
    if time.monotonic() - began > 20:
        return "slow"
    return "clean" if clean else "refused"


def _fuzz_target(target: str, seed: int, seconds: float) -> int:
    corpus = FOUND / target
    corpus.mkdir(exist_ok=True)
    command = [sys.executable, "-m", f"tests.fuzz.{target}", str(corpus), f"-seed={seed % 2**31}"]
    limits = [f"-max_total_time={int(seconds)}", "-max_len=400", f"-artifact_prefix={FOUND}/"]
    return abs(subprocess.run([*command, *limits], check=False).returncode)


if __name__ == "__main__":
    sys.exit(main())
