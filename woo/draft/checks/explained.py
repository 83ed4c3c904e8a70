"""Point out an author who says that nothing is left out of a version that lacks something."""

import re
from collections.abc import Iterator

from woo.draft.checks.runs import Run, whole_run
from woo.draft.complete import MOTIVATION
from woo.draft.draft import Draft
from woo.draft.public import make_public
from woo.draft.tree import Heading, plain
from woo.draft.walk import SECTION_LEVEL, leaves
from woo.model.draft import Problem, Severity

# "Geen namen van medewerkers zijn openbaar" says the opposite: that they are left out.
_LEFT_OUT = (
    r"(?=\s*(?:[.!,;]|$)|"
    r"(?![^.!]*\b(?:is|zijn|wordt|worden)\s+openbaar\b)"
    r"[^.!]*\b(?:weggelaten|(?:weg)?gelakt|geweigerd|informatie|niet[\s-]openbare?)\b)"
)
_NOTHING = re.compile(
    r"(?:(?:er\s+(?:is|zijn|wordt|worden)\s+|(?:dit|deze|het|de)\s+\w+\s+bevat\s+)?"
    rf"(?:geen|niets)\b{_LEFT_OUT}|nee|"
    r"n\.?\s?v\.?\s?t\.?|niet\s+van\s+toepassing|[-–—/]|alles\s+(?:is|wordt|kan)\s+openbaar|"
    r"(?:dit|deze|het|de)\s+\w+\s+(?:is|wordt|kan)\s+(?:geheel|volledig|helemaal)\s+openbaar)"
    r"(?![\w-])[^.!]{0,80}[.!]?",
    re.IGNORECASE,
)
_MESSAGE = (
    "Hier staat dat er niets is weggelaten, maar de openbare versie krijgt zwarte blokken. "
    "Haal dit onderdeel weg: het programma maakt het zelf. Of schrijf wat er is weggelaten."
)


def check_explained(draft: Draft) -> Iterator[Problem]:
    """A hint where the section about what is not public says no more than that there is nothing."""
    runs = list(_explaining(draft))
    is_denied = len(runs) == 1 and _NOTHING.fullmatch(runs[0].text.strip())
    if is_denied and make_public(draft).omissions:
        yield Problem(*runs[0].at(0), _MESSAGE, Severity.HINT)


def _explaining(draft: Draft) -> Iterator[Run]:
    """The texts of that section, without the headings that belong in it."""
    explains = False
    for block in draft.blocks:
        if isinstance(block, Heading):
            title = plain(block.children)
            if block.level == SECTION_LEVEL:
                section = draft.kind.section(title)
                explains = section is not None and section.explains
                continue
            if title == MOTIVATION:
                continue
        if explains:
            yield from map(whole_run, leaves((block,)))
