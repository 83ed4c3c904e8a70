"""Add up the inventarislijst, and refuse when the sums and the marks disagree."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from woo.errors import RefusedError
from woo.model.record import Judgement, Record
from woo.reference.grounds import all_grounds

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums over the records.

    A mark with two grounds counts once in ``marks`` and once under each in ``marks_by_ground``.
    """

    documents: dict[Judgement, int]
    marks: int
    marks_by_ground: dict[str, int]
    pages: int


def totals(records: Sequence[Record]) -> Totals:
    """The sums, judgements and grounds in their fixed order."""
    judged = Counter(record.judgement for record in records)
    marked: Counter[str] = Counter()
    for record in records:
        marked.update(record.marks_by_ground)
    return Totals(
        documents={judgement: judged[judgement] for judgement in Judgement},
        marks=sum(record.marks for record in records),
        marks_by_ground={code: marked[code] for code in all_grounds() if marked[code]},
        pages=sum(record.pages for record in records),
    )


def check_totals(records: Sequence[Record], claimed: Totals) -> None:
    """Raise RefusedError when a record contradicts itself or ``claimed`` is not the sum."""
    wrong = [record.number for record in records if not marks_agree(record)]
    if wrong:
        named = ", ".join(wrong[:_MOST_NAMED]) + (" en andere" if len(wrong) > _MOST_NAMED else "")
        raise RefusedError(
            f"De gelakte passages en de weigeringsgronden kloppen niet met elkaar: {named}.",
            "Lak deze documenten opnieuw.",
        )
    if claimed != totals(records):
        raise RefusedError(
            "De totalen van de inventarislijst kloppen niet met de documenten.",
            "Maak de inventarislijst opnieuw.",
        )


def marks_agree(record: Record) -> bool:
    """True when the marks of a record, its grounds and its judgement tell one story."""
    counts = record.marks_by_ground.values()
    if not set(record.marks_by_ground) <= set(all_grounds()) or min(counts, default=0) < 0:
        return False
    # Every mark has one ground or more.
    if not max(counts, default=0) <= record.marks <= sum(counts):
        return False
    used = {code for code, count in record.marks_by_ground.items() if count}
    if record.judgement is Judgement.PUBLIC:
        return not used
    if record.judgement is Judgement.PARTLY_PUBLIC:
        return used == {ground.code for ground in record.grounds}
    return True
