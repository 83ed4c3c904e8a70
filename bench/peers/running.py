"""Environments for the peers, and their answers to texts."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.peers.answering import Span

ROOT = Path(__file__).parents[2]
_TOOLS = ROOT / ".tools" / "peers"
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Peer:
    """A module that answers, the file of locked packages it needs, and a program of Debian's."""

    module: str
    lock: str | None = None
    program: str | None = None


PEERS = {
    "deduce": Peer("deduce_spans", lock="deduce.lock"),
    "presidio": Peer("presidio_spans", lock="presidio-analyzer.lock"),
    "frog": Peer("frog_spans", program="frog"),
}


class NotInstalledError(Exception):
    """A peer that cannot be had here; the message says why."""


@dataclass(frozen=True)
class Answers:
    """Spans for each text, in a tool's own labels, and what it took (``answering``)."""

    version: str
    spans: tuple[tuple[Span, ...], ...]
    loading: float
    working: float
    memory: float


def python_of(name: str) -> Path:
    """The interpreter of a peer's own environment, made when it is not there or out of date.

    Raises NotInstalledError.
    """
    peer = PEERS[name]
    if peer.program and shutil.which(peer.program) is None:
        raise NotInstalledError(f"{peer.program} is not installed (bin/debian-packages peers)")
    python = environment(name, peer.lock)
    if not (checked := python.parent.with_name(".checked")).exists():
        # Deduce makes its lists ready for use the first time; that is no part of loading.
        try:
            ask(python, peer.module, [])
        except subprocess.CalledProcessError as error:
            raise NotInstalledError(f"it does not run ({error})") from error
        checked.touch()
    return python


def environment(name: str, lock_name: str | None) -> Path:
    """The interpreter of an environment with locked packages, made when it is out of date.

    Raises NotInstalledError.
    """
    home = _TOOLS / name
    python, ready = home / "bin" / "python", home / ".ready"
    lock = Path(__file__).with_name(lock_name) if lock_name else None
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest() if lock else "empty"
    if not ready.exists() or ready.read_text() != wanted:
        print(f"{name}: making an environment below {home.parent}", file=sys.stderr)
        _make(home, lock)
        ready.write_text(wanted)
    return python


def _make(home: Path, lock: Path | None) -> None:
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        if lock:
            pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet"]
            options = ["--disable-pip-version-check", "--only-binary=:all:", "--require-hashes"]
            subprocess.run([*pip, *options, "-r", lock], check=True)
    except subprocess.CalledProcessError as error:
        raise NotInstalledError(f"its packages could not be installed ({error})") from error


def ask(python: Path, module: str, texts: Sequence[str], *arguments: str) -> Answers:
    """Let a tool mark texts in a process of its own, on one thread.

    Raises CalledProcessError when the tool fails: then the report is not made, since a tool that
    was left out by mistake would look like one that cannot be had.
    """
    done = subprocess.run(
        [python, "-m", f"bench.peers.{module}", *arguments],
        input="".join(json.dumps({"text": text}) + "\n" for text in texts),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **_ONE_THREAD},
    )
    first, *answers, last = map(json.loads, done.stdout.splitlines())
    if len(answers) != len(texts):
        raise ValueError(f"{module}: {len(answers)} answers to {len(texts)} texts")
    return Answers(
        version=first["version"],
        spans=tuple(tuple((s, e, label) for s, e, label in one["spans"]) for one in answers),
        loading=first["seconds"],
        working=last["seconds"] - first["seconds"],
        memory=last["memory"],
    )
