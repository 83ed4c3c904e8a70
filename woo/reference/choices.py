"""Say what may be chosen when somebody chose something else."""

from collections.abc import Iterable
from difflib import get_close_matches

from woo.errors import InputError

_MOST_SHOWN = 20


def unknown_choice(what: str, given: str, choices: Iterable[str]) -> InputError:
    """The error for an unknown choice: the nearest ones, or all when they are few.

    ``what`` is Dutch, with a capital: ``Onbekende organisatie``. What was given is not repeated.
    """
    by_folded = {choice.casefold(): choice for choice in choices}
    near = [by_folded[match] for match in get_close_matches(given.casefold(), by_folded, n=3)]
    advice = [f"Bedoelt u {' of '.join(near)}?"] if near else []
    if len(by_folded) <= _MOST_SHOWN:
        advice.append(f"Kies uit: {', '.join(by_folded.values())}.")
    return InputError(f"{what}.", " ".join(advice))
