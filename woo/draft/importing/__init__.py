"""From a Word file back to a source: open it safely, read its blocks, write Markdown."""
