"""Every PDF library at once, for a process that others begin as a copy of.

To load them takes longer than to redact a letter. Elsewhere they are imported where they are used,
so that a command that needs none starts at once.
"""

import numpy as np  # noqa: F401 - all are loaded to be there
import pikepdf  # noqa: F401
import PIL.Image  # noqa: F401
import pymupdf  # noqa: F401
import pypdf  # noqa: F401
import pypdfium2.raw  # noqa: F401
