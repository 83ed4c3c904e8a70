"""The title of a redacted file."""

from collections.abc import Callable
from dataclasses import dataclass, field


def _never(_word: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and what tells a word of the language from one that somebody made up.

    Within a made-up word a name is said as well; by itself ``is_word`` knows no words. An office
    in lower case (*gesprek met de dijkgraaf*) is nobody's name, whoever is called Dijkgraaf.
    """

    text: str = field(repr=False)
    is_word: Callable[[str], bool] = _never
    is_office: Callable[[str], bool] = _never
