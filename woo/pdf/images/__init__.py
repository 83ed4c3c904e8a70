"""Finds, decodes, overwrites and encodes the images of a page."""
