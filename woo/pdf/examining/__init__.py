"""Reads a PDF for the verifier, without MuPDF."""
