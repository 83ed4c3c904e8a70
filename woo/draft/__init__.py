"""Source text and a template give a nota, kamerstuk or besluit, internal and public."""
