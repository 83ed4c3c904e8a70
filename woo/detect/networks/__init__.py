"""The trained networks: what they see of a text, and what is made of it."""
