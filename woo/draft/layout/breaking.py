"""Where a line may break inside a word that is too long for its column."""

import re

# The longest word that always fits on a line of the text, of a field in the heading of a document
# (a title in a large letter), and of the margin column.
TEXT = 50
FIELD = 30
MARGIN = 18

_WORD = re.compile(r"\S+")
# A line breaks best behind one of these.
_BEHIND = re.compile(r"(?<=[/\-_.@&=?,;:#+])")
_LETTERS = re.compile(r"[^\W\d_]+")


def pieces(text: str, widest: int) -> list[tuple[str, bool]]:
    """The text in pieces that a line may break between, and whether a piece may be hyphenated.

    Only words longer than ``widest`` are cut: behind a sign when they have one, else anywhere.
    Nothing is added, so what is copied from the page is what was written.
    """
    if not any(len(word) > widest for word in text.split()):
        return [(text, False)]
    found: list[tuple[str, bool]] = []
    position = 0
    for match in _WORD.finditer(text):
        if len(match[0]) > widest:
            if match.start() > position:
                found.append((text[position : match.start()], False))
            found += _cut(match[0], widest)
            position = match.end()
    return found + ([(text[position:], False)] if position < len(text) else [])


def _cut(word: str, widest: int) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for part in _BEHIND.split(word):
        if len(part) <= widest:
            found.append((part, False))
        elif _LETTERS.fullmatch(part) and len(part) <= _LONGEST_WORD:
            found.append((part, True))
        else:
            step = max(1, widest // 5)
            found += [(part[at : at + step], False) for at in range(0, len(part), step)]
    return [one for one in found if one[0]]


# A longer row of letters is no word that rules for hyphens know.
_LONGEST_WORD = 50
