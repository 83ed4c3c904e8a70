"""From the text of a source to its fields and its tree."""
