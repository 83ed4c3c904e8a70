"""Tests mirror the packages of woo."""
