"""The words that may stand in a box: the ground, or why it is there. Everything else is a leak."""

import re

from woo.verify.folding import fold

_LABEL = re.compile(
    r"""
    5\s*\.\s*[0-9]\s*(?:\.\s*[0-9]{1,2}\s*)?(?:\.?\s*[a-i](?![a-z]))?   # Woo: 5.1.2e, 5.1.2.e, 5.4
    | 1[01]\s*\.\s*[0-9]\s*(?:\.?\s*[a-h](?![a-z]))?                     # Wob: 10.2e, 11.1
    | gelakt | geanonimiseerd | buiten\s+(?:het\s+)?verzoek | buiten\s+reikwijdte | dubbel
    | (?<![^\W_]) (?: woo | wob | art(?:ikel)? | lid | en | sub | bv ) (?![^\W_])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def without_labels(text: str) -> str:
    """The letters and digits of a text that belong to no label."""
    return fold(_LABEL.sub(" ", text)).letters
