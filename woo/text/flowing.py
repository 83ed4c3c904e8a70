"""Running text without the line ends that only its width gave it; as long as before.

A PDF and a plain e-mail end a line where the page does: *wethouder⏎De Vries*, *Legeweg 30,⏎Anjum*.
Who reads, does not see that. A line end of running text stays where something ends with it: a
paragraph, an item of a list, a cell, a sentence.
"""

import re
from collections.abc import Sequence
from itertools import compress, groupby, pairwise
from typing import Final

_SHORTEST: Final = 35  # characters of a line in running text
_FILLED: Final = 0.8  # of the widest line around: letters differ in width
_CELL = re.compile(r"[|\t]|;\S|,[^\s\d][^,]*,\S|\S[ ]{3,}\S|\.{4}|_{3}")
_ENDS = re.compile(r"[.:;?!][\"'”’)\]]*$")
# Behind these a sentence goes on: *mw.*, *J.* and *nr.*.
_SHORTENED = re.compile(
    r"(?:\b[A-ZÀ-Þ]|\b(?:mw|dr|mr|ir|st|nr|hr|jr|vd|dhr|drs|ing|art|tel|prof|mevr|weth))\.$",
    re.IGNORECASE,
)
# No line ends with these of its own accord.
_RUNS_ON = re.compile(
    r"(?<![\w-])(?:[A-ZÀ-Þ]\.|van|de[nr]?|het|een|en|of|in|op|te[nr]?|met|voor|aan|bij|door|naar|"
    r"als|dat|die|mw\.?|dhr\.?|mevr\.?|mevrouw|de heer|mr\.|dr\.|drs\.|ir\.|prof\.)$"
)
# A line of its own: an item of a list, a label, a chat, a mail that is quoted.
_BEGINS = re.compile(
    r"[^\w'’\"“‘(]|\d{1,3}(?:\.\d+)*[.)]?[ ](?=[A-ZÀ-Þ])|[a-zA-Z][.)][ ]|"
    r"\(?\d{1,2}[:.]\d\d\b|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b|[\w .'’()/-]{1,40}:(?:\s|$)|"
    r"[\w .,'’-]{1,30}[ ]\d{1,2}[:.]\d\d\b|(?:dhr|mw|mevr|mr|drs?|ir|ing|prof)\b"
)


def flowing(text: str) -> str:
    """``text`` with a space for each line end that a paragraph runs over."""
    return "\f".join(map(_of_page, text.split("\f")))


def _of_page(page: str) -> str:
    blocks = groupby(page.split("\n"), key=lambda line: bool(line.strip()))
    return "\n".join(
        _of_block(list(lines)) if written else "\n".join(lines) for written, lines in blocks
    )


def _of_block(lines: Sequence[str]) -> str:
    """Lines that stand together, on one where they are filled up to the next word."""
    width = max(map(len, lines))
    pairs = list(pairwise(lines))
    filled = [_is_filled(line, after, width) for line, after in pairs]
    # A small letter at the start of a line tells that it is running text, and no list; but not
    # where most lines are not filled, or all begin so, as in a chat.
    is_prose = 2 * sum(filled) >= len(pairs) and not lines[0].lstrip()[0].islower()
    is_running = any(
        (is_prose and after[0].islower()) or _RUNS_ON.search(line)
        for line, after in compress(pairs, filled)
    )
    ends = (" " if is_running and is_full else "\n" for is_full in filled)
    return lines[0] + "".join(end + line for end, line in zip(ends, lines[1:], strict=True))


def _is_filled(line: str, after: str, width: int) -> bool:
    first = after.split(" ", 1)[0]
    return (
        len(line) >= _SHORTEST
        and len(line) + 1 + len(first) > _FILLED * width
        and not after[0].isspace()
        and line[-1] not in " -\u00ad"
        and _CELL.search(line) is None
        and _CELL.search(after) is None
        and (_ENDS.search(line) is None or _SHORTENED.search(line) is not None)
        and _BEGINS.match(after) is None
    )
