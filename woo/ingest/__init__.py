"""Files from outside become Documents: a reader per suffix."""
