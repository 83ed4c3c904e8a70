"""Decisions to redact, for tests of what may stay beside the pages."""

from woo.model.decision import Decision, Origin
from woo.model.finding import Category
from woo.reference.grounds import ground


def goes(text: str, category: Category = Category.PERSON) -> Decision:
    """A decision that ``text`` goes."""
    return Decision(
        category=category,
        start=0,
        end=len(text),
        text=text,
        redact=True,
        grounds=(ground("5.1.2e"),),
        origin=Origin.POLICY,
    )
