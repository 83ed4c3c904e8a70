"""What is known of words and names: grammar, the parts of a name, typing errors."""
