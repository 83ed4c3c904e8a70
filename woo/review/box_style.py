"""The ``[box]`` of a policy: how wide boxes are, and their colours."""

import re

from pydantic import BaseModel, ConfigDict

from woo.errors import InputError
from woo.model.boxstyle import BoxStyle, Colour, Paint, Width
from woo.reference.grounds import ground
from woo.text.nearest import did_you_mean

_HEX = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")
# WCAG 2.2, 1.4.3 (text) and 1.4.11 (what is no text).
_TEXT_CONTRAST, _EDGE_CONTRAST = 4.5, 3.0
_PAPER: Colour = (255, 255, 255)


class PaintTable(BaseModel):
    """Colours as ``#rrggbb``: of the box, of the letters in it, and of its edge."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fill: str = "#000000"
    ink: str = "#ffffff"
    border: str | None = None


class BoxTable(PaintTable):
    """``[box]``, with ``[box.ground."5.1.2e"]`` for a ground of its own colours."""

    width: str = Width.STEP.value
    ground: dict[str, PaintTable] = {}


def box_style(table: BoxTable) -> BoxStyle:
    """Raises InputError for an unknown width, ground or colour, and for colours too much alike."""
    widths = [width.value for width in Width]
    if table.width not in widths:
        message = f"Beleid, [box]: de breedte '{table.width}' bestaat niet."
        raise InputError(did_you_mean(message, table.width, widths))
    return BoxStyle(
        width=Width(table.width),
        paint=_paint("[box]", table),
        by_ground={
            _code(code): _paint(f"[box.ground.{code}]", paint)
            for code, paint in table.ground.items()
        },
    )


def _code(written: str) -> str:
    try:
        return ground(written).code
    except InputError as error:
        raise InputError(f"Beleid, [box]: {error.message}", error.advice) from None


def _paint(where: str, table: PaintTable) -> Paint:
    paint = Paint(
        fill=_colour(where, table.fill),
        ink=_colour(where, table.ink),
        border=_colour(where, table.border) if table.border is not None else None,
    )
    if paint.contrast < _TEXT_CONTRAST:
        raise InputError(
            f"Beleid, {where}: de letters steken te weinig af tegen het vak "
            f"({_number(paint.contrast)} : 1).",
            "Kies kleuren met een contrast van minstens 4,5 : 1, zoals wit op zwart.",
        )
    edge = paint.border or paint.fill
    if Paint(fill=_PAPER, ink=edge).contrast < _EDGE_CONTRAST:
        raise InputError(
            f"Beleid, {where}: het vak steekt te weinig af tegen wit papier.",
            'Geef het vak een donkere rand, bijvoorbeeld border = "#000000".',
        )
    return paint


def _colour(where: str, written: str) -> Colour:
    match = _HEX.fullmatch(written.strip())
    if match is None:
        raise InputError(
            f"Beleid, {where}: '{written}' is geen kleur.", 'Schrijf een kleur als "#1a2b3c".'
        )
    red, green, blue = (int(part, 16) for part in match.groups())
    return (red, green, blue)


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
