"""Warn when something that is marked in one place stands unmarked in another."""

from collections.abc import Iterator

from woo.draft.checks.runs import Run, unseen_runs, whole_run
from woo.draft.draft import Draft, draft_leaves
from woo.draft.public import make_public
from woo.draft.tree import Marked, plain
from woo.draft.walk import walk_inlines
from woo.model.draft import Problem, Severity
from woo.text.matcher import Matcher, is_searchable

MARKED_ELSEWHERE = "Deze tekst is op een andere plek gemarkeerd, maar hier niet."
# Shorter texts, and those without letters, stand in many places for many reasons.
_SHORTEST = 4
_LONGEST = 80


def check_repeats(draft: Draft) -> Iterator[Problem]:
    """A hint at each place of the public version that shows a text marked elsewhere."""
    matcher = Matcher(_marked(draft))
    for leaf in draft_leaves(make_public(draft).draft):
        for run in (whole_run(leaf), *unseen_runs(leaf)):
            yield from _repeated(run, matcher)


def _repeated(run: Run, matcher: Matcher) -> Iterator[Problem]:
    end = 0
    for match in sorted(matcher.find(run.text), key=lambda one: (one.start, -one.end)):
        if match.start >= end:
            end = match.end
            yield Problem(*run.at(match.start), MARKED_ELSEWHERE, Severity.HINT)


def _marked(draft: Draft) -> set[str]:
    """The words of each mark, when they are few enough to be a name, a number or an address."""
    marks = [
        inline
        for leaf in draft_leaves(draft)
        for inline in walk_inlines(leaf)
        if isinstance(inline, Marked)
    ]
    texts = {piece.strip(" .,;:") for mark in marks for piece in _pieces(mark)}
    return {one for one in texts if _SHORTEST <= len(one) <= _LONGEST and is_searchable(one)}


def _pieces(mark: Marked) -> list[str]:
    """The parts of a mark that stand between commas: a name, a telephone number."""
    return plain(mark.children).split(", ")
