"""What a whole dossier tells: its people, holders, things and numbers, wherever they stand."""
