"""Word files, written as WordprocessingML."""
