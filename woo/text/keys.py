"""Names of values in what programs write for each other: XML and JSON."""

import re

_TAG_OPENS = re.compile(r"<(?P<closes>/)?(?P<space>[\w.-]{1,20}:)?$")
_TAG_GOES_ON = re.compile(r"(?:[ \n][^<>]{0,200})?/?>")
_KEY_ENDS = re.compile(r"\"[ ]?:")
# *lastLoginDevice*; a key in small letters may be somebody: *{"mgeesink": 3}*.
_COMPOSED = re.compile(r"[a-z][A-Z]")
_REACH = 24


def is_key(text: str, start: int, end: int) -> bool:
    """Whether what stands there is no value: *<inp.bsn>*, *</cac:PaymentMeans>*, *"sipUser":*."""
    if start and text[start - 1] == '"' and _KEY_ENDS.match(text, end):
        return _COMPOSED.search(text, start, end) is not None
    opens = _TAG_OPENS.search(text, max(0, start - _REACH), start)
    if opens is None or not _TAG_GOES_ON.match(text, end):
        return False
    # A chat has *<jdv>* for who speaks, which nothing closes.
    return bool(opens["closes"] or opens["space"]) or f"</{text[start:end]}>" in text
