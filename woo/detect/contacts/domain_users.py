r"""Who logs in at a Windows domain: ``wb\hjansma``, ``ad-duo\ydemir``."""

import re
from collections.abc import Iterator

from woo.reference.handles import is_machine
from woo.reference.lexicon import is_of_language

# With the domain, which JSON parts from the name by two strokes; in lower case behind a label, for
# *en\of* is no domain.
_DOMAIN_USER = re.compile(
    r"(?<![\w\\])(?:[A-Z][A-Z0-9-]{1,14}|"
    r"(?:(?<=gebruiker )|(?<=user )|(?<=account )|(?<=login )|(?<=gebruiker: )|(?<=user: ))"
    r"[a-z][a-z_]{1,14}|"
    # *wb\\hjansma*, and no word (*en\\of*), file or folder.
    r"(?<!-)[a-z]{2,8}(?:-[a-z]{2,8})?(?=\\{1,2}[a-z]{1,2}\.?[a-z]{4,14}\d{0,2}(?![\w&-]|\.\w))|"
    # In a cell or behind a key: *;wkl\\stag-imke;*.
    r"(?<=[;=|\"\t])[a-z]{2,8}(?:-[a-z]{2,8})?(?=\\{1,2}[a-z]{1,6}[.-][a-z]{3,14}[;|\"\t\n ]))"
    r"\\{1,2}[A-Za-z][\w.-]{2,20}(?![\w\\])"
)


def by_domain(text: str) -> Iterator[tuple[int, int]]:
    """Behind the name of a Windows domain."""
    if "\\" in text:
        for match in _DOMAIN_USER.finditer(text):
            written = match.group().rstrip(".")
            domain, _, name = written.rpartition("\\")
            if not is_machine(name) and not (domain.islower() and is_of_language(name)):
                yield match.start(), match.start() + len(written)
