"""Decisions become a PDF with the content gone."""
