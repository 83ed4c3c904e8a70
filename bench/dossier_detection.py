"""Detection on the made-up dossier against its truth: ``python -m bench.dossier_detection``.

A form (a name, number or address as ``people.toml`` writes it) that should go is found wherever a
decision to redact covers it. A decision to redact that touches no such form is too much.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from woo.execute.serial import SerialExecutor
from woo.pipeline.search import Found, find
from woo.text.matcher import Match, Matcher

DOSSIER = Path(__file__).parent.parent / "samples" / "dossier-quickscan"


def forms(*, goes: bool) -> dict[str, str]:
    """Each written form with its kind, of everybody who goes or who stays."""
    people = tomllib.loads((DOSSIER / "people.toml").read_text("utf-8"))["person"]
    return {
        form: kind
        for person in people
        if person["goes"] is goes
        for kind, written in person["forms"].items()
        for form in written
    }


def ordinary() -> set[str]:
    people = tomllib.loads((DOSSIER / "people.toml").read_text("utf-8"))["person"]
    return {place for person in people for place in person.get("ordinary", ())}


def places(text: str, kinds: dict[str, str]) -> Iterator[Match]:
    """Where the forms stand, letters and case exactly as written, except as an ordinary word."""
    lower = list(Matcher(ordinary()).find(text))
    for match in Matcher(kinds).find(text):
        if text[match.start] != match.term[0]:
            continue
        if not any(m.start <= match.start and match.end <= m.end for m in lower):
            yield match


def measure(one: Found, *, detail: bool) -> tuple[Counter[str], Counter[str], Counter[str]]:
    assert one.document is not None
    text, kinds = one.document.text, forms(goes=True)
    wanted, missed, extra = Counter[str](), Counter[str](), Counter[str]()
    gone = [d for d in one.decisions if d.redact]
    matches = list(places(text, kinds))
    for match in matches:
        wanted[kinds[match.term]] += 1
        covered = {i for d in gone for i in range(d.start, d.end)}
        if any(text[i].isalnum() and i not in covered for i in range(match.start, match.end)):
            missed[kinds[match.term]] += 1
            if detail:
                around = text[max(0, match.start - 30) : match.end + 20].replace("\n", "⏎")
                print(f"{one.path.name}: missed {match.term!r} in {around!r}")
    for decision in gone:
        if not any(m.start < decision.end and decision.start < m.end for m in matches):
            extra[decision.category.value] += 1
            if detail:
                print(f"{one.path.name}: too much {decision.category.value} {decision.text!r}")
    return wanted, missed, extra


def main(*, detail: bool) -> None:
    wanted, missed, extra = Counter[str](), Counter[str](), Counter[str]()
    for one in find([DOSSIER / "inbox"], SerialExecutor()):
        if one.document is not None:
            for total, part in zip(
                (wanted, missed, extra), measure(one, detail=detail), strict=True
            ):
                total.update(part)
    for kind, count in sorted(wanted.items()):
        print(f"{kind:12} {count - missed[kind]:5} of {count:5} {1 - missed[kind] / count:8.1%}")
    found = wanted.total() - missed.total()
    print(f"{'all':12} {found:5} of {wanted.total():5} {found / wanted.total():8.1%}")
    print("too much:", dict(extra))


if __name__ == "__main__":
    main(detail="--detail" in sys.argv)
