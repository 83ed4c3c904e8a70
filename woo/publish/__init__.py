"""A dossier becomes a publication bundle."""
