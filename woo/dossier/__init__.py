"""The dossier on disk: folders, index, audit log; alone in knowing file names and tables."""
