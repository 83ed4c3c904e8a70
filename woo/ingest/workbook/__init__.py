"""Spreadsheets: the parts of the file, what they show, and tables of it on pages."""
