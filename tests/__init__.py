"""Tests mirror the packages of woo."""

import os

# As the command sets it; several tests run side by side.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
