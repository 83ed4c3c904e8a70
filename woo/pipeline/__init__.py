"""Ties the stages to the dossier. ``order.py`` shows their order on one screen."""
