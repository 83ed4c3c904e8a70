"""Train the model of names: ``make model``, or ``python -m training.train [--rounds N]``.

Reads every batch in ``training/passages`` and trains two networks side by side, which differ in
dropout; writes them to ``woo/reference/model``. In every round the passages are changed anew. After
each it says how a network does on passages that are no part of it (``tests/golden/blind``, which
the rules have seen). ``training/MODEL.md`` tells of the model that ships.
"""

import argparse
import hashlib
import multiprocessing
import os
import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from spacy.pipeline import Tagger
from spacy.tokens import Doc
from thinc.api import Adam, fix_random_seed, set_dropout_rate

from bench.detection import Counts, measure
from tests.golden.annotated import BLIND
from training.marked import PASSAGES, Passage, read_passages
from training.pieces import Names, Piece, changed, pieces_of
from woo.detect.networks.labels import LABELS, OUTSIDE
from woo.detect.networks.model import NETWORKS, chances_of, findings_by
from woo.detect.networks.tagger import new_tagger, written
from woo.detect.prose.nlp import nlp
from woo.model.finding import Category, Finding
from woo.reference.lexicon import is_first_name
from woo.reference.office_holders import holders_surnames
from woo.text.files import write_atomically

HERE = Path(__file__).parent
MODEL = HERE.parent / "woo" / "reference" / "model"
_LISTS = HERE.parent / "woo" / "reference" / "names"
_ROUNDS, _BATCH_WORDS = 14, 1500
_DROPOUT = dict(zip(NETWORKS, (0.3, 0.2), strict=True))
_FASTEST, _SLOWEST = 2e-3, 2e-4


@dataclass(frozen=True)
class Lesson:
    """A text with a row for each word: the chance of each of ``LABELS``."""

    doc: Doc
    chances: Any


def lesson(pieces: Sequence[Piece]) -> Lesson:
    """As it is marked: a word that a name touches is in the name."""
    doc = nlp().make_doc("".join(piece.text for piece in pieces))
    labels, position = [OUTSIDE] * len(doc), 0
    starts = {token.idx: token.i for token in doc}
    for piece in pieces:
        end = position + len(piece.text)
        if piece.label:
            words = _touched(doc, starts, position, end)
            for index in words:
                labels[index] = f"{'B' if index == words[0] else 'I'}-{piece.label}"
        position = end
    numbers = [LABELS.index(label) for label in labels]
    return Lesson(doc, np.eye(len(LABELS), dtype="float32")[numbers])


def _touched(doc: Doc, starts: dict[int, int], start: int, end: int) -> list[int]:
    index = starts.get(start)
    if index is None:
        index = next((t.i for t in doc if t.idx + len(t) > start), len(doc))
    found = []
    while index < len(doc) and doc[index].idx < end:
        if not doc[index].is_space:
            found.append(index)
        index += 1
    return found


def names_from(passages: Sequence[Passage]) -> Names:
    """Words of names: half from the lists, half as the passages have them."""
    marked = [
        passage.text[mark.start : mark.end]
        for passage in passages
        for mark in passage.marks
        if mark.category is Category.PERSON
    ]
    words = {
        word for name in marked for word in name.split() if len(word) > 2 and word[0].isupper()
    }
    first = [word for word in words if is_first_name(word)]
    last = sorted(words - set(first))
    listed = {
        name: (_LISTS / f"{name}.txt").read_text("utf-8").split("\n")
        for name in ("first_names", "surnames")
    }
    return Names(
        sorted(first) * 4 + [word for word in listed["first_names"] if word],
        last * 4 + [word for word in listed["surnames"] if word],
        sorted(holders_surnames()),
    )


def batches(lessons: list[Lesson], chance: random.Random) -> Iterator[list[Lesson]]:
    """All lessons in random order, some 1,500 words at a time."""
    chance.shuffle(lessons)
    batch, words = [], 0
    for one in lessons:
        if not len(one.doc):
            continue
        batch.append(one)
        words += len(one.doc)
        if words >= _BATCH_WORDS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def learn(tagger: Tagger, batch: Sequence[Lesson], optimiser: Any) -> float:
    """One step towards the chances of the lessons; how far from them it was."""
    guesses, back = tagger.model.begin_update([one.doc for one in batch])
    wrong = [guess - one.chances for guess, one in zip(guesses, batch, strict=True)]
    back(wrong)
    tagger.model.finish_update(optimiser)
    return float(sum((one**2).sum() for one in wrong))


def train(name: str, rounds: int) -> Counts:
    """Train a network, say after each round how it goes, and write the last; the score of that."""
    fix_random_seed(7)
    chance = random.Random(7)
    training, development = passages(), list(read_passages(BLIND))
    pieces = [pieces_of(passage) for passage in training]
    names = names_from(training)
    tagger = new_tagger()
    set_dropout_rate(tagger.model, _DROPOUT[name])
    optimiser = Adam(_FASTEST, L2=1e-4, L2_is_weight_decay=True, use_averages=True)
    now = Counts()
    for number in range(rounds):
        optimiser.learn_rate = _SLOWEST + (_FASTEST - _SLOWEST) * (1 - number / rounds) ** 2
        started = time.monotonic()
        lessons = [lesson(changed(one, names, chance)) for one in pieces]
        wrong = sum(learn(tagger, batch, optimiser) for batch in batches(lessons, chance))
        with tagger.model.use_params(optimiser.averages):
            now = measure(development, partial(_found_by, tagger)).by_category["person"]
            if number == rounds - 1:
                write_atomically(MODEL / name, written(tagger))
        seconds = time.monotonic() - started
        said = f"{number + 1:3} {wrong:9.1f} {now} F1 {now.f1:.3f} {seconds:.0f} s"
        print(f"{name} {said}", flush=True)
    return now


def _found_by(tagger: Tagger, text: str) -> list[Finding]:
    return list(findings_by(lambda doc: chances_of(tagger.model.predict([doc])[0]), text))


def passages() -> list[Passage]:
    """Every passage to train on, batch by batch."""
    return list(read_passages(PASSAGES))


def _digest() -> str:
    """What the passages are, in short: SHA-256 over the batches in order."""
    digest = hashlib.sha256()
    for path in sorted(PASSAGES.glob("*.txt")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    options = parser.parse_args()
    print(f"{len(passages())} passages, {_digest()}", flush=True)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # a core for each
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(len(NETWORKS), context) as pool:
        for now in pool.map(partial(train, rounds=options.rounds), NETWORKS):
            print(now)


if __name__ == "__main__":
    main()
