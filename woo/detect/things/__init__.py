"""Names that are in the name of a thing or on a work: firms, streets, motions, authors."""
