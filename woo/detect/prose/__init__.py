"""Names in running text, by the words around them."""
