"""How wide words are, and where a line may break inside one that is too long for its column."""

import re

# The longest word that always fits on a line of the text, of a field in the heading of a document
# (a title in a large letter), and of the margin column. In letters, as ``letters`` counts them.
TEXT = 50
FIELD = 30
MARGIN = 18

_CAPITAL, _WIDEST = 1.25, 2.0
_FIRST_IDEOGRAPH = "\u2e80"


class _Widths(dict[str, float]):
    """How wide a character is where an ordinary small letter is one, in PDF and Word alike.

    What is not listed beforehand is a capital, a small letter or a digit.
    """

    def __missing__(self, character: str) -> float:
        capital = _CAPITAL if character.isupper() else 1.0
        self[character] = found = _WIDEST if character >= _FIRST_IDEOGRAPH else capital
        return found


_WIDTHS = _Widths(dict.fromkeys(" fijlrt.,:;!|'’()[]I", 0.6) | dict.fromkeys("mwMW@%—…", 1.6))

_WORD = re.compile(r"\S+")
# A line breaks best behind one of these.
_BEHIND = r"(?<=[/\-_.@&=?,;:#+])"
# Rules for hyphens know a word by its letters; what stands around it does not matter.
_HYPHENATED = r"[^\w\s]*[^\W\d_]+(?:['’][^\W\d_]+)*[^\w\s]*"
# No word: rules for hyphens find no place in it.
_UNPRONOUNCEABLE = r"(?i)[^aeiouyàáâäèéêëìíîïòóôöùúûü]{9}"
_LONGEST_WORD = 80


def letters(word: str) -> float:
    """How wide a word is, counted in ordinary small letters."""
    return sum(map(_WIDTHS.__getitem__, word))


def may_be_wider(word: str, width: float) -> bool:
    """Whether it is of use to count: false when the widest letters would not make it so wide."""
    return len(word) * _WIDEST > width


def pieces(text: str, widest: float) -> list[tuple[str, bool]]:
    """The text in pieces that a line may break between, and whether a piece may be hyphenated.

    Only words wider than ``widest`` are cut: an ordinary word by the rules for hyphens, another
    behind a sign when it has one, else anywhere. Nothing is added, so what is copied from the page
    is what was written.
    """
    if not may_be_wider(text, widest) or not any(_is_wider(word, widest) for word in text.split()):
        return [(text, False)]
    found: list[tuple[str, bool]] = []
    position = 0
    for match in _WORD.finditer(text):
        if _is_wider(match[0], widest):
            if match.start() > position:
                found.append((text[position : match.start()], False))
            found += _cut(match[0], widest)
            position = match.end()
    return found + ([(text[position:], False)] if position < len(text) else [])


def _is_wider(word: str, widest: float) -> bool:
    return may_be_wider(word, widest) and letters(word) > widest


def _cut(word: str, widest: float) -> list[tuple[str, bool]]:
    if _has_syllables(word):
        return [(word, True)]
    found: list[tuple[str, bool]] = []
    for part in re.split(_BEHIND, word):
        if not _is_wider(part, widest):
            found.append((part, False))
        elif _has_syllables(part):
            found.append((part, True))
        else:
            step = max(1, int(widest) // 5)
            found += [(part[at : at + step], False) for at in range(0, len(part), step)]
    return [one for one in found if one[0]]


def _has_syllables(word: str) -> bool:
    return (
        len(word) <= _LONGEST_WORD
        and re.fullmatch(_HYPHENATED, word) is not None
        and not re.search(_UNPRONOUNCEABLE, word)
    )
