"""A telephone number as it is dialled, in whatever form it is written."""

import re

_DIGIT = re.compile(r"\d")


def is_mobile(written: str) -> bool:
    """True for a Dutch mobile number, in whatever form: *06-…*, *+31 (0)6 …*."""
    national = digits_in(written).removeprefix("0031").removeprefix("31")
    return national.removeprefix("0").startswith("6")


def as_dialled(written: str) -> str:
    """As it is dialled within the country: *+31 (0)524 - 70* is *052470*."""
    digits = digits_in(written.replace("(0)", ""))
    return f"0{digits[2:]}" if written.strip().startswith("+31") else digits


def digits_in(written: str) -> str:
    """The digits of a number, however it is written."""
    return "".join(_DIGIT.findall(written))
