"""Other tools that find personal data in Dutch text, each in an environment of its own."""
