"""How wide a box is and what it looks like, as an organisation chose it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Colour = tuple[int, int, int]


class Width(StrEnum):
    """How much the width of a box, and of the gap under it, says about what stood there.

    EXACT leaves the gap as it was. STEP gives gap and box a whole number of fixed steps. CELL takes
    everything out that stands on the line in the same cell or column, LINE everything on the line.
    """

    EXACT = "exact"
    STEP = "step"
    CELL = "cell"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of a box: its inside, the letters in it, and its edge."""

    fill: Colour = (0, 0, 0)
    ink: Colour = (255, 255, 255)
    border: Colour | None = None

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> "Paint":
        """Back from ``dataclasses.asdict``, also by way of JSON."""
        border = facts["border"]
        return cls(_colour(facts["fill"]), _colour(facts["ink"]), border and _colour(border))

    @property
    def contrast(self) -> float:
        """Between the letters and the inside: 1 for none, 21 for black on white (WCAG 2.2)."""
        one, other = _luminance(self.fill), _luminance(self.ink)
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _colour(parts: Sequence[int]) -> Colour:
    red, green, blue = parts
    return (red, green, blue)


def _luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxStyle:
    """The width of boxes, their colours, and other colours for some grounds (by code)."""

    width: Width = Width.STEP
    paint: Paint = Paint()
    by_ground: dict[str, Paint] = field(default_factory=dict)

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> "BoxStyle":
        """Back from ``dataclasses.asdict``, also by way of JSON."""
        return cls(
            width=Width(facts["width"]),
            paint=Paint.from_facts(facts["paint"]),
            by_ground={code: Paint.from_facts(one) for code, one in facts["by_ground"].items()},
        )

    def paint_for(self, label: str) -> Paint:
        """The colours for a label; one of several grounds has the common colours."""
        return self.by_ground.get(label, self.paint)
