"""What is wrong with a source, and what could be plainer."""
