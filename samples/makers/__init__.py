"""Make the files of the sample dossier from the texts in ``samples/sources``."""
