"""What is called by letters: offices, bodies and papers (``abbreviations.toml``)."""

from functools import cache

from woo.reference.tables import load_table


@cache
def units() -> frozenset[str]:
    """``VNG``, ``RvB``, ``PvA``."""
    table = load_table("abbreviations")
    return frozenset(word for words in table.values() for word in words)


@cache
def units_in_small_letters() -> frozenset[str]:
    """As a mailbox has them: ``vng``, ``rvb``."""
    return frozenset(word.casefold() for word in units())
