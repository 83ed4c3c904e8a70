"""Text from outside, made fit for one cell of a table or one element of XML."""

import re

# XML 1.0 allows no other characters (production 2); Excel and DiWoo are XML.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Signs that turn the direction of text, so that a title reads otherwise than it is stored.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_C1_CONTROLS = re.compile("[\u007f-\u009f]")


def one_line(text: str) -> str:
    """``text`` on one line: white space becomes single spaces, what XML forbids becomes U+FFFD."""
    visible = _DIRECTION.sub("", _C1_CONTROLS.sub(" ", text))
    return " ".join(_NOT_IN_XML.sub("\ufffd", visible).split())
