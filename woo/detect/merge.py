"""Make overlapping findings one list without overlaps.

The rule: the longest finding wins; of equal ones the highest score. What lies inside a winner is
absorbed. What overlaps it in part joins it when the category is the same; otherwise it keeps the
words that stick out, or gives them to the winner when they are too short to be anything: the *nl*
of an address. So every letter that a detector saw stays covered.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from woo.detect.things.eponyms import WORKS_AT
from woo.detect.things.firms import THINGS, begins_with_form
from woo.model.finding import Category, Finding, Role

_SHRED = 3  # letters and digits


def merge(text: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order, disjoint, each grown to whole words."""
    grown = [_to_whole_words(text, finding) for finding in findings]
    joined = _join_same_category(text, grown)
    return tuple(_with_bracket(text, finding) for finding in _keep_longest(text, joined))


def _to_whole_words(text: str, finding: Finding) -> Finding:
    """Never cut a word: a letter or digit next to one inside belongs to it."""
    start, end = finding.start, finding.end
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return _at(text, finding, start, end)


def _with_bracket(text: str, finding: Finding) -> Finding:
    """A bracket that opens inside and closes right behind goes along."""
    start, end = finding.start, finding.end
    opened = text.count("(", start, end) > text.count(")", start, end)
    return _at(text, finding, start, end + 1) if opened and text[end : end + 1] == ")" else finding


def _at(text: str, finding: Finding, start: int, end: int) -> Finding:
    if (start, end) == (finding.start, finding.end):
        return finding
    return replace(finding, start=start, end=end, text=text[start:end])


def _rank(finding: Finding) -> tuple[int, float, int]:
    return (finding.end - finding.start, finding.score, -finding.start)


def _join_same_category(text: str, findings: list[Finding]) -> list[Finding]:
    """Findings of one category that overlap become their union, with the winner's role."""
    result: list[Finding] = []
    last: dict[str, int] = {}
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        index = last.get(finding.category)
        if index is None or result[index].end <= finding.start:
            last[finding.category] = len(result)
            result.append(finding)
            continue
        earlier = result[index]
        if works := _works_there(text, earlier, finding):
            result[index] = _at(text, earlier, earlier.start, works.start())
            last[finding.category] = len(result)
            result.append(finding)
            continue
        winner = _winner(earlier, finding)
        result[index] = _at(text, winner, earlier.start, max(earlier.end, finding.end))
    return result


def _works_there(text: str, earlier: Finding, later: Finding) -> re.Match[str] | None:
    """The *van* of *Cem Kaya van het Thorbecke College*, when the later one is such a thing.

    Before it stands a whole name, in *Jan van Dijk* it is a tussenvoegsel; or the first word of the
    other tells what it is, *Jordy van Kastechniek Verbeek*.
    """
    if later.detector != THINGS or earlier.end > later.end:
        return None
    works = WORKS_AT.search(text, earlier.start, later.start)
    whole = works and len(text[earlier.start : works.start()].split()) > 1
    return works if whole or begins_with_form(later.text) else None


def _winner(earlier: Finding, later: Finding) -> Finding:
    """The longer one; but half in a thing's name is not in it, so there the other one wins."""
    inside = later.end <= earlier.end or later.start == earlier.start
    if not inside and Role.EPONYM in {earlier.role, later.role}:
        return later if earlier.role is Role.EPONYM else earlier
    return max(earlier, later, key=_rank)


def _keep_longest(text: str, findings: list[Finding]) -> tuple[Finding, ...]:
    """Different categories: the longest keeps its span, the others what sticks out of it.

    But of an office's address or handle only what nothing else is: above an address may stand
    whom it is for.
    """
    starts: list[int] = []
    kept: list[Finding] = []
    in_order = sorted(findings, key=_rank, reverse=True)
    for finding in sorted(in_order, key=_is_of_office):
        for piece in _outside(text, finding, kept, starts):
            index = bisect_left(starts, piece.start)
            if piece is not finding and _is_shred(piece) and kept:
                _give_away(text, piece, kept, starts, index)
                continue
            starts.insert(index, piece.start)
            kept.insert(index, piece)
    return tuple(kept)


def _is_of_office(finding: Finding) -> bool:
    of_place = finding.category in {Category.ADDRESS, Category.USERNAME}
    return of_place and finding.role is Role.FUNCTIONAL


def _is_shred(piece: Finding) -> bool:
    return sum(map(str.isalnum, piece.text)) < _SHRED


def _give_away(
    text: str, piece: Finding, kept: list[Finding], starts: list[int], index: int
) -> None:
    """Let the nearest of ``kept`` grow over a piece that would stand before ``index``."""
    before, after = index - 1, min(index, len(kept) - 1)
    nearer = before >= 0 and piece.start - kept[before].end <= abs(kept[after].start - piece.end)
    place = before if nearer else after
    one = kept[place]
    kept[place] = _at(text, one, min(one.start, piece.start), max(one.end, piece.end))
    starts[place] = kept[place].start


def _outside(text: str, finding: Finding, kept: list[Finding], starts: list[int]) -> list[Finding]:
    """The parts of ``finding`` that no kept finding covers and that hold a letter or digit."""
    pieces, position = [], finding.start
    index = max(bisect_left(starts, finding.start) - 1, 0)
    while index < len(kept) and kept[index].start < finding.end:
        if kept[index].end > position:
            pieces.append((position, kept[index].start))
            position = kept[index].end
        index += 1
    if not pieces and position == finding.start:
        return [finding]
    pieces.append((position, finding.end))
    trimmed = (_trimmed(text, start, end) for start, end in pieces if start < end)
    return [_at(text, finding, start, end) for start, end in trimmed if start < end]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the spaces and punctuation at both ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
