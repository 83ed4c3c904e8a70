"""The local review application: views over dossier and review, no logic of its own."""
