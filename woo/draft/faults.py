"""The error for a source that cannot become a document: every fault with its place."""

from collections.abc import Iterable

from woo.errors import InputError
from woo.model.draft import Problem


def faults(problems: Iterable[Problem]) -> InputError:
    """One error that names the place of each problem and says what to write."""
    listed = "\n".join(f"  {one.place}: {one.message}" for one in problems)
    return InputError(f"De brontekst heeft fouten:\n{listed}")
