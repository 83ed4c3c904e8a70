"""What a process that an engine started has from the beginning."""

import sys


def has_loaded(module: str) -> bool:
    return module in sys.modules
