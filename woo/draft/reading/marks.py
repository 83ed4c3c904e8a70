"""Read the marks of the author: ``[tekst]{5.1.2e}``, ``tekst {5.1.2e}`` at the end of a block.

A mark that cannot be read is an error, never plain text: what the author meant to hide would be
published.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from woo.errors import InputError
from woo.model.ground import Ground
from woo.reference.grounds import ground

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

# Something in braces that starts with a digit is meant as a ground: {5.1.2e}, {5.1.2e 5.2.1}.
BRACES = r"\{\s*(\d[^{}\n]*)\}"
# A run of spaces is tried once, at its start: text can hold very many.
TRAILING = re.compile(rf"(?:^|(?<!\s)\s+){BRACES}\s*$")
LEADING = re.compile(rf"^\s*{BRACES}\s+")
ATTACHED = re.compile(rf"^{BRACES}")
ALONE = re.compile(rf"^\s*{BRACES}\s*$")

# What is left over of a mark after parsing: a bracket with a brace, or braces round a ground, and
# the marks that follow it.
BRACED = r"\{[^{}\n]{0,20}\d\s*\.\s*\d[^{}\n]{0,40}\}?(?:\s?\{\s*\d[^{}\n]{0,40}\})*"
LEFT_OVER = re.compile(rf"\]\s?\{{|{BRACED}")

# What is left over of a link: Markdown reads no link whose text holds a mark in brackets.
BROKEN_LINK = re.compile(r"\]\(|\]\[")

# How a value of a field gets a mark: a bracket at its start is a list to YAML.
MARK_VALUE = "{waarde: Jan Voorbeeld, grond: 5.1.2e}"

# A ground as somebody writes it without braces; 5.4 alone is too often something else.
CODE = r"(?:5\.1\.[12]\.?[a-i]|5\.1\.[45]|5\.2\.1|5\.4a)"

_SEPARATORS = re.compile(r"[,;\s]+")
# Art. 5.1 lid 5: never together with a ground of the first or second paragraph.
_EXCLUSIVE = "5.1.5"
EXCLUSIVE_ADVICE = "5.1.5 kan niet samen met een grond uit lid 1 of 2 (art. 5.1, lid 5)."

# Of two marks on the same text only one would be printed.
TWICE = "Zet alle gronden in één merkteken, zoals {5.1.2e;5.2.1}."

EMPTY = "Hier staat niets om te lakken. Schrijf [tekst]{5.1.2e}, of haal het merkteken weg."

# A mark on a line of its own goes for what follows; each place where that could surprise is said.
TOUCHES = (
    "Een merkteken op een eigen regel lakt het stuk eronder. Zet er een lege regel boven, "
    "of zet het achter de kop of de laatste zin die u wilt lakken."
)
BETWEEN = (
    "Dit merkteken lakt de alinea eronder. Zet het achter de laatste zin van die alinea, "
    "of boven het stuk dat u wilt lakken."
)


def no_mark(codes: str, *, in_field: bool = False) -> str:
    """What to write for a ground that stands openly in the text or in a field."""
    mark = written_mark(";".join(_SEPARATORS.split(codes.lower())), in_field=in_field)
    return (
        "Dit is geen merkteken: de tekst blijft staan in de openbare versie. "
        f"Moet zij weg? Schrijf {mark}."
    )


def written_mark(grounds: str, *, in_field: bool = False) -> str:
    """How to mark a text with these ``grounds``."""
    return f"{{waarde: tekst, grond: {grounds}}}" if in_field else f"[tekst]{{{grounds}}}"


class MarkError(Exception):
    """A mark that cannot be read; the message is Dutch and ready to show."""


def read_grounds(written: str) -> tuple[Ground, ...]:
    """The grounds named in a mark: ``5.1.2e 5.2.1``. Raises MarkError for anything else."""
    names = [name for name in _SEPARATORS.split(written.strip()) if name]
    if not names:
        raise MarkError("Een merkteken noemt ten minste één weigeringsgrond, zoals {5.1.2e}.")
    try:
        grounds = tuple(dict.fromkeys(ground(name) for name in names))
    except InputError as error:
        from woo.draft.reading.ground_advice import unknown_ground

        raise MarkError(unknown_ground(written, names, error)) from None
    if exclude_each_other(grounds):
        raise MarkError(EXCLUSIVE_ADVICE)
    return grounds


def exclude_each_other(grounds: tuple[Ground, ...]) -> bool:
    """Tell whether 5.1.5 goes with a ground of the first or second paragraph."""
    others = any(one.code.startswith(("5.1.1", "5.1.2")) for one in grounds)
    return others and any(one.code == _EXCLUSIVE for one in grounds)


def span_rule(markdown: "MarkdownIt") -> None:
    """Teach markdown-it the span ``[tekst]{5.1.2e}``: tokens ``mark_open`` and ``mark_close``."""
    markdown.inline.ruler.before("link", "mark", _rule(markdown))


def _rule(markdown: "MarkdownIt") -> "Callable[[StateInline, bool], bool]":
    def rule(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own form
        if state.src[state.pos] != "[":
            return False
        label_end = markdown.helpers.parseLinkLabel(state, state.pos)
        close = state.src.find("}", label_end)
        if label_end < 0 or state.src[label_end + 1 : label_end + 2] != "{" or close < 0:
            return False
        if "{" in state.src[label_end + 2 : close]:
            return False  # not closed before the next mark: what is left over is an error
        if not silent:
            _push(state, label_end, close)
        state.pos = close + 1
        return True

    return rule


def _push(state: "StateInline", label_end: int, close: int) -> None:
    written = label_end + 2
    meta = {"written": state.src[written:close], "at": written}
    after = state.posMax
    state.pos += 1
    state.posMax = label_end
    state.push("mark_open", "span", 1).meta = meta
    state.md.inline.tokenize(state)
    state.push("mark_close", "span", -1)
    state.posMax = after


def is_for_all(text: str) -> bool:
    """Whether a text begins or ends with a mark: that goes for all of it."""
    return bool(TRAILING.search(text) or LEADING.match(text))
