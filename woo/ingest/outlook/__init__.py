"""Outlook messages: the file, the properties in it, and what they say as a document."""
