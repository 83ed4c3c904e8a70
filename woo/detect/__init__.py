"""Find personal data: a detector per name, the people of the dossier, and their traces."""
