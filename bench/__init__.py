"""Measurements: ratios in one run, for people. Never a timed test."""
