"""The model of names: its marked passages, how it is trained, and how it is scored."""
