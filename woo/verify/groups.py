"""Many leaks, few lines: what is the same on one page is said once, with how often."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from woo.model.leak import Leak, Severity
from woo.reference.leak_rules import LeakRule, leak_rule

# The same on more pages than this becomes one line for all of them.
_MOST_LINES = 8
_MOST_RANGES = 12
_MOST_NAMED = 3  # places that are no spots on a page


@dataclass(frozen=True, slots=True)
class Group:
    """Leaks of one rule and one severity on one page, or in the file as a whole."""

    severity: Severity
    rule: LeakRule
    page: int | None
    leaks: tuple[Leak, ...]

    @property
    def word(self) -> str:
        """How bad it is, in Dutch."""
        return "Lek" if self.severity is Severity.LEAK else "Let op"

    @property
    def page_number(self) -> int:
        """The page, or 0 for the file as a whole."""
        return self.page or 0

    @property
    def where(self) -> str:
        """``pagina 3, 12 plekken, de eerste 4,2 cm van links, 3,0 cm van boven``."""
        page = "" if self.page is None else f"pagina {self.page}, "
        first = self.leaks[0].place
        if len(self.leaks) == 1:
            return f"{page}{first}"
        if all(leak.box is None for leak in self.leaks[:_MOST_NAMED]):
            named = [leak.place for leak in self.leaks[:_MOST_NAMED]]
            more = len(self.leaks) - len(named)
            return page + "; ".join([*named, f"en nog {more}"] if more else named)
        return f"{page}{len(self.leaks)} plekken, de eerste: {first}"

    def as_json(self) -> dict[str, Any]:
        """One line of JSON: the first leak, and the places of all. Boxes are in points."""
        first = self.leaks[0]
        return {
            "rule": self.rule.code,
            "severity": self.severity.value,
            "page": self.page,
            "place": first.place,
            "box": _box(first),
            "count": len(self.leaks),
            "places": [{"place": leak.place, "box": _box(leak)} for leak in self.leaks],
            "message": f"{self.word}: {self.rule.title} ({self.where}). {self.rule.advice}",
        }


def _box(leak: Leak) -> dict[str, float] | None:
    box = leak.box
    return None if box is None else {"x0": box.x0, "y0": box.y0, "x1": box.x1, "y1": box.y1}


def grouped(leaks: Iterable[Leak]) -> tuple[Group, ...]:
    """By severity, page and rule; leaks first, the file as a whole before its pages."""
    groups: dict[tuple[bool, int, str], list[Leak]] = {}
    for leak in leaks:
        key = (leak.severity is not Severity.LEAK, leak.page or 0, leak.rule)
        groups.setdefault(key, []).append(leak)
    return tuple(
        Group(each[0].severity, leak_rule(rule), page or None, tuple(each))
        for (_, page, rule), each in sorted(groups.items())
    )


def lines(leaks: Iterable[Leak]) -> list[str]:
    """What to print for one file: a line for each rule and page, or one line for many pages."""
    by_rule: dict[tuple[str, str], list[Group]] = {}
    for group in grouped(leaks):
        by_rule.setdefault((group.word, group.rule.code), []).append(group)
    found: list[str] = []
    for groups in by_rule.values():
        rule, word = groups[0].rule, groups[0].word
        if len(groups) <= _MOST_LINES:
            places = [group.where for group in groups]
        else:
            count = sum(len(group.leaks) for group in groups)
            pages = [group.page for group in groups if group.page is not None]
            places = [f"{count} plekken op {len(pages)} pagina's: {page_ranges(pages)}"]
        found += [f"{word}: {rule.title} ({place}). {rule.advice}" for place in places]
    return found


def page_ranges(pages: Sequence[int]) -> str:
    """``1-40, 55 en 60``; no more than a dozen of them."""
    ranges: list[list[int]] = []
    for page in sorted(pages):
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    named = [str(first) if first == last else f"{first}-{last}" for first, last in ranges]
    if len(named) > _MOST_RANGES:
        return ", ".join([*named[:_MOST_RANGES], "…"])
    return " en ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]
