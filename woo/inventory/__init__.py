"""Records become an inventarislijst."""
