"""Guess what somebody meant to write."""

from collections.abc import Sequence


def nearest(written: str, choices: Sequence[str], least: int = 60) -> str | None:
    """The choice that was probably meant, or None when none comes near.

    ``least`` is how much must be equal, from 0 to 100.
    """
    from rapidfuzz import fuzz, process, utils

    found = process.extractOne(
        written, choices, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=least
    )
    return str(found[0]) if found else None


def did_you_mean(message: str, written: str, choices: Sequence[str], least: int = 60) -> str:
    """The message with the nearest choice, or with all of them when none comes near."""
    near = nearest(written, choices, least)
    advice = f"Bedoelt u '{near}'?" if near else f"Kies uit: {', '.join(choices)}."
    return f"{message} {advice}"
