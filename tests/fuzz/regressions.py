"""What fuzzing found, made small. Each of these once crashed, hung or leaked."""

from tests.hostile.raw import FONT, PAGE, SHOWN, Maker, basis, makers, stream, write

_FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 400 600] "


def font_that_is_a_number() -> bytes:
    page = basis()[PAGE].replace(b"/F1 5 0 R", b"/F1 5")
    return write({**basis(), PAGE: page})


def font_that_is_not_there() -> bytes:
    page = basis()[PAGE].replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 99 0 R")
    return write({**basis(), PAGE: page, FONT: basis()[FONT]})


def forms_that_know_each_other() -> bytes:
    """Two forms with each other, and themselves, in resources that are not shared objects."""
    known = b"/Resources << /XObject << /X1 30 0 R /X2 31 0 R >> >>"
    objects = basis(SHOWN, resources=b"/XObject << /X1 30 0 R /X2 31 0 R >>")
    return write({**objects, 30: stream(b"", _FORM + known), 31: stream(b"", _FORM + known)})


REGRESSIONS: dict[str, Maker] = makers(globals())
