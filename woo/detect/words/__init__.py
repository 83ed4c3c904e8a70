"""What is known of words and names: lists, grammar, the parts of a name."""
