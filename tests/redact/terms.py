"""Redact terms in one call."""

from collections.abc import Sequence
from pathlib import Path

from woo.model.boxstyle import BoxStyle, Width
from woo.model.ground import Ground
from woo.model.report import RedactionReport
from woo.redact.redact import redact
from woo.redact.terms import locate
from woo.redact.title import Title

GROUND = Ground(
    "5.1.2e", "Eerbiediging van de persoonlijke levenssfeer", "5.1, tweede lid, onder e"
)


def redact_terms(pdf: Path, terms: Sequence[str], out: Path) -> RedactionReport:
    return redact(pdf, locate(pdf, terms, GROUND), out, title=Title("Proef"))


def redact_in_place(pdf: Path, terms: Sequence[str], out: Path) -> RedactionReport:
    """The same, with every glyph beside a box exactly where it was."""
    style = BoxStyle(width=Width.EXACT)
    return redact(pdf, locate(pdf, terms, GROUND), out, title=Title("Proef"), style=style)
