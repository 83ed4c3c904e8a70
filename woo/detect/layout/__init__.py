"""Names by where they stand: headers, letters, forms, tables, minutes, initials."""
