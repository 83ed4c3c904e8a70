"""Lay the policy's fixed terms and a reviewer's rulings over the suggestions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from woo.model.decision import Decision, Origin
from woo.model.document import Document
from woo.model.finding import Category
from woo.model.policy import Policy
from woo.model.ruling import Ruling, RulingKind
from woo.text.matcher import Matcher, is_searchable, longest_apart


def with_policy_terms(
    decisions: Sequence[Decision], policy: Policy, document: Document
) -> tuple[Decision, ...]:
    """The decisions, and one to redact for every occurrence of the policy's ``go`` terms."""
    ruling = Ruling(kind=RulingKind.TERM, redact=True, grounds=(policy.go_ground,), text="policy")
    spans = _occurrences(document.text, policy.go)
    return _ordered(_lay_over(decisions, spans, ruling, document.text, Origin.POLICY))


def apply(
    decisions: Sequence[Decision], rulings: Sequence[Ruling], document: Document
) -> tuple[Decision, ...]:
    """The decisions as the reviewer wants them.

    Later rulings outrank earlier ones, and a ruling on one place outranks those on a person or a
    term. A term or a place that no detector found gets a decision of its own. A ruling on a person
    who is no longer among the decisions still holds for the name, as a term.
    """
    wide = [ruling for ruling in rulings if ruling.kind is not RulingKind.SPAN]
    narrow = [ruling for ruling in rulings if ruling.kind is RulingKind.SPAN]
    for ruling in (*wide, *narrow):
        decisions = _apply_one(decisions, ruling, document)
    return _ordered(decisions)


def _apply_one(
    decisions: Sequence[Decision], ruling: Ruling, document: Document
) -> Sequence[Decision]:
    if ruling.kind is RulingKind.PERSON:
        return [
            _ruled(decision, ruling) if decision.person == ruling.person else decision
            for decision in decisions
        ]
    if ruling.kind is RulingKind.TERM:
        spans = _occurrences(document.text, (ruling.text,))
    else:
        spans = [(ruling.start, ruling.end)]
    return list(_lay_over(decisions, spans, ruling, document.text, Origin.REVIEWER))


def _ruled(decision: Decision, ruling: Ruling) -> Decision:
    return replace(decision, redact=ruling.redact, grounds=ruling.grounds, origin=Origin.REVIEWER)


def _occurrences(text: str, terms: Iterable[str]) -> list[tuple[int, int]]:
    """Where the terms stand, without overlaps: of two that overlap the longer."""
    return longest_apart({(match.start, match.end) for match in Matcher(terms).find(text)})


def _lay_over(
    decisions: Sequence[Decision],
    spans: Sequence[tuple[int, int]],
    ruling: Ruling,
    text: str,
    origin: Origin,
) -> Iterator[Decision]:
    """New decisions on the spans; what was decided there before keeps only what sticks out.

    A longer span that goes is left as it is: a ruling on a term never opens up half a name or half
    an address. A ruling on one place means exactly that place, and does.
    """
    wide = ruling.redact or ruling.kind is not RulingKind.SPAN
    open_spans = [
        (start, end)
        for start, end in spans
        if not (wide and any(_goes_around(one, start, end) for one in decisions))
    ]
    for decision in decisions:
        yield from _outside(decision, open_spans, text)
    before = {(one.start, one.end): one for one in decisions}
    for start, end in open_spans:
        known = before.get((start, end))
        yield Decision(
            category=known.category if known else Category.TERM,
            start=start,
            end=end,
            text=text[start:end],
            redact=ruling.redact,
            grounds=ruling.grounds,
            origin=origin,
            person=known.person if known else None,
        )


def _goes_around(decision: Decision, start: int, end: int) -> bool:
    span = (decision.start, decision.end)
    return decision.redact and span != (start, end) and span[0] <= start and end <= span[1]


def _outside(decision: Decision, spans: Sequence[tuple[int, int]], text: str) -> Iterator[Decision]:
    """The parts of a decision that no span covers, as far as they hold a letter or digit."""
    position = decision.start
    for start, end in (*spans, (decision.end, decision.end)):
        if end < position or start > decision.end:
            continue
        piece = text[position:start]
        if is_searchable(piece):
            yield replace(decision, start=position, end=start, text=piece)
        position = max(position, end)


def _ordered(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=lambda decision: (decision.start, decision.end)))
