"""Overwrites the pixels of images under the boxes."""

from collections.abc import Sequence
from pathlib import Path

from woo.pdf.marks import PagePlan


def overwrite(working: Path, plans: Sequence[PagePlan]) -> frozenset[int]:
    """Paint the boxes into the images of ``working``; give the pages where that was done."""
    return frozenset()
