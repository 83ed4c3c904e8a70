"""Redact terms in one call."""

from collections.abc import Sequence
from pathlib import Path

from woo.model.ground import Ground
from woo.model.report import RedactionReport
from woo.redact.redact import redact
from woo.redact.terms import locate

GROUND = Ground(
    "5.1.2e", "Eerbiediging van de persoonlijke levenssfeer", "5.1, tweede lid, onder e"
)


def redact_terms(pdf: Path, terms: Sequence[str], out: Path) -> RedactionReport:
    return redact(pdf, locate(pdf, terms, GROUND), out, title="Proef")
