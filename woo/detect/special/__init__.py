"""Special personal data: health, crime, belief (Woo, article 5.1, paragraph 1, under d)."""
