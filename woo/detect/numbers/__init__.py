"""Numbers and dates of somebody, by their form, check digits and the words beside them."""
