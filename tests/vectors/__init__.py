"""Hostile PDFs, made on the spot: each hides one name in its own way. See ``VECTORS``."""

from tests.vectors.catalogue import VECTORS
from tests.vectors.maker import SECRET

__all__ = ["SECRET", "VECTORS"]
