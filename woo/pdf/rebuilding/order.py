"""What the file that is released must hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from woo.model.boxstyle import BoxStyle
from woo.pdf.removing.marks import LabelOf, PagePlan


def _nothing(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the new file must hold, and what no string in it may say.

    ``label_of`` gives the label when a string holds redacted text, else None. ``hidden`` are the
    layers that are not shown. ``source`` is the file as it was before removal: it tells where the
    removed text stood. ``is_shown`` tells whether all words of a string stand on the pages as
    they will be released.
    """

    title: str = field(repr=False)
    plans: Sequence[PagePlan]
    label_of: LabelOf
    hidden: frozenset[tuple[int, int]] = frozenset()
    flattened: bool = False
    source: Path | None = None
    is_shown: Callable[[str], bool] = field(default=_nothing, repr=False)
    style: BoxStyle = field(default_factory=BoxStyle)
