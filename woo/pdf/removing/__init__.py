"""Takes content out of pages and draws the boxes."""
