"""Sections of a Word file: of those that the program makes itself nothing need be said."""

from typing import Any

from woo.draft.importing import xml


def turns_the_page(section: Any) -> bool:
    """Whether at the end of this section pages begin, or cease, to lie on their side."""
    after = next(iter(section.xpath("following::*[local-name()='sectPr'][1]")), None)
    return _lies(section) or _lies(after)


def _lies(section: Any) -> bool:
    return xml.value(xml.child(section, "pgSz"), "orient") == "landscape"
