"""Builds the released file anew from what the pages draw."""
