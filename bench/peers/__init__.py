"""Detection side by side with other tools, each in an environment of its own.

Peers run ``*_spans.py`` in their environment, so those modules and this one import nothing of
``woo``. Labels become our categories in ``labels``, on our side.
"""
