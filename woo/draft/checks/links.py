"""Hints about links and pictures: what a reader, or a screen reader, cannot follow."""

import re
from collections.abc import Iterator

from woo.draft.checks.runs import Run, bare_runs
from woo.draft.tree import Image, Inlines, Link, plain
from woo.draft.walk import walk_inlines
from woo.model.draft import Problem, Severity
from woo.reference.plain_dutch import plain_dutch

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]+", re.IGNORECASE)
_END = " .,;:!?"


def check_links(leaves: list[Inlines]) -> Iterator[Problem]:
    """Links whose words say nothing, bare web addresses, pictures barely described."""
    for leaf in leaves:
        for inline in walk_inlines(leaf):
            if isinstance(inline, Link):
                yield from _check_words(inline)
            elif isinstance(inline, Image) and _bare(inline.alt) in plain_dutch().picture_words:
                message = (
                    "Beschrijf wat er op de afbeelding te zien is, niet wat voor beeld het is."
                )
                yield Problem(inline.line, inline.column, message, Severity.HINT)
        for run in bare_runs(_without_links(leaf)):
            yield from _check_addresses(run)


def _check_words(link: Link) -> Iterator[Problem]:
    words = plain(link.children)
    place = (link.line, link.column)
    if _bare(words) in plain_dutch().link_words:
        message = "Zeg in de tekst van de link waar hij heen gaat: [het rapport](adres)."
        yield Problem(*place, message, Severity.HINT)
    elif _ADDRESS.fullmatch(words.strip()):
        yield Problem(*place, _ADVICE, Severity.HINT)


_ADVICE = "Schrijf geen kaal webadres, maar [waar de link heen gaat](adres)."


def _check_addresses(run: Run) -> Iterator[Problem]:
    for match in _ADDRESS.finditer(run.text):
        yield Problem(*run.at(match.start()), _ADVICE, Severity.HINT)


def _without_links(leaf: Inlines) -> Inlines:
    return tuple(one for one in leaf if not isinstance(one, Link))


def _bare(words: str) -> str:
    return words.strip(_END).casefold()
