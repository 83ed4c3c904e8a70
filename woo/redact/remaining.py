"""What the widths of the gaps of a whole document still say."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from woo.model.report import WidthReport
from woo.pdf.removing.marks import PagePlan, WidthLeak
from woo.redact.layout import Kept
from woo.redact.leakage import list_bits


def width_leak(plans: Sequence[PagePlan]) -> WidthReport:
    """Numbers only, from plans as they were carried out."""
    bits: list[float] = []
    kept: Counter[str] = Counter()
    neutral = 0
    for plan in plans:
        respaced = {index for one in plan.respacings for index in one.marks}
        for leak, is_neutral in _leaks(plan, respaced):
            if is_neutral:
                neutral += 1
            else:
                kept[_why(plan, leak)] += 1
            known = leak.neutral if is_neutral else leak.kept
            if known is not None:
                bits.append(known)
    return WidthReport(
        list_bits=list_bits(),
        median_bits=round(median(bits), 1) if bits else None,
        worst_bits=round(max(bits), 1) if bits else None,
        neutral=neutral,
        kept=dict(sorted(kept.items())),
    )


def _leaks(plan: PagePlan, respaced: set[int]) -> Iterable[tuple[WidthLeak, bool]]:
    """For each mark what its gap says, and whether the gap has another width now."""
    for index, mark in enumerate(plan.marks):
        covers_all = mark.leak.kept == 0
        yield mark.leak, index in respaced or covers_all


def _why(plan: PagePlan, leak: WidthLeak) -> str:
    if plan.raster:
        return Kept.RASTER.value
    return leak.why or Kept.NOT_UNDERSTOOD.value
