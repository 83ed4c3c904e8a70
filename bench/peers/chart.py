"""The picture of the report, as SVG: two panels, a pair of bars for each tool.

The colours differ in lightness too, each bar carries its number, and the description says in words
what is drawn.
"""

from collections.abc import Callable, Iterator, Sequence
from xml.sax.saxutils import escape

from bench.detection import Counts, Score, interval
from bench.peers.scoring import Judged, others, person

_RECALL, _PRECISION, _INK = "#0b4f8a", "#e39a2d", "#1a1a1a"
_WIDTH, _LEFT, _BAR, _PANEL = 760, 110, 15, 250
_ROW = 2 * _BAR + 16
_PANELS: tuple[tuple[str, Callable[[Score], Counts]], ...] = (
    ("Names", person),
    ("Other categories", others),
)


def chart(tools: Sequence[Judged]) -> str:
    """An SVG document."""
    height = 84 + _ROW * len(tools) + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img"'
        f' aria-labelledby="title desc" font-family="sans-serif" font-size="13" fill="{_INK}">',
        '<title id="title">Recall and precision of each tool</title>',
        f'<desc id="desc">{escape(" ".join(_said(tools)))}</desc>',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        *_legend(),
    ]
    for number, (title, pick) in enumerate(_PANELS):
        left = _LEFT + number * (_PANEL + 70)
        parts += [f'<text x="{left}" y="58" font-weight="bold">{title}</text>']
        parts += _axis(left, 70, _ROW * len(tools))
        for row, tool in enumerate(tools):
            top = 74 + row * _ROW
            if number == 0:
                parts.append(
                    f'<text x="{_LEFT - 10}" y="{top + _BAR + 5}" text-anchor="end">'
                    f"{escape(tool.name)}</text>"
                )
            counts = pick(tool.score)
            parts += _bar(left, top, counts.found, counts.wanted, _RECALL)
            total = counts.found + counts.extra
            parts += _bar(left, top + _BAR + 2, counts.found, total, _PRECISION)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _legend() -> Iterator[str]:
    named = (("recall: found of what should go", _RECALL), ("precision: rightly", _PRECISION))
    for left, (text, colour) in zip((_LEFT, _LEFT + 260), named, strict=True):
        yield f'<rect x="{left}" y="14" width="14" height="14" fill="{colour}"/>'
        yield f'<text x="{left + 20}" y="26">{text}{" blackened" * (colour == _PRECISION)}</text>'


def _axis(left: int, top: int, height: int) -> Iterator[str]:
    for percent in (0, 25, 50, 75, 100):
        x = left + _PANEL * percent / 100
        yield f'<path d="M{x:g} {top}V{top + height}" stroke="#d0d0d0" fill="none"/>'
        yield (
            f'<text x="{x:g}" y="{top + height + 16}" font-size="11" text-anchor="middle">'
            f"{percent} %</text>"
        )


def _bar(left: int, top: int, hits: int, total: int, colour: str) -> Iterator[str]:
    """A bar with its number and a line for its interval; only a word when nothing was counted."""
    below = top + _BAR - 3
    if not total:
        yield f'<text x="{left + 4}" y="{below}" font-size="11">none</text>'
        return
    low, high = (left + _PANEL * edge for edge in interval(hits, total))
    middle = top + _BAR / 2
    yield (
        f'<rect x="{left}" y="{top}" width="{_PANEL * hits / total:.1f}" height="{_BAR}"'
        f' fill="{colour}"/>'
    )
    for stroke, width in (("#ffffff", 4), (_INK, 1.5)):
        yield (
            f'<path d="M{low:.1f} {middle:g}H{high:.1f}" stroke="{stroke}"'
            f' stroke-width="{width}" fill="none"/>'
        )
    yield (
        f'<text x="{max(high, left) + 5:.1f}" y="{below}" font-size="11">{hits / total:.0%}</text>'
    )


def _said(tools: Sequence[Judged]) -> Iterator[str]:
    for title, pick in _PANELS:
        for tool in tools:
            counts = pick(tool.score)
            recall = _words(counts.found, counts.wanted)
            precision = _words(counts.found, counts.found + counts.extra)
            yield f"{title}, {tool.name}: recall {recall}, precision {precision}."


def _words(hits: int, total: int) -> str:
    return f"{hits / total:.1%}" if total else "not counted"
