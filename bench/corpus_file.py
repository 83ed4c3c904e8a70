"""One file of the corpus: choose a word of it, redact that, and look whether it is gone."""

import re
import resource
import traceback
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.corpus_checks import CHECKS, fold, letters, pdfium_pages, whole_word
from woo.errors import InputError, RefusedError, WooError
from woo.model.report import RedactionReport, Route
from woo.pipeline.loose import Wish, redact_pdf
from woo.reference.leak_rules import all_leak_rules
from woo.verify.vocabulary import is_vocabulary

# Used where a file shows no word: it must come through all the same.
NO_SUCH_WORD = "Zwartkruis"
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{5,20}(?![^\W_])")
_PLAIN_NAMES = frozenset({"helvetica", "courier", "symbol", "arial", "adobe", "acrobat"})


@dataclass(kw_only=True)
class Result:
    """What became of one file. Holds no text of the document."""

    name: str
    outcome: str = ""
    reason: str = ""
    seconds: float = 0.0
    cpu: float = 0.0
    pages: int = 0
    marks: int = 0
    raster_pages: int = 0
    size_ratio: float = 0.0
    lost: float = 0.0
    has_word: bool = False
    checks: dict[str, int] = field(default_factory=dict)


def choose_word(path: Path) -> str | None:
    """A word of the text as pdfium reads it: a capitalised one, always the same for a file."""
    try:
        texts = pdfium_pages(path)
    except Exception:  # noqa: BLE001 - whatever pdfium trips over, woo may read it
        return None
    words = {word for text in texts for word in _WORD.findall(text)}
    usable = [
        word
        for word in words
        if not is_vocabulary(fold(word)) and fold(word) not in _PLAIN_NAMES and fold(word).isalpha()
    ]
    names = [word for word in usable if word[0].isupper() and word[1:].islower()]
    chosen = sorted(names or usable, key=lambda word: sha256(word.encode()).digest())
    return chosen[0] if chosen else None


def try_file(source: Path, out: Path) -> dict[str, Any]:
    """Redact ``source`` to ``out`` and check ``out``. Never raises."""
    word = choose_word(source)
    result = Result(name=source.name, has_word=word is not None)
    started = perf_counter()
    try:
        report = redact_pdf(
            source, out, Wish((word or NO_SUCH_WORD,), detect=False, ground="5.1.2e")
        )
    except RefusedError as error:
        result.outcome, result.reason = "refused", reason_of(error)
    except InputError as error:
        result.outcome, result.reason = "bad input", error.message.replace(str(source), "")
    except WooError as error:
        result.outcome, result.reason = "failed", error.message
    except Exception as error:  # noqa: BLE001 - a crash is what is being counted
        result.outcome, result.reason = "crash", _where(error)
    result.seconds = round(perf_counter() - started, 2)
    result.cpu = round(_cpu_seconds(), 2)
    if not result.outcome:
        _judge(result, report, source, out, word)
    return asdict(result)


def _cpu_seconds() -> float:
    """What this process and its programs have used: on a busy machine the clock says little."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _judge(
    result: Result, report: RedactionReport, source: Path, out: Path, word: str | None
) -> None:
    result.pages, result.marks = report.pages, report.marks
    result.size_ratio = round(out.stat().st_size / source.stat().st_size, 3)
    raster = {one.page for one in report.page_reports if Route.RASTER in one.routes}
    result.raster_pages = len(raster)
    pattern = whole_word(word or NO_SUCH_WORD)
    for name, check in CHECKS.items():
        try:
            result.checks[name] = check(out, pattern)
        except Exception as error:  # noqa: BLE001 - a reader that cannot read our file
            result.checks[name] = -1
            result.reason += f"{name}: {type(error).__name__} "
    leaking = [name for name, count in result.checks.items() if count > 0]
    result.outcome = "leak" if leaking else "clean"
    result.reason = " ".join(leaking) or result.reason
    if word and not leaking:
        result.lost = _lost(source, out, pattern, raster)


def _lost(source: Path, out: Path, word: re.Pattern[str], raster: set[int]) -> float:
    """The share of the other letters that is gone, on pages that are still text."""
    before, after = pdfium_pages(source), pdfium_pages(out)
    pairs = [
        (word.sub("", fold(old)), new)
        for number, (old, new) in enumerate(zip(before, after, strict=True), start=1)
        if number not in raster
    ]
    wanted = letters([old for old, _ in pairs])
    gone = wanted - letters([new for _, new in pairs])
    return round(gone.total() / max(1, wanted.total()), 4)


def reason_of(error: RefusedError) -> str:
    """The rule and place for what the verifier found; else the sentence without its numbers."""
    for code, rule in all_leak_rules().items():
        if rule.title in error.message:
            place = re.search(re.escape(rule.title) + r" \((.*?)\)\.", error.message)
            return f"{code}: {_without_numbers(place[1]) if place else ''}"
    return _without_numbers(error.message)


def _without_numbers(text: str) -> str:
    return re.sub(r"\d+", "N", text)


def _where(error: Exception) -> str:
    """The kind of error and the last place in woo that it came through: no document text."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "/woo/" in f.filename]
    last = frames[-1] if frames else None
    place = f" {Path(last.filename).name}:{last.lineno} {last.name}" if last else ""
    return f"{type(error).__name__}{place}"
