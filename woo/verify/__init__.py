"""A redacted PDF is searched for what should be gone. Shares nothing with the redactor."""
